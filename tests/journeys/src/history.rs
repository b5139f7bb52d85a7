//! What one client did and saw in one conversation, to be checked against what is stored: nothing acknowledged is lost,
//! nothing is doubled, numbers have no holes, each sender's order is kept, and in the end everybody has the same.

use std::collections::{BTreeSet, HashMap};

use serde_json::Value;
use uuid::Uuid;

use crate::people::uuid;

/// One client's history in one conversation.
#[derive(Debug, Default, Clone)]
pub struct History {
    sent: Vec<Uuid>,
    acknowledged: HashMap<Uuid, i64>,
    delivered: Vec<(Uuid, i64)>,
    /// Everything up to here was acknowledged or seen.
    position: i64,
    /// Numbers above a hole.
    above: BTreeSet<i64>,
    /// The last number that this connection was shown.
    shown: i64,
    /// What came doubled or out of order within a connection.
    disorder: Vec<String>,
}

impl History {
    /// The history of a client that has the messages up to `position` already.
    pub fn beginning_after(position: i64) -> Self {
        Self { position, ..Self::default() }
    }

    /// A message was written.
    pub fn sent(&mut self, client_id: Uuid) {
        self.sent.push(client_id);
    }

    /// A new connection, which resumes at [`History::position`].
    pub fn connected(&mut self) {
        self.shown = self.position;
        self.above.clear();
    }

    /// A message was acknowledged under a number.
    pub fn acknowledged(&mut self, client_id: Uuid, seq: i64) {
        if let Some(first) = self.acknowledged.insert(client_id, seq).filter(|first| *first != seq) {
            self.disorder.push(format!("{client_id} was acknowledged as {first} and as {seq}"));
        }
        self.note(seq);
    }

    /// A message was seen.
    pub fn delivered(&mut self, client_id: Uuid, seq: i64) {
        if seq <= self.shown {
            self.disorder.push(format!("{seq} was shown after {} on the same connection", self.shown));
        }
        self.shown = self.shown.max(seq);
        self.delivered.push((client_id, seq));
        self.note(seq);
    }

    fn note(&mut self, seq: i64) {
        if seq > self.position {
            self.above.insert(seq);
        }
        while self.above.remove(&(self.position + 1)) {
            self.position += 1;
        }
    }

    /// Everything up to this number was acknowledged or seen.
    pub fn position(&self) -> i64 {
        self.position
    }

    /// How many messages were acknowledged.
    pub fn acknowledged_count(&self) -> usize {
        self.acknowledged.len()
    }

    /// What is wrong, measured against the stored messages of the conversation.
    pub fn errors(&self, stored: &[Value]) -> Vec<String> {
        let mut errors = self.disorder.clone();
        let mut number_of = HashMap::new();
        for (index, message) in stored.iter().enumerate() {
            let (client_id, seq) = (uuid(&message["client_id"]), message["seq"].as_i64().unwrap_or_default());
            if usize::try_from(seq) != Ok(index + 1) {
                errors.push(format!("number {seq} stands at place {}", index + 1));
            }
            if number_of.insert(client_id, seq).is_some() {
                errors.push(format!("{client_id} is stored twice"));
            }
        }
        let delivered = self.delivered.iter().map(|(client_id, seq)| (client_id, seq));
        for (client_id, seq) in self.acknowledged.iter().chain(delivered) {
            if number_of.get(client_id) != Some(seq) {
                errors.push(format!(
                    "{client_id} was known as {seq}, but is stored as {:?}",
                    number_of.get(client_id)
                ));
            }
        }
        let mine: Vec<i64> = self.sent.iter().filter_map(|id| number_of.get(id).copied()).collect();
        if !mine.is_sorted() {
            errors.push(format!("the sender's order is not kept: {mine:?}"));
        }
        errors
    }

    /// The same at the end, when this client must have all there is.
    pub fn errors_at_end(&self, stored: &[Value]) -> Vec<String> {
        let mut errors = self.errors(stored);
        let last = stored.last().and_then(|message| message["seq"].as_i64()).unwrap_or_default();
        if self.position != last {
            errors.push(format!("this reader ends at {}, but {last} is stored", self.position));
        }
        errors
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn stored(ids: &[(Uuid, i64)]) -> Vec<Value> {
        ids.iter().map(|(id, seq)| json!({ "client_id": id, "seq": seq })).collect()
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
        history.delivered(c, 3);
        assert_eq!(history.position(), 1);
        history.connected();
        history.delivered(b, 2);
        history.delivered(c, 3);
        assert_eq!(history.errors_at_end(&stored(&[(a, 1), (b, 2), (c, 3)])), Vec::<String>::new());
    }
}
