//! The machine that a figure belongs to.

use std::collections::HashMap;
use std::fs;
use std::time::{Duration, Instant};

use serde::Serialize;

/// Ticks of `/proc` a second; fixed on Linux.
const TICKS: f64 = 100.0;

/// What the machine is.
#[derive(Debug, Clone, Serialize)]
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

/// More processor time than this that went elsewhere makes a run worthless for comparisons, in cores.
const STOLEN: f64 = 0.1;
/// The same for other programs of this machine: there is always a little.
const OTHERS: f64 = 0.25;

/// What the machine did during a measurement, in cores.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Load {
    /// Taken by the host of a virtual machine.
    pub stolen: f64,
    /// Used by other programs.
    pub others: f64,
    /// Used by the service.
    pub service: f64,
    /// Used by its database.
    pub database: f64,
    /// Used by this generator.
    pub generator: f64,
    /// Memory of the service at the end in MiB.
    pub service_mib: Option<f64>,
}

impl Load {
    /// Whether the machine was not left to the measurement.
    pub fn is_contended(&self) -> bool {
        self.stolen > STOLEN || self.others > OTHERS
    }
}

/// Watches processor time and memory between two looks.
#[derive(Debug)]
pub struct Watch {
    began: Instant,
    stolen: f64,
    busy: f64,
    before: HashMap<u32, f64>,
    /// What those had used that may end meanwhile.
    last: HashMap<u32, f64>,
    groups: [Vec<u32>; 3],
}

impl Watch {
    /// Starts, for the service, its database and the generator.
    pub fn start(groups: [Vec<u32>; 3]) -> Self {
        let (stolen, busy) = look();
        let before = groups.iter().flatten().map(|process| (*process, used_by(*process))).collect();
        Self { began: Instant::now(), stolen, busy, before, last: HashMap::new(), groups }
    }

    /// Notes what a process has used so far, before it ends.
    pub fn note(&mut self, process: u32) {
        self.last.insert(process, used_by(process));
    }

    /// What happened since. A group may have grown meanwhile: name it again. What a process used that has ended
    /// counts as used by others, past what was noted.
    pub fn finish(self, mut groups: [Vec<u32>; 3]) -> Load {
        for (now, before) in groups.iter_mut().zip(&self.groups) {
            now.extend(before.iter().filter(|id| !now.contains(id)).copied().collect::<Vec<_>>());
        }
        let seconds = self.began.elapsed().max(Duration::from_millis(1)).as_secs_f64();
        let used = |process: &u32| {
            let before = self.before.get(process).copied().unwrap_or(0.0);
            let last = self.last.get(process).copied().unwrap_or(0.0);
            (used_by(*process).max(last) - before).max(0.0) / seconds
        };
        let [service, database, generator] =
            groups.each_ref().map(|group| group.iter().map(used).sum::<f64>());
        let (stolen, busy) = look();
        let [service_processes, _, _] = &groups;
        let memory: f64 = service_processes.iter().map(|process| resident_mib(*process)).sum();
        Load {
            stolen: (stolen - self.stolen) / seconds,
            others: ((busy - self.busy) / seconds - service - database - generator).max(0.0),
            service,
            database,
            generator,
            service_mib: (memory > 0.0).then_some(memory),
        }
    }
}

/// Seconds so far of the whole machine: stolen, and busy.
fn look() -> (f64, f64) {
    let text = fs::read_to_string("/proc/stat").unwrap_or_default();
    let line = text.lines().next().unwrap_or_default();
    let ticks: Vec<f64> = line.split_whitespace().skip(1).filter_map(|field| field.parse().ok()).collect();
    // user nice system idle iowait irq softirq steal
    let at = |index: usize| ticks.get(index).copied().unwrap_or(0.0) / TICKS;
    (at(7), at(0) + at(1) + at(2) + at(5) + at(6))
}

/// Seconds of processor time of a process.
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

/// What a process is called.
pub fn name(process: u32) -> String {
    fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default()
}

/// Processes that a process started itself.
pub fn children(process: u32) -> Vec<u32> {
    all().into_iter().filter(|(_, parent)| *parent == process).map(|(id, _)| id).collect()
}

/// A process's descendants.
pub fn descendants(process: u32) -> Vec<u32> {
    let mut found = vec![process];
    let all = all();
    let mut next = 0;
    while let Some(current) = found.get(next).copied() {
        found.extend(all.iter().filter(|(_, parent)| *parent == current).map(|(id, _)| *id));
        next += 1;
    }
    found.split_off(1)
}

/// Every process with its parent.
fn all() -> Vec<(u32, u32)> {
    fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(|id| Some((id, parent(id)?)))
        .collect()
}

fn parent(process: u32) -> Option<u32> {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    text.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}
