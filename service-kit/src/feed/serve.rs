//! `GET …/feed?cursor=&wait=`: serves a feed to other services, who show the service token.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::routing::get;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use sqlx::PgPool;
use tokio::time::Instant;
use validator::Validate;

use super::model::{Batch, Cursor};
use super::store::Feed;
use crate::{Json, Problem, Query};

/// How often the table is looked at while a reader waits.
const LOOK_EVERY: Duration = Duration::from_millis(100);
/// Longest wait for something new, in seconds.
const MAX_WAIT_SECONDS: u64 = 25;

/// The secret that services show each other.
#[derive(Clone)]
pub struct ServiceToken(Arc<str>);

impl std::fmt::Debug for ServiceToken {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("ServiceToken(…)")
    }
}

impl ServiceToken {
    /// Takes the configured secret.
    pub fn new(secret: impl Into<Arc<str>>) -> Self {
        Self(secret.into())
    }

    /// The secret itself, for the header of a call.
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// Compares digests, so that the time it takes tells nothing about the secret.
    fn admits(&self, headers: &HeaderMap) -> bool {
        let shown = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        shown
            .and_then(|value| value.strip_prefix("Bearer "))
            .is_some_and(|secret| Sha256::digest(secret.as_bytes()) == Sha256::digest(self.0.as_bytes()))
    }
}

#[derive(Debug, Clone)]
struct Served {
    feed: Feed,
    pool: PgPool,
    token: ServiceToken,
}

#[derive(Debug, Deserialize, Validate)]
struct Reading {
    cursor: Option<String>,
    wait: Option<u64>,
}

/// The route of one feed, for the internal listener: `path` is such as `/internal/v1/feed`.
pub fn router(path: &str, feed: Feed, pool: PgPool, token: ServiceToken) -> Router {
    Router::new().route(path, get(read)).with_state(Served { feed, pool, token })
}

async fn read(
    State(served): State<Served>,
    headers: HeaderMap,
    Query(reading): Query<Reading>,
) -> Result<Json<Batch>, Problem> {
    if !served.token.admits(&headers) {
        return Err(Problem::unauthenticated("Show the service token."));
    }
    let cursor = reading.cursor.as_deref().map(str::parse::<Cursor>).transpose();
    let cursor = cursor.map_err(|reason| Problem::invalid("cursor", reason))?;
    let wait = Duration::from_secs(reading.wait.unwrap_or(0).min(MAX_WAIT_SECONDS));
    let deadline = Instant::now() + wait;
    loop {
        let batch = served.feed.read(&served.pool, cursor).await?;
        if batch.restart || !batch.entries.is_empty() || Instant::now() >= deadline {
            return Ok(Json(batch));
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
