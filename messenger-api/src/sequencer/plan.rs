//! The pure part of a commit: from what was submitted and what the store holds, decide what happens to each.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::submission::Refusal;
use crate::messages::store::Locked;

/// What matters of a submission for deciding.
#[derive(Debug, Clone)]
pub struct Candidate<'a> {
    /// Where it goes.
    pub conversation: Uuid,
    /// Under which version its sender was authorized.
    pub version: i64,
    /// Who wrote it.
    pub sender: Uuid,
    /// Its client id.
    pub client_id: Uuid,
    /// The client id before it.
    pub previous: Option<Uuid>,
    /// What it answers.
    pub reply_to: Option<i64>,
    /// Digest of its content.
    pub content: &'a [u8],
}

/// Conversation, sender and client id: what makes a message one and the same.
pub type Key = (Uuid, Uuid, Uuid);
/// Number, time and digest of a message that is stored.
pub type Known = (i64, DateTime<Utc>, Vec<u8>);

/// What the store holds under the locks.
#[derive(Debug, Default)]
pub struct Held {
    /// The locked conversations.
    pub conversations: HashMap<Uuid, Locked>,
    /// Stored messages by (conversation, sender, client id): number, time, digest.
    pub stored: HashMap<Key, Known>,
    /// Who may write where; asked only for conversations that changed since the sender was authorized.
    pub writers: HashSet<(Uuid, Uuid)>,
}

/// What happens to a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is stored now under this number.
    Store(i64, DateTime<Utc>),
    /// It was stored before, or earlier in this batch.
    Repeat(i64, DateTime<Utc>),
    /// It is not stored.
    Refuse(Refusal),
}

/// Decides for a whole batch, in the order of arrival. Numbers follow each conversation's head without holes.
pub fn decide(candidates: &[Candidate<'_>], held: &Held) -> Vec<Verdict> {
    let mut planner = Planner { held, heads: HashMap::new(), taken: HashMap::new() };
    candidates.iter().map(|candidate| planner.decide(candidate)).collect()
}

struct Planner<'a> {
    held: &'a Held,
    heads: HashMap<Uuid, i64>,
    taken: HashMap<Key, Known>,
}

