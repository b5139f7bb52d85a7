//! What was done and what came of it, counted.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::{Report, found};

/// How often each fault was injected.
#[derive(Debug, Default)]
pub struct Tally {
    faults: Mutex<BTreeMap<&'static str, u64>>,
    /// Messages that were acknowledged.
    pub acknowledged: usize,
}

impl Tally {
    /// A fault was injected.
    pub fn count(&self, fault: &'static str) {
        let mut faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
        *faults.entry(fault).or_default() += 1;
    }

    /// All faults.
    pub fn total(&self) -> u64 {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner).values().sum()
    }

    pub(super) fn with_acknowledged(self, acknowledged: usize) -> Self {
        Self { acknowledged, ..self }
    }

    pub(super) fn print(&self, report: &Report, took: Duration, standstill: Duration) {
        let total = self.total();
        report.print(&format!("endurance, {total} faults in {took:.0?}"));
        let rate = u64::try_from(report.acknowledged).unwrap_or_default() / took.as_secs().max(1);
        let seen = format!(
            "{rate} acknowledged a second; none for {standstill:.1?} at the longest; at most {} MiB of memory for {} \
             histories",
            memory_mib(),
            report.readers
        );
        found("endurance", &seen);
        for (fault, count) in self.faults.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            found("endurance", &format!("{count} × {fault}"));
        }
    }
}

/// The most memory that this process ever had.
fn memory_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|text| text.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or_default() / 1024
}
