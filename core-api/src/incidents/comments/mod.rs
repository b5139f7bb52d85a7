//! What members say about an incident. Only their author changes or deletes a comment.

pub mod delete;
pub mod list;
mod model;
pub mod put;
mod store;
