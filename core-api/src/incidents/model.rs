//! What an incident is.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// How far the work on an incident is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = IncidentStatus)]
pub enum Status {
    /// Nobody has begun.
    ToDo,
    /// Somebody is at it.
    InProgress,
    /// It is over, and was seen to.
    Resolved,
    /// It was none, or is not pursued.
    Cancelled,
}

impl Status {
    /// Whether nothing more is to be done.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Resolved | Self::Cancelled)
    }
}

/// How soon it has to be seen to; the words of help requests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = IncidentPriority)]
pub enum Priority {
    /// A life may be in danger.
    Critical,
    /// Before others.
    High,
    /// In its turn.
    #[default]
    Normal,
    /// When there is time.
    Low,
}

/// How much harm it does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Severity {
    /// A nuisance.
    #[default]
    Minor,
    /// It keeps people from something, or harms somebody.
    Moderate,
    /// It harms many, or puts the event itself in question.
    Major,
}

/// What members say about an incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = IncidentDetails)]
pub struct Details {
    /// What happened, in one line.
    pub title: String,
    /// More about it; may be empty and may have several lines.
    pub description: String,
    /// Where, in words; may be empty.
    pub place: String,
    /// How far the work is.
    pub status: Status,
    /// How soon it has to be seen to.
    pub priority: Priority,
    /// How much harm it does.
    pub severity: Severity,
    /// The member who sees to it; null while it is nobody's.
    #[schema(required = true)]
    pub owner: Option<Uuid>,
}

/// An incident as its organization sees it, and as other services learn of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Incident {
    /// Which one; also the cursor of lists.
    pub id: Uuid,
    /// The organization whose it is.
    pub organization: Uuid,
    /// The event at which it happens.
    pub event: Uuid,
    /// What members say about it.
    #[serde(flatten)]
    pub details: Details,
    /// The conversations that tell of it, the one that was linked first before the others.
    pub conversations: Vec<Uuid>,
    /// Goes up by one with each edit, which names the version it was made from. Links and comments change nothing in it.
    pub version: i32,
    /// The member who created it.
    pub created_by: Uuid,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it was last changed, or linked.
    pub updated_at: DateTime<Utc>,
    /// When it was resolved or cancelled for the first time; stays when it is taken up again.
    #[schema(required = true)]
    pub closed_at: Option<DateTime<Utc>>,
}
