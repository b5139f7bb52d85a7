//! All SQL of incidents: the copy of core-api's, and whom an answer goes to.

use sqlx::{PgConnection, PgExecutor, PgPool};
use uuid::Uuid;

use super::model::Incident;

/// Takes the newest state of an incident.
pub async fn put(connection: &mut PgConnection, row: &Incident) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO incidents (id, organization, title) VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET organization = excluded.organization, title = excluded.title",
        row.id,
        row.organization,
        row.title
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "DELETE FROM incident_conversations WHERE incident = $1 AND conversation <> ALL($2)",
        row.id,
        &row.conversations
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "INSERT INTO incident_conversations (incident, conversation)
         SELECT $1, conversation FROM UNNEST($2::uuid[]) AS linked (conversation) ON CONFLICT DO NOTHING",
        row.id,
        &row.conversations
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Forgets an incident that no longer exists.
pub async fn forget(connection: &mut PgConnection, id: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("DELETE FROM incidents WHERE id = $1", id).execute(connection).await?;
    Ok(())
}

/// Whether this organization has this incident.
pub async fn belongs(
    executor: impl PgExecutor<'_>,
    organization: Uuid,
    id: Uuid,
) -> Result<bool, sqlx::Error> {
    let found =
        sqlx::query_scalar!("SELECT id FROM incidents WHERE id = $1 AND organization = $2", id, organization);
    Ok(found.fetch_optional(executor).await?.is_some())
}

/// A conversation that an answer goes to.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// The conversation.
    pub conversation: Uuid,
    /// Its version under which it was found to be linked.
    pub version: i64,
    /// Whether the answer stands there already, from an earlier attempt.
    pub said: bool,
}

/// The help conversations of an incident, with what matters for an answer: whatever else was linked, such as what
/// belongs to another organization, is none of them.
pub async fn targets(
    pool: &PgPool,
    incident: Uuid,
    sender: Uuid,
    client_id: Uuid,
) -> Result<Vec<Target>, sqlx::Error> {
    sqlx::query_as!(
        Target,
        r#"SELECT c.id AS conversation, c.version,
                  EXISTS (SELECT 1 FROM messages m
                          WHERE m.conversation = c.id AND m.sender = $2 AND m.client_id = $3) AS "said!"
           FROM incidents i
           JOIN incident_conversations l ON l.incident = i.id
           JOIN conversations c ON c.id = l.conversation AND c.organization = i.organization AND c.kind = 'help'
           WHERE i.id = $1 ORDER BY c.id"#,
        incident,
        sender,
        client_id
    )
    .fetch_all(pool)
    .await
}

/// The help conversations of an incident, the newest first.
pub async fn conversations(
    pool: &PgPool,
    incident: Uuid,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "SELECT c.id FROM incidents i
         JOIN incident_conversations l ON l.incident = i.id
         JOIN conversations c ON c.id = l.conversation AND c.organization = i.organization AND c.kind = 'help'
         WHERE i.id = $1 AND ($2::uuid IS NULL OR c.id < $2) ORDER BY c.id DESC LIMIT $3",
        incident,
        after,
        limit
    )
    .fetch_all(pool)
    .await
}
