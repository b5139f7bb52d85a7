//! Conversations: who talks with whom about what, and in which state that is.

pub mod close;
pub mod error;
pub mod list;
pub mod model;
pub mod show;
pub mod store;
