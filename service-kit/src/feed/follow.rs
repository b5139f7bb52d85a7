//! Following another service's feed: one process at a time for each consuming database, cursor and rows in one
//! transaction.
//!
//! The consuming database has the table
//! `feed_cursors (source text primary key, cursor text, holder uuid, held_until timestamptz)`.

use std::future::Future;
use std::time::Duration;

use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use super::model::{Batch, Entry};
use super::serve::ServiceToken;
use crate::Tasks;

/// Seconds a lease lasts without being renewed: so long nobody follows after its holder was killed.
const LEASE_SECONDS: f64 = 5.0;
/// Pause after a failure, and between attempts to get the lease.
const RETRY: Duration = Duration::from_secs(1);
/// Seconds that the serving side may wait for something new: shorter than the lease.
const WAIT_SECONDS: u64 = 2;

/// Where a feed is read from.
#[derive(Debug, Clone)]
pub struct Source {
    /// Name of the cursor, such as `auth.participants`.
    pub name: &'static str,
    /// Address of the feed.
    pub url: String,
    /// The secret to show.
    pub token: ServiceToken,
}

/// What a consuming service does with a feed.
pub trait Applier: Send + Sync + 'static {
    /// Applies entries to the service's own copy. With `restart` the copy must first be emptied of this source:
    /// what follows is all there is.
    fn apply(
        &self,
        connection: &mut PgConnection,
        restart: bool,
        entries: &[Entry],
    ) -> impl Future<Output = Result<(), sqlx::Error>> + Send;

    /// Called after the commit, to tell whoever waits for the change.
    fn applied(&self, entries: &[Entry]);

    /// Called when the source begins or ceases to answer.
    fn reachable(&self, reachable: bool);
}

/// Why a round of following failed.
#[derive(Debug, thiserror::Error)]
pub enum FollowError {
    /// The source did not answer.
    #[error("the source did not answer: {0}")]
    Source(#[from] reqwest::Error),
    /// The own database refused.
    #[error("the own database refused: {0}")]
    Database(#[from] sqlx::Error),
}

/// Follows a feed until shutdown. Failures are logged and tried again: the feed catches up by itself.
pub async fn follow(source: Source, pool: PgPool, applier: impl Applier, tasks: Tasks) {
    let client =
        reqwest::Client::builder().timeout(Duration::from_secs(WAIT_SECONDS + 5)).build().unwrap_or_default();
    let holder = Uuid::now_v7();
    let follower = Follower { source, pool, applier, client, holder };
    let mut reachable = true;
    while !tasks.is_stopping() {
        let round = tokio::select! {
            round = follower.round() => round,
            () = tasks.stopping() => break,
        };
        let now_reachable = !matches!(round, Err(FollowError::Source(_)));
        if now_reachable != reachable {
            reachable = now_reachable;
            follower.applier.reachable(reachable);
        }
        let go_on = match round {
            Ok(true) => true,
            Ok(false) => tasks.pause(RETRY).await,
            Err(error) => {
                tracing::warn!(source = follower.source.name, %error, "a feed could not be followed");
                tasks.pause(RETRY).await
            }
        };
        if !go_on {
            break;
        }
    }
    follower.release().await;
}

struct Follower<A> {
    source: Source,
    pool: PgPool,
    applier: A,
    client: reqwest::Client,
    holder: Uuid,
}

impl<A: Applier> Follower<A> {
    /// One round: take or renew the lease, read, apply. False when another process holds the lease.
    async fn round(&self) -> Result<bool, FollowError> {
        let Some(cursor) = self.lease().await? else { return Ok(false) };
        let batch = self.read(cursor).await?;
        if batch.restart || !batch.entries.is_empty() {
            self.apply(&batch).await?;
            self.applier.applied(&batch.entries);
        }
        Ok(true)
    }

    async fn lease(&self) -> Result<Option<Option<String>>, sqlx::Error> {
        sqlx::query_scalar(
            "INSERT INTO feed_cursors AS c (source, holder, held_until) \
             VALUES ($1, $2, now() + make_interval(secs => $3)) \
             ON CONFLICT (source) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until \
             WHERE c.holder = excluded.holder OR c.held_until < now() RETURNING cursor",
        )
        .bind(self.source.name)
        .bind(self.holder)
        .bind(LEASE_SECONDS)
        .fetch_optional(&self.pool)
        .await
    }

    /// Whoever comes next need not wait.
    async fn release(&self) {
        let released =
            sqlx::query("UPDATE feed_cursors SET held_until = now() WHERE source = $1 AND holder = $2")
                .bind(self.source.name)
                .bind(self.holder)
                .execute(&self.pool)
                .await;
        if let Err(error) = released {
            tracing::debug!(%error, "a lease runs out by itself");
        }
    }

    async fn read(&self, cursor: Option<String>) -> Result<Batch, reqwest::Error> {
        let mut query = vec![("wait", WAIT_SECONDS.to_string())];
        query.extend(cursor.map(|cursor| ("cursor", cursor)));
        let address = reqwest::Url::parse_with_params(&self.source.url, query);
        let address = address.map_or_else(|_| self.source.url.clone(), String::from);
        let request = self.client.get(address).bearer_auth(self.source.token.secret());
        request.send().await?.error_for_status()?.json().await
    }

    async fn apply(&self, batch: &Batch) -> Result<(), sqlx::Error> {
        let mut transaction = self.pool.begin().await?;
        let held = sqlx::query("UPDATE feed_cursors SET cursor = $3 WHERE source = $1 AND holder = $2")
            .bind(self.source.name)
            .bind(self.holder)
            .bind(&batch.cursor)
            .execute(&mut *transaction)
            .await?;
        if held.rows_affected() == 0 {
            return transaction.rollback().await;
        }
        self.applier.apply(&mut transaction, batch.restart, &batch.entries).await?;
        transaction.commit().await
    }
}
