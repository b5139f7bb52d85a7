//! Judging requests anew.

use chrono::TimeDelta;
use sqlx::PgConnection;
use uuid::Uuid;

use super::record;
use crate::help_requests::model::{Category, Priority};

/// What an edit may change, and what it depends on.
#[derive(Debug, Clone, Copy)]
pub struct Judged {
    /// How urgent it is.
    pub priority: Priority,
    /// What kind of help.
    pub category: Category,
    /// Whether it came in a rush of guests.
    pub unverified: bool,
    /// Grows with every edit.
    pub version: i64,
}

/// Reads [`Judged`] of a request that this transaction holds.
pub async fn judged(connection: &mut PgConnection, id: Uuid) -> Result<Judged, sqlx::Error> {
    let row =
        sqlx::query!("SELECT priority, category, unverified, version FROM help_requests WHERE id = $1", id)
            .fetch_one(connection)
            .await?;
    Ok(Judged {
        priority: row.priority.parse()?,
        category: row.category.parse()?,
        unverified: row.unverified,
        version: row.version,
    })
}

/// Changes priority and category of a request that this transaction holds; from now on it counts in the queue as if it
/// had been opened so.
pub async fn edit(
    connection: &mut PgConnection,
    id: Uuid,
    judged: Judged,
    head_start: TimeDelta,
) -> Result<(), sqlx::Error> {
    let event = sqlx::query_scalar!(
        "UPDATE help_requests SET priority = $2, category = $3, version = version + 1,
             queue_key = opened_at - make_interval(secs => $4)
         WHERE id = $1 RETURNING event",
        id,
        judged.priority.as_str(),
        judged.category.as_str(),
        head_start.as_seconds_f64()
    )
    .fetch_one(&mut *connection)
    .await?;
    record(connection, id, event).await
}
