//! Why a live location was not taken.

use service_kit::Problem;

use crate::conversations::error::ConversationError;
use crate::messages::model::InvalidContent;

/// A refusal.
#[derive(Debug, thiserror::Error)]
pub enum LiveLocationError {
    /// The conversation is unknown, or not the caller's.
    #[error(transparent)]
    Conversation(#[from] ConversationError),
    /// It has ended: nobody looks for anybody any more.
    #[error("This conversation is closed.")]
    Closed,
    /// It is not a place on Earth.
    #[error("{}: {}", place_field(.0), .0.reason)]
    Invalid(#[from] InvalidContent),
    /// The store refused; what it says is not for clients.
    #[error("The place could not be taken right now.")]
    Store(#[from] sqlx::Error),
}

/// The rules of places name the field as messages carry it; here the place is the whole.
fn place_field(invalid: &InvalidContent) -> &'static str {
    invalid.field.trim_start_matches("location.")
}

impl LiveLocationError {
    /// What a socket is told: stable, and machine-readable.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Conversation(_) => "not_found",
            Self::Closed => "closed",
            Self::Invalid(_) => "invalid",
            Self::Store(_) => "unavailable",
        }
    }
}

impl From<LiveLocationError> for Problem {
    fn from(error: LiveLocationError) -> Self {
        match error {
            LiveLocationError::Conversation(error) => error.into(),
            LiveLocationError::Closed => Self::conflict("closed", error.to_string()),
            LiveLocationError::Invalid(invalid) => Self::invalid(place_field(&invalid), invalid.reason),
            LiveLocationError::Store(error) => error.into(),
        }
    }
}
