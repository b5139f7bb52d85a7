//! `nodes`: what a second node costs. The same chats on one node, and with the two sides on two nodes.

use std::time::Duration;

use clap::Args;

use super::{chats, repeated};
use crate::client::chatting::{Chatting, Stretch};
use crate::client::people::Venue;
use crate::error::BenchError;
use crate::numbers::size;
use crate::outcome::{Outcome, Target};
use crate::system::{Settings, System};

/// Settings of the scenario.
#[derive(Debug, Clone, Args)]
pub struct Nodes {
    /// Conversations; each has two sockets.
    #[arg(long, default_value_t = 100)]
    pub conversations: usize,
    /// Messages a second over all conversations.
    #[arg(long, default_value_t = 500)]
    pub rate: u32,
    /// Seconds of each run.
    #[arg(long, default_value_t = 30)]
    pub seconds: u64,
}

impl Nodes {
    /// Settings that the rate needs.
    pub fn settings(&self) -> Settings {
        chats::settings(self.conversations, self.rate)
    }

    /// Chats on one node, then across two, each as often as asked.
    pub async fn run(&self, system: &System, runs: usize) -> Result<Vec<Outcome>, BenchError> {
        let venue = Venue::find(system.url(0)).await?;
        let pairs = venue.pairs(self.conversations).await?;
        let (near, far) = (system.url(0), system.url(1));
        let mut same = Chatting::connect(&pairs, near, near, 0).await?;
        let on_one =
            repeated(runs, system, async || Ok(self.chat(&mut same, "both sides on one node").await));
        let on_one = on_one.await?;
        drop(same);
        let pairs = venue.pairs(self.conversations).await?;
        let mut apart = Chatting::connect(&pairs, near, far, 0).await?;
        let on_two = repeated(runs, system, async || {
            let mut outcome = self.chat(&mut apart, "participants on one node, members on the other").await;
            compare(&mut outcome, &on_one);
            Ok(outcome)
        });
        let mut on_two = on_two.await?;
        on_two.broken.extend(apart.check(&venue.api, &pairs).await?);
        Ok(vec![on_one, on_two])
    }

    async fn chat(&self, chatting: &mut Chatting, case: &str) -> Outcome {
        let length = Duration::from_secs(self.seconds);
        let stretch = Stretch { rate: self.rate, length, gives_up: false, bar: true };
        let (began, tally) = chatting.chat(stretch).await;
        let mut outcome = Outcome::new("nodes", case);
        outcome
            .figure("messages", "a second", f64::from(self.rate))
            .figure("sockets", "", size(chatting.sockets()))
            .figure("p50 to the peer", "ms", tally.delivered.at(0.5))
            .figure("p99 to the peer", "ms", tally.delivered.at(0.99));
        outcome.broken = tally.broken_promises();
        outcome.refused = tally.refused.clone();
        outcome.plots = chats::plots(began, &tally);
        outcome
    }
}

/// What the second node adds.
fn compare(apart: &mut Outcome, same: &Outcome) {
    for (name, most) in [("p50", 0.5), ("p99", 5.0)] {
        let of = |outcome: &Outcome| outcome.value(&format!("{name} to the peer")).unwrap_or(0.0);
        let more = of(apart) - of(same);
        apart.aimed(format!("{name}, more than on one node"), "ms", more, Target::AtMost(most));
    }
}
