//! Why a refresh token is refused.

use axum::http::StatusCode;
use service_kit::Problem;

/// Why a refresh failed.
#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    /// Not a token, not a live session's, or used before. One answer for all: a thief learns nothing.
    #[error("This refresh token is not valid any more. Sign in again.")]
    Invalid,
    /// The database did not answer.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

impl From<TokenError> for Problem {
    fn from(error: TokenError) -> Self {
        match error {
            TokenError::Invalid => {
                Self::new(StatusCode::UNAUTHORIZED, "refresh_token_invalid", error.to_string())
            }
            TokenError::Database(error) => error.into(),
        }
    }
}
