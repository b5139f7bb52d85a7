//! Events as the public sees them: published events of approved organizations, without a token.

pub mod find_by_code;
mod model;
mod place;
pub mod read;
pub mod search;
mod store;

pub use model::PublicEvent;
