//! All SQL of tags.

use std::collections::HashMap;

use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use crate::conversations::model::Conversation;

/// Files a conversation under these tags, given its notes, whose row this transaction holds. Says which are new there.
pub async fn put(
    connection: &mut PgConnection,
    notes: Uuid,
    tags: &[String],
) -> Result<Vec<String>, sqlx::Error> {
    let before = sqlx::query_scalar!("SELECT tags FROM conversations WHERE id = $1", notes)
        .fetch_one(&mut *connection)
        .await?
        .unwrap_or_default();
    sqlx::query!("UPDATE conversations SET tags = $2 WHERE id = $1", notes, tags).execute(connection).await?;
    Ok(tags.iter().filter(|tag| !before.contains(tag)).cloned().collect())
}

/// Remembers tags that were used, to suggest them again. Rows are locked in one order.
pub async fn remember(
    connection: &mut PgConnection,
    organization: Uuid,
    tags: &[String],
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO tags AS t (organization, tag) SELECT $1, u.tag FROM UNNEST($2::text[]) AS u (tag) ORDER BY u.tag
         ON CONFLICT (organization, tag) DO UPDATE SET uses = t.uses + 1, used_at = now()",
        organization,
        tags
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Tags of an organization that begin like this, the most used ones first.
pub async fn suggest(
    pool: &PgPool,
    organization: Uuid,
    beginning: &str,
    limit: i64,
) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar!(
        "SELECT tag FROM tags WHERE organization = $1 AND starts_with(tag, $2) ORDER BY uses DESC, tag LIMIT $3",
        organization,
        beginning,
        limit
    )
    .fetch_all(pool)
    .await
}

/// Adds to help conversations what they are filed under. For members only.
pub async fn fill(pool: &PgPool, conversations: &mut [Conversation]) -> Result<(), sqlx::Error> {
    let ids: Vec<Uuid> = conversations.iter().map(|conversation| conversation.id).collect();
    let rows = sqlx::query!(
        r#"SELECT about AS "about!", tags AS "tags!" FROM conversations
           WHERE about = ANY($1) AND kind = 'notes' AND tags IS NOT NULL"#,
        &ids
    )
    .fetch_all(pool)
    .await?;
    let mut tags: HashMap<Uuid, Vec<String>> = rows.into_iter().map(|row| (row.about, row.tags)).collect();
    for conversation in conversations {
        if let Some(tags) = tags.remove(&conversation.id) {
            conversation.tags = Some(tags);
        }
    }
    Ok(())
}
