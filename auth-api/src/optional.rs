//! An identity that may be left out, but must be valid when it is sent.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use service_kit::Problem;

/// Who calls, if they send a token at all. A token that is not valid is refused rather than ignored: somebody
/// who believes to be signed in must not silently become somebody new.
#[derive(Debug, Clone, Copy)]
pub struct MaybeSent<T>(pub Option<T>);

impl<S, T> FromRequestParts<S> for MaybeSent<T>
where
    S: Send + Sync,
    T: FromRequestParts<S, Rejection = Problem>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        if !parts.headers.contains_key(header::AUTHORIZATION) {
            return Ok(Self(None));
        }
        T::from_request_parts(parts, state).await.map(|caller| Self(Some(caller)))
    }
}
