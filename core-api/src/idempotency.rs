//! `Idempotency-Key`: a creation that is repeated, because its answer was lost, answers what the first one did.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use service_kit::Problem;

/// Most characters of a key.
const MAX_CHARACTERS: usize = 200;

/// The key of this request, if it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyKey(pub Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let Some(value) = parts.headers.get("idempotency-key") else { return Ok(Self(None)) };
        let readable = value.to_str().ok().filter(|key| (1..=MAX_CHARACTERS).contains(&key.len()));
        let refused = || {
            let reason = format!("must be 1 to {MAX_CHARACTERS} visible ASCII characters");
            Problem::invalid("Idempotency-Key", reason)
        };
        Ok(Self(Some(readable.ok_or_else(refused)?.to_owned())))
    }
}
