//! The bus: a hint to other nodes that something happened. It may lose what it carries; nothing depends on it
//! but speed, because Postgres is the truth and every reader heals from there.

mod ears;
pub mod figures;
mod in_process;
mod nats;

use std::fmt::Debug;
use std::sync::Arc;

use bytes::Bytes;
use tokio::sync::watch;
use uuid::Uuid;

pub use in_process::InProcess;
pub use nats::{Nats, NatsError, NatsSettings};

/// What a publication is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// One conversation: its messages, marks and who is typing.
    Conversation(Uuid),
    /// The feed of this service has new rows.
    Feed,
}

/// Takes what arrives; called on the bus's own task, so it must be quick and never wait.
pub type Listener = Arc<dyn Fn(Subject, Bytes) + Send + Sync>;

/// Publishes to whoever listens, on any node.
pub trait Bus: Debug + Send + Sync + 'static {
    /// Sends to all listeners of the subject, or to nobody.
    fn publish(&self, subject: Subject, payload: Bytes);
    /// Hands everything on this subject to the listener until the subscription is dropped.
    fn subscribe(&self, subject: Subject, listener: Listener) -> Subscription;
    /// Whether other nodes can be reached, now and whenever that changes.
    fn connected(&self) -> watch::Receiver<bool>;
}

/// Listening to a subject; ends when dropped.
pub struct Subscription(Option<Box<dyn FnOnce() + Send + Sync>>);

impl Subscription {
    /// A subscription that runs `end` when it is dropped.
    pub fn new(end: impl FnOnce() + Send + Sync + 'static) -> Self {
        Self(Some(Box::new(end)))
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(end) = self.0.take() {
            end();
        }
    }
}

impl Debug for Subscription {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Subscription")
    }
}

#[cfg(test)]
mod tests;
