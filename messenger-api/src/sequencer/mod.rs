//! The sequencer: numbers messages within their conversations and stores them with a group commit.
//!
//! Whatever is queued when the last commit returns goes into the next, at most [`BATCH`] messages; only while many come
//! is there a millisecond from one commit to the next. Conversations are spread over a few writers, each with a database
//! connection of its own. Only after the commit is anything acknowledged or shown.

mod commit;
pub mod figures;
mod plan;
mod submission;
mod writer;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sqlx::postgres::PgConnectOptions;
use tokio::sync::mpsc;
use uuid::Uuid;

use crate::bus::Bus;
use service_kit::Tasks;

pub use submission::{Refusal, Reply, Submission};

/// Most messages in one commit.
pub const BATCH: usize = 512;

/// Takes messages for storing. Clones share the writers.
#[derive(Debug, Clone)]
pub struct Sequencer {
    writers: Arc<[mpsc::Sender<Submission>]>,
    taken: Arc<AtomicU64>,
}

impl Sequencer {
    /// Starts the writers.
    pub fn start(
        options: &PgConnectOptions,
        writers: usize,
        queue: usize,
        bus: &Arc<dyn Bus>,
        tasks: &Tasks,
    ) -> Self {
        let start_writer = |_| {
            let (sender, receiver) = mpsc::channel(queue.max(1));
            let writer = writer::Writer::new(options.clone(), Arc::clone(bus));
            tasks.spawn(writer.run(receiver, tasks.clone()));
            sender
        };
        Self { writers: (0..writers.max(1)).map(start_writer).collect(), taken: Arc::default() }
    }

    /// Hands a message to its conversation's writer. When too many wait it is refused at once: the reply tells.
    pub fn submit(&self, mut submission: Submission) {
        self.taken.fetch_add(1, Ordering::Relaxed);
        submission.way.queue();
        let Some(writer) = self.writers.get(self.shard(submission.conversation)) else { return };
        if let Err(error) = writer.try_send(submission) {
            let submission = match error {
                mpsc::error::TrySendError::Full(submission)
                | mpsc::error::TrySendError::Closed(submission) => submission,
            };
            submission.refuse(Refusal::Overloaded);
        }
    }

    /// How many messages wait for a writer.
    pub fn waiting(&self) -> usize {
        self.writers.iter().map(|writer| writer.max_capacity().saturating_sub(writer.capacity())).sum()
    }

    /// How many messages were handed over since the start, whatever came of them.
    pub fn taken(&self) -> u64 {
        self.taken.load(Ordering::Relaxed)
    }

    fn shard(&self, conversation: Uuid) -> usize {
        let low = u32::try_from(conversation.as_u128() & 0xffff_ffff).unwrap_or_default();
        usize::try_from(low).unwrap_or_default() % self.writers.len().max(1)
    }
}
