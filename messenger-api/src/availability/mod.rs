//! Availability: how many conversations a member takes at once, and for which events they are pushed.

pub mod colleagues;
pub mod model;
pub mod presence;
pub mod set;
pub mod show;
pub mod stamp;
pub mod store;
