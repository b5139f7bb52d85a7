//! What the public sees of an event.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::events::{Details, Event, JoinCode, Status};

/// An event as the public sees it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PublicEvent {
    /// The event.
    pub id: Uuid,
    /// The organization that runs it.
    pub organization: Uuid,
    /// That organization's name.
    pub organization_name: String,
    /// What participants type to join.
    pub code: JoinCode,
    /// Always published.
    pub status: Status,
    /// What its organizer says about it.
    #[serde(flatten)]
    pub details: Details,
}

impl PublicEvent {
    /// The public side of an event.
    pub fn new(event: Event, organization_name: String) -> Self {
        let Event { id, organization, code, status, details, .. } = event;
        Self { id, organization, organization_name, code, status, details }
    }
}
