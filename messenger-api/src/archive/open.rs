//! When the archive looks at open conversations.

use std::time::{Duration, Instant};

use uuid::Uuid;

/// Shortest time from the beginning of one round through all of them to the next.
const AGAIN: Duration = Duration::from_secs(5);
/// Messages a second on this node from which on open conversations wait until they are closed or it is calmer. A look
/// takes as long as the whole conversation is, and whoever talks now comes first.
const CALM: f64 = 500.0;

/// A way through all open conversations by their ids, again and again. Nothing of it is stored: to note that nothing was
/// new would write every word of the entry into the index anew, and whoever takes over begins with a new circle.
#[derive(Debug)]
pub struct Circle {
    after: Uuid,
    from: Instant,
}

impl Circle {
    /// The first one, at once.
    pub fn begin(now: Instant) -> Self {
        Self { after: Uuid::nil(), from: now }
    }

    /// After which conversation to go on, if it is time.
    pub fn due(&self, now: Instant) -> Option<Uuid> {
        (now >= self.from).then_some(self.after)
    }

    /// Everything up to this one was looked at.
    pub fn go_on(&mut self, last: Uuid) {
        self.after = last;
    }

    /// The one that follows when all were looked at.
    pub fn next(&self, now: Instant) -> Self {
        Self { after: Uuid::nil(), from: now.max(self.from + AGAIN) }
    }
}

/// How many messages come in.
#[derive(Debug)]
pub struct Flow {
    taken: u64,
    at: Instant,
}

impl Flow {
    /// Counts from here on.
    pub fn since(taken: u64, at: Instant) -> Self {
        Self { taken, at }
    }

    /// Whether few came since it was asked before.
    pub fn is_calm(&mut self, taken: u64, at: Instant) -> bool {
        let came = u32::try_from(taken.saturating_sub(self.taken)).unwrap_or(u32::MAX);
        let seconds = at.duration_since(self.at).as_secs_f64();
        *self = Self { taken, at };
        f64::from(came) <= CALM * seconds.max(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_goes_through_all_and_begins_again_after_a_while() {
        let start = Instant::now();
        let mut circle = Circle::begin(start);
        assert_eq!(circle.due(start), Some(Uuid::nil()));
        let last = Uuid::now_v7();
        circle.go_on(last);
        assert_eq!(circle.due(start), Some(last), "the rest follows at once");
        let next = circle.next(start);
        assert_eq!(next.due(start + AGAIN / 2), None);
        assert_eq!(next.due(start + AGAIN), Some(Uuid::nil()));
        let late = start + 3 * AGAIN;
        assert_eq!(next.next(late).next(late).due(late), None, "what was missed is not made up for");
    }

    #[test]
    fn many_messages_at_once_are_no_calm_and_a_few_are() {
        let start = Instant::now();
        let after = |seconds| start + Duration::from_secs(seconds);
        let mut flow = Flow::since(0, start);
        assert!(flow.is_calm(1_000, after(2)));
        assert!(!flow.is_calm(3_000, after(4)), "a thousand a second");
        assert!(flow.is_calm(3_001, after(5)), "over is over");
        assert!(flow.is_calm(3_400, after(5) + Duration::from_millis(1)), "a moment is not a second");
    }
}
