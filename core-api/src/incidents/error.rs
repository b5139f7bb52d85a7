//! Why something about an incident was refused.

use service_kit::Problem;
use service_kit::problem::FieldError;

use super::model::Incident;
use super::rules::MOST_CONVERSATIONS;

/// A refusal.
#[derive(Debug, thiserror::Error)]
pub enum IncidentError {
    /// Unknown, or of another organization.
    #[error("there is no such incident")]
    NotFound,
    /// The incident has no such comment.
    #[error("there is no such comment")]
    NoComment,
    /// Somebody else wrote the comment.
    #[error("Only whoever wrote a comment changes or deletes it.")]
    NotTheAuthor,
    /// Fields that do not keep the rules.
    #[error("{} fields were refused", .0.len())]
    Invalid(Vec<FieldError>),
    /// Somebody else changed it in between; this is what it is now.
    #[error("Somebody else changed this incident in between. `current` is what it is now.")]
    VersionConflict(Box<Incident>),
    /// The idempotency key was used for another incident.
    #[error("This Idempotency-Key was used to create another incident.")]
    KeyReused,
    /// As many conversations as can be are linked.
    #[error("An incident has at most {MOST_CONVERSATIONS} conversations.")]
    TooMany,
    /// The store refused.
    #[error(transparent)]
    Store(#[from] sqlx::Error),
}

impl IncidentError {
    /// The organization has no such event.
    pub fn unknown_event() -> Self {
        let reason = "your organization has no such event".to_owned();
        Self::Invalid(vec![FieldError { field: "event".to_owned(), reason }])
    }
}

impl From<Vec<FieldError>> for IncidentError {
    fn from(refused: Vec<FieldError>) -> Self {
        Self::Invalid(refused)
    }
}

impl From<IncidentError> for Problem {
    fn from(error: IncidentError) -> Self {
        let detail = error.to_string();
        match error {
            IncidentError::NotFound => Self::not_found("incident"),
            IncidentError::NoComment => Self::not_found("comment"),
            IncidentError::NotTheAuthor => Self::forbidden(detail),
            IncidentError::Invalid(refused) => Self::invalid_fields(refused),
            IncidentError::VersionConflict(current) => Self::conflict("version_conflict", detail)
                .with("current", serde_json::to_value(current).unwrap_or_default()),
            IncidentError::KeyReused => Self::conflict("conflict", detail),
            IncidentError::TooMany => Self::conflict("too_many", detail),
            IncidentError::Store(error) => error.into(),
        }
    }
}
