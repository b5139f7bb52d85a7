//! The highest rate of `chats` that is kept: nothing lost or refused, memory bounded, p99 at most 100 ms.

use std::time::Duration;

use super::repeated;
use crate::client::chatting::{Chatting, Stretch};
use crate::error::BenchError;
use crate::measure::Tally;
use crate::numbers::{float, size, whole, written};
use crate::outcome::{Line, Outcome, Plot, Target};
use crate::system::System;

/// The highest rate that is tried, a second.
pub const MOST: u32 = 40_000;
/// What it should be on two cores.
const AIM: f64 = 15_000.0;
/// Where the search begins.
const FIRST: u32 = 4_000;
/// Messages that take longer make a rate not kept, in ms.
const P99_MS: f64 = 100.0;
/// Memory may grow by this much while a rate is kept, in MiB: queues and batches are larger under load.
const GROWTH_MIB: f64 = 64.0;
/// The search ends when what was kept and what was not are this close.
const CLOSE: f64 = 1.08;

/// One rate that was tried.
#[derive(Debug, Clone, Copy)]
pub struct Tried {
    /// Messages a second.
    pub rate: u32,
    /// Whether it was kept.
    pub kept: bool,
}

/// The rate to try next; none when the answer is near enough.
pub fn next(tried: &[Tried], first: u32, most: u32) -> Option<u32> {
    let failed = tried.iter().filter(|one| !one.kept).map(|one| one.rate).min();
    let kept = tried.iter().filter(|one| one.kept).map(|one| one.rate);
    let kept = kept.filter(|rate| failed.is_none_or(|failed| *rate < failed)).max();
    match (kept, failed) {
        (None, None) => Some(first),
        (Some(kept), None) => (kept < most).then(|| (kept * 3 / 2).min(most)),
        (None, Some(failed)) => (failed > 50).then_some(failed / 2),
        (Some(kept), Some(failed)) => {
            let close = f64::from(failed) <= f64::from(kept) * CLOSE;
            (!close)
                .then(|| whole((f64::from(kept) * f64::from(failed)).sqrt() / 100.0) * 100)
                .filter(|rate| *rate > kept && *rate < failed)
        }
    }
}

/// The highest rate that was kept.
pub fn highest(tried: &[Tried]) -> u32 {
    tried.iter().filter(|one| one.kept).map(|one| one.rate).max().unwrap_or(0)
}

/// What a rate brought.
#[derive(Debug)]
pub struct Stretched {
    /// Messages a second.
    pub rate: u32,
    /// For how long.
    pub length: Duration,
    /// What was found.
    pub tally: Tally,
    /// How much the server's memory grew, in MiB.
    pub grown_mib: f64,
}

impl Stretched {
    /// Whether the rate was kept.
    fn is_kept(&self) -> bool {
        let due = f64::from(self.rate) * self.length.as_secs_f64();
        let all = float(self.tally.delivered.count()) >= due * 0.98;
        all && self.tally.is_whole()
            && self.tally.delivered.at(0.99) <= P99_MS
            && self.grown_mib <= GROWTH_MIB
    }
}

/// Finds the highest rate of Steward.
pub async fn find(system: &System, chatting: &mut Chatting, seconds: u64) -> Result<Outcome, BenchError> {
    let length = Duration::from_secs(seconds);
    repeated(1, system, async || {
        let found = search(FIRST, MOST, async |rate| {
            let before = system.memory_mib().unwrap_or(0.0);
            let (_, tally) = chatting.chat(Stretch { rate, length, gives_up: true, bar: true }).await;
            Stretched { rate, length, tally, grown_mib: system.memory_mib().unwrap_or(0.0) - before }
        });
        let mut found = found.await;
        found.figure("sockets", "", size(chatting.sockets()));
        Ok(found)
    })
    .await
}

/// Tries rates until the highest that is kept is found.
pub async fn search(first: u32, most: u32, mut stretch: impl AsyncFnMut(u32) -> Stretched) -> Outcome {
    let mut tried = Vec::new();
    let mut found = Outcome::new("highest", "the highest rate that is kept");
    let mut lines = [("p50 to the peer", Vec::new()), ("p99 to the peer", Vec::new())];
    while let Some(rate) = next(&tried, first, most) {
        let one = stretch(rate).await;
        let kept = one.is_kept();
        let p99 = one.tally.delivered.at(0.99);
        found.notes.push(format!(
            "{} a second for {} s: {}, p99 {} ms, memory {:+.0} MiB",
            written(f64::from(rate)),
            one.length.as_secs(),
            if kept { "kept" } else { "not kept" },
            written(p99),
            one.grown_mib
        ));
        found.broken.extend(one.tally.broken_promises());
        for (code, times) in one.tally.refused {
            *found.refused.entry(code).or_default() += times;
        }
        let [(_, half), (_, slow)] = &mut lines;
        half.push((f64::from(rate), one.tally.delivered.at(0.5)));
        slow.push((f64::from(rate), p99));
        tried.push(Tried { rate, kept });
    }
    found.aimed("messages", "a second", f64::from(highest(&tried)), Target::AtLeast(AIM));
    let lines = lines.map(|(name, mut points)| {
        points.sort_by(|one, other| one.0.total_cmp(&other.0));
        Line { name: name.to_owned(), points }
    });
    found.plots.push(Plot {
        title: "Rates that were tried".to_owned(),
        across: "messages a second, offered",
        up: "ms",
        by_factors: true,
        lines: lines.to_vec(),
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Searches on a system that keeps up to `limit`.
    fn search(limit: u32) -> (u32, usize) {
        let mut tried = Vec::new();
        while let Some(rate) = next(&tried, 4_000, 40_000) {
            tried.push(Tried { rate, kept: rate <= limit });
            assert!(tried.len() < 30, "the search does not end: {tried:?}");
        }
        (highest(&tried), tried.len())
    }

    #[test]
    fn the_search_comes_near_from_either_side() {
        for limit in [300_u32, 1_000, 3_999, 5_000, 9_300, 17_000, 39_000] {
            let (found, steps) = search(limit);
            assert!(found <= limit && f64::from(found) * 1.1 >= f64::from(limit) - 100.0, "{limit}: {found}");
            assert!(steps <= 12, "{limit} took {steps}");
        }
        assert_eq!(search(100_000).0, 40_000, "never above the most");
    }

    #[test]
    fn a_rate_with_a_refusal_or_too_little_delivered_is_not_kept() {
        let mut tally = Tally::default();
        (0..10).for_each(|_| tally.delivered.note(0, 1_000));
        let mut one = Stretched { rate: 10, length: Duration::from_secs(1), tally, grown_mib: 1.0 };
        assert!(one.is_kept());
        one.grown_mib = 500.0;
        assert!(!one.is_kept(), "memory grew");
        one.grown_mib = 1.0;
        one.rate = 20;
        assert!(!one.is_kept(), "half is missing");
        one.rate = 10;
        one.tally.refused.insert("overloaded".to_owned(), 1);
        assert!(!one.is_kept(), "refused");
    }
}
