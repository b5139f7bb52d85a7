//! Why something at an event was refused.

use service_kit::Problem;

/// A refusal.
#[derive(Debug, thiserror::Error)]
pub enum EventError {
    /// Unknown, or not the caller's.
    #[error("there is no such event")]
    NotFound,
    /// It was archived; the number is whom to call.
    #[error("This event has ended. In an emergency call {0}.")]
    Closed(String),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] sqlx::Error),
}

impl From<EventError> for Problem {
    fn from(error: EventError) -> Self {
        let detail = error.to_string();
        match error {
            EventError::NotFound => Self::not_found("event"),
            EventError::Closed(_) => Self::conflict("event_closed", detail),
            EventError::Store(error) => error.into(),
        }
    }
}
