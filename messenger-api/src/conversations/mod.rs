//! Conversations: who talks with whom about what, and in which state that is.

pub mod close;
pub mod earlier;
pub mod error;
pub mod handovers;
pub mod invite;
pub mod leave;
pub mod list;
pub mod model;
pub mod permit;
pub mod reopen;
pub mod show;
pub mod store;
pub mod transfer;
