//! All SQL of satisfaction: it stands with the help request it is about.

use sqlx::PgConnection;
use uuid::Uuid;

use super::model::{Rateable, Rating, Satisfaction};

/// Locks a request, and reads what decides about a rating of it.
pub async fn lock(connection: &mut PgConnection, request: Uuid) -> Result<Option<Rateable>, sqlx::Error> {
    let row = sqlx::query!(
        r#"SELECT participant, conversation, status, closed_at, rating, rating_comment, rated_at, now() AS "now!"
           FROM help_requests WHERE id = $1 FOR UPDATE"#,
        request
    )
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        Ok(Rateable {
            participant: row.participant,
            conversation: row.conversation,
            status: row.status.parse()?,
            closed_at: row.closed_at,
            known: Satisfaction::from_columns(row.rating.as_deref(), row.rating_comment, row.rated_at)?,
            now: row.now,
        })
    })
    .transpose()
}

/// Stores a rating of a request that this transaction holds.
pub async fn rate(
    connection: &mut PgConnection,
    request: Uuid,
    rating: Rating,
    comment: Option<&str>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "UPDATE help_requests SET rating = $2, rating_comment = $3, rated_at = COALESCE(rated_at, now()) WHERE id = $1",
        request,
        rating.as_str(),
        comment
    )
    .execute(connection)
    .await?;
    Ok(())
}
