//! What is audited.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::conversations::close::Outcome;
use crate::conversations::model::Person;
use crate::help_requests::model::{Category, Priority};
use crate::words::words;

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
    /// Answered everybody who told of an incident. The entity is the incident.
    IncidentAnswered,
    /// Judged a request anew. The entity is the conversation, as in all that follow.
    RequestJudged,
    /// Let a colleague take part, or themselves.
    MemberInvited,
    /// Took a colleague out, or left.
    MemberRemoved,
    /// Handed it to a colleague, or (without one) back to the queue.
    ConversationTransferred,
    /// Ended it.
    ConversationClosed,
    /// Took its end back.
    ConversationReopened,
}

words!(Action {
    ConversationRead => "conversation_read",
    TranscriptMade => "transcript_made",
    ArchiveSearched => "archive_searched",
    ArchiveExported => "archive_exported",
    IncidentAnswered => "incident_answered",
    RequestJudged => "request_judged",
    MemberInvited => "member_invited",
    MemberRemoved => "member_removed",
    ConversationTransferred => "conversation_transferred",
    ConversationClosed => "conversation_closed",
    ConversationReopened => "conversation_reopened",
});

impl Action {
    /// Minutes within which the same again is one and the same: pages of one reading, letters of one search.
    pub fn again_minutes(self) -> i32 {
        match self {
            Self::ConversationRead | Self::ArchiveSearched => 10,
            _ => 0,
        }
    }
}

/// What stood there before or after a change; null for what the change does not concern.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Facts {
    /// How urgent it was judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// What kind of help it was judged to need.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Category>,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// What an incident was called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

impl Facts {
    /// As a table keeps them. What a newer version has written and this one does not know is left out.
    pub fn from_column(stored: Option<serde_json::Value>) -> Option<Self> {
        serde_json::from_value(stored?).ok()
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
    /// With whom the conversation is that it was done with; null when it was no conversation.
    pub participant: Option<Person>,
    /// At which event; null when it was no conversation.
    pub event: Option<Uuid>,
    /// The name of that event.
    pub event_name: Option<String>,
    /// The present title of the incident that it was done with; null when it was none, or there is none any more.
    pub incident: Option<String>,
    /// Who was invited or taken out, or has the conversation since.
    pub member: Option<Person>,
    /// What stood there before; null when nothing was changed.
    pub before: Option<Facts>,
    /// What stands there since; null when nothing was changed.
    pub after: Option<Facts>,
    /// When, by the database's clock.
    pub at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_a_newer_version_wrote_is_left_out_and_breaks_no_page() {
        let known = json!({ "priority": "high", "place": "Gate A" });
        let high = Facts { priority: Some(Priority::High), ..Facts::default() };
        assert_eq!(Facts::from_column(Some(known)), Some(high));
        assert_eq!(Facts::from_column(Some(json!({ "priority": "highest" }))), None);
        assert_eq!(Facts::from_column(None), None);
    }
}
