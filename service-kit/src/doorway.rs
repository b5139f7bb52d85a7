//! A doorway: whoever comes, comes in evenly. When a node dies, all its clients come to another at once; whoever is
//! there already must not feel it, and a client that can wait a moment need not knock again.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// What may come in without waiting after a quiet time: as much as comes in during this.
const AT_ONCE: Duration = Duration::from_millis(10);

/// Lets in so many a second.
#[derive(Debug)]
pub struct Doorway {
    every: Duration,
    patience: Duration,
    next: Mutex<Instant>,
}

impl Doorway {
    /// A doorway for `rate` a second, in front of which nobody waits longer than `patience`.
    pub fn new(rate: u32, patience: Duration) -> Self {
        Self { every: Duration::from_secs(1) / rate.max(1), patience, next: Mutex::new(Instant::now()) }
    }

    /// Waits for a turn; false, and at once, when so many wait already that it would be too long.
    pub async fn enter(&self) -> bool {
        let now = Instant::now();
        let Some(turn) = self.turn(now) else { return false };
        if turn > now {
            tokio::time::sleep_until(turn.into()).await;
        }
        true
    }

    /// When somebody who comes now may enter.
    fn turn(&self, now: Instant) -> Option<Instant> {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let turn = now.checked_sub(AT_ONCE).map_or(*next, |earliest| earliest.max(*next));
        if turn > now + self.patience {
            return None;
        }
        *next = turn + self.every;
        Some(turn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crowd_comes_in_evenly_and_the_last_are_told_to_come_later() {
        let doorway = Doorway::new(1_000, Duration::from_secs(4));
        let now = Instant::now() + Duration::from_secs(1);
        let turns: Vec<_> = (0..5_000).map(|_| doorway.turn(now)).collect();
        let at_once = turns.iter().flatten().filter(|turn| **turn <= now).count();
        assert_eq!(at_once, 11, "a hundredth of a second, and whoever is next");
        assert_eq!(turns.iter().flatten().count(), 4_011, "four seconds more wait");
        let waits: Vec<Instant> = turns.into_iter().flatten().collect();
        assert!(waits.windows(2).all(|two| two[1] - two[0] == Duration::from_millis(1)));
        // Those who were refused took nobody's turn.
        assert!(doorway.turn(now + Duration::from_millis(1)).is_some());
    }

    #[test]
    fn a_quiet_time_is_not_saved_up() {
        let doorway = Doorway::new(1_000, Duration::from_secs(4));
        let now = Instant::now() + Duration::from_secs(3_600);
        let at_once = (0..1_000).filter(|_| doorway.turn(now).is_some_and(|turn| turn <= now)).count();
        assert_eq!(at_once, 11);
    }
}
