//! Events, as far as messenger knows them: what the people in a conversation need at hand.

pub mod error;
pub mod find;
pub mod show;
