//! What one client did and saw in one conversation, to be checked against what is stored: nothing acknowledged is lost,
//! nothing is doubled, numbers have no holes, each sender's order is kept, and in the end everybody has the same.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::Value;
use uuid::Uuid;

use crate::people::uuid;

/// A stored message, with as little of it as a check needs: a million of them have to fit into memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    /// Its id, given by its sender.
    pub client_id: Uuid,
    /// Its number in the conversation.
    pub seq: i64,
}

impl Stored {
    /// What is needed of a message as REST and sockets show it.
    pub fn of(message: &Value) -> Self {
        Self { client_id: uuid(&message["client_id"]), seq: message["seq"].as_i64().unwrap_or_default() }
    }
}

/// How far a client has come without a hole.
#[derive(Debug, Default, Clone)]
pub struct Reached {
    /// Everything up to here is known.
    pub position: i64,
    /// Numbers above a hole.
    above: BTreeSet<i64>,
}

impl Reached {
    /// Of a client that knows everything up to `position`.
    pub fn at(position: i64) -> Self {
        Self { position, ..Self::default() }
    }

    /// A number is known.
    pub fn note(&mut self, seq: i64) {
        if seq > self.position {
            self.above.insert(seq);
        }
        while self.above.remove(&(self.position + 1)) {
            self.position += 1;
        }
    }
}

/// One client's history in one conversation.
#[derive(Debug, Default, Clone)]
pub struct History {
    sent: Vec<Uuid>,
    /// What was written, and neither acknowledged nor shown.
    unsettled: HashSet<Uuid>,
    acknowledged: HashMap<Uuid, i64>,
    delivered: Vec<Stored>,
    /// What was acknowledged or shown before the store went back in time: its number may be another now.
    before_reset: HashSet<Uuid>,
    /// What was acknowledged or seen.
    reached: Reached,
    /// The last number that this connection was shown.
    shown: i64,
    /// What came doubled or out of order within a connection.
    disorder: Vec<String>,
}

impl History {
    /// The history of a client that has the messages up to `position` already.
    pub fn beginning_after(position: i64) -> Self {
        Self { reached: Reached::at(position), ..Self::default() }
    }

    /// A message was written.
    pub fn sent(&mut self, client_id: Uuid) {
        self.sent.push(client_id);
        self.unsettled.insert(client_id);
    }

    /// A new connection, which resumes at [`History::position`].
    pub fn connected(&mut self) {
        self.shown = self.reached.position;
        self.reached = Reached::at(self.shown);
    }

    /// A message was acknowledged under a number.
    pub fn acknowledged(&mut self, client_id: Uuid, seq: i64) {
        if let Some(first) = self.acknowledged.insert(client_id, seq).filter(|first| *first != seq) {
            self.disorder.push(format!("{client_id} was acknowledged as {first} and as {seq}"));
        }
        self.unsettled.remove(&client_id);
        self.reached.note(seq);
    }

    /// A message was seen.
    pub fn delivered(&mut self, client_id: Uuid, seq: i64) {
        if seq <= self.shown {
            self.disorder.push(format!("{seq} was shown after {} on the same connection", self.shown));
        }
        self.unsettled.remove(&client_id);
        // Only what this client wrote itself may be missing below: its acknowledgement is on its way.
        let missing =
            (self.reached.position + 1..seq).filter(|below| !self.reached.above.contains(below)).count();
        if missing > self.unsettled.len() {
            self.disorder.push(format!("{seq} was shown, but {missing} below it were not"));
        }
        self.shown = self.shown.max(seq);
        self.delivered.push(Stored { client_id, seq });
        self.reached.note(seq);
    }

    /// The client was killed, and what it had kept ends so many messages earlier.
    pub fn forget(&mut self, messages: i64) {
        self.reached = Reached::at((self.reached.position - messages).max(0));
    }

    /// The store went back in time: everything is read again, and what this client wrote is offered again. Whatever was
    /// known before has to be there in the end, under whatever number.
    pub fn reset(&mut self) {
        self.before_reset.extend(self.acknowledged.drain().map(|(client_id, _)| client_id));
        self.before_reset.extend(self.delivered.drain(..).map(|message| message.client_id));
        self.unsettled.extend(&self.sent);
        (self.reached, self.shown) = (Reached::default(), 0);
    }

    /// What this client wrote, in order.
    pub fn written(&self) -> &[Uuid] {
        &self.sent
    }

    /// What this client was shown since the last reset.
    pub fn seen(&self) -> HashSet<Uuid> {
        self.delivered.iter().map(|message| message.client_id).collect()
    }

    /// Everything up to this number was acknowledged or seen.
    pub fn position(&self) -> i64 {
        self.reached.position
    }

    /// How many messages were acknowledged.
    pub fn acknowledged_count(&self) -> usize {
        let earlier = self.sent.iter().filter(|client_id| self.before_reset.contains(client_id));
        self.acknowledged.len()
            + earlier.filter(|client_id| !self.acknowledged.contains_key(client_id)).count()
    }

