//! `storm`: a node dies under many clients. How long until they are back, and what the others felt meanwhile.

mod client;

use std::time::Duration;

use clap::Args;
use tokio::time::{Instant, sleep_until};

use super::chats;
use crate::client::chatting::{Chatting, Stretch};
use crate::client::keeper::Keeper;
use crate::client::people::Venue;
use crate::error::BenchError;
use crate::measure::Tally;
use crate::numbers::{moment, size, written};
use crate::outcome::{Line, Outcome, Plot, Target};
use crate::system::{Settings, System};
use client::Crowd;

/// Calm before the node dies.
const BEFORE: Duration = Duration::from_secs(8);
/// Beyond that, somebody counts as lost.
const PATIENCE: Duration = Duration::from_secs(60);

/// Settings of the scenario.
#[derive(Debug, Clone, Args)]
pub struct Storm {
    /// Clients of the node that dies. One in ten of them writes around that moment.
    #[arg(long, default_value_t = 10_000)]
    pub clients: usize,
    /// Conversations on the other node.
    #[arg(long, default_value_t = 50)]
    pub conversations: usize,
    /// Messages a second over these.
    #[arg(long, default_value_t = 250)]
    pub rate: u32,
    /// Seconds for which these go on after the node died.
    #[arg(long, default_value_t = 35)]
    pub seconds: u64,
}

impl Storm {
    /// Settings that so many clients need: they ask at once.
    pub fn settings(&self) -> Settings {
        let mut settings = chats::settings(self.conversations, self.rate);
        settings.extend(Keeper::settings());
        settings
    }

    /// Connects the clients to one node and the others to the other; then the one is killed.
    pub async fn run(&self, mut system: System) -> Result<Outcome, BenchError> {
        if system.nodes.iter().any(|node| node.process().is_none()) {
            return Err(BenchError::NotOurs("storm"));
        }
        let venue = Venue::find(system.url(0)).await?;
        let pairs = venue.pairs(self.conversations).await?;
        let (keeper, guests) = Keeper::take(&venue, self.clients).await?;
        let first = guests.len();
        let mut others = Chatting::connect(&pairs, system.url(0), system.url(0), first).await?;
        let crowd = Crowd::connect(guests, system.url(1), system.url(0)).await?;
        let mut watch = system.watch();
        let storming = crowd.start(Instant::now() + BEFORE);
        let stretch = Stretch {
            rate: self.rate,
            length: BEFORE + Duration::from_secs(self.seconds),
            gives_up: false,
            bar: true,
        };
        let chatting = tokio::task::spawn_local(async move { others.chat(stretch).await });
        sleep_until(storming.dies).await;
        if let Some(node) = system.nodes.get_mut(1) {
            node.process().into_iter().for_each(|process| watch.note(process));
            node.kill().await;
        }
        let back = storming.wait(storming.dies + PATIENCE).await;
        let (_, tally) = chatting.await.map_err(|error| BenchError::Worker(error.into()))?;
        let mut outcome = self.outcome(&back, &tally, moment(storming.dies));
        outcome.broken.extend(storming.check(&venue).await?);
        outcome.settings = system.settings.clone();
        let outcome = outcome.under(system.load(watch));
        drop(keeper);
        Ok(outcome)
    }

    fn outcome(&self, back: &[Duration], tally: &Tally, dies: u64) -> Outcome {
        let case = format!("a node is killed under {} clients", written(size(self.clients)));
        let mut outcome = Outcome::new("storm", case);
        let seconds: Vec<f64> = back.iter().map(Duration::as_secs_f64).collect();
        let at = |share| seconds.get(needed(self.clients, share) - 1).copied().unwrap_or(f64::INFINITY);
        let calm = tally.timeline.between(dies - 6_000_000, dies - 500_000, 0.99);
        let meanwhile = tally.timeline.between(dies, dies + 10_000_000, 0.99);
        outcome
            .aimed("99 % are back after", "s", at(0.99), Target::AtMost(10.0))
            .aimed("all are back after", "s", at(1.0), Target::AtMost(35.0))
            .figure("p99 of the others before", "ms", calm)
            .figure("p99 of the others meanwhile", "ms", meanwhile)
            .aimed("factor between the two", "", meanwhile / calm.max(f64::EPSILON), Target::AtMost(2.0));
        if back.len() < self.clients {
            outcome.broken.push(format!("{} are not back", self.clients - back.len()));
        }
        outcome.broken.extend(tally.broken_promises());
        outcome.refused = tally.refused.clone();
        outcome.plots = vec![share_plot(&seconds, self.clients), others_plot(tally, dies)];
        outcome
    }
}

/// How many make up a share of all, at least one.
fn needed(all: usize, share: f64) -> usize {
    let count = crate::numbers::whole((size(all) * share).ceil());
    usize::try_from(count).unwrap_or(1).clamp(1, all.max(1))
}

fn share_plot(back: &[f64], all: usize) -> Plot {
    let points =
        back.iter().enumerate().map(|(number, at)| (*at, size(number + 1) / size(all.max(1)) * 100.0));
    let every = back.len().div_ceil(200).max(1);
    let points = std::iter::once((0.0, 0.0)).chain(points.skip(every - 1).step_by(every)).collect();
    Plot {
        title: "Who is back".to_owned(),
        across: "seconds after the node died",
        up: "% of its clients",
        by_factors: false,
        lines: vec![Line { name: "clients".to_owned(), points }],
    }
}

fn others_plot(tally: &Tally, dies: u64) -> Plot {
    let from = dies.saturating_sub(8_000_000);
    let line = |name: &str, share| {
        let points = tally.timeline.over_time(from, share).into_iter().map(|(at, ms)| (at - 8.0, ms));
        Line { name: name.to_owned(), points: points.collect() }
    };
    Plot {
        title: "The others, on the node that lives".to_owned(),
        across: "seconds after the node died",
        up: "ms to the peer",
        by_factors: true,
        lines: vec![line("p50", 0.5), line("p99", 0.99)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_all_is_rounded_up() {
        assert_eq!(needed(10_000, 0.99), 9_900);
        assert_eq!(needed(50, 0.99), 50);
        assert_eq!(needed(1, 0.99), 1);
        assert_eq!(needed(0, 1.0), 1);
    }
}
