//! Participants: people at events, guests and registered ones alike.

mod error;
pub mod model;
pub mod register;
pub mod sign_in;
pub mod sign_out;
pub mod store;