impl Planner<'_> {
    fn decide(&mut self, candidate: &Candidate<'_>) -> Verdict {
        let Some(conversation) = self.held.conversations.get(&candidate.conversation) else {
            return Verdict::Refuse(Refusal::NotFound);
        };
        let is_stale = candidate.version != conversation.version;
        if is_stale && !self.held.writers.contains(&(candidate.conversation, candidate.sender)) {
            return Verdict::Refuse(Refusal::NotFound);
        }
        let key = (candidate.conversation, candidate.sender, candidate.client_id);
        if let Some((seq, at, content)) = self.find(key) {
            let same = content.as_slice() == candidate.content;
            return if same { Verdict::Repeat(*seq, *at) } else { Verdict::Refuse(Refusal::Conflict) };
        }
        if conversation.status != "open" {
            return Verdict::Refuse(Refusal::Closed);
        }
        let previous = candidate.previous.map(|id| (candidate.conversation, candidate.sender, id));
        if previous.is_some_and(|previous| self.find(previous).is_none()) {
            return Verdict::Refuse(Refusal::Order);
        }
        let head = self.heads.entry(candidate.conversation).or_insert(conversation.last_seq);
        if candidate.reply_to.is_some_and(|seq| seq < 1 || seq > *head) {
            return Verdict::Refuse(Refusal::ReplyTo);
        }
        *head += 1;
        let seq = *head;
        self.taken.insert(key, (seq, conversation.now, candidate.content.to_vec()));
        Verdict::Store(seq, conversation.now)
    }

    fn find(&self, key: Key) -> Option<&Known> {
        self.held.stored.get(&key).or_else(|| self.taken.get(&key))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ROOM: Uuid = Uuid::from_u128(1);
    const ANNA: Uuid = Uuid::from_u128(10);

    fn held(status: &str, last_seq: i64) -> Held {
        let locked =
            Locked { id: ROOM, status: status.to_owned(), version: 3, last_seq, now: DateTime::UNIX_EPOCH };
        Held { conversations: HashMap::from([(ROOM, locked)]), ..Held::default() }
    }

    fn message(client_id: u128) -> Candidate<'static> {
        Candidate {
            conversation: ROOM,
            version: 3,
            sender: ANNA,
            client_id: Uuid::from_u128(client_id),
            previous: None,
            reply_to: None,
            content: b"a",
        }
    }

    fn store(seq: i64) -> Verdict {
        Verdict::Store(seq, DateTime::UNIX_EPOCH)
    }

    fn repeat(seq: i64) -> Verdict {
        Verdict::Repeat(seq, DateTime::UNIX_EPOCH)
    }

    #[test]
    fn numbers_follow_the_head() {
        assert_eq!(decide(&[message(1), message(2)], &held("open", 7)), [store(8), store(9)]);
    }

    #[test]
    fn within_a_batch_the_first_use_of_a_client_id_wins() {
        let other = Candidate { content: b"b", ..message(1) };
        let verdicts = decide(&[message(1), message(1), other], &held("open", 0));
        assert_eq!(verdicts, [store(1), repeat(1), Verdict::Refuse(Refusal::Conflict)]);
    }

    #[test]
    fn a_repeat_is_answered_even_after_the_close() {
        let mut held = held("closed", 5);
        held.stored.insert((ROOM, ANNA, Uuid::from_u128(1)), (4, DateTime::UNIX_EPOCH, b"a".to_vec()));
        assert_eq!(decide(&[message(1), message(2)], &held), [repeat(4), Verdict::Refuse(Refusal::Closed)]);
    }

    #[test]
    fn what_follows_a_missing_message_waits_for_it() {
        let second = Candidate { previous: Some(Uuid::from_u128(1)), ..message(2) };
        let order = Verdict::Refuse(Refusal::Order);
        assert_eq!(decide(std::slice::from_ref(&second), &held("open", 0)), [order]);
        assert_eq!(decide(&[second.clone(), message(1)], &held("open", 0)), [order, store(1)]);
        assert_eq!(decide(&[message(1), second], &held("open", 0)), [store(1), store(2)]);
    }

    #[test]
    fn a_stale_version_is_authorized_again() {
        let stale = Candidate { version: 2, ..message(1) };
        let mut held = held("open", 0);
        assert_eq!(decide(std::slice::from_ref(&stale), &held), [Verdict::Refuse(Refusal::NotFound)]);
        held.writers.insert((ROOM, ANNA));
        assert_eq!(decide(&[stale], &held), [store(1)]);
    }

    #[test]
    fn an_unknown_conversation_is_refused_alone() {
        let stranger = Candidate { conversation: Uuid::from_u128(2), ..message(1) };
        assert_eq!(
            decide(&[stranger, message(1)], &held("open", 0)),
            [Verdict::Refuse(Refusal::NotFound), store(1)]
        );
    }

    proptest! {
        /// Whatever is sent, in whatever order and however often: numbers have no holes and a client id has one.
        #[test]
        fn numbers_have_no_holes(ids in prop::collection::vec((1_u128..6, prop::option::of(1_u128..6)), 0..40)) {
            let batch: Vec<_> = ids.iter()
                .map(|(id, previous)| Candidate { previous: previous.map(Uuid::from_u128), ..message(*id) })
                .collect();
            let verdicts = decide(&batch, &held("open", 100));
            let mut stored = Vec::new();
            let mut number_of = HashMap::new();
            for (candidate, verdict) in batch.iter().zip(&verdicts) {
                match verdict {
                    Verdict::Store(seq, _) => {
                        stored.push(*seq);
                        prop_assert!(number_of.insert(candidate.client_id, *seq).is_none());
                    }
                    Verdict::Repeat(seq, _) => prop_assert_eq!(number_of.get(&candidate.client_id), Some(seq)),
                    Verdict::Refuse(refusal) => prop_assert_eq!(*refusal, Refusal::Order),
                }
            }
            let expected: Vec<i64> = (101..).take(stored.len()).collect();
            prop_assert_eq!(stored, expected);
        }
    }
}
