//! Following another service's feed: one process at a time for each consuming database, cursor and rows in one
//! transaction.

use std::future::Future;
use std::time::Duration;

use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use super::cursors::Lease;
use super::figures::Figures;
use super::model::{Batch, Entry};
use super::serve::ServiceToken;
use crate::Tasks;

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

/// What came of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Round {
    /// Another process holds the lease.
    OfAnother,
    /// What there was is applied.
    Followed {
        /// How many entries.
        entries: usize,
        /// Whether more is known to follow at once.
        more: bool,
    },
}

/// Follows a feed until shutdown. Failures are logged and tried again: the feed catches up by itself.
pub async fn follow(source: Source, pool: PgPool, applier: impl Applier, tasks: Tasks) {
    let client =
        reqwest::Client::builder().timeout(Duration::from_secs(WAIT_SECONDS + 5)).build().unwrap_or_default();
    let lease = Lease { source: source.name, holder: Uuid::now_v7() };
    let follower = Follower { source, pool, applier, client, lease };
    let figures = Figures::of(follower.source.name);
    while !tasks.is_stopping() {
        let round = tokio::select! {
            round = follower.round() => round,
            () = tasks.stopping() => break,
        };
        match &round {
            Ok(Round::Followed { entries, more }) => figures.followed(*entries, *more),
            Ok(Round::OfAnother) => figures.left_to_another(),
            Err(_) => figures.failed(),
        }
        let go_on = match round {
            Ok(Round::Followed { .. }) => true,
            Ok(Round::OfAnother) => tasks.pause(RETRY).await,
            Err(error) => {
                tracing::warn!(source = follower.source.name, %error, "a feed could not be followed");
                tasks.pause(RETRY).await
            }
        };
        if !go_on {
            break;
        }
    }
    if let Err(error) = follower.lease.release(&follower.pool).await {
        tracing::debug!(%error, "a lease runs out by itself");
    }
}

struct Follower<A> {
    source: Source,
    pool: PgPool,
    applier: A,
    client: reqwest::Client,
    lease: Lease,
}

impl<A: Applier> Follower<A> {
    /// One round: take or renew the lease, read, apply.
    async fn round(&self) -> Result<Round, FollowError> {
        let Some(cursor) = self.lease.take(&self.pool).await? else { return Ok(Round::OfAnother) };
        let batch = match self.read(cursor).await {
            Ok(batch) => batch,
            Err(error) => {
                self.lease.note(&self.pool, false, false).await?;
                // Another node may reach it.
                self.lease.release(&self.pool).await?;
                return Err(error.into());
            }
        };
        if batch.restart || !batch.entries.is_empty() {
            self.apply(&batch).await?;
            self.applier.applied(&batch.entries);
        }
        self.lease.note(&self.pool, true, !batch.more).await?;
        Ok(Round::Followed { entries: batch.entries.len(), more: batch.more })
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
        if !self.lease.advance(&mut transaction, &batch.cursor).await? {
            return transaction.rollback().await;
        }
        self.applier.apply(&mut transaction, batch.restart, &batch.entries).await?;
        transaction.commit().await
    }
}
