//! What is audited.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::conversations::model::Person;

/// What somebody did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Read a conversation that they are not in. The entity is the help conversation, also when notes were read.
    ConversationRead,
    /// Took a conversation away as a transcript. The entity is the conversation.
    TranscriptMade,
    /// Searched the archive. The entity is the organization.
    ArchiveSearched,
    /// Took the result of a search away. The entity is the organization.
    ArchiveExported,
}

impl Action {
    /// The word that the table uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ConversationRead => "conversation_read",
            Self::TranscriptMade => "transcript_made",
            Self::ArchiveSearched => "archive_searched",
            Self::ArchiveExported => "archive_exported",
        }
    }

    /// Minutes within which the same again is one and the same: pages of one reading, letters of one search.
    pub fn again_minutes(self) -> i32 {
        match self {
            Self::ConversationRead | Self::ArchiveSearched => 10,
            Self::TranscriptMade | Self::ArchiveExported => 0,
        }
    }
}

/// One entry of the audit log.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AuditEntry {
    /// Which one; also the cursor.
    pub id: Uuid,
    /// Who did it.
    pub actor: Person,
    /// What was done: one of [`Action`], or one that this version does not know.
    pub action: String,
    /// With what.
    pub entity: Uuid,
    /// When, by the database's clock.
    pub at: DateTime<Utc>,
}
