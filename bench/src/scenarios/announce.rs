//! `announce`: one announcement to everybody at an event.

use std::time::Duration;

use clap::Args;
use futures_util::stream::{self, StreamExt};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::repeated;
use crate::client::crowd::{Crowd, Kind, Person, Shown};
use crate::client::hold::announcement;
use crate::client::people::{self, Venue};
use crate::error::BenchError;
use crate::numbers::{float, milliseconds, now, size, written};
use crate::outcome::{Line, Outcome, Plot, Target};
use crate::system::{Settings, System};

/// How long the last one may take before it counts as lost.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often it is looked whether all have it.
const LOOK: Duration = Duration::from_millis(250);
/// Sockets that a node takes when nothing else is said.
const DEFAULT: usize = 19_000;
/// Calls that are under way at once.
const CALLS: usize = 16;

/// Settings of the scenario.
#[derive(Debug, Clone, Args)]
pub struct Announce {
    /// Phones that are connected.
    #[arg(long, default_value_t = 19_900)]
    pub sockets: usize,
    /// Announcements, one after the other.
    #[arg(long, default_value_t = 3)]
    pub announcements: usize,
}

impl Announce {
    /// Settings that so many phones need.
    pub fn settings(&self) -> Settings {
        if self.sockets <= DEFAULT {
            return Settings::new();
        }
        Settings::from([("MESSENGER_SOCKETS", (self.sockets + 10).to_string())])
    }

    /// Brings people to the event, connects them, and announces.
    pub async fn run(&self, system: &System, runs: usize) -> Result<Vec<Outcome>, BenchError> {
        let venue = Venue::find(system.url(0)).await?;
        let coming = (0..self.sockets).map(|_| attend(&venue));
        let coming = stream::iter(coming).buffer_unordered(CALLS);
        let people = people::gathered(coming, self.sockets, "guests").await?;
        let mut crowd = Crowd::start(Kind::Steward, &people)?;
        crowd.connect(people.len()).await?;
        let one = repeated(runs, system, async || {
            let mut outcome =
                Outcome::new("announce", format!("to {} phones", written(size(crowd.people()))));
            measure(&mut outcome, &mut crowd, self.announcements, async |text| {
                let body = json!({ "event": venue.event, "body": { "kind": "text", "text": text } });
                venue.api.post("/messenger/v1/announcements", &venue.owner, &body).await.map(drop)
            })
            .await?;
            Ok(outcome)
        });
        Ok(vec![one.await?])
    }
}

/// A guest who is at the event.
async fn attend(venue: &Venue) -> Result<Person, BenchError> {
    let token = venue.guest().await?;
    let path = format!("/messenger/v1/participations/{}", venue.event);
    venue.api.call(Method::PUT, &path, &token, &Value::Null).await?;
    Ok(Person { url: venue.api.url.clone(), token })
}

/// Announces to a crowd a few times, and waits each time until everybody was shown it.
pub async fn measure(
    outcome: &mut Outcome,
    crowd: &mut Crowd,
    announcements: usize,
    announce: impl AsyncFn(String) -> Result<(), BenchError>,
) -> Result<(), BenchError> {
    crowd.forget().await?;
    let count = announcements.max(1);
    for number in 1..=count {
        announce(announcement(now())).await?;
        await_shown(crowd, (crowd.people() * number) as u64).await?;
    }
    let shown = crowd.shown().await?;
    let wanted = (crowd.people() * count) as u64;
    report(outcome, &shown, crowd.people());
    if shown.frames < wanted {
        outcome.broken.push(format!("{} of {wanted} were not shown", wanted - shown.frames));
    }
    if shown.doubled > 0 {
        outcome.broken.push(format!("{} shown twice", shown.doubled));
    }
    Ok(())
}

/// Waits until so many frames were shown in all, or nobody can be patient any more.
async fn await_shown(crowd: &mut Crowd, wanted: u64) -> Result<(), BenchError> {
    let deadline = Instant::now() + PATIENCE;
    while Instant::now() < deadline {
        tokio::time::sleep(LOOK).await;
        if crowd.shown().await?.frames >= wanted {
            break;
        }
    }
    Ok(())
}

fn report(outcome: &mut Outcome, shown: &Shown, people: usize) {
    let at = |share: f64| {
        let index = crate::numbers::whole(size(shown.latencies.len().saturating_sub(1)) * share);
        milliseconds(shown.latencies.get(index as usize).copied().unwrap_or(0))
    };
    let last = at(1.0);
    outcome
        .figure("frames", "a second", size(people) / (last / 1_000.0).max(1e-6))
        .figure("half have it after", "ms", at(0.5))
        .aimed("the last has it after", "ms", last, Target::AtMost(150.0));
    let points =
        (0..=40).map(|step| f64::from(step) / 40.0).map(|share| (at(share), share * 100.0)).collect();
    outcome.plots.push(Plot {
        title: "Who has it".to_owned(),
        across: "ms after it was sent",
        up: "% of the phones",
        by_factors: false,
        lines: vec![Line { name: "phones".to_owned(), points }],
    });
    outcome.figure("frames in all", "", float(shown.frames));
}
