//! Refresh tokens: how a device stays signed in. Each is used once and replaced by its successor, which is derived
//! from it, so that repeating the newest used one gives the same answer until the successor was used: a lost
//! answer or two tabs cost nobody a conversation. Using an older one ends the session: somebody has a copy.

mod error;
pub mod model;
pub mod refresh;
mod store;

pub use store::{Device, end, end_all, forget_expired, list, open, reopen};
