//! Why something about a conversation was refused.

use service_kit::Problem;
use uuid::Uuid;

use crate::events::error::EventError;

/// A refusal.
#[derive(Debug, thiserror::Error)]
pub enum ConversationError {
    /// Unknown, or not the caller's.
    #[error("there is no such conversation")]
    NotFound,
    /// Nobody has taken it yet.
    #[error("Nobody has taken this request yet: take it first, or let it be cancelled.")]
    StillWaiting,
    /// It has ended.
    #[error("This conversation has ended.")]
    Closed,
    /// The caller takes part in it, but somebody else has it.
    #[error("Only whoever has this conversation can do this, or a manager.")]
    NotTheHolder,
    /// The caller had no part in its end.
    #[error("Only whoever closed this conversation can open it again, or a manager.")]
    NotTheCloser,
    /// Whoever has it cannot just leave.
    #[error("This member has the conversation: transfer or close it.")]
    Holder,
    /// The colleague is off, or gave no sign lately.
    #[error("This colleague is not on duty.")]
    NotOnDuty,
    /// The colleague has as many as they take.
    #[error("This colleague has as many conversations as their capacity allows.")]
    AtCapacity,
    /// Enough members take part.
    #[error("As many members as can be take part in this conversation.")]
    TooMany,
    /// It ended too long ago.
    #[error("This conversation ended too long ago to be opened again.")]
    TooLate,
    /// The participant asked anew meanwhile.
    #[error("The participant has another open help request at this event.")]
    AlreadyOpen {
        /// That request.
        id: Uuid,
        /// Its conversation.
        conversation: Uuid,
    },
    /// The event is over.
    #[error(transparent)]
    Event(#[from] EventError),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] sqlx::Error),
}

impl From<ConversationError> for Problem {
    fn from(error: ConversationError) -> Self {
        let detail = error.to_string();
        match error {
            ConversationError::NotFound => Self::not_found("conversation"),
            ConversationError::StillWaiting => Self::conflict("still_waiting", detail),
            ConversationError::Closed => Self::conflict("closed", detail),
            ConversationError::NotTheHolder | ConversationError::NotTheCloser => Self::forbidden(detail),
            ConversationError::Holder => Self::conflict("holder", detail),
            ConversationError::NotOnDuty => Self::conflict("not_on_duty", detail),
            ConversationError::AtCapacity => Self::conflict("at_capacity", detail),
            ConversationError::TooMany => Self::conflict("too_many", detail),
            ConversationError::TooLate => Self::conflict("too_late", detail),
            ConversationError::AlreadyOpen { id, conversation } => Self::conflict("already_open", detail)
                .with("id", id.to_string())
                .with("conversation", conversation.to_string()),
            ConversationError::Event(error) => error.into(),
            ConversationError::Store(error) => error.into(),
        }
    }
}
