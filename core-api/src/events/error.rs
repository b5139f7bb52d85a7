//! What can go wrong with events.

use axum::http::StatusCode;
use service_kit::Problem;
use service_kit::problem::FieldError;

use super::model::Event;

/// Why something could not be done with an event.
#[derive(Debug, thiserror::Error)]
pub enum EventError {
    /// It does not exist in this organization.
    #[error("no such event")]
    NotFound,
    /// Fields that do not keep the rules.
    #[error("{} fields were refused", .0.len())]
    Invalid(Vec<FieldError>),
    /// Somebody else changed it in between; this is what it is now.
    #[error("the event was changed in between")]
    VersionConflict(Box<Event>),
    /// The idempotency key was used for another event.
    #[error("the idempotency key was used with another body")]
    KeyReused,
    /// No free join code was found.
    #[error("no free join code was found")]
    NoCode,
    /// The database did not answer.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

impl From<Vec<FieldError>> for EventError {
    fn from(refusals: Vec<FieldError>) -> Self {
        Self::Invalid(refusals)
    }
}

impl From<EventError> for Problem {
    fn from(error: EventError) -> Self {
        match error {
            EventError::NotFound => Self::not_found("event"),
            EventError::Invalid(refusals) => Self::invalid_fields(refusals),
            EventError::VersionConflict(current) => {
                let detail = "Somebody else changed this event in between. `current` is what it is now.";
                let current = serde_json::to_value(current).unwrap_or_default();
                Self::conflict("version_conflict", detail).with("current", current)
            }
            EventError::KeyReused => {
                Self::conflict("conflict", "This Idempotency-Key was used to create another event.")
            }
            EventError::NoCode => {
                tracing::error!("no free join code was found");
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable", "No free join code was found.")
                    .retry_after(1)
            }
            EventError::Database(error) => error.into(),
        }
    }
}
