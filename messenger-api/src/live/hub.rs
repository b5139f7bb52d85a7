//! The hub: who is connected to this node, and who listens to what.
//!
//! Locks are taken in one order: a shard of the hub, then a socket. Sockets never call back.

use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use axum::extract::ws::Utf8Bytes;
use bytes::Bytes;
use service_kit::identity::{Role, Subject as Kind};
use uuid::Uuid;

use super::close::Close;
use super::protocol::Topic;
use super::publication::Publication;
use super::socket::{Following, Socket};
use crate::bus::{Bus, Listener, Subject, Subscription};
use crate::conversations::model::Conversation;
use crate::traces::Passing;

/// Parts of the registry, so that conversations do not wait for each other.
const SHARDS: usize = 64;

/// The sockets of this node.
#[derive(Debug)]
pub struct Hub {
    bus: Arc<dyn Bus>,
    conversations: [Mutex<HashMap<Uuid, Listeners>>; SHARDS],
    people: [Mutex<HashMap<Uuid, Vec<Arc<Socket>>>>; SHARDS],
    queues: Mutex<HashMap<Uuid, Vec<Arc<Socket>>>>,
    count: AtomicUsize,
    ear: Ear,
}

/// Takes what the bus brings: one for all conversations.
struct Ear(Listener);

impl Ear {
    fn of(hub: Weak<Hub>) -> Self {
        Self(Arc::new(move |subject, payload| {
            if let (Subject::Conversation(conversation), Some(hub)) = (subject, hub.upgrade()) {
                hub.dispatch(conversation, payload);
            }
        }))
    }
}

impl fmt::Debug for Ear {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Ear")
    }
}

#[derive(Debug)]
struct Listeners {
    /// Shared with whoever is just handing something to all of them: thousands may hear an announcement, and nobody
    /// else waits for that.
    sockets: Arc<Vec<Arc<Socket>>>,
    head: i64,
    _subscription: Subscription,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn shard<T>(shards: &[Mutex<T>; SHARDS], id: Uuid) -> MutexGuard<'_, T> {
    let index = usize::from(id.as_bytes().last().copied().unwrap_or_default()) % SHARDS;
    #[allow(clippy::indexing_slicing, reason = "the index is below the length")]
    lock(&shards[index])
}

impl Hub {
    /// An empty hub that hears this bus.
    pub fn new(bus: Arc<dyn Bus>) -> Arc<Self> {
        Arc::new_cyclic(|this| Self {
            bus,
            conversations: std::array::from_fn(|_| Mutex::default()),
            people: std::array::from_fn(|_| Mutex::default()),
            queues: Mutex::default(),
            count: AtomicUsize::new(0),
            ear: Ear::of(this.clone()),
        })
    }

    /// How many sockets are connected.
    pub fn count(&self) -> usize {
        self.count.load(Ordering::Relaxed)
    }

    /// How many conversations somebody listens to here.
    pub fn subscriptions(&self) -> usize {
        self.conversations.iter().map(|shard| lock(shard).len()).sum()
    }

    /// Adds a socket. When its person then has more than `limit`, the oldest are replaced.
    pub fn register(&self, socket: &Arc<Socket>, limit: usize) {
        self.count.fetch_add(1, Ordering::Relaxed);
        let mut people = shard(&self.people, socket.person);
        let sockets = people.entry(socket.person).or_default();
        sockets.push(Arc::clone(socket));
        let surplus = sockets.len().saturating_sub(limit);
        sockets.iter().take(surplus).for_each(|oldest| oldest.close(Close::Replaced));
    }

    /// Removes a socket from everything; says whether its person has no other here.
    pub fn remove(&self, socket: &Arc<Socket>) -> bool {
        // First, so that nobody who found it a moment ago lets it hear something that nothing would end.
        socket.go();
        for conversation in socket.conversations() {
            self.unsubscribe(conversation, socket);
        }
        for topic in socket.topics() {
            self.unwatch(topic, socket);
        }
        let mut people = shard(&self.people, socket.person);
        let Some(sockets) = people.get_mut(&socket.person) else { return true };
        let before = sockets.len();
        sockets.retain(|each| each.id != socket.id);
        if sockets.len() < before {
            self.count.fetch_sub(1, Ordering::Relaxed);
        }
        let is_last = sockets.is_empty();
        if is_last {
            people.remove(&socket.person);
        }
        is_last
    }

    /// Lets a socket hear a conversation, of which messages up to `head` are known. The caller sets its cursor.
    pub fn subscribe(&self, conversation: Uuid, socket: &Arc<Socket>, head: i64) {
        self.listen(&mut shard(&self.conversations, conversation), conversation, socket, head);
    }

