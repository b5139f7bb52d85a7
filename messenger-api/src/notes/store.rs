//! All SQL of notes.

use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::conversations::store::record;

/// The conversation of notes beside a help conversation.
pub async fn beside(executor: impl PgExecutor<'_>, help: Uuid) -> Result<Option<Uuid>, sqlx::Error> {
    sqlx::query_scalar!("SELECT id FROM conversations WHERE about = $1 AND kind = 'notes'", help)
        .fetch_optional(executor)
        .await
}

/// The same, made if there is none yet; nothing when the conversation is none of help. Its row stays locked, so that
/// nobody comes or goes meanwhile.
pub async fn open(connection: &mut PgConnection, help: Uuid) -> Result<Option<Uuid>, sqlx::Error> {
    sqlx::query!("SELECT id FROM conversations WHERE id = $1 FOR NO KEY UPDATE", help)
        .fetch_optional(&mut *connection)
        .await?;
    if let Some(known) = beside(&mut *connection, help).await? {
        return Ok(Some(known));
    }
    let made = sqlx::query_scalar!(
        "INSERT INTO conversations (id, kind, event, organization, status, about, closed_at)
         SELECT $1, 'notes', event, organization, status, id, closed_at FROM conversations
         WHERE id = $2 AND kind = 'help' RETURNING id",
        Uuid::now_v7(),
        help
    )
    .fetch_optional(&mut *connection)
    .await?;
    if made.is_some() {
        follow(connection, help).await?;
    }
    Ok(made)
}

/// Keeps the notes beside a help conversation in step with it, within the transaction that changed it: the same
/// members, open as long as it is.
pub async fn follow(connection: &mut PgConnection, help: Uuid) -> Result<(), sqlx::Error> {
    let notes = sqlx::query_scalar!(
        "WITH notes AS MATERIALIZED (
             SELECT n.id, h.status, h.closed_at FROM conversations n JOIN conversations h ON h.id = n.about
             WHERE n.about = $1 AND n.kind = 'notes'
         ), members AS MATERIALIZED (
             SELECT person FROM conversation_people WHERE conversation = $1 AND kind = 'member'
         ), gone AS (
             DELETE FROM conversation_people p USING notes
             WHERE p.conversation = notes.id AND p.person NOT IN (SELECT person FROM members)
         ), come AS (
             INSERT INTO conversation_people (conversation, person, kind)
             SELECT notes.id, members.person, 'member' FROM notes, members ON CONFLICT DO NOTHING
         )
         UPDATE conversations c SET status = notes.status, closed_at = notes.closed_at, version = version + 1
         FROM notes WHERE c.id = notes.id RETURNING c.id",
        help
    )
    .fetch_optional(&mut *connection)
    .await?;
    match notes {
        Some(notes) => record(connection, notes).await,
        None => Ok(()),
    }
}
