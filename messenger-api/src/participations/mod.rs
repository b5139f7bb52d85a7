//! Who is at which event: announcements reach them, and counts include them.

pub mod join;
pub mod leave;
pub mod store;
