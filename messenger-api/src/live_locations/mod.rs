//! Live locations: where a participant is, told again and again while their conversation is open, until they stop it.

mod error;
pub mod model;
pub mod share;
pub mod stop;
pub mod store;
