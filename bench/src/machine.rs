//! The machine that a figure belongs to.

use std::fs;
use std::time::{Duration, Instant};

use serde::Serialize;

/// Ticks of `/proc` a second; fixed on Linux.
const TICKS: f64 = 100.0;

/// What the machine is.
#[derive(Debug, Serialize)]
pub struct Machine {
    /// Cores that this process may use.
    pub cores: usize,
    /// The processor's own name.
    pub processor: String,
    /// Memory in MiB.
    pub memory_mib: u64,
}

impl Machine {
    /// Looks around.
    pub fn look() -> Self {
        let field = |file: &str, name: &str| {
            let text = fs::read_to_string(file).unwrap_or_default();
            let line = text.lines().find(|line| line.starts_with(name)).unwrap_or_default();
            line.split_once(':').map_or_else(String::new, |(_, value)| value.trim().to_owned())
        };
        let memory = field("/proc/meminfo", "MemTotal");
        Self {
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            processor: field("/proc/cpuinfo", "model name"),
            memory_mib: memory.split(' ').next().and_then(|kib| kib.parse::<u64>().ok()).unwrap_or(0) / 1024,
        }
    }
}

/// Processor time used by a group of processes, and stolen from the machine, between two looks.
#[derive(Debug)]
pub struct Clock {
    began: Instant,
    stolen: f64,
    used: [f64; 3],
}

impl Clock {
    /// Starts it for groups of processes.
    pub fn start(groups: &[Vec<u32>; 3]) -> Self {
        Self { began: Instant::now(), stolen: stolen(), used: groups.each_ref().map(|group| used(group)) }
    }

    /// Cores stolen since the start, and cores used by each group, which may have grown meanwhile.
    pub fn read(&self, groups: &[Vec<u32>; 3]) -> (f64, Vec<f64>) {
        let seconds = self.began.elapsed().max(Duration::from_millis(1)).as_secs_f64();
        let cores =
            groups.iter().zip(&self.used).map(|(group, before)| (used(group) - before) / seconds).collect();
        ((stolen() - self.stolen) / seconds, cores)
    }
}

/// Seconds that the host took from this machine.
fn stolen() -> f64 {
    let text = fs::read_to_string("/proc/stat").unwrap_or_default();
    let ticks = text.lines().next().and_then(|line| line.split_whitespace().nth(8));
    ticks.and_then(|ticks| ticks.parse::<f64>().ok()).unwrap_or(0.0) / TICKS
}

/// Seconds of processor time of a group of processes.
fn used(group: &[u32]) -> f64 {
    group.iter().map(|process| used_by(*process)).sum()
}

fn used_by(process: u32) -> f64 {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // The name may hold blanks; what follows its bracket does not.
    let Some((_, fields)) = text.rsplit_once(')') else { return 0.0 };
    let ticks = fields.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok());
    ticks.sum::<f64>() / TICKS
}

/// Memory of a process in MiB that is in use now.
pub fn resident_mib(process: u32) -> f64 {
    let text = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with("VmRSS")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kib| kib.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

/// A process's descendants.
pub fn descendants(process: u32) -> Vec<u32> {
    let mut found = vec![process];
    let all: Vec<(u32, u32)> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(|id| Some((id, parent(id)?)))
        .collect();
    let mut next = 0;
    while let Some(current) = found.get(next).copied() {
        found.extend(all.iter().filter(|(_, parent)| *parent == current).map(|(id, _)| *id));
        next += 1;
    }
    found.split_off(1)
}

fn parent(process: u32) -> Option<u32> {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    text.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}
