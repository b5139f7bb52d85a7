//! Where somebody is while they share it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Where the participant of a conversation was last, for the people of the conversation. Only the newest place is kept.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Located {
    /// Who.
    pub person: Uuid,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// Radius in metres within which the place lies.
    pub accuracy: Option<f64>,
    /// When the place was told.
    pub at: DateTime<Utc>,
    /// When it ended: the person stopped it, or the conversation was closed. Null while it goes on.
    pub stopped_at: Option<DateTime<Utc>>,
}
