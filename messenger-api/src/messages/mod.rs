//! Messages: the numbered entries of a conversation.

pub mod content;
pub mod error;
pub mod list;
pub mod model;
pub mod send;
pub mod store;
