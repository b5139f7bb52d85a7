//! Why something about an incident was refused.

use service_kit::Problem;

use crate::sequencer::Refusal;

/// A refusal.
#[derive(Debug, thiserror::Error)]
pub enum IncidentError {
    /// Unknown, or of another organization.
    #[error("there is no such incident")]
    NotFound,
    /// One of the messages was refused; those before it may stand.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] sqlx::Error),
}

impl From<IncidentError> for Problem {
    fn from(error: IncidentError) -> Self {
        match error {
            IncidentError::NotFound => Self::not_found("incident"),
            IncidentError::Refused(refusal) => refusal.into(),
            IncidentError::Store(error) => error.into(),
        }
    }
}
