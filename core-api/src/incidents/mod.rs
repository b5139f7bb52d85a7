//! Incidents: what goes wrong at an event and is worked on, the conversations that tell of it, and what members say
//! about it.

pub mod comments;
pub mod create;
pub mod delete;
pub mod edit;
mod error;
mod input;
pub mod link;
pub mod list;
mod model;
pub mod read;
mod rules;
mod store;
pub mod unlink;
