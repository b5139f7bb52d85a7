//! One socket as the rest of the node sees it: cursors, and a bounded queue of frames. The connection's task
//! empties the queue; everybody else only adds to it and never waits.

mod by_id;
mod cursors;

use std::collections::{BTreeMap, HashSet, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::extract::ws::Utf8Bytes;
use service_kit::identity::Subject;
use tokio::sync::Notify;
use uuid::Uuid;

use by_id::ById;
pub use cursors::Following;

use super::close::Close;
use super::figures::FIGURES;
use super::frames::ServerFrame;
use super::protocol::Topic;
use crate::conversations::model::Part;
use crate::messages::model::Acknowledged;
use crate::sequencer::Refusal;

/// Places beyond this one go out at most every [`FAR_PLACE_EVERY`].
const NEAR_PLACE: i64 = 50;
/// See [`NEAR_PLACE`].
const FAR_PLACE_EVERY: Duration = Duration::from_secs(10);

/// What signs of clients are timed by: one clock, and eight bytes a socket.
static CLOCK: LazyLock<Instant> = LazyLock::new(Instant::now);

fn milliseconds() -> u64 {
    u64::try_from(CLOCK.elapsed().as_millis()).unwrap_or(u64::MAX)
}

/// A connected client.
#[derive(Debug)]
pub struct Socket {
    /// Id of the connection.
    pub id: Uuid,
    /// Whose it is.
    pub person: Uuid,
    /// Their session.
    pub session: Uuid,
    /// What kind of person.
    pub subject: Subject,
    /// Wakes the connection's task.
    pub wake: Notify,
    /// When its client last gave a sign, in milliseconds of [`CLOCK`].
    heard: AtomicU64,
    bounds: Bounds,
    state: Mutex<State>,
}

/// How much may wait.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Frames.
    pub frames: usize,
    /// Bytes.
    pub bytes: usize,
}

#[derive(Debug, Default)]
struct State {
    outbox: VecDeque<Utf8Bytes>,
    bytes: usize,
    cursors: ById<Cursor>,
    lagging: VecDeque<Uuid>,
    /// Own messages that were acknowledged while earlier ones of others were still on their way: they are not
    /// handed over again.
    acknowledged: HashSet<(Uuid, i64)>,
    topics: HashSet<Topic>,
    places: ById<(i64, Option<i64>, Instant)>,
    /// Client ids of own messages that wait for their answer; as few as the protocol allows.
    unacknowledged: Vec<Uuid>,
    /// States that did not fit, the newest of each conversation: they follow when there is room. Sending all states
    /// again instead would never end for whoever has more of them than fit.
    late: BTreeMap<Uuid, Utf8Bytes>,
    /// Something of a queue, or a place in one, did not fit: they are told again when there is room.
    retell: bool,
    /// A message or a changed state was handed over as it came.
    live: bool,
    closing: Option<Close>,
    /// It has left the hub: whoever still knows it cannot let it hear anything more.
    gone: bool,
}

/// How far a socket has come in a conversation.
#[derive(Debug, Clone, Copy, Default)]
struct Cursor {
    /// Number of the last message that was handed over; none until the start has read the state.
    delivered: Option<i64>,
    /// The highest number known to exist.
    head: i64,
    /// Version of the state that was handed over.
    version: i64,
    /// What the person is to it.
    part: Part,
    /// Whether it is being caught up with.
    lag: Lag,
    /// Whether the conversation has ended, so that nothing follows its head.
    ends: bool,
    /// Whether the person was given it, and has not been seen to look at it.
    untouched: bool,
}

/// Where catching up stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Lag {
    /// Everything known was handed over.
    #[default]
    None,
    /// It waits for its turn.
    Queued,
    /// The store is being read.
    Reading,
    /// The store is being read, and more became known meanwhile, which may not be in what is read.
    Raised,
}

impl State {
    fn push(&mut self, frame: Utf8Bytes) {
        self.bytes += frame.len();
        self.outbox.push_back(frame);
    }

    /// The same for what was not asked for, but came.
    fn push_live(&mut self, frame: Utf8Bytes) {
        self.live = true;
        self.push(frame);
    }

