//! Why something about a help request was refused.

use service_kit::Problem;
use uuid::Uuid;

use super::model::HelpRequest;
use crate::events::error::EventError;
use crate::messages::model::InvalidContent;

/// A refusal.
#[derive(Debug, thiserror::Error)]
pub enum RequestError {
    /// Unknown, or not the caller's.
    #[error("there is no such help request")]
    NotFound,
    /// The event is unknown, not open to the public, or over.
    #[error(transparent)]
    Event(#[from] EventError),
    /// A field does not hold what it must.
    #[error(transparent)]
    Invalid(#[from] InvalidContent),
    /// The participant has an open request at this event.
    #[error("You already have an open help request at this event.")]
    AlreadyOpen {
        /// That request.
        id: Uuid,
        /// Its conversation.
        conversation: Uuid,
    },
    /// The key was used with another content.
    #[error("This Idempotency-Key was used before with another content.")]
    Conflict,
    /// Somebody else has it.
    #[error("Somebody has already taken this request.")]
    AlreadyTaken,
    /// It has ended.
    #[error("This request has ended.")]
    Closed,
    /// Nobody waits.
    #[error("Nobody is waiting.")]
    QueueEmpty,
    /// The member's capacity is used up, or off.
    #[error("You have as many conversations as your capacity allows. Close one or raise it.")]
    AtCapacity,
    /// Somebody else changed it; the answer shows what it is now.
    #[error("Somebody else has changed this request meanwhile.")]
    VersionConflict(Option<Box<HelpRequest>>),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] sqlx::Error),
}

impl From<RequestError> for Problem {
    fn from(error: RequestError) -> Self {
        let detail = error.to_string();
        match error {
            RequestError::NotFound => Self::not_found("help request"),
            RequestError::Event(error) => error.into(),
            RequestError::Invalid(invalid) => Self::invalid(invalid.field, invalid.reason),
            RequestError::AlreadyOpen { id, conversation } => Self::conflict("already_open", detail)
                .with("id", id.to_string())
                .with("conversation", conversation.to_string()),
            RequestError::Conflict => Self::conflict("conflict", detail),
            RequestError::AlreadyTaken => Self::conflict("already_taken", detail),
            RequestError::Closed => Self::conflict("closed", detail),
            RequestError::QueueEmpty => Self::new(axum::http::StatusCode::NOT_FOUND, "queue_empty", detail),
            RequestError::AtCapacity => Self::conflict("at_capacity", detail),
            RequestError::VersionConflict(current) => {
                Self::conflict("version_conflict", detail).with("current", serde_json::json!(current))
            }
            RequestError::Store(error) => error.into(),
        }
    }
}