    /// The same where the shard is held; false when the socket heard it already, or has left.
    fn listen(
        &self,
        conversations: &mut HashMap<Uuid, Listeners>,
        conversation: Uuid,
        socket: &Arc<Socket>,
        head: i64,
    ) -> bool {
        let listeners = conversations.entry(conversation).or_insert_with(|| Listeners {
            sockets: Arc::default(),
            head,
            _subscription: self.bus.subscribe(Subject::Conversation(conversation), Arc::clone(&self.ear.0)),
        });
        let is_new = socket.expect(conversation, listeners.head);
        if is_new {
            Arc::make_mut(&mut listeners.sockets).push(Arc::clone(socket));
        } else if listeners.sockets.is_empty() {
            conversations.remove(&conversation);
        }
        is_new
    }

    /// Hands a changed state of an open conversation to a socket of somebody who is in it, and lets it hear what follows.
    pub fn take_in(&self, state: &Conversation, frame: &Utf8Bytes, socket: &Arc<Socket>) {
        let mut conversations = shard(&self.conversations, state.id);
        if !self.introduce(&mut conversations, state, frame, socket) {
            socket.restate(state, frame);
        }
    }

    /// The same for a state that has not changed: nothing for a socket that hears the conversation already.
    pub fn let_in(&self, state: &Conversation, frame: &Utf8Bytes, socket: &Arc<Socket>) {
        self.introduce(&mut shard(&self.conversations, state.id), state, frame, socket);
    }

    fn introduce(
        &self,
        conversations: &mut HashMap<Uuid, Listeners>,
        state: &Conversation,
        frame: &Utf8Bytes,
        socket: &Arc<Socket>,
    ) -> bool {
        let is_new = self.listen(conversations, state.id, socket, state.last_seq);
        if is_new {
            socket.restate(state, frame);
            socket.begin_after(state.id, state.last_seq);
            // What was written between reading the state and now.
            socket.look_again(state.id);
        }
        is_new
    }

    /// Ends hearing a conversation.
    pub fn unsubscribe(&self, conversation: Uuid, socket: &Arc<Socket>) {
        self.unsubscribe_if(conversation, socket, |_| true);
    }

    /// Ends hearing a conversation if that is due still: others let it hear, and end it, at the same time.
    pub fn unsubscribe_if(
        &self,
        conversation: Uuid,
        socket: &Arc<Socket>,
        is_due: impl FnOnce(&Following) -> bool,
    ) {
        let mut conversations = shard(&self.conversations, conversation);
        if socket.leave_if(conversation, is_due)
            && let Some(listeners) = conversations.get_mut(&conversation)
        {
            let sockets = Arc::make_mut(&mut listeners.sockets);
            if let Some(index) = sockets.iter().position(|each| Arc::ptr_eq(each, socket)) {
                sockets.swap_remove(index);
            }
            if sockets.is_empty() {
                conversations.remove(&conversation);
            }
        }
    }

    /// Hands what the bus brought, or what it lost, to everybody who listens here.
    pub fn dispatch(&self, conversation: Uuid, payload: Bytes) {
        let Some(publication) = Publication::decode(payload) else { return };
        let passing = Passing::begin(std::slice::from_ref(&publication.frame));
        let sockets = self.raise_head(conversation, publication.seq.unwrap_or(0));
        sockets.iter().for_each(|socket| socket.deliver(conversation, &publication));
        if let Some(passing) = passing {
            passing.delivered(sockets.len());
        }
    }

    /// Notes how far a conversation goes; gives who listens to it.
    fn raise_head(&self, conversation: Uuid, head: i64) -> Arc<Vec<Arc<Socket>>> {
        let mut conversations = shard(&self.conversations, conversation);
        let Some(listeners) = conversations.get_mut(&conversation) else { return Arc::default() };
        listeners.head = listeners.head.max(head);
        Arc::clone(&listeners.sockets)
    }

    /// Every conversation somebody listens to here, with the highest number known.
    pub fn heads(&self) -> Vec<(Uuid, i64)> {
        let all = self.conversations.iter();
        all.flat_map(|shard| {
            lock(shard).iter().map(|(id, listeners)| (*id, listeners.head)).collect::<Vec<_>>()
        })
        .collect()
    }

    /// A conversation has messages up to this number: whoever has not got them catches up.
    pub fn raise(&self, conversation: Uuid, head: i64) {
        self.raise_head(conversation, head).iter().for_each(|socket| socket.raise(conversation, head));
    }

