//! The highest rate of `chats` that is kept: nothing lost or refused, memory bounded, p99 at most 100 ms.

use std::time::Duration;

use super::repeated;
use crate::client::chatting::{Chatting, Stretch};
use crate::error::BenchError;
use crate::measure::Tally;
use crate::numbers::{float, whole, written};
use crate::outcome::{Line, Outcome, Plot, Target};
use crate::system::System;

/// The highest rate that is tried, a second.
pub const MOST: u32 = 40_000;
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

/// Whether a rate was kept.
fn is_kept(stretch: Stretch, tally: &Tally, grown_mib: f64) -> bool {
    let due = f64::from(stretch.rate) * stretch.length.as_secs_f64();
    let all = float(tally.delivered.count()) >= due * 0.98;
    all && tally.is_whole() && tally.delivered.at(0.99) <= P99_MS && grown_mib <= GROWTH_MIB
}

/// Tries rates until the highest is found.
pub async fn find(system: &System, chatting: &mut Chatting, seconds: u64) -> Result<Outcome, BenchError> {
    repeated(1, system, async || search(system, chatting, seconds).await).await
}

async fn search(system: &System, chatting: &mut Chatting, seconds: u64) -> Result<Outcome, BenchError> {
    let mut tried = Vec::new();
    let mut found = Outcome::new("highest", "the highest rate that is kept");
    let mut lines = [Vec::new(), Vec::new()];
    while let Some(rate) = next(&tried, FIRST, MOST) {
        let before = system.memory_mib().unwrap_or(0.0);
        let length = Duration::from_secs(seconds);
        let stretch = Stretch { rate, length, gives_up: true, bar: true };
        let (_, tally) = chatting.chat(stretch).await;
        let grown = system.memory_mib().unwrap_or(0.0) - before;
        let kept = is_kept(stretch, &tally, grown);
        let p99 = tally.delivered.at(0.99);
        let rate_text = written(f64::from(rate));
        let verdict = if kept { "kept" } else { "not kept" };
        found.notes.push(format!(
            "{rate_text} a second: {verdict}, p99 {} ms, memory {grown:+.0} MiB",
            written(p99)
        ));
        found.broken.extend(tally.broken_promises());
        let [half, most] = &mut lines;
        half.push((f64::from(rate), tally.delivered.at(0.5)));
        most.push((f64::from(rate), p99));
        tried.push(Tried { rate, kept });
    }
    found.aimed("messages", "a second", f64::from(highest(&tried)), Target::AtLeast(15_000.0));
    found.figure("seconds each", "s", float(seconds));
    let line = |name: &str, mut points: Vec<(f64, f64)>| {
        points.sort_by(|one, other| one.0.total_cmp(&other.0));
        Line { name: name.to_owned(), points }
    };
    let [half, most] = lines;
    found.plots.push(Plot {
        title: "Rates that were tried".to_owned(),
        across: "messages a second, offered",
        up: "ms",
        by_factors: true,
        lines: vec![line("p50 to the peer", half), line("p99 to the peer", most)],
    });
    Ok(found)
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
        let stretch = Stretch { rate: 10, length: Duration::from_secs(1), gives_up: true, bar: false };
        let mut tally = Tally::default();
        (0..10).for_each(|_| tally.delivered.note(0, 1_000));
        assert!(is_kept(stretch, &tally, 1.0));
        assert!(!is_kept(stretch, &tally, 500.0), "memory grew");
        assert!(!is_kept(Stretch { rate: 20, ..stretch }, &tally, 1.0), "half is missing");
        tally.refused.insert("overloaded".to_owned(), 1);
        assert!(!is_kept(stretch, &tally, 1.0));
    }
}
