//! Who gives way to what is measured. Phones, and nodes that die, would be other machines with processors of their own;
//! here they share two with the node that is looked at. They run while nobody else wants to (`SCHED_IDLE`): with a low
//! priority alone they keep a processor for milliseconds after somebody else has woken, at each step of a message.
//!
//! A machine without systemd may give each session the same share of its processors (`sched_autogroup_enabled`), and each
//! process of Postgres is a session: then a thread gives way only within its own, and a crowd takes as much as the
//! database has. Where root may have a group of processes that runs while no other wants to, they are moved into one.
//! Where giving way is not possible, figures are worse than they should be, and nothing else.

use std::fs;
use std::path::{Path, PathBuf};

use tokio::process::Command;

/// Groups that share out the processors, where the system has the first version of their interface. With the second one
/// systemd has them all.
const GROUPS: &str = "/sys/fs/cgroup/cpu";

/// Lets the thread that calls this give way: it is a crowd's.
pub async fn give_way() {
    let thread = nix::unistd::gettid().to_string();
    run_when_idle(&["--pid", "0", &thread]).await;
    join("tasks", &thread);
}

/// Lets all threads of a process give way.
pub async fn put_last(process: u32) {
    run_when_idle(&["--all-tasks", "--pid", "0", &process.to_string()]).await;
    join("cgroup.procs", &process.to_string());
}

async fn run_when_idle(whom: &[&str]) {
    let _ = Command::new("chrt").arg("--idle").args(whom).output().await;
}

fn group() -> PathBuf {
    Path::new(GROUPS).join(format!("steward-bench-{}", std::process::id()))
}

/// Moves a thread or a process into the group that gives way to all others.
fn join(whom: &str, id: &str) {
    let group = group();
    // It may be there already.
    let _ = fs::create_dir(&group);
    if fs::write(group.join("cpu.idle"), "1").is_ok() {
        let _ = fs::write(group.join(whom), id);
    }
}

/// Takes the group away at the end, if there is one.
#[derive(Debug)]
pub struct Cleanup;

impl Drop for Cleanup {
    fn drop(&mut self) {
        let group = group();
        for thread in fs::read_to_string(group.join("tasks")).unwrap_or_default().lines() {
            let _ = fs::write(Path::new(GROUPS).join("tasks"), thread);
        }
        let _ = fs::remove_dir(group);
    }
}
