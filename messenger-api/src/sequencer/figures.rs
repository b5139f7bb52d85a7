//! What is counted of storing messages.

use std::sync::LazyLock;

use service_kit::metrics::{Counter, Gauge, Histogram, QUICK, Tally, register, register_seconds};

/// Upper bounds of the messages in one commit, up to [`super::BATCH`].
const BATCHES: [f64; 10] = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0];
/// What can come of a message that reached a writer.
const OUTCOMES: [&str; 3] = ["stored", "repeated", "refused"];

/// The handles.
#[derive(Debug)]
pub struct Figures {
    /// Messages in a commit.
    pub batch: Histogram,
    /// From taking a batch to the end of its commit.
    pub commit: Histogram,
    /// Commits that were tried again.
    pub retries: Counter,
    /// Batches that could not be stored as they were.
    pub failures: Counter,
    /// Messages by what came of them.
    pub messages: Tally,
    /// From receiving a message to handing it to everybody else's socket on this node.
    pub delivery: Histogram,
    /// Messages that wait for a writer.
    pub queued: Gauge,
}

/// The figures of this process.
pub static FIGURES: LazyLock<Figures> = LazyLock::new(|| Figures {
    batch: register("commit_messages", "Messages in one commit", Histogram::new(BATCHES)),
    commit: register_seconds(
        "commit_duration",
        "Time that one commit of messages took",
        Histogram::new(QUICK),
    ),
    retries: register("commit_retries", "Commits that were tried again", Counter::default()),
    failures: register(
        "commit_failures",
        "Batches that could not be stored as they were",
        Counter::default(),
    ),
    messages: Tally::new(
        "messages",
        "Messages that reached a writer, by what came of them",
        "outcome",
        &OUTCOMES,
    ),
    delivery: register_seconds(
        "delivery_duration",
        "Time from receiving a message to handing it to the other sockets of its conversation on this node",
        Histogram::new(QUICK),
    ),
    queued: register("writer_queue_messages", "Messages that wait for a writer", Gauge::default()),
});
