//! The bus of a single process: a table of listeners.

use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, RwLock};

use bytes::Bytes;

use super::{Bus, Listener, Subject, Subscription};

type Listeners = Arc<RwLock<HashMap<Subject, Vec<(u64, Listener)>>>>;

/// Hands publications to listeners in this process, at once, on the publisher's task.
#[derive(Default)]
pub struct InProcess {
    listeners: Listeners,
    next: AtomicU64,
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
            listeners.entry(subject).or_default().push((id, listener));
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
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use uuid::Uuid;

    use super::*;

    #[test]
    fn reaches_listeners_of_the_subject_until_they_leave() {
        let bus = InProcess::default();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let subject = Subject::Conversation(Uuid::now_v7());
        let listener = {
            let heard = Arc::clone(&heard);
            Arc::new(move |_: Subject, payload: Bytes| heard.lock().unwrap().push(payload))
        };
        let subscription = bus.subscribe(subject, listener);
        bus.publish(subject, Bytes::from_static(b"one"));
        bus.publish(Subject::Feed, Bytes::from_static(b"other"));
        drop(subscription);
        bus.publish(subject, Bytes::from_static(b"two"));
        assert_eq!(*heard.lock().unwrap(), [Bytes::from_static(b"one")]);
        assert!(bus.listeners.read().unwrap().is_empty());
    }
}
