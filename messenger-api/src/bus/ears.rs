//! Hearing what comes from other nodes: a few tasks for all subjects, since a task for each would cost as much memory
//! as the socket that it is for.

use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, ready};

use async_nats::{Client, Subscriber};
use futures_util::stream::{AbortHandle, AbortRegistration, Abortable, SelectAll, Stream, StreamExt};
use service_kit::Tasks;
use tokio::sync::mpsc;

use super::nats::name;
use super::{Listener, Subject};

/// Tasks that hear, so that one subject with much to hear does not hold up all others.
const EARS: usize = 4;

/// The tasks that hear.
#[derive(Debug)]
pub struct Ears {
    // Never longer than the list of those who listen here, which the number of sockets bounds.
    ears: [mpsc::UnboundedSender<Wish>; EARS],
    next: AtomicUsize,
}

/// What somebody wants to hear, until they do not any more.
struct Wish {
    subject: Subject,
    listener: Listener,
    until: AbortRegistration,
}

impl Ears {
    /// Starts the tasks; they end with the process.
    pub fn open(client: &Client, tasks: &Tasks) -> Self {
        let ears = std::array::from_fn(|_| {
            let (wishes, queue) = mpsc::unbounded_channel();
            tasks.spawn_until_stopped(hear(client.clone(), queue));
            wishes
        });
        Self { ears, next: AtomicUsize::new(0) }
    }

    /// Hands what other nodes publish to the listener, until the handle is told to abort.
    pub fn listen(&self, subject: Subject, listener: Listener) -> AbortHandle {
        let (handle, until) = AbortHandle::new_pair();
        let next = self.next.fetch_add(1, Ordering::Relaxed) % EARS;
        // An ear is gone only while the process ends.
        if let Some(ear) = self.ears.get(next) {
            let _ = ear.send(Wish { subject, listener, until });
        }
        handle
    }
}

async fn hear(client: Client, mut wishes: mpsc::UnboundedReceiver<Wish>) {
    let mut heard = SelectAll::new();
    loop {
        tokio::select! {
            wish = wishes.recv() => {
                let Some(Wish { subject, listener, until }) = wish else { break };
                match client.subscribe(name(subject)).await {
                    Ok(subscriber) => heard.push(Abortable::new(Heard { subject, listener, subscriber }, until)),
                    Err(error) => tracing::warn!(%error, "a subject cannot be listened to"),
                }
            }
            Some(()) = heard.next() => {}
        }
    }
}

/// What comes on one subject, each handed over as it comes.
struct Heard {
    subject: Subject,
    listener: Listener,
    subscriber: Subscriber,
}

impl Stream for Heard {
    type Item = ();

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<()>> {
        let message = ready!(self.subscriber.poll_next_unpin(cx));
        Poll::Ready(message.map(|message| (self.listener)(self.subject, message.payload)))
    }
}
