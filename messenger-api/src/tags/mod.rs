//! Tags: words of the organization's own that a help conversation is filed under. They stand with its notes, so that
//! members hear of a change at once and its participant never does.

pub mod list;
pub mod model;
pub mod set;
pub mod store;
