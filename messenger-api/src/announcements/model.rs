//! What an announcement is.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::conversations::model::{Conversation, Person};
use crate::messages::model::Body;

/// One message to everybody at an event, and how far it came: `seen` ≤ `delivered` ≤ `sent`.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Announcement {
    /// The event's conversation of announcements.
    pub conversation: Uuid,
    /// Its number there.
    pub seq: i64,
    /// The id that its writer gave it.
    pub client_id: Uuid,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// Who made it.
    pub by: Person,
    /// What it says.
    #[schema(value_type = Body)]
    pub body: serde_json::Value,
    /// How many people were at the event then.
    pub sent: i64,
    /// How many of them have it on a device.
    pub delivered: i64,
    /// How many of them have read it.
    pub seen: i64,
}

/// The announcements that one person hears: the state of their conversation, with this person's marks alone.
#[derive(Debug, Clone)]
pub struct Heard {
    /// Who.
    pub person: Uuid,
    /// What.
    pub state: Conversation,
    /// Whether the event goes on.
    pub goes_on: bool,
}
