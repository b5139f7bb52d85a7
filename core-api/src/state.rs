//! What handlers share.

use axum::extract::FromRef;
use service_kit::identity::Gate;
use sqlx::PgPool;

/// What handlers share.
#[derive(Debug, Clone, FromRef)]
pub struct State {
    /// The database `events`.
    pub pool: PgPool,
    /// Verifies tokens.
    pub gate: Gate,
}
