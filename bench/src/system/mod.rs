//! What is measured, and the machine it runs on.

pub mod machine;
pub mod nats;
pub mod node;
pub mod priority;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::Args;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tokio::process::Child;

use crate::error::BenchError;
use machine::{Load, Watch};
use nats::Nats;
use node::Node;

/// Settings of the server that a scenario needs, by the name of their variable.
pub type Settings = BTreeMap<&'static str, String>;

/// What to measure.
#[derive(Debug, Clone, Args)]
pub struct Target {
    /// A running Steward with the demo event, such as `http://127.0.0.1:8080`; several nodes: separated by commas.
    /// Without it, one is started for each scenario.
    #[arg(long, global = true, value_delimiter = ',')]
    pub url: Vec<String>,
    /// The binary to start when no `--url` is given.
    #[arg(long, global = true, default_value = "target/release/steward")]
    pub binary: PathBuf,
    /// The program that connects several nodes.
    #[arg(long, global = true, env = "STEWARD_NATS_SERVER", default_value = "nats-server")]
    pub nats_server: PathBuf,
}

/// A Steward under measurement: one node, or several on one database.
#[derive(Debug)]
pub struct System {
    /// Its nodes. The first one has the database.
    pub nodes: Vec<Node>,
    /// Settings it was started with.
    pub settings: Settings,
    nats: Option<Nats>,
}

impl System {
    /// Takes the running one, or starts one with settings of its own.
    pub async fn reach(target: &Target, settings: Settings, nodes: usize) -> Result<Self, BenchError> {
        if !target.url.is_empty() {
            let nodes = target.url.iter().map(|url| Node::running(url)).collect();
            return Ok(Self { nodes, settings: Settings::new(), nats: None });
        }
        let nats = if nodes > 1 { Some(Nats::start(&target.nats_server).await?) } else { None };
        let nats_url = nats.as_ref().map(|nats| nats.url.as_str());
        let first = Node::start(&target.binary, &settings, nats_url, None).await?;
        let mut system = Self { nodes: vec![first], settings, nats };
        for _ in 1..nodes {
            let database = system.nodes.first().and_then(Node::database);
            let missing = || BenchError::Server(target.binary.clone());
            let database = database.ok_or_else(missing)?;
            let nats = system.nats.as_ref().map(|nats| nats.url.as_str());
            let node = Node::start(&target.binary, &system.settings, nats, Some(&database)).await?;
            system.nodes.push(node);
        }
        Ok(system)
    }

    /// Where a node is; nodes are counted around.
    pub fn url(&self, node: usize) -> &str {
        self.nodes.get(node % self.nodes.len().max(1)).map_or("", |node| node.url.as_str())
    }

    /// Begins to watch what the machine does.
    pub fn watch(&self) -> Watch {
        Watch::start(self.processes())
    }

    /// What the machine did since.
    pub fn load(&self, watch: Watch) -> Load {
        watch.finish(self.processes())
    }

    /// Memory of all nodes now in MiB; none for a Steward that runs elsewhere.
    pub fn memory_mib(&self) -> Option<f64> {
        let processes: Vec<u32> = self.nodes.iter().filter_map(Node::process).collect();
        (!processes.is_empty()).then(|| processes.into_iter().map(machine::resident_mib).sum())
    }

    /// Processes in groups: the service, its database, this generator.
    fn processes(&self) -> [Vec<u32>; 3] {
        let service: Vec<u32> = self.nodes.iter().filter_map(Node::process).collect();
        let database = service.iter().flat_map(|node| machine::descendants(*node)).collect();
        let others: Vec<u32> =
            service.iter().copied().chain(self.nats.as_ref().and_then(Nats::process)).collect();
        let own = std::process::id();
        let mut generator = vec![own];
        let children = machine::children(own).into_iter().filter(|child| !others.contains(child));
        generator.extend(children);
        [others, database, generator]
    }
}

impl Drop for System {
    fn drop(&mut self) {
        // The first one last: it has the database.
        while self.nodes.pop().is_some() {}
    }
}

/// Asks a process to end in order; it may have ended by itself.
pub fn ask_to_end(child: &Child) {
    if let Some(id) = child.id().and_then(|id| i32::try_from(id).ok()) {
        let _ = kill(Pid::from_raw(id), Signal::SIGTERM);
    }
}

/// Waits until a process that was asked to end has ended. Nothing else is measured meanwhile.
pub fn wait_for_end(child: &mut Child, patience: Duration) {
    let begun = Instant::now();
    while matches!(child.try_wait(), Ok(None)) && begun.elapsed() < patience {
        std::thread::sleep(Duration::from_millis(50));
    }
}
