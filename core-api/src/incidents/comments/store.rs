//! All SQL of comments.

use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use super::model::Comment;
use crate::cursor::Cursor;

/// The comments of an incident, newest first, at most `limit` after this place.
pub async fn list(
    pool: &PgPool,
    incident: Uuid,
    after: Option<Cursor>,
    limit: i64,
) -> Result<Vec<Comment>, sqlx::Error> {
    sqlx::query_as!(
        Comment,
        "SELECT id, author, text, created_at, edited_at FROM incident_comments
         WHERE incident = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3))
         ORDER BY created_at DESC, id DESC LIMIT $4",
        incident,
        after.map(|cursor| cursor.at),
        after.map(|cursor| cursor.id),
        limit,
    )
    .fetch_all(pool)
    .await
}

/// A comment of a locked incident.
pub async fn read(
    connection: &mut PgConnection,
    incident: Uuid,
    id: Uuid,
) -> Result<Option<Comment>, sqlx::Error> {
    sqlx::query_as!(
        Comment,
        "SELECT id, author, text, created_at, edited_at FROM incident_comments WHERE incident = $1 AND id = $2",
        incident,
        id,
    )
    .fetch_optional(connection)
    .await
}

/// Keeps a new comment.
pub async fn insert(
    connection: &mut PgConnection,
    incident: Uuid,
    id: Uuid,
    author: Uuid,
    text: &str,
) -> Result<Comment, sqlx::Error> {
    sqlx::query_as!(
        Comment,
        "INSERT INTO incident_comments (incident, id, author, text) VALUES ($1, $2, $3, $4)
         RETURNING id, author, text, created_at, edited_at",
        incident,
        id,
        author,
        text,
    )
    .fetch_one(connection)
    .await
}

/// Changes what a comment says.
pub async fn update(
    connection: &mut PgConnection,
    incident: Uuid,
    id: Uuid,
    text: &str,
) -> Result<Comment, sqlx::Error> {
    sqlx::query_as!(
        Comment,
        "UPDATE incident_comments SET text = $3, edited_at = now() WHERE incident = $1 AND id = $2
         RETURNING id, author, text, created_at, edited_at",
        incident,
        id,
        text,
    )
    .fetch_one(connection)
    .await
}

/// Removes a comment.
pub async fn delete(connection: &mut PgConnection, incident: Uuid, id: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("DELETE FROM incident_comments WHERE incident = $1 AND id = $2", incident, id)
        .execute(connection)
        .await?;
    Ok(())
}
