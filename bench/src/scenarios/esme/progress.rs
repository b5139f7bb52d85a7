//! What the people of `esme` share: how far they are, and the first failure.

use std::cell::{Cell, Ref, RefCell};
use std::collections::HashMap;
use std::time::Duration;

use tokio::time::Instant;
use uuid::Uuid;

use super::member::Heads;
use crate::measure::Tally;
use crate::numbers::{float, moment, now, size};

/// Seconds over which the best rate is looked for.
const STRETCH: usize = 3;

/// How far a case is.
#[derive(Debug)]
pub struct Progress {
    began: Instant,
    patience: Duration,
    writing: Cell<bool>,
    failure: RefCell<Option<String>>,
    active: Cell<usize>,
    open: Cell<usize>,
    tally: RefCell<Tally>,
    /// Highest acknowledged number of each conversation.
    acknowledged: RefCell<HashMap<Uuid, i64>>,
    /// Conversations that were active, and messages that were acknowledged, in each second.
    seconds: RefCell<Vec<(usize, u64)>>,
}

impl Progress {
    /// The beginning.
    pub fn new(patience: Duration) -> Self {
        Self {
            began: Instant::now(),
            patience,
            writing: Cell::new(true),
            failure: RefCell::default(),
            active: Cell::new(0),
            open: Cell::new(0),
            tally: RefCell::default(),
            acknowledged: RefCell::default(),
            seconds: RefCell::default(),
        }
    }

    /// The first failure ends a case; later ones follow from it.
    pub fn fail(&self, why: impl Into<String>) {
        if self.writing.get() {
            self.failure.borrow_mut().get_or_insert(why.into());
        }
    }

    /// Whether there was one.
    pub fn has_failed(&self) -> bool {
        self.failure.borrow().is_some()
    }

    /// Which.
    pub fn failure(&self) -> Option<String> {
        self.failure.borrow().clone()
    }

    /// Whether people still write.
    pub fn is_writing(&self) -> bool {
        self.writing.get()
    }

    /// Nobody writes from now on.
    pub fn stop_writing(&self) {
        self.writing.set(false);
    }

    /// A conversation was taken.
    pub fn took(&self) {
        self.active.set(self.active.get() + 1);
        self.note(|second, active| second.0 = active);
    }

    /// Conversations that were taken.
    pub fn active(&self) -> usize {
        self.active.get()
    }

    /// A message was written.
    pub fn wrote(&self) {
        self.open.set(self.open.get() + 1);
    }

    /// Whether messages wait for their answer.
    pub fn has_open(&self) -> bool {
        self.open.get() > 0
    }

    /// A message was acknowledged.
    pub fn acknowledged(&self, conversation: Uuid, seq: i64, due: u64) {
        self.open.set(self.open.get().saturating_sub(1));
        self.tally.borrow_mut().acknowledged.note(due, now());
        self.acknowledged.borrow_mut().insert(conversation, seq);
        self.check(due, "the answer to a message");
        self.note(|second, active| *second = (active, second.1 + 1));
    }

    /// A message reached the member.
    pub fn delivered(&self, due: u64) {
        self.tally.borrow_mut().delivered.note(due, now());
        self.check(due, "a message to the member");
    }

    /// What was due so long ago must have happened.
    pub fn check(&self, due: u64, what: &str) {
        let late = Duration::from_micros(now().saturating_sub(due));
        if late > self.patience {
            self.fail(format!("{what} took {} ms", late.as_millis()));
        }
    }

    fn note(&self, change: impl FnOnce(&mut (usize, u64), usize)) {
        let second = usize::try_from(self.began.elapsed().as_secs()).unwrap_or(0);
        let mut seconds = self.seconds.borrow_mut();
        if seconds.len() <= second {
            seconds.resize(second + 1, (self.active.get(), 0));
        }
        if let Some(entry) = seconds.get_mut(second) {
            change(entry, self.active.get());
        }
    }

    /// Latencies.
    pub fn latencies(&self) -> Ref<'_, Tally> {
        self.tally.borrow()
    }

    /// Most messages a second, over a few whole seconds.
    pub fn best_rate(&self) -> f64 {
        let seconds = self.seconds.borrow();
        let sums =
            seconds.windows(STRETCH).map(|some| some.iter().map(|(_, messages)| messages).sum::<u64>());
        float(sums.max().unwrap_or(0)) / size(STRETCH)
    }

    /// Active conversations and messages a second, over time.
    pub fn over_time(&self) -> [Vec<(f64, f64)>; 2] {
        let seconds = self.seconds.borrow();
        let numbered = || seconds.iter().enumerate().map(|(at, second)| (size(at + 1), second));
        let active = numbered().map(|(at, (active, _))| (at, size(*active))).collect();
        [active, numbered().map(|(at, (_, messages))| (at, float(*messages))).collect()]
    }

    /// Messages that were acknowledged and are not below the member's heads.
    pub fn missing(&self, heads: &Heads) -> u64 {
        let acknowledged = self.acknowledged.borrow();
        let behind = acknowledged.iter().map(|(conversation, seq)| {
            // What was written before the member came is read over REST.
            let head = heads.of.get(conversation).copied().unwrap_or(*seq);
            u64::try_from(seq - head).unwrap_or(0)
        });
        behind.sum()
    }

    /// A moment of the clock that all latencies use.
    pub fn due(at: Instant) -> u64 {
        moment(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_failure_stays_and_none_counts_after_the_end() {
        let progress = Progress::new(Duration::from_secs(2));
        progress.check(now(), "a message");
        assert!(!progress.has_failed());
        progress.check(now() - 3_000_000, "a message");
        progress.fail("another");
        assert!(progress.failure().unwrap().starts_with("a message took "));
        let ended = Progress::new(Duration::from_secs(2));
        ended.stop_writing();
        ended.fail("a socket broke");
        assert!(!ended.has_failed());
    }

    #[test]
    fn acknowledged_messages_above_the_heads_are_missing() {
        let progress = Progress::new(Duration::from_secs(2));
        let (one, other) = (Uuid::now_v7(), Uuid::now_v7());
        progress.acknowledged(one, 5, now());
        progress.acknowledged(other, 7, now());
        let heads = Heads { of: HashMap::from([(one, 5), (other, 4)]), disordered: 0 };
        assert_eq!(progress.missing(&heads), 3);
    }
}
