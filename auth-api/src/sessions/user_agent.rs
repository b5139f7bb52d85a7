//! What a browser says of itself.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;

/// Most characters of it that are kept.
const MAX_CHARACTERS: usize = 200;

/// The `User-Agent` of a request, cut to a sensible length: people recognize their devices by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserAgent(pub Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for UserAgent {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let text = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        Ok(Self(text.map(|text| text.chars().take(MAX_CHARACTERS).collect())))
    }
}
