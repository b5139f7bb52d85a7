//! The feed table. Its statements are checked when they run, not when they compile: the table stands in a
//! schema of each service.

use serde::Serialize;
use sqlx::{AssertSqlSafe, PgConnection, PgPool, Row};
use uuid::Uuid;

use super::model::{Batch, Cursor, Entry};

/// Most entries in a batch.
const BATCH: i64 = 500;

/// The feed of one database.
#[derive(Debug, Clone, Copy)]
pub struct Feed {
    schema: &'static str,
}

impl Feed {
    /// The feed in this schema (tables `feed` and `feed_epoch`). The name is a constant of the code, never input.
    pub const fn in_schema(schema: &'static str) -> Self {
        Self { schema }
    }

    /// Records the new state of an entity, in the transaction that changes it.
    pub async fn record(
        &self,
        connection: &mut PgConnection,
        kind: &str,
        entity: Uuid,
        state: &impl Serialize,
    ) -> Result<(), sqlx::Error> {
        let data = serde_json::to_value(state).map_err(|error| sqlx::Error::Encode(error.into()))?;
        self.write(connection, kind, entity, Some(data)).await
    }

    /// Records that an entity no longer exists.
    pub async fn record_deletion(
        &self,
        connection: &mut PgConnection,
        kind: &str,
        entity: Uuid,
    ) -> Result<(), sqlx::Error> {
        self.write(connection, kind, entity, None).await
    }

    async fn write(
        &self,
        connection: &mut PgConnection,
        kind: &str,
        entity: Uuid,
        data: Option<serde_json::Value>,
    ) -> Result<(), sqlx::Error> {
        let schema = self.schema;
        sqlx::query(AssertSqlSafe(format!("DELETE FROM {schema}.feed WHERE kind = $1 AND entity = $2")))
            .bind(kind)
            .bind(entity)
            .execute(&mut *connection)
            .await?;
        sqlx::query(AssertSqlSafe(format!(
            "INSERT INTO {schema}.feed (kind, entity, data) VALUES ($1, $2, $3)"
        )))
        .bind(kind)
        .bind(entity)
        .bind(data)
        .execute(connection)
        .await?;
        Ok(())
    }

    /// Reads what follows `cursor`; from the start when there is none or its epoch is another.
    pub async fn read(&self, pool: &PgPool, cursor: Option<Cursor>) -> Result<Batch, sqlx::Error> {
        let schema = self.schema;
        let epoch: Uuid = sqlx::query_scalar(AssertSqlSafe(format!("SELECT epoch FROM {schema}.feed_epoch")))
            .fetch_one(pool)
            .await?;
        let known = cursor.filter(|cursor| cursor.epoch == epoch);
        let mut position = known.unwrap_or(Cursor { epoch, transaction: 0, id: 0 });
        let rows = sqlx::query(AssertSqlSafe(format!(
            "SELECT transaction::text::bigint AS transaction, id, kind, entity, data, \
                    transaction < pg_snapshot_xmin(pg_current_snapshot()) AS settled \
             FROM {schema}.feed WHERE (transaction, id) > ($1::text::xid8, $2) ORDER BY feed.transaction, id LIMIT $3"
        )))
        .bind(position.transaction.to_string())
        .bind(position.id)
        .bind(BATCH)
        .fetch_all(pool)
        .await?;
        let mut entries = Vec::with_capacity(rows.len());
        let mut withheld = false;
        for row in &rows {
            if !row.try_get::<bool, _>("settled")? {
                withheld = true;
                break;
            }
            position.transaction = row.try_get("transaction")?;
            position.id = row.try_get("id")?;
            entries.push(Entry {
                kind: row.try_get("kind")?,
                entity: row.try_get("entity")?,
                data: row.try_get("data")?,
            });
        }
        let more = i64::try_from(entries.len()).is_ok_and(|count| count == BATCH);
        Ok(Batch { restart: known.is_none(), cursor: position.to_string(), entries, more, withheld })
    }

    /// The cursor of the newest readable row: for readers that only want what comes from now on.
    pub async fn newest(&self, pool: &PgPool) -> Result<Cursor, sqlx::Error> {
        let schema = self.schema;
        let row = sqlx::query(AssertSqlSafe(format!(
            "SELECT epoch, (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1) AS transaction FROM {schema}.feed_epoch"
        )))
        .fetch_one(pool)
        .await?;
        Ok(Cursor { epoch: row.try_get("epoch")?, transaction: row.try_get("transaction")?, id: i64::MAX })
    }
}
