//! Organizations: the tenants. They register with their owner, and administrators approve or block them.

pub mod decide;
mod error;
pub mod list;
pub mod model;
pub mod register;
pub mod store;
