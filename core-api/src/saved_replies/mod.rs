//! Saved replies: texts that staff write again and again, found by a shortcut. Placeholders such as `{name}` stay in
//! the text; whoever inserts it fills them in.

pub mod create;
pub mod delete;
pub mod edit;
mod error;
pub mod list;
mod model;
mod store;
