//! Probes: `/health/live` (the process runs) and `/health/ready` (it can serve: its database answers).

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use sqlx::PgPool;

use crate::Problem;

/// The probes of a service that needs these databases.
pub fn router(pools: Vec<PgPool>) -> Router {
    Router::new()
        .route("/health/live", get(|| async { StatusCode::OK }))
        .route("/health/ready", get(ready))
        .with_state(pools)
}

async fn ready(State(pools): State<Vec<PgPool>>) -> Result<StatusCode, Problem> {
    for pool in &pools {
        sqlx::query("SELECT 1").execute(pool).await?;
    }
    Ok(StatusCode::OK)
}