    fn lag(&mut self, conversation: Uuid) {
        if let Some(cursor) = self.cursors.get_mut(&conversation) {
            match cursor.lag {
                Lag::None => {
                    cursor.lag = Lag::Queued;
                    self.lagging.push_back(conversation);
                }
                Lag::Reading => cursor.lag = Lag::Raised,
                Lag::Queued | Lag::Raised => {}
            }
        }
    }

    fn answered(&mut self, client_id: Uuid) {
        if let Some(index) = self.unacknowledged.iter().position(|each| *each == client_id) {
            self.unacknowledged.swap_remove(index);
        }
    }

    /// Whether a message was acknowledged to this socket already; forgets it.
    fn take_acknowledged(&mut self, conversation: Uuid, seq: i64) -> bool {
        !self.acknowledged.is_empty() && self.acknowledged.remove(&(conversation, seq))
    }
}

impl Socket {
    /// A socket of a verified person.
    pub fn new(person: Uuid, session: Uuid, subject: Subject, bounds: Bounds) -> Self {
        Self {
            id: Uuid::now_v7(),
            person,
            session,
            subject,
            wake: Notify::new(),
            heard: AtomicU64::new(milliseconds()),
            bounds,
            state: Mutex::default(),
        }
    }

    /// Its client gave a sign: any frame is one.
    pub fn hear(&self) {
        self.heard.store(milliseconds(), Ordering::Relaxed);
    }

