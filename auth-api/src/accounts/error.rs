//! Why an account cannot be made, used or removed.

use axum::http::StatusCode;
use service_kit::identity::TokenError;
use service_kit::{Problem, database};

use crate::passwords::PasswordError;

/// Why a call about accounts failed.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The e-mail address is somebody's already.
    #[error("Somebody signs in with this e-mail address already.")]
    EmailTaken,
    /// No such account, or not its password. One answer for both.
    #[error("The e-mail address or the password is wrong.")]
    WrongCredentials,
    /// The organization is blocked.
    #[error(transparent)]
    Refused(#[from] TokenError),
    /// The password could not be checked.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// The database did not answer.
    #[error(transparent)]
    Database(sqlx::Error),
}

impl From<sqlx::Error> for AccountError {
    fn from(error: sqlx::Error) -> Self {
        if database::violates(&error, "accounts_email") { Self::EmailTaken } else { Self::Database(error) }
    }
}

impl From<AccountError> for Problem {
    fn from(error: AccountError) -> Self {
        let detail = error.to_string();
        match error {
            AccountError::EmailTaken => Self::conflict("email_taken", detail),
            AccountError::WrongCredentials => {
                Self::new(StatusCode::UNAUTHORIZED, "wrong_credentials", detail)
            }
            AccountError::Refused(error) => error.into(),
            AccountError::Password(error) => error.into(),
            AccountError::Database(error) => error.into(),
        }
    }
}
