//! Why something about a conversation was refused.

use service_kit::Problem;

/// A refusal.
#[derive(Debug, thiserror::Error)]
pub enum ConversationError {
    /// Unknown, or not the caller's.
    #[error("there is no such conversation")]
    NotFound,
    /// Nobody has taken it yet.
    #[error("Nobody has taken this request yet: take it first, or let it be cancelled.")]
    StillWaiting,
    /// The store refused.
    #[error(transparent)]
    Store(#[from] sqlx::Error),
}

impl From<ConversationError> for Problem {
    fn from(error: ConversationError) -> Self {
        match error {
            ConversationError::NotFound => Self::not_found("conversation"),
            ConversationError::StillWaiting => Self::conflict("still_waiting", error.to_string()),
            ConversationError::Store(error) => error.into(),
        }
    }
}
