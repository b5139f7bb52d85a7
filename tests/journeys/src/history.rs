//! What one client did and saw, to be checked against what is stored: nothing acknowledged is lost, nothing is
//! doubled, numbers have no holes, and each sender's order is kept.

use std::collections::HashMap;

use serde_json::Value;
use uuid::Uuid;

use crate::people::uuid;

/// One client's history.
#[derive(Debug, Default, Clone)]
pub struct History {
    sent: Vec<Uuid>,
    acknowledged: HashMap<Uuid, i64>,
    delivered: Vec<(Uuid, i64)>,
}

impl History {
    /// A message was written.
    pub fn sent(&mut self, client_id: Uuid) {
        self.sent.push(client_id);
    }

    /// A message was acknowledged under a number.
    pub fn acknowledged(&mut self, client_id: Uuid, seq: i64) {
        self.acknowledged.insert(client_id, seq);
    }

    /// A message was seen.
    pub fn delivered(&mut self, client_id: Uuid, seq: i64) {
        self.delivered.push((client_id, seq));
    }

    /// How many messages were acknowledged.
    pub fn acknowledged_count(&self) -> usize {
        self.acknowledged.len()
    }

    /// What is wrong, measured against the stored messages of the conversation.
    pub fn errors(&self, stored: &[Value]) -> Vec<String> {
        let mut errors = Vec::new();
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
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn stored(ids: &[(Uuid, i64)]) -> Vec<Value> {
        ids.iter().map(|(id, seq)| json!({ "client_id": id, "seq": seq })).collect()
    }

    #[test]
    fn finds_what_is_wrong_in_each_way() {
        let (a, b) = (Uuid::now_v7(), Uuid::now_v7());
        let mut history = History::default();
        history.sent(a);
        history.sent(b);
        history.acknowledged(a, 1);
        history.delivered(b, 2);
        assert_eq!(history.errors(&stored(&[(a, 1), (b, 2)])), Vec::<String>::new());
        assert!(!history.errors(&stored(&[(b, 1)])).is_empty(), "lost");
        assert!(!history.errors(&stored(&[(a, 1), (b, 3)])).is_empty(), "hole");
        assert!(!history.errors(&stored(&[(a, 1), (b, 2), (a, 3)])).is_empty(), "doubled");
        assert!(!history.errors(&stored(&[(b, 1), (a, 2)])).is_empty(), "order");
    }
}