    /// The sockets that listen to a conversation.
    pub fn listeners(&self, conversation: Uuid) -> Arc<Vec<Arc<Socket>>> {
        let conversations = shard(&self.conversations, conversation);
        conversations.get(&conversation).map(|listeners| Arc::clone(&listeners.sockets)).unwrap_or_default()
    }

    /// The sockets of a person.
    pub fn sockets_of(&self, person: Uuid) -> Vec<Arc<Socket>> {
        shard(&self.people, person).get(&person).cloned().unwrap_or_default()
    }

    /// Members with a socket here, each with how long ago the last sign came from one of them: a laptop whose lid was
    /// closed says nothing, and leaves its socket open.
    pub fn connected_members(&self) -> Vec<(Uuid, Duration)> {
        let silence = |(id, sockets): (&Uuid, &Vec<Arc<Socket>>)| {
            let members = sockets.iter().filter(|socket| matches!(socket.subject, Kind::Member { .. }));
            members.map(|socket| socket.silence()).min().map(|silence| (*id, silence))
        };
        self.people
            .iter()
            .flat_map(|shard| lock(shard).iter().filter_map(silence).collect::<Vec<_>>())
            .collect()
    }

    /// The sockets here of those who lead an organization.
    pub fn managers(&self) -> Vec<Arc<Socket>> {
        let leads = |socket: &&Arc<Socket>| matches!(socket.subject, Kind::Member { role, .. } if role >= Role::Manager);
        let all = self.people.iter();
        all.flat_map(|shard| lock(shard).values().flatten().filter(leads).cloned().collect::<Vec<_>>())
            .collect()
    }

    /// Lets a socket hear an event's queue; false when it did already.
    pub fn watch_queue(&self, event: Uuid, socket: &Arc<Socket>) -> bool {
        let mut queues = lock(&self.queues);
        let is_new = socket.add_topic(Topic::Queue(event));
        if is_new {
            queues.entry(event).or_default().push(Arc::clone(socket));
        }
        is_new
    }

    /// Ends hearing a topic.
    pub fn unwatch(&self, topic: Topic, socket: &Arc<Socket>) {
        let mut queues = lock(&self.queues);
        if !socket.remove_topic(topic) {
            return;
        }
        if let Topic::Queue(event) = topic
            && let Some(sockets) = queues.get_mut(&event)
        {
            sockets.retain(|each| each.id != socket.id);
            if sockets.is_empty() {
                queues.remove(&event);
            }
        }
    }

    /// The sockets that hear an event's queue.
    pub fn watchers(&self, event: Uuid) -> Vec<Arc<Socket>> {
        lock(&self.queues).get(&event).cloned().unwrap_or_default()
    }

    /// A member who offers to take requests of events hears their queues: on all sockets here, from now on.
    pub fn follow_queues(&self, member: Uuid, events: &[Uuid]) {
        for socket in self.sockets_of(member) {
            for event in events {
                if self.watch_queue(*event, &socket) {
                    socket.request_retelling();
                }
            }
        }
    }

    /// Sends a frame to everybody who hears an event's queue.
    pub fn tell_watchers(&self, event: Uuid, frame: &Utf8Bytes) {
        for socket in self.watchers(event) {
            socket.push_queue(frame.clone());
        }
    }

    /// Closes every socket for which `ends` holds.
    pub fn close_where(&self, close: Close, ends: impl Fn(&Socket) -> bool) {
        for shard in &self.people {
            lock(shard)
                .values()
                .flatten()
                .filter(|socket| ends(socket))
                .for_each(|socket| socket.close(close));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bus::InProcess;
    use crate::live::socket::Bounds;

    #[test]
    fn a_socket_that_left_hears_nothing_more() {
        let hub = Hub::new(Arc::new(InProcess::default()));
        let bounds = Bounds { frames: 8, bytes: 1_024 };
        let guest = Kind::Participant { guest: true };
        let socket = Arc::new(Socket::new(Uuid::now_v7(), Uuid::now_v7(), guest, bounds));
        let (conversation, event) = (Uuid::now_v7(), Uuid::now_v7());
        hub.register(&socket, 5);
        hub.subscribe(conversation, &socket, 0);
        assert!(hub.watch_queue(event, &socket));
        assert_eq!((hub.heads().len(), hub.watchers(event).len()), (1, 1));
        assert!(hub.remove(&socket));
        // Whoever looked the socket up before it left.
        hub.subscribe(conversation, &socket, 0);
        assert!(!hub.watch_queue(event, &socket));
        assert_eq!((hub.heads().len(), hub.watchers(event).len()), (0, 0));
        assert_eq!(Arc::strong_count(&socket), 1);
    }
}
