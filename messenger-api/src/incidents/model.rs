//! What messenger knows of an incident, and what became of an answer to all.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// An incident, as core-api's feed tells of it.
#[derive(Debug, Clone, Deserialize)]
pub struct Incident {
    /// Which one.
    pub id: Uuid,
    /// Whose.
    pub organization: Uuid,
    /// What happened, in one line.
    pub title: String,
    /// The conversations that tell of it.
    pub conversations: Vec<Uuid>,
}

/// Whom an answer to all of an incident's conversations reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Answered {
    /// The conversations in which it stands.
    pub reached: Vec<Uuid>,
    /// Those that had ended, where it could not be said.
    pub closed: Vec<Uuid>,
}
