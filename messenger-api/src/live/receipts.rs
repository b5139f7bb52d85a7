//! Marks of what was received and read: gathered, stored together, then shown to the others.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use service_kit::Tasks;
use uuid::Uuid;

use super::frames::ServerFrame;
use super::publication::Publication;
use crate::bus::Subject;
use crate::conversations::store::{self, Marked, Marks};
use crate::state::App;

/// How long marks are gathered.
const EVERY: Duration = Duration::from_millis(200);

/// Marks that are not stored yet.
#[derive(Debug, Clone, Default)]
pub struct Receipts(Arc<Mutex<Gathered>>);

/// By conversation and person: received and seen.
type Gathered = HashMap<(Uuid, Uuid), (i64, i64)>;
/// One of them.
pub type Mark = ((Uuid, Uuid), (i64, i64));

impl Receipts {
    /// Notes that a person has received, or also read, up to a number. Who has read has received.
    pub fn note(&self, conversation: Uuid, person: Uuid, seq: i64, seen: bool) {
        let mut gathered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mark = gathered.entry((conversation, person)).or_default();
        mark.0 = mark.0.max(seq);
        if seen {
            mark.1 = mark.1.max(seq);
        }
    }

    /// Takes what was gathered, to be stored.
    pub fn take(&self) -> Gathered {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Gathers again what could not be stored.
    pub fn put_back(&self, marks: &[Mark]) {
        for ((conversation, person), (received, seen)) in marks {
            self.note(*conversation, *person, *received, false);
            if *seen > 0 {
                self.note(*conversation, *person, *seen, true);
            }
        }
    }
}

/// Stores and shows marks until shutdown.
pub async fn run(app: App, tasks: Tasks) {
    while tasks.pause(EVERY).await {
        flush(&app).await;
    }
    flush(&app).await;
}

async fn flush(app: &App) {
    let gathered = app.receipts.take();
    if gathered.is_empty() {
        return;
    }
    let marks: Vec<_> = gathered.iter().map(|(key, mark)| (*key, *mark)).collect();
    let stored = match store::mark(&app.pool, &Marks::gathered(&marks)).await {
        Ok(stored) => stored,
        Err(error) => {
            tracing::warn!(%error, "marks could not be stored yet");
            return app.receipts.put_back(&marks);
        }
    };
    // As they are stored: never above the head, whatever a client said.
    for Marked { conversation, person, received, seen } in stored {
        show(app, conversation, &ServerFrame::Received { conversation, person, seq: received });
        if gathered.get(&(conversation, person)).is_some_and(|mark| mark.1 > 0) {
            show(app, conversation, &ServerFrame::Seen { conversation, person, seq: seen });
        }
    }
}

fn show(app: &App, conversation: Uuid, frame: &ServerFrame<'_>) {
    app.bus.publish(Subject::Conversation(conversation), Publication::ephemeral(frame, Uuid::nil()));
}
