//! What may end a token before its time, or let it count longer, read anew every second: ended sessions, blocked
//! organizations, and whether auth-api answers whichever node follows its feed.

use std::time::Duration;

use service_kit::identity::{Gate, Standing};
use service_kit::{Tasks, feed};
use sqlx::PgPool;

use super::store;

/// How often: an ended session is to be refused everywhere within two seconds.
const EVERY: Duration = Duration::from_secs(1);
const _: () = assert!(EVERY.as_secs() <= 1, "the rest is for the way of what was ended");

/// Gives the gate a fresh copy.
pub async fn refresh(pool: &PgPool, gate: &Gate) -> Result<(), sqlx::Error> {
    let ended_sessions = store::ended_sessions(pool).await?.into_iter().collect();
    let blocked_organizations = store::blocked_organizations(pool).await?.into_iter().collect();
    gate.set_standing(Standing { ended_sessions, blocked_organizations });
    gate.set_auth_away(feed::sources(pool).await?.iter().any(|source| !source.reachable));
    Ok(())
}

/// Refreshes the gate until shutdown. While the database is away, the last copy counts.
pub async fn keep_standing(pool: PgPool, gate: Gate, tasks: Tasks) {
    while tasks.pause(EVERY).await {
        if let Err(error) = refresh(&pool, &gate).await {
            tracing::warn!(%error, "what was ended and blocked could not be read");
        }
    }
}
