//! core-api's own copy of what auth-api says about organizers: organizations and their standing, and the sessions
//! of members that were ended. With it, core-api goes on when auth-api is away.

mod follow;
mod stand;
mod store;

pub use follow::{OrganizersFeed, SOURCE};
pub use stand::{keep_standing, refresh};
pub use store::forget_sessions;
