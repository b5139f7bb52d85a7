//! What is measured.

pub mod all;
pub mod announce;
pub mod chats;
pub mod echo;
pub mod esme;
pub mod highest;
pub mod idle;
pub mod journey;
pub mod nodes;
mod overload;
pub mod queue;
pub mod storm;

use clap::Subcommand;

use crate::error::BenchError;
use crate::outcome::Outcome;
use crate::system::{Settings, System, Target};

/// A scenario with its settings.
#[derive(Debug, Clone, Subcommand)]
pub enum Scenario {
    /// Two-person conversations in which each side sends at a steady rate, whether answered or not.
    Chats(chats::Chats),
    /// One announcement to everybody at an event.
    Announce(announce::Announce),
    /// How many frames are taken and answered, without the database.
    Echo(echo::Echo),
    /// One member takes conversations, participants arrive and write, until the first failure or a limit.
    Esme(esme::Esme),
    /// What a socket costs that only waits.
    Idle(idle::Idle),
    /// The whole life of a participant, over and over.
    Journey(journey::Journey),
    /// What a second node costs.
    Nodes(nodes::Nodes),
    /// A stampede: many ask within seconds, few help.
    Queue(queue::Queue),
    /// A node dies under many clients.
    Storm(storm::Storm),
}

impl Scenario {
    /// Measures it on a system of its own.
    pub async fn measure(&self, target: &Target, runs: usize) -> Result<Vec<Outcome>, BenchError> {
        let (settings, nodes) = self.needs();
        let reach = async || System::reach(target, settings.clone(), nodes).await;
        match self {
            Self::Announce(announce) => announce.run(&reach().await?, runs).await,
            Self::Echo(echo) => echo.run(&reach().await?, runs).await,
            Self::Journey(journey) => journey.run(&reach().await?, runs).await,
            Self::Queue(queue) => queue.run(&reach().await?, runs).await,
            // It leaves no system behind on which it could be measured again.
            Self::Storm(storm) => {
                let once = async || storm.run(reach().await?).await;
                medians(runs, once).await.map(|outcome| vec![outcome])
            }
            Self::Chats(chats) => chats.run(&reach().await?, runs).await,
            Self::Esme(esme) => esme.run(&reach().await?, runs).await,
            Self::Idle(idle) => idle.run(&reach().await?).await,
            Self::Nodes(nodes) => nodes.run(&reach().await?, runs).await,
        }
    }

    /// Settings that it must raise, and how many nodes it needs.
    fn needs(&self) -> (Settings, usize) {
        match self {
            Self::Announce(announce) => (announce.settings(), 1),
            Self::Echo(echo) => (echo.settings(), 1),
            Self::Journey(journey) => (journey.settings(), 1),
            Self::Queue(queue) => (queue.settings(), 1),
            Self::Storm(storm) => (storm.settings(), 2),
            Self::Chats(chats) => (chats.settings(), 1),
            Self::Esme(esme) => (esme.settings(), 1),
            Self::Idle(idle) => (idle.settings(), idle.nodes),
            Self::Nodes(nodes) => (nodes.settings(), 2),
        }
    }
}

/// What a scenario is for, in a sentence.
pub fn purpose(scenario: &str) -> &'static str {
    match scenario {
        "chats" => {
            "Two-person conversations in which each side sends at a steady rate, whether answered or not."
        }
        "highest" => "The highest rate of chats that is kept without loss, with bounded memory.",
        "overload" => {
            "More than can be done: what is refused, how much is still done, and how soon it is over."
        }
        "esme" => {
            "One member takes a conversation every few ms, a participant arrives every few ms and then writes steadily, until the first failure or a limit: (take, arrive, write) in ms."
        }
        "announce" => "One announcement to everybody at an event.",
        "echo" => {
            "Frames that are taken and answered, without the database: each socket sends the next one when the last was answered."
        }
        "journey" => {
            "The whole life of a participant, over and over: find the event, become a guest, ask, be helped, talk, read, part, and read the history again."
        }
        "queue" => {
            "A stampede: many ask within seconds, a few members with little capacity help one after the other."
        }
        "storm" => {
            "A node dies under many clients: how long until they are back, and what the others felt meanwhile."
        }
        "idle" => "What a socket costs that only waits, each of a participant with an open conversation.",
        "nodes" => "The same chats on one node, and with the two sides on two nodes that NATS connects.",
        _ => "",
    }
}

/// Measures a case on one system as often as asked; gives the medians.
pub async fn repeated(
    runs: usize,
    system: &System,
    mut once: impl AsyncFnMut() -> Result<Outcome, BenchError>,
) -> Result<Outcome, BenchError> {
    let watched = async || {
        let watch = system.watch();
        let mut outcome = once().await?.under(system.load(watch));
        outcome.settings = system.settings.clone();
        Ok(outcome)
    };
    medians(runs, watched).await
}

/// Measures a case as often as asked, and up to twice more while the machine is not left to it; gives the medians
/// of the runs that were left alone, or of all when too few were.
async fn medians(
    runs: usize,
    mut once: impl AsyncFnMut() -> Result<Outcome, BenchError>,
) -> Result<Outcome, BenchError> {
    let mut outcomes = Vec::new();
    let mut again = 2;
    while outcomes.len() < runs {
        let outcome = once().await?;
        if outcome.contended && outcome.broken.is_empty() && again > 0 && runs > 1 {
            again -= 1;
            continue;
        }
        outcomes.push(outcome);
    }
    Outcome::of_runs(outcomes).ok_or(BenchError::NoRuns)
}
