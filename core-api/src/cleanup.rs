//! What is removed when nobody can need it any more.

use std::time::Duration;

use service_kit::Tasks;
use sqlx::PgPool;

use crate::{events, organizers};

/// How often.
const EVERY: Duration = Duration::from_mins(10);

/// Removes old idempotency keys and ended sessions until shutdown.
pub async fn keep_clean(pool: PgPool, tasks: Tasks) {
    loop {
        if let Err(error) = clean(&pool).await {
            tracing::warn!(%error, "old rows could not be removed");
        }
        if !tasks.pause(EVERY).await {
            break;
        }
    }
}

async fn clean(pool: &PgPool) -> Result<(), sqlx::Error> {
    let keys = events::store::forget_keys(pool).await?;
    let sessions = organizers::forget_sessions(pool).await?;
    tracing::debug!(keys, sessions, "removed old rows");
    Ok(())
}
