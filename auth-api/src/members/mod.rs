//! Members: the people of an organization, with a role.

pub mod add;
pub mod change;
mod error;
pub mod list;
pub mod model;
pub mod remove;
pub mod store;
