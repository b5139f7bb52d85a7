//! The entries of the feeds, as far as messenger reads them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// An organization.
#[derive(Debug, Clone, Deserialize)]
pub struct Organization {
    /// Which one.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// `pending`, `approved` or `blocked`.
    pub status: String,
}

/// A member of an organization.
#[derive(Debug, Clone, Deserialize)]
pub struct Member {
    /// Who.
    pub id: Uuid,
    /// Their organization.
    pub organization: Uuid,
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: String,
    /// Whether they can still sign in.
    pub active: bool,
}

/// A participant.
#[derive(Debug, Clone, Deserialize)]
pub struct Person {
    /// Who.
    pub id: Uuid,
    /// Their name, when given.
    pub name: Option<String>,
    /// Their e-mail address, when registered.
    pub email: Option<String>,
    /// Their telephone number, when given.
    pub phone: Option<String>,
}

/// A session that was ended.
#[derive(Debug, Clone, Deserialize)]
pub struct EndedSession {
    /// Which one.
    pub id: Uuid,
    /// When.
    pub ended_at: DateTime<Utc>,
}

/// A zone of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Zone {
    /// Which one.
    pub id: Uuid,
    /// Its name.
    pub name: String,
}

/// Somebody to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Contact {
    /// Which one.
    pub id: Uuid,
    /// Their name.
    pub name: String,
    /// What they are there for.
    pub role: Option<String>,
    /// Their telephone number.
    pub phone: String,
}

/// An event.
#[derive(Debug, Clone, Deserialize)]
pub struct Event {
    /// Which one.
    pub id: Uuid,
    /// Whose.
    pub organization: Uuid,
    /// Its name.
    pub name: String,
    /// Its join code.
    pub code: String,
    /// `published` or `archived`.
    pub status: String,
    /// When it starts.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// Where it is.
    pub address: String,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// Whom to call in an emergency.
    pub emergency_number: Option<String>,
    /// Its zones.
    pub zones: Vec<Zone>,
    /// Whom to call.
    pub contacts: Vec<Contact>,
}
