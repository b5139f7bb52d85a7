//! A writer: one task with one database connection that turns queued messages into commits.

use std::sync::Arc;
use std::time::{Duration, Instant};

use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};
use tokio::sync::mpsc;

use super::figures::FIGURES;
use super::plan::Verdict;
use super::submission::{Refusal, Submission};
use super::{BATCH, commit, commit::Means};
use crate::bus::{Bus, Subject};
use crate::failpoints::{Failpoint, reach};
use crate::live::Publication;
use crate::messages::model::{Acknowledged, Message};
use service_kit::Tasks;

/// Attempts at a batch before it is tried message by message.
const ATTEMPTS: u32 = 3;
/// Longest wait for a connection before the waiting messages are refused.
const CONNECT: Duration = Duration::from_secs(2);

/// From the beginning of a commit of several messages to that of the next: while many come, fewer and larger commits leave
/// the machine to all others. The decision on group commit has the figures.
const PACE: Duration = Duration::from_millis(1);
/// So many messages are several: a message that comes alone waits for nothing.
const SEVERAL: usize = 3;

/// One writer.
pub struct Writer {
    options: PgConnectOptions,
    bus: Arc<dyn Bus>,
    connection: Option<PgConnection>,
}

impl Writer {
    /// A writer that connects when it has something to write.
    pub fn new(options: PgConnectOptions, bus: Arc<dyn Bus>) -> Self {
        let options = options.options([
            ("lock_timeout", "2s"),
            ("idle_in_transaction_session_timeout", "2s"),
            ("statement_timeout", "5s"),
            ("jit", "off"),
            ("plan_cache_mode", "force_generic_plan"),
            // Small tables would be read as a whole; what a writer looks for is always found by an index.
            ("enable_seqscan", "off"),
            // Conversations are locked in the order of their index, which a bitmap would not keep.
            ("enable_bitmapscan", "off"),
            // Every batch would be compared with itself row by row: the plan is made for ten rows.
            ("enable_nestloop", "off"),
        ]);
        Self { options, bus, connection: None }
    }

    /// Writes until shutdown, then what is still queued.
    pub async fn run(mut self, mut queue: mpsc::Receiver<Submission>, tasks: Tasks) {
        let mut batch = Vec::with_capacity(BATCH);
        let mut next: Option<Instant> = None;
        loop {
            if let Some(next) = next.take() {
                tokio::time::sleep_until(next.into()).await;
            }
            let received = tokio::select! {
                biased;
                received = queue.recv_many(&mut batch, BATCH) => received,
                () = tasks.stopping() => {
                    queue.close();
                    queue.recv_many(&mut batch, BATCH).await
                }
            };
            if received == 0 {
                break;
            }
            let (began, has_several) = (Instant::now(), received >= SEVERAL);
            self.write(std::mem::take(&mut batch)).await;
            next = has_several.then(|| began + PACE);
        }
        if let Some(connection) = self.connection.take() {
            drop(connection.close().await);
        }
    }

    /// Writes a batch: what is plain at once, and then what needs a closer look.
    async fn write(&mut self, mut batch: Vec<Submission>) {
        batch.iter_mut().for_each(|submission| submission.way.commit());
        let rest = self.store(batch, Means::AtOnce).await;
        if !rest.is_empty() {
            self.store(rest, Means::InSteps).await;
        }
    }

    /// Stores a batch and gives back what needs a closer look; when it keeps failing, message by message, so that one
    /// poison message harms only itself.
    async fn store(&mut self, batch: Vec<Submission>, means: Means) -> Vec<Submission> {
        for _ in 0..ATTEMPTS {
            match self.commit(&batch, means).await {
                Ok(verdicts) => return self.tell(batch, verdicts),
                Err(error) if is_transient(&error) => {
                    FIGURES.retries.inc();
                    tracing::debug!(%error, "a commit is tried again");
                }
                Err(error) => {
                    tracing::warn!(%error, messages = batch.len(), "a commit failed");
                    break;
                }
            }
        }
        FIGURES.failures.inc();
        if self.connection.is_none() || batch.len() == 1 {
            batch.into_iter().for_each(|submission| submission.refuse(Refusal::Unavailable));
            return Vec::new();
        }
        for submission in batch {
            let alone = vec![submission];
            match self.commit(&alone, Means::InSteps).await {
                Ok(verdicts) => drop(self.tell(alone, verdicts)),
                Err(error) => {
                    tracing::error!(%error, "a message could not be stored");
                    alone.into_iter().for_each(|submission| submission.refuse(Refusal::Unavailable));
                }
            }
        }
        Vec::new()
    }

