//! Following a feed within the database that has it: one process at a time, from a stored cursor on.

use sqlx::PgPool;
use uuid::Uuid;

use super::cursors::Lease;
use super::model::Batch;
use super::store::Feed;

/// This process's claim to follow a feed of its own database under a name. A batch that was not advanced past comes
/// again, perhaps to another process: what is made of it must bear that.
#[derive(Debug)]
pub struct Turn {
    feed: Feed,
    pool: PgPool,
    lease: Lease,
}

impl Turn {
    /// A claim; nothing is taken yet.
    pub fn new(feed: Feed, name: &'static str, pool: PgPool) -> Self {
        Self { feed, pool, lease: Lease { source: name, holder: Uuid::now_v7() } }
    }

    /// Takes or renews the turn and reads what follows; none while another process has it.
    pub async fn next(&self) -> Result<Option<Batch>, sqlx::Error> {
        let Some(cursor) = self.lease.take(&self.pool).await? else { return Ok(None) };
        let cursor = cursor.and_then(|cursor| cursor.parse().ok());
        Ok(Some(self.feed.read(&self.pool, cursor).await?))
    }

    /// Notes that everything up to here is done. When the turn was lost meanwhile, whoever has it does it again.
    pub async fn advance(&self, cursor: &str) -> Result<(), sqlx::Error> {
        let mut connection = self.pool.acquire().await?;
        self.lease.advance(&mut connection, cursor).await?;
        Ok(())
    }

    /// Gives the turn back: whoever comes next need not wait.
    pub async fn release(&self) -> Result<(), sqlx::Error> {
        self.lease.release(&self.pool).await
    }
}
