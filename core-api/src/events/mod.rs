//! Events: named times and places with a join code, zones and contacts.

pub mod archive;
mod code;
pub mod create;
pub mod edit;
mod error;
mod input;
pub mod list;
mod model;
pub mod read;
mod rules;
pub(crate) mod store;

pub use code::{JoinCode, NotACode};
pub use create::create_with_code;
pub use error::EventError;
pub use input::{ContactInput, EditEvent, NewEvent, ZoneInput};
pub use model::{Contact, Details, Event, Status, Zone};
pub use rules::{MAX_CONTACTS, MAX_ZONES, is_plausible};
