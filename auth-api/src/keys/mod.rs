//! The Ed25519 keys that sign tokens: made at the first start, kept in the database `organizers`, published as a
//! JWKS, replaced by age. A key is published before it signs and for a while after, so that no token is refused
//! because of a change of keys.

mod model;
pub mod publish;
pub mod rotate;
mod store;

pub use model::{KeyError, SigningKeys};
