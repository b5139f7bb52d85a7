//! A peer's process.

use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::error::BenchError;
use crate::system::machine::{self, Load, Watch};
use crate::system::{ask_to_end, wait_for_end};

/// How long a start may take.
const START: Duration = Duration::from_secs(60);
/// How long an end may take.
const STOP: Duration = Duration::from_secs(20);

/// A peer, which ends in order when it is dropped: also one that is still starting.
#[derive(Debug)]
pub struct Peer {
    /// Where it is.
    pub url: String,
    child: Child,
}

impl Peer {
    /// Starts it, and waits until it says where it is.
    pub async fn start(mut command: Command) -> Result<Self, BenchError> {
        // What interrupts the generator does not reach it by itself: it has its own end to make.
        command.process_group(0);
        let spawned = command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true).spawn();
        let mut peer = Self { url: String::new(), child: spawned.map_err(BenchError::Peer)? };
        let missing = || BenchError::Peer(std::io::Error::other("it did not say that it is ready"));
        let mut lines = BufReader::new(peer.child.stdout.take().ok_or_else(missing)?).lines();
        let ready = async {
            while let Ok(Some(line)) = lines.next_line().await {
                if let Some((_, url)) = line.split_once(" is ready at ") {
                    return Some(url.to_owned());
                }
            }
            None
        };
        peer.url = tokio::time::timeout(START, ready).await.ok().flatten().ok_or_else(missing)?;
        Ok(peer)
    }

    /// Begins to watch what the machine does.
    pub fn watch(&self) -> Watch {
        Watch::start(self.processes())
    }

    /// What the machine did since.
    pub fn load(&self, watch: Watch) -> Load {
        watch.finish(self.processes())
    }

    /// Memory of the peer itself in MiB.
    pub fn memory_mib(&self) -> Option<f64> {
        let [service, _, _] = self.processes();
        (!service.is_empty()).then(|| service.into_iter().map(machine::resident_mib).sum())
    }

    /// The peer, its database, this generator.
    fn processes(&self) -> [Vec<u32>; 3] {
        let Some(own) = self.child.id() else { return [Vec::new(), Vec::new(), vec![std::process::id()]] };
        let started = machine::descendants(own);
        let (database, mut service): (Vec<u32>, Vec<u32>) =
            started.iter().partition(|process| machine::name(**process).starts_with("postgres"));
        service.push(own);
        let this = std::process::id();
        let mut generator = machine::descendants(this);
        generator.retain(|process| *process != own && !started.contains(process));
        generator.push(this);
        [service, database, generator]
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        ask_to_end(&self.child);
        wait_for_end(&mut self.child, STOP);
    }
}
