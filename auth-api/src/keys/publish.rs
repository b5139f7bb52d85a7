//! The public halves of the keys, as a JWKS (RFC 7517).

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Serialize;
use utoipa::ToSchema;

use super::model::SigningKeys;
use crate::state::App;

/// How long others may keep the answer: far shorter than a new key is published before it signs.
const CACHE: HeaderValue = HeaderValue::from_static("public, max-age=60");

/// A JWKS document.
#[derive(Serialize, ToSchema)]
#[schema(as = KeySet)]
pub struct PublishedKeys {
    /// The keys.
    keys: Vec<PublishedKey>,
}

/// The public half of a key.
#[derive(Serialize, ToSchema)]
#[schema(as = Key)]
pub struct PublishedKey {
    /// Always `OKP`.
    kty: String,
    /// Always `Ed25519`.
    crv: String,
    /// The public key, in base64url.
    x: String,
    /// The id that tokens name.
    kid: String,
    /// Always `EdDSA`.
    alg: String,
    /// Always `sig`.
    r#use: String,
}

/// The keys that tokens are verified with.
#[utoipa::path(
    get,
    path = "/auth/v1/.well-known/jwks.json",
    operation_id = "list_keys",
    tag = "keys",
    responses((status = 200, body = PublishedKeys))
)]
pub async fn publish(State(app): State<App>) -> Response {
    answer(&app.keys)
}

/// The keys that tokens are verified with, at the address where other software looks for them.
#[utoipa::path(
    get,
    path = "/auth/.well-known/jwks.json",
    operation_id = "list_keys_at_root",
    tag = "keys",
    responses((status = 200, body = PublishedKeys))
)]
pub async fn publish_at_root(State(app): State<App>) -> Response {
    answer(&app.keys)
}

/// The same keys for the other services, on the internal listener.
pub fn internal(keys: SigningKeys) -> Router {
    Router::new().route("/internal/v1/keys", get(async move || answer(&keys)))
}

fn answer(keys: &SigningKeys) -> Response {
    ([(header::CACHE_CONTROL, CACHE)], Json(keys.published())).into_response()
}
