//! `chats`: two-person conversations in which each side sends at a steady rate, whether answered or not.

use std::time::Duration;

use clap::Args;

use super::repeated;
use crate::client::chatting::{Chatting, Stretch};
use crate::client::people::Venue;
use crate::error::BenchError;
use crate::measure::Tally;
use crate::numbers::{float, size, written};
use crate::outcome::{Line, Outcome, Plot, Target};
use crate::system::{Settings, System};

/// Settings of the scenario.
#[derive(Debug, Clone, Args)]
pub struct Chats {
    /// Conversations; each has two sockets.
    #[arg(long, default_value_t = 1_000)]
    pub conversations: usize,
    /// Messages a second over all conversations; a case for each.
    #[arg(long, value_delimiter = ',', default_values_t = [1_000, 5_000, 10_000])]
    pub rates: Vec<u32>,
    /// Seconds of each run.
    #[arg(long, default_value_t = 60)]
    pub seconds: u64,
    /// Then find the highest rate that is kept: no loss, memory bounded, p99 at most 100 ms.
    #[arg(long)]
    pub find_highest: bool,
    /// Then offer this rate, more than can be done, and see what becomes of it.
    #[arg(long)]
    pub overload: Option<u32>,
}

/// Sends of one person that the server must allow so that a rate is possible.
pub fn settings(conversations: usize, highest: u32) -> Settings {
    let sockets = u32::try_from(conversations * 2).unwrap_or(u32::MAX).max(1);
    let each = highest.div_ceil(sockets).max(1);
    if each * 2 <= 5 {
        return Settings::new();
    }
    Settings::from([
        ("MESSENGER_PARTICIPANT_SENDS", (each * 4).to_string()),
        ("MESSENGER_PARTICIPANT_BURST", (each * 16).to_string()),
        ("MESSENGER_MEMBER_SENDS", (each * 16).to_string()),
        ("MESSENGER_FRAMES", (each * 16).max(50).to_string()),
    ])
}

impl Chats {
    /// Settings that the highest rate needs.
    pub fn settings(&self) -> Settings {
        let highest = self.rates.iter().copied().chain(self.overload).max().unwrap_or(0);
        settings(
            self.conversations,
            if self.find_highest { highest.max(super::highest::MOST) } else { highest },
        )
    }

    /// Makes the conversations, connects both sides, and measures each rate.
    pub async fn run(&self, system: &System, runs: usize) -> Result<Vec<Outcome>, BenchError> {
        let venue = Venue::find(system.url(0)).await?;
        let pairs = venue.pairs(self.conversations).await?;
        let mut chatting = Chatting::connect(&pairs, system.url(0), system.url(0), 0).await?;
        let mut outcomes = Vec::new();
        for rate in &self.rates {
            let stretch = Stretch {
                rate: *rate,
                length: Duration::from_secs(self.seconds),
                gives_up: false,
                bar: true,
            };
            let one = repeated(runs, system, async || {
                let (began, tally) = chatting.chat(stretch).await;
                Ok(outcome(stretch, chatting.sockets(), began, &tally))
            });
            outcomes.push(one.await?);
        }
        if self.find_highest {
            outcomes.push(super::highest::find(system, &mut chatting, self.seconds).await?);
        }
        if let Some(rate) = self.overload {
            let best = outcomes.iter().filter_map(|one| one.value("messages")).fold(0.0, f64::max);
            outcomes.push(super::overload::offer(system, &mut chatting, rate, self.seconds, best).await?);
        }
        if let Some(last) = outcomes.last_mut() {
            last.broken.extend(chatting.check(&venue.api, &pairs).await?);
        }
        Ok(outcomes)
    }
}

/// What a stretch of chats found.
fn outcome(stretch: Stretch, sockets: usize, began: u64, tally: &Tally) -> Outcome {
    let mut outcome =
        Outcome::new("chats", format!("{} messages a second", written(f64::from(stretch.rate))));
    outcome
        .figure("offered", "a second", f64::from(stretch.rate))
        .figure("sockets", "", size(sockets))
        .figure("messages", "a second", float(tally.delivered.count()) / stretch.length.as_secs_f64());
    latencies(&mut outcome, stretch.rate, tally);
    outcome.figure("unanswered", "", float(tally.unanswered));
    outcome.broken = tally.broken_promises();
    outcome.refused = tally.refused.clone();
    outcome.plots = plots(began, tally);
    outcome
}

/// Latencies to the peer and to the acknowledgement, with the targets of a rate on two cores.
fn latencies(outcome: &mut Outcome, rate: u32, tally: &Tally) {
    let aims = match rate {
        ..=1_000 => Some((1.0, 6.0)),
        10_000 => Some((4.0, 25.0)),
        _ => None,
    };
    let [p50, p95, p99] = [0.5, 0.95, 0.99].map(|share| tally.delivered.at(share));
    match aims {
        Some((half, most)) => outcome
            .aimed("p50 to the peer", "ms", p50, Target::AtMost(half))
            .figure("p95 to the peer", "ms", p95)
            .aimed("p99 to the peer", "ms", p99, Target::AtMost(most)),
        None => outcome.figure("p50 to the peer", "ms", p50).figure("p95 to the peer", "ms", p95).figure(
            "p99 to the peer",
            "ms",
            p99,
        ),
    };
    outcome
        .figure("slowest to the peer", "ms", tally.delivered.longest())
        .figure("p50 sent late by the generator", "ms", tally.sent.at(0.5))
        .figure("p50 acknowledged", "ms", tally.acknowledged.at(0.5))
        .figure("p99 acknowledged", "ms", tally.acknowledged.at(0.99));
}

/// Latencies by how rare they are, and over time.
pub fn plots(began: u64, tally: &Tally) -> Vec<Plot> {
    let over_time =
        |name: &str, share| Line { name: name.to_owned(), points: tally.timeline.over_time(began, share) };
    vec![
        Plot {
            title: "How rare slow messages are".to_owned(),
            across: "one in so many was slower",
            up: "ms",
            by_factors: true,
            lines: vec![tally.delivered.line("to the peer"), tally.acknowledged.line("acknowledged")],
        },
        Plot {
            title: "Latency over time".to_owned(),
            across: "seconds",
            up: "ms",
            by_factors: true,
            lines: vec![over_time("p50 to the peer", 0.5), over_time("p99 to the peer", 0.99)],
        },
    ]
}
