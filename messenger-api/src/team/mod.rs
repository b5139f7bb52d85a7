//! The channel of an event's team: a conversation of kind `team` whose people are always the active members of the
//! event's organization; so what they say goes the way of every message. It is open as long as the event goes on. No
//! participant learns that there is one, and it counts for nobody's load.

pub mod open;
pub mod show;
pub mod store;
