//! What one run found.

use std::collections::BTreeMap;

use hdrhistogram::Histogram;
use serde::Serialize;

/// Latencies from 1 µs to 5 minutes, to three digits.
fn histogram() -> Histogram<u64> {
    let Ok(histogram) = Histogram::new_with_bounds(1, 300_000_000, 3) else {
        unreachable!("the library takes these bounds")
    };
    histogram
}

/// Figures of one run, added up over its sockets.
#[derive(Debug)]
pub struct Tally {
    /// From due to acknowledged, in µs.
    pub acknowledged: Histogram<u64>,
    /// From due to the peer's socket, in µs.
    pub delivered: Histogram<u64>,
    /// Messages that fell due.
    pub offered: u64,
    /// Answers that refused, by code.
    pub refused: BTreeMap<String, u64>,
    /// Acknowledged, and not seen by the peer.
    pub lost: u64,
    /// Shown twice to the peer.
    pub doubled: u64,
    /// Shown out of order, or with a hole.
    pub disordered: u64,
    /// Not acknowledged when the run ended.
    pub unanswered: u64,
    /// Sockets that broke.
    pub broken: u64,
}

impl Default for Tally {
    fn default() -> Self {
        Self {
            acknowledged: histogram(),
            delivered: histogram(),
            offered: 0,
            refused: BTreeMap::new(),
            lost: 0,
            doubled: 0,
            disordered: 0,
            unanswered: 0,
            broken: 0,
        }
    }
}

impl Tally {
    /// Adds the figures of another.
    pub fn add(&mut self, other: &Self) {
        // Both have the same bounds, so adding cannot fail.
        let _ = self.acknowledged.add(&other.acknowledged);
        let _ = self.delivered.add(&other.delivered);
        self.offered += other.offered;
        self.lost += other.lost;
        self.doubled += other.doubled;
        self.disordered += other.disordered;
        self.unanswered += other.unanswered;
        self.broken += other.broken;
        for (code, count) in &other.refused {
            *self.refused.entry(code.clone()).or_default() += count;
        }
    }
}

/// Latencies in milliseconds.
#[derive(Debug, Serialize)]
pub struct Latency {
    /// Half were quicker.
    pub p50: f64,
    /// All but one in twenty were quicker.
    pub p95: f64,
    /// All but one in a hundred were quicker.
    pub p99: f64,
    /// The slowest.
    pub max: f64,
}

impl From<&Histogram<u64>> for Latency {
    fn from(histogram: &Histogram<u64>) -> Self {
        let at = |quantile| milliseconds(histogram.value_at_quantile(quantile));
        Self { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: milliseconds(histogram.max()) }
    }
}

/// Microseconds as milliseconds.
fn milliseconds(microseconds: u64) -> f64 {
    f64::from(u32::try_from(microseconds).unwrap_or(u32::MAX)) / 1_000.0
}
