//! What an event is.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::code::JoinCode;

/// Whether an event takes place as far as the public knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = EventStatus)]
pub enum Status {
    /// Visible, if its organization is approved.
    Published,
    /// Put away: only its organization sees it.
    Archived,
}

/// A named part of an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Zone {
    /// Stays the same when the zone is renamed: printed QR codes carry it.
    pub id: Uuid,
    /// Such as "Gate A".
    pub name: String,
}

/// Somebody to call about an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Contact {
    /// Stays the same when the contact is edited.
    pub id: Uuid,
    /// Who answers.
    pub name: String,
    /// What they are there for, such as "first aid".
    #[schema(required = true)]
    pub role: Option<String>,
    /// Their number.
    pub phone: String,
}

/// What an organizer says about an event.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = EventDetails)]
pub struct Details {
    /// What people call it.
    pub name: String,
    /// More about it; may be empty and may have several lines.
    pub description: String,
    /// Where it takes place, in words.
    pub address: String,
    /// Where it takes place, in degrees north.
    #[schema(required = true)]
    pub latitude: Option<f64>,
    /// Where it takes place, in degrees east.
    #[schema(required = true)]
    pub longitude: Option<f64>,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends; later than it begins.
    pub ends_at: DateTime<Utc>,
    /// Whom to call when Steward cannot help.
    #[schema(required = true)]
    pub emergency_number: Option<String>,
    /// Its parts, in the organizer's order.
    pub zones: Vec<Zone>,
    /// Whom to call, in the organizer's order.
    pub contacts: Vec<Contact>,
}

/// An event as its organization sees it, and as other services learn of it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Event {
    /// The event.
    pub id: Uuid,
    /// The organization that runs it.
    pub organization: Uuid,
    /// What participants type to join.
    pub code: JoinCode,
    /// Whether it is published or archived.
    pub status: Status,
    /// What its organizer says about it.
    #[serde(flatten)]
    pub details: Details,
    /// Goes up by one with each change; an edit names the version it was made from.
    pub version: i32,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
}
