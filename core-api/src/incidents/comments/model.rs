//! What a comment is.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// What a member said about an incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = IncidentComment)]
pub struct Comment {
    /// Which one.
    pub id: Uuid,
    /// The member who wrote it.
    pub author: Uuid,
    /// What it says.
    pub text: String,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When its author last changed it; null when it stands as it was written.
    #[schema(required = true)]
    pub edited_at: Option<DateTime<Utc>>,
}

/// What a comment is to say.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[schema(as = IncidentCommentText)]
pub struct CommentText {
    /// The words.
    #[schema(min_length = 1, max_length = 2000)]
    pub text: String,
}
