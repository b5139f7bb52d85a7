//! All SQL of participations.

use serde_json::json;
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use super::join::Participation;
use crate::announcements;
use crate::conversations::store::FEED;

/// Notes that a person is at an event; says whether that is news. What was announced before was not sent to them:
/// the lock keeps an announcement from being counted while somebody is just coming.
pub async fn join(
    connection: &mut PgConnection,
    participant: Uuid,
    event: Uuid,
    organization: Uuid,
) -> Result<bool, sqlx::Error> {
    let known = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM participations WHERE participant = $1 AND event = $2) AS "known!""#,
        participant,
        event
    )
    .fetch_one(&mut *connection)
    .await?;
    if known {
        return Ok(false);
    }
    let conversation = announcements::store::conversation(connection, event, organization).await?;
    let inserted = sqlx::query!(
        "INSERT INTO participations (participant, event, after_seq)
         SELECT $1, event, last_seq FROM conversations WHERE id = $2 FOR SHARE
         ON CONFLICT DO NOTHING",
        participant,
        conversation
    )
    .execute(&mut *connection)
    .await?
    .rows_affected();
    if inserted > 0 {
        record(connection, participant).await?;
    }
    Ok(inserted > 0)
}

/// Notes that a person left; says whether they were there.
pub async fn leave(
    connection: &mut PgConnection,
    participant: Uuid,
    event: Uuid,
) -> Result<bool, sqlx::Error> {
    let deleted =
        sqlx::query!("DELETE FROM participations WHERE participant = $1 AND event = $2", participant, event)
            .execute(&mut *connection)
            .await?
            .rows_affected();
    if deleted > 0 {
        record(connection, participant).await?;
    }
    Ok(deleted > 0)
}

/// Lets every node look at where this person is, whose sockets may be anywhere.
async fn record(connection: &mut PgConnection, participant: Uuid) -> Result<(), sqlx::Error> {
    FEED.record(connection, "participation", participant, &json!({})).await
}

/// Since when a person is at an event; none when they are not.
pub async fn read(
    pool: &PgPool,
    participant: Uuid,
    event: Uuid,
) -> Result<Option<Participation>, sqlx::Error> {
    sqlx::query_as!(
        Participation,
        "SELECT p.event, c.id AS conversation, p.joined_at
         FROM participations p JOIN conversations c ON c.event = p.event AND c.kind = 'announcements'
         WHERE p.participant = $1 AND p.event = $2",
        participant,
        event
    )
    .fetch_optional(pool)
    .await
}

/// How many people are at an event: whom an announcement reaches.
pub async fn count(executor: impl sqlx::PgExecutor<'_>, event: Uuid) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar!(r#"SELECT count(*) AS "count!" FROM participations WHERE event = $1"#, event)
        .fetch_one(executor)
        .await
}
