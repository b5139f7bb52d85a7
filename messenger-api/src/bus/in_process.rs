//! The bus of a single process: a table of listeners.

use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, RwLock};

use bytes::Bytes;
use tokio::sync::watch;

use super::{Bus, Listener, Subject, Subscription};

type Listeners = Arc<RwLock<HashMap<Subject, Vec<(u64, Listener)>>>>;

/// Hands publications to listeners in this process, at once, on the publisher's task.
pub struct InProcess {
    listeners: Listeners,
    next: AtomicU64,
    connected: watch::Sender<bool>,
}

impl Default for InProcess {
    fn default() -> Self {
        Self { listeners: Listeners::default(), next: AtomicU64::new(0), connected: watch::Sender::new(true) }
    }
}

impl fmt::Debug for InProcess {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("InProcess")
    }
}

impl Bus for InProcess {
    fn publish(&self, subject: Subject, payload: Bytes) {
        let listening: Vec<Listener> = match self.listeners.read() {
            Ok(listeners) => match listeners.get(&subject) {
                Some(list) => list.iter().map(|(_, listener)| Arc::clone(listener)).collect(),
                None => return,
            },
            Err(_) => return,
        };
        for listener in listening {
            listener(subject, payload.clone());
        }
    }

    fn subscribe(&self, subject: Subject, listener: Listener) -> Subscription {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        if let Ok(mut listeners) = self.listeners.write() {
            // Most subjects have one listener.
            listeners.entry(subject).or_insert_with(|| Vec::with_capacity(1)).push((id, listener));
        }
        let listeners = Arc::clone(&self.listeners);
        Subscription::new(move || {
            let Ok(mut listeners) = listeners.write() else { return };
            if let Some(list) = listeners.get_mut(&subject) {
                list.retain(|(each, _)| *each != id);
                if list.is_empty() {
                    listeners.remove(&subject);
                }
            }
        })
    }

    /// There are no other nodes.
    fn connected(&self) -> watch::Receiver<bool> {
        self.connected.subscribe()
    }
}
