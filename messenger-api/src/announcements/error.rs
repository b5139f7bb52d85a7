//! Why something about an announcement was refused.

use service_kit::Problem;

use crate::events::error::EventError;
use crate::messages::model::InvalidContent;

/// A refusal.
#[derive(Debug, thiserror::Error)]
pub enum AnnouncementError {
    /// The event is unknown, of somebody else, or over.
    #[error(transparent)]
    Event(#[from] EventError),
    /// A field does not hold what it must.
    #[error(transparent)]
    Invalid(#[from] InvalidContent),
    /// The client id was used for another announcement.
    #[error("This client id was used before with another content.")]
    Conflict,
    /// The store refused.
    #[error(transparent)]
    Store(#[from] sqlx::Error),
}

impl From<AnnouncementError> for Problem {
    fn from(error: AnnouncementError) -> Self {
        let detail = error.to_string();
        match error {
            AnnouncementError::Event(error) => error.into(),
            AnnouncementError::Invalid(invalid) => Self::invalid(invalid.field, invalid.reason),
            AnnouncementError::Conflict => Self::conflict("conflict", detail),
            AnnouncementError::Store(error) => error.into(),
        }
    }
}
