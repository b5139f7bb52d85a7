//! The archive: every help conversation, found by its words, people, tags, outcome and time.
//!
//! Storing a message touches no text index: ten thousand a second must stay cheap. Each conversation has one entry
//! with all its words, which a background task fills ([`index`]): it follows this service's own feed, on one node at a
//! time, and looks at open conversations in turn.

pub mod export;
mod formats;
pub mod index;
pub mod model;
mod open;
pub mod search;
pub mod store;
pub mod words;
