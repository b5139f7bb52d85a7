//! `idle`: what a socket costs that only waits, of a participant with an open conversation or of one who only looks.

use std::time::Duration;

use clap::Args;

use super::repeated;
use crate::client::crowd::{Crowd, Kind, Person};
use crate::client::keeper::Keeper;
use crate::client::people::Venue;
use crate::error::BenchError;
use crate::numbers::{size, written};
use crate::outcome::{Line, Outcome, Plot, Target};
use crate::system::{Settings, System};

/// Memory is looked at after each of so many equal steps.
const STEPS: usize = 5;
/// How long memory settles before it is looked at.
const SETTLE: Duration = Duration::from_secs(2);
/// Sockets that a node takes when nothing else is said.
const DEFAULT: usize = 19_000;

/// Settings of the scenario.
#[derive(Debug, Clone, Args)]
pub struct Idle {
    /// Sockets.
    #[arg(long, default_value_t = 15_000)]
    pub sockets: usize,
    /// Nodes over which they are spread; a node has descriptors for 20,000.
    #[arg(long, default_value_t = 1)]
    pub nodes: usize,
    /// People who only have the app open, without a conversation.
    #[arg(long)]
    pub only_looking: bool,
}

impl Idle {
    /// Settings that so many people need: they are at one event, and ask at once.
    pub fn settings(&self) -> Settings {
        let mut settings = Keeper::settings();
        let each = self.sockets.div_ceil(self.nodes.max(1));
        if each > DEFAULT {
            settings.insert("MESSENGER_SOCKETS", (each + 10).to_string());
        }
        settings
    }

    /// Makes the people, then connects them step by step.
    pub async fn run(&self, system: &System) -> Result<Vec<Outcome>, BenchError> {
        let venue = Venue::find(system.url(0)).await?;
        let (keeper, tokens) = if self.only_looking {
            (None, venue.lookers(self.sockets).await?)
        } else {
            let (keeper, guests) = Keeper::take(&venue, self.sockets).await?;
            (Some(keeper), guests.into_iter().map(|guest| guest.token).collect())
        };
        let people: Vec<Person> = tokens
            .into_iter()
            .enumerate()
            .map(|(number, token)| Person { url: system.url(number).to_owned(), token })
            .collect();
        let case = self.case(system.nodes.len());
        let memory = || system.memory_mib();
        let one = repeated(1, system, async || {
            let mut outcome = Outcome::new("idle", case.as_str());
            measure(&mut outcome, Kind::Steward, &people, memory).await?;
            Ok(outcome)
        });
        let outcome = one.await?;
        drop(keeper);
        Ok(vec![outcome])
    }

    fn case(&self, nodes: usize) -> String {
        let nodes = if nodes > 1 { format!(" on {nodes} nodes") } else { String::new() };
        let looking = if self.only_looking { ", only looking" } else { "" };
        format!("{} sockets{nodes}{looking}", written(size(self.sockets)))
    }
}

/// Connects a crowd step by step, and looks at the server's memory after each.
pub async fn measure(
    outcome: &mut Outcome,
    kind: Kind,
    people: &[Person],
    memory_mib: impl Fn() -> Option<f64>,
) -> Result<(), BenchError> {
    let mut crowd = Crowd::start(kind, people)?;
    let mut points = Vec::new();
    for step in 1..=STEPS {
        let count = people.len() * step / STEPS;
        crowd.connect(count).await?;
        tokio::time::sleep(SETTLE).await;
        if let Some(memory) = memory_mib() {
            points.push((size(count), memory));
        }
    }
    let shown = crowd.shown().await?;
    outcome.figure("sockets", "", size(shown.open));
    match slope(&points) {
        Some(mib) => outcome.aimed("memory a socket", "kB", mib * 1_048.576, Target::AtMost(6.0)),
        None => outcome.figure("memory a socket", "kB", f64::NAN),
    };
    if shown.broken > 0 {
        outcome.broken.push(format!("{} of {} sockets broke", shown.broken, crowd.people()));
    }
    outcome.plots.push(Plot {
        title: "Memory of the server".to_owned(),
        across: "sockets",
        up: "MiB",
        by_factors: false,
        lines: vec![Line { name: "resident".to_owned(), points }],
    });
    Ok(())
}

/// Growth for each step to the right, of the straight line nearest to all points.
fn slope(points: &[(f64, f64)]) -> Option<f64> {
    let count = size(points.len());
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let spread: f64 = points.iter().map(|point| (point.0 - x).powi(2)).sum();
    let both: f64 = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    (points.len() > 1 && spread > 0.0).then(|| both / spread)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slope_is_that_of_the_nearest_line() {
        assert_eq!(slope(&[(1.0, 12.0), (2.0, 14.0), (3.0, 16.0)]), Some(2.0));
        assert_eq!(slope(&[(1.0, 12.0)]), None);
    }

    #[test]
    fn a_node_is_told_of_more_sockets_than_it_takes() {
        let idle = |sockets, nodes| {
            Idle { sockets, nodes, only_looking: false }.settings().get("MESSENGER_SOCKETS").cloned()
        };
        assert_eq!(idle(19_000, 1), None);
        assert_eq!(idle(19_900, 1).as_deref(), Some("19910"));
        assert_eq!(idle(199_000, 10).as_deref(), Some("19910"));
    }
}
