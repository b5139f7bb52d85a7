//! All SQL of the keys.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use super::model::StoredKey;

/// Lets one node at a time look after the keys, until the transaction ends.
pub async fn lock(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::query!("LOCK TABLE organizers.signing_keys IN SHARE ROW EXCLUSIVE MODE")
        .execute(connection)
        .await?;
    Ok(())
}

/// The database's clock at this very moment.
pub async fn now(connection: &mut PgConnection) -> Result<DateTime<Utc>, sqlx::Error> {
    sqlx::query_scalar!(r#"SELECT clock_timestamp() AS "now!""#).fetch_one(connection).await
}

/// All keys, newest first; there are never more than a few.
pub async fn list(connection: &mut PgConnection) -> Result<Vec<StoredKey>, sqlx::Error> {
    sqlx::query_as!(
        StoredKey,
        "SELECT id, private, created_at, active_from FROM organizers.signing_keys ORDER BY created_at DESC LIMIT 100"
    )
    .fetch_all(connection)
    .await
}

/// Keeps a new key.
pub async fn insert(connection: &mut PgConnection, key: &StoredKey) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO organizers.signing_keys (id, private, created_at, active_from) VALUES ($1, $2, $3, $4)",
        key.id,
        key.private,
        key.created_at,
        key.active_from,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Forgets keys.
pub async fn delete(connection: &mut PgConnection, ids: &[Uuid]) -> Result<(), sqlx::Error> {
    sqlx::query!("DELETE FROM organizers.signing_keys WHERE id = ANY($1)", ids).execute(connection).await?;
    Ok(())
}
