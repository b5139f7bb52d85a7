//! Administrators: the people of the platform. The first is made at start-up from the settings.

pub mod first;
pub mod model;
pub mod store;
