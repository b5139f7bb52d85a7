//! `chats`: two-person conversations in which each side sends at a steady rate, whether answered or not.

use std::time::Duration;

use clap::Args;
use futures_util::{StreamExt, TryStreamExt, stream};
use tokio::task::LocalSet;
use tokio::time::Instant;

use crate::error::BenchError;
use crate::machine::{Clock, resident_mib};
use crate::measure::Tally;
use crate::people::{self, Pair};
use crate::report::Run;
use crate::server::Server;
use crate::socket::{Pace, Progress, Side};

/// After the last send, how long answers may take.
const DRAIN: Duration = Duration::from_secs(20);
/// Sockets that connect at once.
const CONNECTING: usize = 32;
/// A calm start, before anything is due.
const SETTLE: Duration = Duration::from_millis(500);

/// Settings of the scenario.
#[derive(Debug, Clone, Args)]
pub struct Chats {
    /// Conversations; each has two sockets.
    #[arg(long, default_value_t = 1_000)]
    conversations: usize,
    /// Messages a second over all conversations; one run for each.
    #[arg(long, value_delimiter = ',', default_values_t = [2_000])]
    rates: Vec<u32>,
    /// Seconds of each run.
    #[arg(long, default_value_t = 60)]
    seconds: u64,
}

impl Chats {
    /// Settings that the highest rate needs, of the server that is started for it.
    pub fn settings(&self) -> Vec<(&'static str, String)> {
        let sockets = u32::try_from(self.conversations * 2).unwrap_or(u32::MAX).max(1);
        let highest = self.rates.iter().copied().max().unwrap_or(0);
        let each = highest.div_ceil(sockets);
        if each * 2 <= 5 {
            return Vec::new();
        }
        vec![
            ("MESSENGER_PARTICIPANT_SENDS", (each * 4).to_string()),
            ("MESSENGER_PARTICIPANT_BURST", (each * 16).to_string()),
            ("MESSENGER_MEMBER_SENDS", (each * 16).to_string()),
            ("MESSENGER_FRAMES", (each * 16).max(50).to_string()),
        ]
    }

    /// Makes the conversations, connects both sides, and runs each rate.
    pub async fn run(&self, server: &Server) -> Result<Vec<Run>, BenchError> {
        let pairs = people::pairs(&server.url, self.conversations).await?;
        let bar = people::bar(pairs.len() * 2, "sockets");
        let mut sides: Vec<Side> = stream::iter(pairs.iter().flat_map(both))
            .map(|(token, pair)| Side::connect(&server.url, token, pair.conversation))
            .buffered(CONNECTING)
            .inspect(|_| bar.inc(1))
            .try_collect()
            .await?;
        bar.finish_and_clear();
        let mut runs = Vec::new();
        for rate in &self.rates {
            let (after, run) = self.at(*rate, sides, server).await;
            sides = after;
            runs.push(run);
        }
        Ok(runs)
    }

    async fn at(&self, rate: u32, sides: Vec<Side>, server: &Server) -> (Vec<Side>, Run) {
        let interval = Duration::from_secs(1).mul_f64(as_f64(sides.len()) / f64::from(rate.max(1)));
        let began = Instant::now() + SETTLE;
        let until = began + Duration::from_secs(self.seconds);
        let clock = Clock::start(&server.processes());
        let progress = Progress::of(sides.len());
        let local = LocalSet::new();
        let running: Vec<_> = sides
            .into_iter()
            .map(|side| {
                // Spread at random: sends of real people do not fall together.
                let phase = interval.mul_f64(rand::random_range(0.0..1.0));
                let pace = Pace { began, phase, interval, until, deadline: until + DRAIN };
                local.spawn_local(side.run(pace, progress.clone()))
            })
            .collect();
        let bar = people::bar(usize::try_from(self.seconds).unwrap_or(0), "seconds");
        local.spawn_local(tick(bar.clone(), self.seconds));
        let ended = local.run_until(futures_util::future::join_all(running)).await;
        bar.finish_and_clear();
        let (stolen, cores) = clock.read(&server.processes());

        let mut tally = Tally::default();
        let mut sides = Vec::with_capacity(ended.len());
        for (side, own) in ended.into_iter().flatten() {
            tally.add(&own);
            sides.push(side);
        }
        tally.lost = missing(&sides);
        let memory = server.process().map(resident_mib);
        let run = Run::new(rate, self.seconds, sides.len(), &tally, stolen, &cores, memory);
        (sides, run)
    }
}

/// Both sides of a pair, side by side.
fn both(pair: &Pair) -> [(&str, &Pair); 2] {
    [(&pair.participant, pair), (&pair.member, pair)]
}

/// Numbers that one side of a conversation has and the other has not.
fn missing(sides: &[Side]) -> u64 {
    sides
        .chunks_exact(2)
        .map(|pair| match pair {
            [one, other] => one.head().abs_diff(other.head()),
            _ => 0,
        })
        .sum()
}

async fn tick(bar: indicatif::ProgressBar, seconds: u64) {
    for _ in 0..seconds {
        tokio::time::sleep(Duration::from_secs(1)).await;
        bar.inc(1);
    }
}

fn as_f64(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}
