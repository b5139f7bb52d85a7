//! A limit of memory as a container has it, by a control group of this machine. It wants root.

use std::path::{Path, PathBuf};

use super::process::Process;

const MIB: u64 = 1024 * 1024;

/// A limit; it goes when dropped, once its process has ended.
#[derive(Debug)]
pub struct MemoryLimit {
    folder: PathBuf,
    peak: &'static str,
}

impl MemoryLimit {
    /// Limits a process that has just begun; none where this user, or this machine, cannot.
    pub fn of(process: &Process, mebibytes: u64) -> Option<Self> {
        let id = process.id();
        let (root, limit, peak) = if Path::new("/sys/fs/cgroup/memory/cgroup.procs").exists() {
            ("/sys/fs/cgroup/memory", "memory.limit_in_bytes", "memory.max_usage_in_bytes")
        } else {
            ("/sys/fs/cgroup", "memory.max", "memory.peak")
        };
        let folder = Path::new(root).join(format!("steward-faults-{id}"));
        std::fs::create_dir(&folder).ok()?;
        let limited = Self { folder, peak };
        std::fs::write(limited.folder.join(limit), (mebibytes * MIB).to_string()).ok()?;
        std::fs::write(limited.folder.join("cgroup.procs"), id.to_string()).ok()?;
        Some(limited)
    }

    /// The most that was used, in MiB.
    pub fn peak(&self) -> u64 {
        let peak = std::fs::read_to_string(self.folder.join(self.peak)).unwrap_or_default();
        peak.trim().parse::<u64>().unwrap_or_default() / MIB
    }
}

impl Drop for MemoryLimit {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir(&self.folder);
    }
}
