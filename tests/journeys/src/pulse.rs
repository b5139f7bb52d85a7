//! What a crowd counts together while it writes: how many acknowledgements, and how long none came.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::time::{Instant, sleep};

/// How often somebody looks whether there was progress: what the longest standstill is exact to.
const LOOK: Duration = Duration::from_millis(20);

/// A count of acknowledgements.
#[derive(Debug, Default)]
pub struct Pulse {
    acknowledged: AtomicU64,
}

impl Pulse {
    /// One more.
    pub fn beat(&self) {
        self.acknowledged.fetch_add(1, Ordering::Relaxed);
    }

    /// How many there were.
    pub fn acknowledged(&self) -> u64 {
        self.acknowledged.load(Ordering::Relaxed)
    }

    /// The longest time in which none came, until `done` is true.
    pub async fn longest_standstill(&self, mut done: impl FnMut() -> bool) -> Duration {
        let (mut longest, mut last, mut since) = (Duration::ZERO, self.acknowledged(), Instant::now());
        while !done() {
            sleep(LOOK).await;
            let now = self.acknowledged();
            if now != last {
                (last, since) = (now, Instant::now());
            }
            longest = longest.max(since.elapsed());
        }
        longest
    }
}
