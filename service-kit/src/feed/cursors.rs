//! The table of cursors of a consuming database:
//! `feed_cursors (source text primary key, cursor text, holder uuid, held_until timestamptz,
//! caught_up boolean, reachable boolean)`. Whoever holds the lease writes; every node reads.

use sqlx::{PgConnection, PgExecutor, PgPool};
use uuid::Uuid;

/// Seconds a lease lasts without being renewed: so long nobody follows after its holder was killed.
const LEASE_SECONDS: f64 = 5.0;

/// What is known of a feed that is followed.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct SourceState {
    /// Name of the cursor, such as `auth.participants`.
    #[sqlx(rename = "source")]
    pub name: String,
    /// Whether it was read to its end once.
    pub caught_up: bool,
    /// Whether it answered whoever follows it, the last time.
    pub reachable: bool,
}

/// All feeds that this database follows.
pub async fn sources(pool: &PgPool) -> Result<Vec<SourceState>, sqlx::Error> {
    sqlx::query_as("SELECT source, caught_up, reachable FROM feed_cursors").fetch_all(pool).await
}

/// One follower's hold on one cursor.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lease {
    pub source: &'static str,
    pub holder: Uuid,
}

impl Lease {
    /// Takes or renews the lease and gives the cursor; none when another process holds it.
    pub async fn take(&self, pool: &PgPool) -> Result<Option<Option<String>>, sqlx::Error> {
        sqlx::query_scalar(
            "INSERT INTO feed_cursors AS c (source, holder, held_until) \
             VALUES ($1, $2, now() + make_interval(secs => $3)) \
             ON CONFLICT (source) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until \
             WHERE c.holder = excluded.holder OR c.held_until < now() RETURNING cursor",
        )
        .bind(self.source)
        .bind(self.holder)
        .bind(LEASE_SECONDS)
        .fetch_optional(pool)
        .await
    }

    /// Moves the cursor; false when the lease was lost.
    pub async fn advance(&self, connection: &mut PgConnection, cursor: &str) -> Result<bool, sqlx::Error> {
        let moved = sqlx::query("UPDATE feed_cursors SET cursor = $3 WHERE source = $1 AND holder = $2")
            .bind(self.source)
            .bind(self.holder)
            .bind(cursor)
            .execute(connection)
            .await?;
        Ok(moved.rows_affected() > 0)
    }

    /// Notes for every node whether the source answers, and that it was read to its end.
    pub async fn note(
        &self,
        executor: impl PgExecutor<'_>,
        reachable: bool,
        caught_up: bool,
    ) -> Result<(), sqlx::Error> {
        sqlx::query(
            "UPDATE feed_cursors SET reachable = $3, caught_up = caught_up OR $4 \
             WHERE source = $1 AND holder = $2 AND (reachable <> $3 OR (NOT caught_up AND $4))",
        )
        .bind(self.source)
        .bind(self.holder)
        .bind(reachable)
        .bind(caught_up)
        .execute(executor)
        .await?;
        Ok(())
    }

    /// Gives the lease back: whoever comes next need not wait.
    pub async fn release(&self, pool: &PgPool) -> Result<(), sqlx::Error> {
        sqlx::query("UPDATE feed_cursors SET held_until = now() WHERE source = $1 AND holder = $2")
            .bind(self.source)
            .bind(self.holder)
            .execute(pool)
            .await?;
        Ok(())
    }
}
