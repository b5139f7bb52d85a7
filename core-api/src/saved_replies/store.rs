//! All SQL of saved replies.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use super::model::{SavedReply, Scope};

struct Row {
    id: Uuid,
    member: Option<Uuid>,
    shortcut: String,
    text: String,
    version: i32,
    updated_at: DateTime<Utc>,
}

impl From<Row> for SavedReply {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            scope: if row.member.is_some() { Scope::Personal } else { Scope::Organization },
            shortcut: row.shortcut,
            text: row.text,
            version: row.version,
            updated_at: row.updated_at,
        }
    }
}

/// The organization's and the member's own, by shortcut; at most `limit`.
pub async fn list(
    executor: impl PgExecutor<'_>,
    organization: Uuid,
    member: Uuid,
    limit: i64,
) -> Result<Vec<SavedReply>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        "SELECT id, member, shortcut, text, version, updated_at FROM saved_replies
         WHERE organization = $1 AND (member IS NULL OR member = $2)
         ORDER BY shortcut, member NULLS LAST LIMIT $3",
        organization,
        member,
        limit
    )
    .fetch_all(executor)
    .await?;
    Ok(rows.into_iter().map(SavedReply::from).collect())
}

/// How many there are of one owner.
pub async fn count(
    executor: impl PgExecutor<'_>,
    organization: Uuid,
    owner: Option<Uuid>,
) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM saved_replies
           WHERE organization = $1 AND member IS NOT DISTINCT FROM $2"#,
        organization,
        owner
    )
    .fetch_one(executor)
    .await
}

/// The one with this shortcut.
pub async fn by_shortcut(
    executor: impl PgExecutor<'_>,
    organization: Uuid,
    owner: Option<Uuid>,
    shortcut: &str,
) -> Result<Option<SavedReply>, sqlx::Error> {
    let row = sqlx::query_as!(
        Row,
        "SELECT id, member, shortcut, text, version, updated_at FROM saved_replies
         WHERE organization = $1 AND member IS NOT DISTINCT FROM $2 AND shortcut = $3",
        organization,
        owner,
        shortcut
    )
    .fetch_optional(executor)
    .await?;
    Ok(row.map(SavedReply::from))
}

/// Keeps a new one; none when the shortcut is taken.
pub async fn insert(
    executor: impl PgExecutor<'_>,
    id: Uuid,
    (organization, owner): (Uuid, Option<Uuid>),
    shortcut: &str,
    text: &str,
) -> Result<Option<SavedReply>, sqlx::Error> {
    let row = sqlx::query_as!(
        Row,
        "INSERT INTO saved_replies (id, organization, member, shortcut, text) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING RETURNING id, member, shortcut, text, version, updated_at",
        id,
        organization,
        owner,
        shortcut,
        text
    )
    .fetch_optional(executor)
    .await?;
    Ok(row.map(SavedReply::from))
}

/// One that this member sees; nobody else changes it until the transaction ends.
pub async fn lock(
    connection: &mut PgConnection,
    id: Uuid,
    organization: Uuid,
    member: Uuid,
) -> Result<Option<SavedReply>, sqlx::Error> {
    let row = sqlx::query_as!(
        Row,
        "SELECT id, member, shortcut, text, version, updated_at FROM saved_replies
         WHERE id = $1 AND organization = $2 AND (member IS NULL OR member = $3) FOR UPDATE",
        id,
        organization,
        member
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.map(SavedReply::from))
}

/// Changes one.
pub async fn update(
    connection: &mut PgConnection,
    id: Uuid,
    shortcut: &str,
    text: &str,
) -> Result<SavedReply, sqlx::Error> {
    let row = sqlx::query_as!(
        Row,
        "UPDATE saved_replies SET shortcut = $2, text = $3, version = version + 1, updated_at = now()
         WHERE id = $1 RETURNING id, member, shortcut, text, version, updated_at",
        id,
        shortcut,
        text
    )
    .fetch_one(connection)
    .await?;
    Ok(row.into())
}

/// Removes one.
pub async fn delete(connection: &mut PgConnection, id: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("DELETE FROM saved_replies WHERE id = $1", id).execute(connection).await?;
    Ok(())
}
