//! What came before a conversation: others of the same participant at the same event.

use sqlx::PgPool;
use uuid::Uuid;

/// The other help conversations of the same participant at the same event, newest first.
pub async fn others(pool: &PgPool, conversation: Uuid, limit: i64) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "SELECT o.conversation FROM help_requests r
         JOIN help_requests o ON o.participant = r.participant AND o.event = r.event AND o.id <> r.id
         WHERE r.conversation = $1 ORDER BY o.id DESC LIMIT $2",
        conversation,
        limit
    )
    .fetch_all(pool)
    .await
}

/// Whether a conversation, or the notes beside it, came before an open one that this member is in.
pub async fn leads_to_one_of(pool: &PgPool, conversation: Uuid, member: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (
               SELECT 1 FROM conversations c
               JOIN help_requests r ON r.conversation = COALESCE(c.about, c.id)
               JOIN help_requests o ON o.participant = r.participant AND o.event = r.event AND o.id > r.id
               JOIN conversations open ON open.id = o.conversation AND open.status = 'open'
               JOIN conversation_people p ON p.conversation = o.conversation AND p.person = $2
               WHERE c.id = $1 AND c.status = 'closed'
           ) AS "leads!""#,
        conversation,
        member
    )
    .fetch_one(pool)
    .await
}
