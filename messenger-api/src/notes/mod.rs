//! Notes: what members tell each other of a help conversation. They stand in a conversation of their own beside it,
//! of kind `notes`, whose people are always the help conversation's members; so they go the way of every message,
//! and no participant learns that there are any.

pub mod open;
pub mod show;
pub mod store;
