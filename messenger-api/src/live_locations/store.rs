//! All SQL of live locations. Locks go conversation, then location, as at its end.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor, PgPool};
use uuid::Uuid;

use super::model::Located;
use crate::conversations::model::ConversationStatus;
use crate::messages::model::Location;

/// Notes the next place of somebody who shares it; none when they do not (any more).
pub async fn go_on(
    executor: impl PgExecutor<'_>,
    conversation: Uuid,
    person: Uuid,
    to: Location,
) -> Result<Option<DateTime<Utc>>, sqlx::Error> {
    sqlx::query_scalar!(
        "UPDATE live_locations SET latitude = $3, longitude = $4, accuracy = $5, at = now()
         WHERE conversation = $1 AND person = $2 AND stopped_at IS NULL RETURNING at",
        conversation,
        person,
        to.latitude,
        to.longitude,
        to.accuracy
    )
    .fetch_optional(executor)
    .await
}

/// Locks a conversation, and says whether it goes on.
pub async fn lock(
    connection: &mut PgConnection,
    conversation: Uuid,
) -> Result<Option<ConversationStatus>, sqlx::Error> {
    let status = sqlx::query_scalar!(
        "SELECT status FROM conversations WHERE id = $1 AND kind = 'help' FOR NO KEY UPDATE",
        conversation
    )
    .fetch_optional(connection)
    .await?;
    Ok(status.as_deref().map(ConversationStatus::from_column))
}

/// The first place, in a conversation that this transaction holds.
pub async fn begin(
    connection: &mut PgConnection,
    conversation: Uuid,
    person: Uuid,
    at: Location,
) -> Result<DateTime<Utc>, sqlx::Error> {
    sqlx::query_scalar!(
        "INSERT INTO live_locations (conversation, person, latitude, longitude, accuracy) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (conversation) DO UPDATE
         SET person = excluded.person, latitude = excluded.latitude, longitude = excluded.longitude,
             accuracy = excluded.accuracy, at = excluded.at, stopped_at = NULL
         RETURNING at",
        conversation,
        person,
        at.latitude,
        at.longitude,
        at.accuracy
    )
    .fetch_one(connection)
    .await
}

/// Ends the sharing in a conversation that this transaction holds; false when there was none.
pub async fn end(connection: &mut PgConnection, conversation: Uuid) -> Result<bool, sqlx::Error> {
    let done = sqlx::query!(
        "UPDATE live_locations SET stopped_at = now() WHERE conversation = $1 AND stopped_at IS NULL",
        conversation
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// The last places in these conversations, by conversation.
pub async fn of_conversations(pool: &PgPool, ids: &[Uuid]) -> Result<HashMap<Uuid, Located>, sqlx::Error> {
    let rows = sqlx::query!(
        "SELECT conversation, person, latitude, longitude, accuracy, at, stopped_at
         FROM live_locations WHERE conversation = ANY($1)",
        ids
    )
    .fetch_all(pool)
    .await?;
    let located = rows.into_iter().map(|row| {
        let located = Located {
            person: row.person,
            latitude: row.latitude,
            longitude: row.longitude,
            accuracy: row.accuracy,
            at: row.at,
            stopped_at: row.stopped_at,
        };
        (row.conversation, located)
    });
    Ok(located.collect())
}
