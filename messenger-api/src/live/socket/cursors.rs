//! The cursors of a socket: what follows directly is handed over at once, everything else is read from the store
//! when there is room.

use axum::extract::ws::Utf8Bytes;
use service_kit::identity::Subject;
use uuid::Uuid;

use super::{Cursor, Lag, Socket, State};
use crate::conversations::model::{Conversation, ConversationStatus, Part};
use crate::live::frames::ServerFrame;
use crate::live::protocol::Topic;
use crate::live::publication::Publication;
use crate::messages::model::Message;

/// How a socket stands to a conversation that it follows.
#[derive(Debug, Clone, Copy)]
pub struct Following {
    /// Newest version of the state that was handed over; 0 while none was.
    pub version: i64,
    /// What the person is to it.
    pub part: Part,
    /// Whether the client asked to follow it.
    pub is_watched: bool,
    /// Whether it has ended, and everything of it was handed over.
    pub has_ended: bool,
}

impl Following {
    /// Whether nothing more comes: who watches goes on, as it may be opened again.
    pub fn is_over(&self) -> bool {
        self.has_ended && !self.is_watched
    }
}

impl State {
    fn following(&self, conversation: Uuid) -> Option<Following> {
        let cursor = self.cursors.get(&conversation)?;
        let is_complete = cursor.delivered.is_some_and(|delivered| delivered >= cursor.head);
        Some(Following {
            version: cursor.version,
            part: cursor.part,
            is_watched: self.topics.contains(&Topic::Conversation(conversation)),
            has_ended: cursor.ends && cursor.lag == Lag::None && is_complete,
        })
    }
}

impl Socket {
    /// Takes what the bus brought for a conversation.
    pub fn deliver(&self, conversation: Uuid, publication: &Publication) {
        let mut state = self.lock();
        let full = self.is_full(&state);
        let Some(cursor) = state.cursors.get_mut(&conversation) else { return };
        let is_own = publication.origin == self.id;
        let Some(seq) = publication.seq else {
            if !full && !is_own && cursor.version > 0 {
                state.push_live(publication.frame.clone());
                drop(state);
                self.wake.notify_one();
            }
            return;
        };
        cursor.head = cursor.head.max(seq);
        match cursor.delivered {
            Some(delivered) if seq <= delivered => return,
            Some(delivered) if seq == delivered + 1 && !full && cursor.lag == Lag::None => {
                cursor.delivered = Some(seq);
                if is_own {
                    state.take_acknowledged(conversation, seq);
                    return;
                }
                state.push_live(publication.frame.clone());
            }
            Some(_) => state.lag(conversation),
            None => return,
        }
        drop(state);
        self.wake.notify_one();
    }

    /// The conversation has messages up to this number.
    pub fn raise(&self, conversation: Uuid, head: i64) {
        let mut state = self.lock();
        let Some(cursor) = state.cursors.get_mut(&conversation) else { return };
        cursor.head = cursor.head.max(head);
        if cursor.delivered.is_some_and(|delivered| delivered < head) {
            state.lag(conversation);
            drop(state);
            self.wake.notify_one();
        }
    }

    /// Begins to follow a conversation: until [`Socket::begin_after`] only its head is noted. False when it did already.
    pub fn expect(&self, conversation: Uuid, head: i64) -> bool {
        let mut state = self.lock();
        if state.gone {
            return false;
        }
        let is_new = !state.cursors.contains(&conversation);
        let cursor = state.cursors.entry(conversation);
        cursor.head = cursor.head.max(head);
        is_new
    }

    /// Notes the state of a conversation that is followed; false when a newer one was handed over already. What is not
    /// followed (any more) stays so: the hub would not know of it.
    fn note(&self, state: &mut State, conversation: &Conversation) -> bool {
        let Some(cursor) = state.cursors.get_mut(&conversation.id) else { return true };
        cursor.head = cursor.head.max(conversation.last_seq);
        let is_newest = cursor.version <= conversation.version;
        if is_newest {
            cursor.version = conversation.version;
            cursor.part = self.part_in(conversation);
            cursor.ends &= conversation.status == ConversationStatus::Closed;
            cursor.untouched = conversation.is_untouched_by(self.person);
        }
        is_newest
    }

    /// What its person is to a conversation: a member who looks at announcements is none of those who hear them.
    pub fn part_in(&self, conversation: &Conversation) -> Part {
        match conversation.part_of(self.person) {
            Part::Hears if matches!(self.subject, Subject::Member { .. }) => Part::Supervises,
            part => part,
        }
    }

    /// Hands over a state that its client asked for, whatever else waits, unless a newer one was handed over already.
    /// Messages wait until it is known from which number on: see [`Socket::begin_after`].
    pub fn introduce(&self, conversation: &Conversation) {
        let frame = ServerFrame::Conversation { conversation: conversation.id, state: conversation }.encode();
        let mut state = self.lock();
        let is_newest = if state.cursors.contains(&conversation.id) {
            self.note(&mut state, conversation)
        } else {
            // What is open was followed before it was read: whoever ended that told something newer.
            conversation.status == ConversationStatus::Closed && !state.late.contains_key(&conversation.id)
        };
        if !is_newest {
            return;
        }
        state.late.remove(&conversation.id);
        state.push(frame);
        drop(state);
        self.wake.notify_one();
    }

    /// Follows a conversation from this number on: what is above comes live, or is read from the store.
    pub fn begin_after(&self, conversation: Uuid, seq: i64) {
        if let Some(cursor) = self.lock().cursors.get_mut(&conversation) {
            cursor.delivered = Some(seq);
        }
    }