    /// How long ago the last sign was.
    pub fn silence(&self) -> Duration {
        Duration::from_millis(milliseconds().saturating_sub(self.heard.load(Ordering::Relaxed)))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_full(&self, state: &State) -> bool {
        state.outbox.len() >= self.bounds.frames || state.bytes >= self.bounds.bytes
    }

    /// Whether there is room for what can wait: half of it stays free for what comes live.
    fn has_room(&self, state: &State) -> bool {
        state.outbox.len() <= self.bounds.frames / 2 && state.bytes <= self.bounds.bytes / 2
    }

    /// Queues a frame whatever else waits: answers to this client's own frames, whose number is bounded, and the
    /// start.
    pub fn push(&self, frame: &ServerFrame<'_>) {
        if let ServerFrame::Refused { code, .. } = frame {
            FIGURES.refuse(code);
        }
        self.push_encoded(frame.encode());
    }

    /// The same for a frame that is encoded already.
    pub fn push_encoded(&self, frame: Utf8Bytes) {
        self.lock().push(frame);
        self.wake.notify_one();
    }

    /// Puts a frame before all that waits: only while nobody takes frames yet.
    pub fn push_first(&self, frame: &ServerFrame<'_>) {
        let frame = frame.encode();
        let mut state = self.lock();
        state.bytes += frame.len();
        state.outbox.push_front(frame);
    }

    /// Queues a frame about a queue of requests; when there is no room, all of it is told again later.
    pub fn push_queue(&self, frame: Utf8Bytes) {
        let mut state = self.lock();
        if self.is_full(&state) {
            state.retell = true;
        } else {
            state.push(frame);
        }
        drop(state);
        self.wake.notify_one();
    }

    /// Queues a frame when there is room; says whether there was.
    pub fn offer(&self, frame: Utf8Bytes) -> bool {
        let mut state = self.lock();
        if state.gone || self.is_full(&state) {
            return false;
        }
        state.push(frame);
        drop(state);
        self.wake.notify_one();
        true
    }

    /// Asks for queues and places to be told again.
    pub fn request_retelling(&self) {
        self.lock().retell = true;
        self.wake.notify_one();
    }

    /// Whether queues and places have to be told again now that there is room; asks once.
    pub fn take_retelling(&self) -> bool {
        let mut state = self.lock();
        let due = state.retell && state.outbox.is_empty();
        state.retell &= !due;
        due
    }

    /// Hands over a place in the queue when it changed, far ones less often.
    pub fn place(&self, request: Uuid, place: i64, estimated_seconds: Option<i64>, frame: &Utf8Bytes) {
        let mut state = self.lock();
        if let Some((known, estimate, at)) = state.places.get(&request) {
            let unchanged = (*known, *estimate) == (place, estimated_seconds);
            if unchanged || (place > NEAR_PLACE && at.elapsed() < FAR_PLACE_EVERY) {
                return;
            }
        }
        if self.is_full(&state) {
            // What did not go out is not noted as known, so that it comes when places are told again.
            state.retell = true;
        } else {
            state.places.insert(request, (place, estimated_seconds, Instant::now()));
            state.push(frame.clone());
        }
        drop(state);
        self.wake.notify_one();
    }

    /// Notes a send that waits for its answer; false when too many do.
    pub fn begin_send(&self, client_id: Uuid, limit: usize) -> bool {
        let mut state = self.lock();
        let allowed = state.unacknowledged.len() < limit;
        if allowed {
            state.unacknowledged.push(client_id);
        }
        allowed
    }

    /// Whether sends wait for their answers.
    pub fn has_unacknowledged(&self) -> bool {
        !self.lock().unacknowledged.is_empty()
    }

    /// Answers a send that was stored. Its own number counts as handed over when it follows directly.
    pub fn acknowledge(&self, acknowledged: &Acknowledged) {
        let frame = ServerFrame::ack(acknowledged).encode();
        let mut state = self.lock();
        state.answered(acknowledged.client_id);
        let (conversation, seq) = (acknowledged.conversation, acknowledged.seq);
        if let Some(cursor) = state.cursors.get_mut(&conversation) {
            if cursor.delivered == Some(seq - 1) && cursor.lag == Lag::None {
                cursor.delivered = Some(seq);
                cursor.head = cursor.head.max(seq);
            } else if cursor.delivered.is_some_and(|delivered| delivered < seq) {
                state.acknowledged.insert((conversation, seq));
            }
        }
        state.push(frame);
        drop(state);
        self.wake.notify_one();
    }

    /// Answers a send that was not stored.
    pub fn refuse(&self, client_id: Uuid, refusal: Refusal) {
        self.lock().answered(client_id);
        self.push(&ServerFrame::Refused {
            client_id: Some(client_id),
            conversation: None,
            code: refusal.code(),
            retry: refusal.retry(),
            after_ms: refusal.after_ms(),
            detail: &refusal.to_string(),
        });
    }

    /// Notes a topic; false when it was noted before, or the socket has left.
    pub fn add_topic(&self, topic: Topic) -> bool {
        let mut state = self.lock();
        !state.gone && state.topics.insert(topic)
    }

    /// It leaves the hub: from now on it takes neither conversations nor topics.
    pub fn go(&self) {
        self.lock().gone = true;
    }

    /// Forgets a topic; false when it was not noted.
    pub fn remove_topic(&self, topic: Topic) -> bool {
        self.lock().topics.remove(&topic)
    }

    /// The topics it follows.
    pub fn topics(&self) -> Vec<Topic> {
        self.lock().topics.iter().copied().collect()
    }

    /// Asks the connection to close.
    pub fn close(&self, close: Close) {
        self.lock().closing.get_or_insert(close);
        self.wake.notify_one();
    }

    /// Why to close, once asked.
    pub fn closing(&self) -> Option<Close> {
        self.lock().closing
    }

    /// Whether so much waits that nothing more should be read from the client.
    pub fn is_congested(&self) -> bool {
        let state = self.lock();
        self.is_full(&state)
    }

    /// Takes up to `limit` frames to write; states that had not fitted move up. A queue that is emptied keeps no memory.
    pub fn take_frames(&self, limit: usize) -> VecDeque<Utf8Bytes> {
        let mut state = self.lock();
        let taken = if state.outbox.len() <= limit {
            state.bytes = 0;
            std::mem::take(&mut state.outbox)
        } else {
            let taken: VecDeque<Utf8Bytes> = state.outbox.drain(..limit).collect();
            let bytes: usize = taken.iter().map(|frame| frame.len()).sum();
            state.bytes = state.bytes.saturating_sub(bytes);
            taken
        };
        while self.has_room(&state)
            && let Some((_, frame)) = state.late.pop_first()
        {
            state.push(frame);
        }
        taken
    }

    /// Whether a message or a changed state came since it was connected.
    pub fn has_live(&self) -> bool {
        self.lock().live
    }

    /// Whether frames wait.
    pub fn has_frames(&self) -> bool {
        !self.lock().outbox.is_empty()
    }
}
