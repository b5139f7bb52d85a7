//! Announcements: one message to everybody at an event.
//!
//! They are a conversation of the event (kind `announcements`) that its people hear and managers write into, so that
//! order, catching up and resuming are those of every conversation. Who hears it stands in `participations`; counts
//! are kept beside each announcement.

pub mod error;
pub mod list;
pub mod model;
pub mod post;
pub mod receipts;
pub mod store;