    async fn commit(
        &mut self,
        batch: &[Submission],
        means: Means,
    ) -> Result<Vec<Option<Verdict>>, sqlx::Error> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => tokio::time::timeout(CONNECT, PgConnection::connect_with(&self.options))
                .await
                .map_err(|_| sqlx::Error::PoolTimedOut)??,
        };
        let began = Instant::now();
        let result = commit::store(&mut connection, batch, means).await;
        // What needs a closer look counts with the commit that decides it.
        let decided = result.iter().flatten().flatten().count();
        if decided > 0 {
            FIGURES.commit.observe(began.elapsed().as_secs_f64());
            FIGURES.batch.observe(messages(decided));
        }
        // After an error the connection's state is only known when the server itself answered.
        if result.as_ref().err().is_none_or(|error| error.as_database_error().is_some()) {
            self.connection = Some(connection);
        }
        result
    }

    /// Acknowledges first, then shows the others, so that a sender's socket never sees a later number before
    /// its own. Gives back what has no verdict.
    fn tell(&self, batch: Vec<Submission>, verdicts: Vec<Option<Verdict>>) -> Vec<Submission> {
        reach(Failpoint::BeforeAcknowledgement);
        let mut rest = Vec::new();
        let mut publications = Vec::with_capacity(batch.len());
        for (submission, verdict) in batch.into_iter().zip(verdicts) {
            match verdict {
                None => rest.push(submission),
                Some(Verdict::Refuse(refusal)) => {
                    FIGURES.messages.count("refused");
                    submission.refuse(refusal);
                }
                Some(Verdict::Repeat(seq, at)) => {
                    FIGURES.messages.count("repeated");
                    let acknowledged = acknowledged(&submission, seq, at, true);
                    drop(submission.acknowledge(acknowledged));
                }
                Some(Verdict::Store(seq, at)) => {
                    let message = message_of(&submission, seq, at);
                    let publication = Publication::message(&message, submission.origin());
                    FIGURES.messages.count("stored");
                    let acknowledged = acknowledged(&submission, seq, at, false);
                    let (conversation, received) = (submission.conversation, submission.received);
                    let way = submission.acknowledge(acknowledged);
                    publications.push((conversation, publication, received, way));
                }
            }
        }
        reach(Failpoint::BeforePublishing);
        for (conversation, publication, received, way) in publications {
            self.bus.publish(Subject::Conversation(conversation), publication);
            drop(way);
            FIGURES.delivery.observe(received.elapsed().as_secs_f64());
        }
        rest
    }
}

/// A batch is small enough to be exact.
fn messages(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

/// Deadlocks and unique violations go away when tried again; so does a connection that broke, or that Postgres ended
/// because this process stood still in the middle of a transaction.
fn is_transient(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Database(database) => {
            matches!(
                database.code().as_deref(),
                Some("40P01" | "23505" | "55P03" | "40001" | "57P01" | "25P03")
            )
        }
        sqlx::Error::Io(_) | sqlx::Error::WorkerCrashed | sqlx::Error::Protocol(_) => true,
        _ => false,
    }
}

fn message_of(submission: &Submission, seq: i64, at: chrono::DateTime<chrono::Utc>) -> Message {
    Message {
        conversation: submission.conversation,
        seq,
        client_id: submission.client_id,
        sender: submission.sender,
        at,
        body: submission.content.body.clone(),
        reply_to: submission.reply_to,
        location: submission.content.location.clone(),
    }
}

fn acknowledged(
    submission: &Submission,
    seq: i64,
    at: chrono::DateTime<chrono::Utc>,
    duplicate: bool,
) -> Acknowledged {
    Acknowledged {
        client_id: submission.client_id,
        conversation: submission.conversation,
        seq,
        at,
        duplicate,
    }
}
