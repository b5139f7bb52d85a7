//! What one side wrote, was answered and was shown: noted while a run goes on, at the cost of a line in a list, and
//! checked after it, so that the check does not slow what is measured.

use journeys::history::{History, Reached, Stored};
use uuid::Uuid;

#[derive(Debug, Clone, Copy)]
enum Entry {
    Sent(Uuid),
    Acknowledged(Uuid, i64),
    Delivered(Uuid, i64),
}

/// Everything of one side, in order.
#[derive(Debug)]
pub struct Record {
    first: i64,
    entries: Vec<Entry>,
    /// What was acknowledged or shown.
    reached: Reached,
}

impl Record {
    /// Of a side that has the messages up to `first` already.
    pub fn beginning_after(first: i64) -> Self {
        Self { first, entries: Vec::new(), reached: Reached::at(first) }
    }

    /// A message was written for the first time.
    pub fn sent(&mut self, client_id: Uuid) {
        self.entries.push(Entry::Sent(client_id));
    }

    /// A message was acknowledged under a number.
    pub fn acknowledged(&mut self, client_id: Uuid, seq: i64) {
        self.entries.push(Entry::Acknowledged(client_id, seq));
        self.reached.note(seq);
    }

    /// A message was shown.
    pub fn delivered(&mut self, client_id: Uuid, seq: i64) {
        self.entries.push(Entry::Delivered(client_id, seq));
        self.reached.note(seq);
    }

    /// The highest number below which nothing is missing.
    pub fn head(&self) -> i64 {
        self.reached.position
    }

    /// What is wrong, measured against all that is stored.
    pub fn errors(&self, stored: &[Stored]) -> Vec<String> {
        let mut history = History::beginning_after(self.first);
        history.connected();
        for entry in &self.entries {
            match *entry {
                Entry::Sent(client_id) => history.sent(client_id),
                Entry::Acknowledged(client_id, seq) => history.acknowledged(client_id, seq),
                Entry::Delivered(client_id, seq) => history.delivered(client_id, seq),
            }
        }
        history.errors_at_end(stored)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_noted_is_checked_against_the_store() {
        let [asked, mine, theirs] = [1, 2, 3].map(Uuid::from_u128);
        let stored: Vec<Stored> =
            [(asked, 1), (mine, 2), (theirs, 3)].map(|(client_id, seq)| Stored { client_id, seq }).into();
        let mut record = Record::beginning_after(1);
        record.sent(mine);
        record.acknowledged(mine, 2);
        assert_eq!((record.head(), record.errors(&stored).len()), (2, 1));
        record.delivered(theirs, 3);
        assert_eq!((record.head(), record.errors(&stored)), (3, Vec::new()));
        record.delivered(theirs, 3);
        assert_eq!(record.errors(&stored).len(), 1);
    }
}