    /// Stops following a conversation if that is due; says whether it did.
    pub fn leave_if(&self, conversation: Uuid, is_due: impl FnOnce(&Following) -> bool) -> bool {
        let mut state = self.lock();
        let leaves = state.following(conversation).is_some_and(|following| is_due(&following));
        if leaves {
            state.cursors.remove(&conversation);
            state.acknowledged.retain(|(each, _)| *each != conversation);
        }
        leaves
    }

    /// The conversation ended with this state, unless a newer one was handed over: it may have been opened again. What is
    /// still missing is caught up with first.
    pub fn end(&self, conversation: &Conversation) {
        let (id, last) = (conversation.id, conversation.last_seq);
        let mut state = self.lock();
        let Some(cursor) = state.cursors.get_mut(&id) else { return };
        if cursor.version > conversation.version {
            return;
        }
        cursor.ends = true;
        cursor.head = cursor.head.max(last);
        if cursor.delivered.is_some_and(|delivered| delivered < last) {
            state.lag(id);
            drop(state);
            self.wake.notify_one();
        }
    }

    /// Everything it follows that has more than was handed over is to be caught up with.
    pub fn release(&self) {
        let mut state = self.lock();
        let behind = |cursor: &Cursor| cursor.delivered.is_some_and(|delivered| delivered < cursor.head);
        let ids: Vec<Uuid> =
            state.cursors.iter().filter(|(_, cursor)| behind(cursor)).map(|(id, _)| id).collect();
        for id in ids {
            state.lag(id);
        }
        drop(state);
        self.wake.notify_one();
    }

    /// Reads from the store whether anything follows what was handed over.
    pub fn look_again(&self, conversation: Uuid) {
        self.lock().lag(conversation);
        self.wake.notify_one();
    }

    /// What to catch up with next, and from where; only when there is room for it.
    pub fn next_lagging(&self) -> Option<(Uuid, i64)> {
        let mut state = self.lock();
        if !self.has_room(&state) {
            return None;
        }
        while let Some(id) = state.lagging.pop_front() {
            if let Some(cursor) = state.cursors.get_mut(&id) {
                let Some(delivered) = cursor.delivered else {
                    // It waits for its state, and whoever brings that looks again.
                    cursor.lag = Lag::None;
                    continue;
                };
                cursor.lag = Lag::Reading;
                return Some((id, delivered));
            }
        }
        None
    }

    /// Takes what was read from the store; `complete` when nothing followed it there.
    pub fn caught_up(&self, conversation: Uuid, messages: &[Message], complete: bool) {
        let mut state = self.lock();
        let Some(mut cursor) = state.cursors.get(&conversation).copied() else { return };
        for message in messages {
            if cursor.delivered.is_some_and(|delivered| message.seq == delivered + 1) {
                cursor.delivered = Some(message.seq);
                // What this socket sent gets its answer only, which may be on its way.
                let is_own =
                    message.sender.id == self.person && state.unacknowledged.contains(&message.client_id);
                if !state.take_acknowledged(conversation, message.seq) && !is_own {
                    state.push(ServerFrame::Message(message).encode());
                }
            }
        }
        // What became known during the reading may not have been in it. A head that the store did not have (any
        // more) is no reason to read again and again.
        let news = cursor.lag == Lag::Raised || !messages.is_empty();
        cursor.lag = Lag::None;
        let more = !complete || (news && cursor.delivered.is_some_and(|seq| seq < cursor.head));
        if complete && !more {
            cursor.head = cursor.delivered.unwrap_or(cursor.head);
        }
        state.cursors.insert(conversation, cursor);
        if more {
            state.lag(conversation);
        }
        drop(state);
        self.wake.notify_one();
    }

    /// Whether this is following the conversation.
    pub fn follows(&self, conversation: Uuid) -> bool {
        self.lock().cursors.contains(&conversation)
    }

    /// Whether its person takes part in a conversation that goes on.
    pub fn is_helped(&self) -> bool {
        self.lock().cursors.iter().any(|(_, cursor)| cursor.part == Part::Talks && !cursor.ends)
    }

    /// What it follows.
    pub fn conversations(&self) -> Vec<Uuid> {
        self.lock().cursors.iter().map(|(id, _)| id).collect()
    }

    /// The conversations to which the person is this.
    pub fn conversations_as(&self, part: Part) -> Vec<Uuid> {
        let state = self.lock();
        state.cursors.iter().filter(|(_, cursor)| cursor.part == part).map(|(id, _)| id).collect()
    }

    /// Version of a conversation that is followed, and what the person is to it.
    pub fn standing(&self, conversation: Uuid) -> Option<(i64, Part)> {
        let state = self.lock();
        let cursor = state.cursors.get(&conversation)?;
        cursor.delivered.map(|_| (cursor.version, cursor.part))
    }

    /// Whether the person was given a conversation and looks at it for the first time; forgets that.
    pub fn take_untouched(&self, conversation: Uuid) -> bool {
        let mut state = self.lock();
        state.cursors.get_mut(&conversation).is_some_and(|cursor| std::mem::take(&mut cursor.untouched))
    }

    /// Hands over a changed state, unless a newer one was handed over already. With it changes what the person is to
    /// the conversation, and one that was opened again goes on.
    pub fn restate(&self, conversation: &Conversation, frame: &Utf8Bytes) {
        let mut state = self.lock();
        if !self.note(&mut state, conversation) {
            return;
        }
        if self.is_full(&state) {
            state.late.insert(conversation.id, frame.clone());
        } else {
            state.late.remove(&conversation.id);
            state.push_live(frame.clone());
        }
        drop(state);
        self.wake.notify_one();
    }
}

#[cfg(test)]
mod tests;
