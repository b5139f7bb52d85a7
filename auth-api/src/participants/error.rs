//! Why a participant cannot register or sign in.

use axum::http::StatusCode;
use service_kit::{Problem, database};

use crate::passwords::PasswordError;

/// Why a call about participants failed.
#[derive(Debug, thiserror::Error)]
pub enum ParticipantError {
    /// The e-mail address is somebody's already.
    #[error("Somebody has registered with this e-mail address. Sign in instead.")]
    EmailTaken,
    /// The caller has registered before, with another address or password.
    #[error("You have registered already.")]
    AlreadyRegistered,
    /// The session of the caller's token has ended meanwhile.
    #[error("This session was ended. Sign in again.")]
    SessionEnded,
    /// No such account, or not its password. One answer for both.
    #[error("The e-mail address or the password is wrong.")]
    WrongCredentials,
    /// The password could not be checked.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// The database did not answer.
    #[error(transparent)]
    Database(sqlx::Error),
}

impl From<sqlx::Error> for ParticipantError {
    fn from(error: sqlx::Error) -> Self {
        if database::violates(&error, "participants_email") {
            Self::EmailTaken
        } else {
            Self::Database(error)
        }
    }
}

impl From<ParticipantError> for Problem {
    fn from(error: ParticipantError) -> Self {
        let detail = error.to_string();
        match error {
            ParticipantError::EmailTaken => Self::conflict("email_taken", detail),
            ParticipantError::AlreadyRegistered => Self::conflict("already_registered", detail),
            ParticipantError::SessionEnded => Self::new(StatusCode::UNAUTHORIZED, "session_ended", detail),
            ParticipantError::WrongCredentials => {
                Self::new(StatusCode::UNAUTHORIZED, "wrong_credentials", detail)
            }
            ParticipantError::Password(error) => error.into(),
            ParticipantError::Database(error) => error.into(),
        }
    }
}
