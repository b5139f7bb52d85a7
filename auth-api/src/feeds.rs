//! What the other services learn from auth-api: one feed a database.

use chrono::{DateTime, Utc};
use serde::Serialize;
use service_kit::feed::Feed;
use sqlx::PgConnection;
use uuid::Uuid;

/// The feed of the database `participants`: kinds `person` and `session`.
pub const PARTICIPANTS: Feed = Feed::in_schema("participants");
/// The feed of the database `organizers`: kinds `organization`, `member` and `session`.
pub const ORGANIZERS: Feed = Feed::in_schema("organizers");

#[derive(Serialize)]
struct EndedSession {
    id: Uuid,
    ended_at: DateTime<Utc>,
}

/// Tells everybody that these sessions ended: no token of theirs counts any more.
pub async fn record_ended_sessions(
    connection: &mut PgConnection,
    feed: Feed,
    sessions: &[Uuid],
) -> Result<(), sqlx::Error> {
    for &id in sessions {
        feed.record(connection, "session", id, &EndedSession { id, ended_at: Utc::now() }).await?;
    }
    Ok(())
}