    /// What is wrong, measured against the stored messages of the conversation.
    pub fn errors(&self, stored: &[Stored]) -> Vec<String> {
        let mut errors = self.disorder.clone();
        let mut number_of = HashMap::with_capacity(stored.len());
        for (index, message) in stored.iter().enumerate() {
            if usize::try_from(message.seq) != Ok(index + 1) {
                errors.push(format!("number {} stands at place {}", message.seq, index + 1));
            }
            if number_of.insert(message.client_id, message.seq).is_some() {
                errors.push(format!("{} is stored twice", message.client_id));
            }
        }
        let delivered = self.delivered.iter().map(|message| (&message.client_id, &message.seq));
        for (client_id, seq) in self.acknowledged.iter().chain(delivered) {
            let found = number_of.get(client_id);
            if found != Some(seq) {
                errors.push(format!("{client_id} was known as {seq}, but is stored as {found:?}"));
            }
        }
        let lost = self.before_reset.iter().filter(|client_id| !number_of.contains_key(client_id));
        errors.extend(lost.map(|client_id| format!("{client_id} was known before the reset, and is gone")));
        let mine: Vec<i64> = self.sent.iter().filter_map(|id| number_of.get(id).copied()).collect();
        if !mine.is_sorted() {
            errors.push(format!("the sender's order is not kept: {mine:?}"));
        }
        errors
    }

    /// The same at the end, when this client must have all there is.
    pub fn errors_at_end(&self, stored: &[Stored]) -> Vec<String> {
        let mut errors = self.errors(stored);
        let last = stored.last().map(|message| message.seq).unwrap_or_default();
        if self.reached.position != last {
            errors.push(format!("this reader ends at {}, but {last} is stored", self.reached.position));
        }
        errors
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(ids: &[(Uuid, i64)]) -> Vec<Stored> {
        ids.iter().map(|(client_id, seq)| Stored { client_id: *client_id, seq: *seq }).collect()
    }

    #[test]
    fn finds_what_is_stored_wrong_in_each_way() {
        let (a, b) = (Uuid::now_v7(), Uuid::now_v7());
        let mut history = History::default();
        history.sent(a);
        history.sent(b);
        history.acknowledged(a, 1);
        history.delivered(b, 2);
        assert_eq!(history.errors_at_end(&stored(&[(a, 1), (b, 2)])), Vec::<String>::new());
        assert!(!history.errors(&stored(&[(b, 1)])).is_empty(), "lost");
        assert!(!history.errors(&stored(&[(a, 1), (b, 3)])).is_empty(), "hole");
        assert!(!history.errors(&stored(&[(a, 1), (b, 2), (a, 3)])).is_empty(), "doubled");
        assert!(!history.errors(&stored(&[(b, 1), (a, 2)])).is_empty(), "order");
        assert!(
            !history.errors_at_end(&stored(&[(a, 1), (b, 2), (Uuid::now_v7(), 3)])).is_empty(),
            "unequal"
        );
    }

    #[test]
    fn finds_what_is_shown_wrong_in_each_way() {
        let (a, b) = (Uuid::now_v7(), Uuid::now_v7());
        let all = stored(&[(a, 1), (b, 2)]);
        let shown = |what: &[(Uuid, i64)]| {
            let mut history = History::default();
            what.iter().for_each(|(id, seq)| history.delivered(*id, *seq));
            history.errors_at_end(&all)
        };
        assert_eq!(shown(&[(a, 1), (b, 2)]), Vec::<String>::new());
        assert!(!shown(&[(a, 1), (a, 1), (b, 2)]).is_empty(), "doubled");
        assert!(!shown(&[(b, 2), (a, 1)]).is_empty(), "reordered");
        assert!(!shown(&[(a, 1)]).is_empty(), "lost");
        assert!(!shown(&[(b, 2)]).is_empty(), "a hole");
        assert!(!shown(&[(a, 1), (a, 2)]).is_empty(), "another message under this number");
        let mut twice = History::default();
        twice.acknowledged(a, 1);
        twice.acknowledged(a, 2);
        assert!(!twice.errors(&stored(&[(b, 1), (a, 2)])).is_empty(), "acknowledged under two numbers");
    }

    #[test]
    fn a_new_connection_resumes_where_nothing_is_missing() {
        let (a, b, c) = (Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
        let mut history = History::default();
        history.delivered(a, 1);
        history.sent(c);
        history.acknowledged(c, 3);
        assert_eq!(history.position(), 1);
        history.connected();
        history.delivered(b, 2);
        history.delivered(c, 3);
        assert_eq!(history.errors_at_end(&stored(&[(a, 1), (b, 2), (c, 3)])), Vec::<String>::new());
    }

    #[test]
    fn what_was_known_before_a_reset_must_be_there_after_it_under_any_number() {
        let (a, b) = (Uuid::now_v7(), Uuid::now_v7());
        let mut history = History::default();
        history.sent(a);
        history.acknowledged(a, 1);
        history.delivered(b, 2);
        history.reset();
        history.delivered(b, 1);
        history.acknowledged(a, 2);
        assert_eq!(history.errors_at_end(&stored(&[(b, 1), (a, 2)])), Vec::<String>::new());
        assert_eq!(history.acknowledged_count(), 1, "counted once");
        history.reset();
        history.delivered(b, 1);
        assert!(!history.errors_at_end(&stored(&[(b, 1)])).is_empty(), "a is lost");
    }

    #[test]
    fn a_killed_client_may_be_shown_again_what_it_had_not_kept() {
        let (a, b) = (Uuid::now_v7(), Uuid::now_v7());
        let mut history = History::default();
        history.delivered(a, 1);
        history.delivered(b, 2);
        history.forget(1);
        history.connected();
        assert_eq!(history.position(), 1);
        history.delivered(b, 2);
        assert_eq!(history.errors_at_end(&stored(&[(a, 1), (b, 2)])), Vec::<String>::new());
    }
}
