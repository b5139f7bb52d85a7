//! Incidents as far as they are talked about. They are core-api's; here stands a copy of which conversations tell of
//! which, and what is said to all of them at once.

pub mod answer;
pub mod conversations;
mod error;
pub mod model;
pub mod store;
