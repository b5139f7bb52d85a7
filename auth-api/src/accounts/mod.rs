//! Accounts: whoever signs in to the dashboard, a member of an organization or an administrator of the platform.

pub mod error;
pub mod model;
pub mod store;
