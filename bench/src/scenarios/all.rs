//! `all`: a short version of every scenario, each on a system of its own.

use clap::{Args, Parser};

use super::Scenario;
use crate::error::BenchError;
use crate::outcome::Outcome;
use crate::peers::Peers;
use crate::system::Target;

/// The short versions, as anybody would type them.
const SHORT: [&str; 9] = [
    "chats --conversations 200 --rates 1000,5000,10000 --seconds 8 --find-highest --overload 30000",
    "esme --seconds 20",
    "announce --sockets 5000",
    "echo --seconds 5",
    "idle --sockets 5000",
    "storm --clients 2000 --conversations 20 --rate 100 --seconds 15",
    "queue",
    "journey --seconds 12",
    "nodes --conversations 30 --rate 300 --seconds 10",
];
/// The peers beside them, in the same size.
const PEERS: &str = "peers --conversations 200 --seconds 6 --sockets 5000";

/// Settings of the whole.
#[derive(Debug, Clone, Args)]
pub struct All {
    /// Measure the peers, too, so that ratios can be shown.
    #[arg(long)]
    pub peers: bool,
}

/// What a line above means.
#[derive(Debug, Parser)]
#[command(no_binary_name = true)]
enum Short {
    /// A scenario.
    #[command(flatten)]
    Scenario(Scenario),
    /// The peers.
    Peers(Peers),
}

impl All {
    /// Measures everything. What cannot be measured is a broken promise, and does not keep the rest from being
    /// measured.
    pub async fn measure(&self, target: &Target, runs: usize) -> Result<Vec<Outcome>, BenchError> {
        let mut outcomes = Vec::new();
        for line in SHORT.into_iter().chain(self.peers.then_some(PEERS)) {
            eprintln!("{line}");
            let measured = match read(line)? {
                Short::Scenario(scenario) => scenario.measure(target, runs).await,
                Short::Peers(peers) => peers.measure().await,
            };
            outcomes.extend(measured.unwrap_or_else(|error| vec![failed(line, &error)]));
        }
        Ok(outcomes)
    }
}

fn read(line: &str) -> Result<Short, BenchError> {
    let words = line.split(' ');
    Short::try_parse_from(words).map_err(|error| BenchError::Worker(std::io::Error::other(error.to_string())))
}

fn failed(line: &'static str, error: &BenchError) -> Outcome {
    let name = line.split(' ').next().unwrap_or_default();
    let mut outcome = Outcome::new(name, "not measured");
    outcome.broken.push(format!("it could not be measured: {error}"));
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_short_version_can_be_typed() {
        for line in SHORT.into_iter().chain([PEERS]) {
            assert!(read(line).is_ok(), "{line}");
        }
    }
}
