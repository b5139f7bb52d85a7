//! Why a rating was refused.

use service_kit::Problem;

/// A refusal.
#[derive(Debug, thiserror::Error)]
pub enum SatisfactionError {
    /// Unknown, or not the caller's.
    #[error("there is no such help request")]
    NotFound,
    /// Nobody can say yet how it was.
    #[error("This help request has not been closed.")]
    NotClosed,
    /// The day in which it could be changed is over.
    #[error("What you said of the help you got can be changed for a day.")]
    TooLate,
    /// The store refused.
    #[error(transparent)]
    Store(#[from] sqlx::Error),
}

impl From<SatisfactionError> for Problem {
    fn from(error: SatisfactionError) -> Self {
        let detail = error.to_string();
        match error {
            SatisfactionError::NotFound => Self::not_found("help request"),
            SatisfactionError::NotClosed => Self::conflict("not_closed", detail),
            SatisfactionError::TooLate => Self::conflict("too_late", detail),
            SatisfactionError::Store(error) => error.into(),
        }
    }
}
