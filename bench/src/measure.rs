//! What one run found about messages.

use std::collections::BTreeMap;

use hdrhistogram::Histogram;

use crate::numbers::{float, milliseconds};
use crate::outcome::Line;

/// Length of a window in which latencies are looked at over time, in µs.
pub const WINDOW_US: u64 = 500_000;

/// Latencies from 1 µs to 5 minutes, to so many digits.
fn histogram(digits: u8) -> Histogram<u64> {
    let Ok(histogram) = Histogram::new_with_bounds(1, 300_000_000, digits) else {
        unreachable!("the library takes these bounds")
    };
    histogram
}

/// Latencies in µs.
#[derive(Debug, Clone)]
pub struct Latencies(Histogram<u64>);

impl Default for Latencies {
    fn default() -> Self {
        Self(histogram(3))
    }
}

impl Latencies {
    /// Notes one, from the moment it was due to the moment it happened.
    pub fn note(&mut self, due: u64, happened: u64) {
        self.0.saturating_record(happened.saturating_sub(due).max(1));
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        self.0.len()
    }

    /// The latency in ms that this share did not pass.
    pub fn at(&self, share: f64) -> f64 {
        milliseconds(self.0.value_at_quantile(share))
    }

    /// The longest in ms.
    pub fn longest(&self) -> f64 {
        milliseconds(self.0.max())
    }

    /// Latencies by how many were slower: 10 in 100, 1 in 100, 1 in 1,000 and so on.
    pub fn line(&self, name: impl Into<String>) -> Line {
        let points = (0..=20).map(|step| {
            // From half of them to one in 100,000, in even steps of factors.
            let rarer = std::f64::consts::LOG10_2 + f64::from(step) * 0.235;
            (10_f64.powf(rarer), self.at(1.0 - 10_f64.powf(-rarer)))
        });
        let count = float(self.count());
        Line { name: name.into(), points: points.filter(|(one_in, _)| *one_in <= count).collect() }
    }
}

/// Latencies of messages by the time at which they were due.
#[derive(Debug, Clone, Default)]
pub struct Timeline(BTreeMap<u64, Histogram<u64>>);

impl Timeline {
    /// Notes one.
    pub fn note(&mut self, due: u64, happened: u64) {
        let window = self.0.entry(due / WINDOW_US).or_insert_with(|| histogram(2));
        window.saturating_record(happened.saturating_sub(due).max(1));
    }

    /// Latency in ms that this share of what was due did not pass, by seconds since `from`.
    pub fn over_time(&self, from: u64, share: f64) -> Vec<(f64, f64)> {
        let windows = self.0.range(from / WINDOW_US..).map(|(window, latencies)| {
            let at = (window * WINDOW_US).saturating_sub(from);
            (float(at) / 1e6, milliseconds(latencies.value_at_quantile(share)))
        });
        windows.collect()
    }

    /// Latency in ms that this share of what was due between two moments did not pass.
    pub fn between(&self, from: u64, to: u64, share: f64) -> f64 {
        let mut all = histogram(2);
        for (_, latencies) in self.0.range(from / WINDOW_US..to / WINDOW_US) {
            // All have the same bounds, so adding cannot fail.
            let _ = all.add(latencies);
        }
        milliseconds(all.value_at_quantile(share))
    }
}

/// Figures of one run, over all its sockets.
#[derive(Debug, Default)]
pub struct Tally {
    /// From due to handed to the kernel: what the generator itself adds.
    pub sent: Latencies,
    /// From due to acknowledged.
    pub acknowledged: Latencies,
    /// From due to the peer's socket.
    pub delivered: Latencies,
    /// The latter over time.
    pub timeline: Timeline,
    /// Acknowledged before the last one was due.
    pub in_time: u64,
    /// Own messages that the socket that sent them was shown: it should only get the answer.
    pub own_shown: u64,
    /// Messages that fell due.
    pub offered: u64,
    /// Fell due, and were given up before they were ever stored.
    pub given_up: u64,
    /// Answers that refused, by code.
    pub refused: BTreeMap<String, u64>,
    /// Acknowledged, and not seen by the peer.
    pub lost: u64,
    /// Not acknowledged when the run ended.
    pub unanswered: u64,
    /// Sockets that broke.
    pub broken: u64,
}

impl Tally {
    /// Promises that were broken, in words.
    pub fn broken_promises(&self) -> Vec<String> {
        let kinds = [(self.lost, "acknowledged, and missing at one side"), (self.broken, "sockets broke")];
        let broken = kinds.into_iter().filter(|(count, _)| *count > 0);
        broken.map(|(count, what)| format!("{count} {what}")).collect()
    }

    /// Whether everything that fell due was stored, and answered.
    pub fn is_whole(&self) -> bool {
        self.refused.is_empty()
            && self.unanswered == 0
            && self.given_up == 0
            && self.broken_promises().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latencies_count_from_the_moment_of_being_due() {
        let mut latencies = Latencies::default();
        for number in 1..=1_000 {
            latencies.note(5_000, 5_000 + number * 1_000);
        }
        assert!((latencies.at(0.5) - 500.0).abs() < 1.0);
        assert!((latencies.at(0.99) - 990.0).abs() < 1.0);
        assert!((latencies.longest() - 1_000.0).abs() < 1.0);
    }

    #[test]
    fn the_line_of_latencies_ends_where_there_are_no_more() {
        let mut latencies = Latencies::default();
        (0..100).for_each(|_| latencies.note(0, 2_000));
        let line = latencies.line("run");
        assert!(line.points.iter().all(|(one_in, _)| *one_in <= 100.0));
        assert!(line.points.len() > 5);
    }

    #[test]
    fn a_timeline_tells_the_slow_moment() {
        let mut timeline = Timeline::default();
        for second in 0..10_u64 {
            let slow = if second == 4 { 800_000 } else { 2_000 };
            timeline.note(second * 1_000_000, second * 1_000_000 + slow);
        }
        assert!(timeline.between(0, 4_000_000, 0.99) < 3.0);
        assert!(timeline.between(4_000_000, 5_000_000, 0.99) > 700.0);
        let slow: Vec<_> = timeline.over_time(0, 0.5).into_iter().filter(|(_, ms)| *ms > 100.0).collect();
        assert_eq!(slow.len(), 1);
        assert!((slow[0].0 - 4.0).abs() < 1e-9);
    }

    #[test]
    fn every_broken_promise_is_named() {
        let tally = Tally { lost: 1, broken: 4, ..Tally::default() };
        assert_eq!(tally.broken_promises().len(), 2);
        assert!(!tally.is_whole());
        assert!(Tally::default().is_whole());
        assert!(!Tally { unanswered: 1, ..Tally::default() }.is_whole());
    }
}
