//! `journey`: the whole life of a participant, over and over: find the event, become a guest, ask, be helped, talk,
//! read, part, and read the history again.

mod desk;
mod life;

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use clap::Args;
use tokio::time::Instant;

use super::repeated;
use crate::client::people::{self, Venue};
use crate::error::BenchError;
use crate::measure::Latencies;
use crate::numbers::{float, written};
use crate::outcome::{Line, Outcome, Plot};
use crate::system::{Settings, System};

/// Settings of the scenario.
#[derive(Debug, Clone, Args)]
pub struct Journey {
    /// Participants at once; each begins anew when the last life is over.
    #[arg(long, default_value_t = 50)]
    pub people: usize,
    /// Members who answer.
    #[arg(long, default_value_t = 5)]
    pub staff: usize,
    /// Messages of each participant, each answered before the next.
    #[arg(long, default_value_t = 3)]
    pub messages: usize,
    /// Seconds.
    #[arg(long, default_value_t = 30)]
    pub seconds: u64,
}

/// What all lives found.
#[derive(Debug, Default)]
pub struct Notes {
    /// From the first call to the last.
    whole: Latencies,
    /// From asking until somebody took it.
    taken: Latencies,
    /// From a message to its answer.
    answered: Latencies,
    /// What went wrong.
    failures: Vec<String>,
}

impl Journey {
    /// Members answer at once, and guests keep coming: quicker than people are.
    pub fn settings(&self) -> Settings {
        Settings::from([
            ("MESSENGER_GUEST_REQUESTS", "1000000".to_owned()),
            ("MESSENGER_MEMBER_SENDS", "100000".to_owned()),
            ("MESSENGER_FRAMES", "100000".to_owned()),
        ])
    }

    /// Lives for a while.
    pub async fn run(&self, system: &System, runs: usize) -> Result<Vec<Outcome>, BenchError> {
        let venue = Rc::new(Venue::find(system.url(0)).await?);
        let one = repeated(runs, system, async || self.lives(&venue).await);
        Ok(vec![one.await?])
    }

    async fn lives(&self, venue: &Rc<Venue>) -> Result<Outcome, BenchError> {
        let notes = Rc::new(RefCell::new(Notes::default()));
        let mut desks = Vec::new();
        for _ in 0..self.staff.max(1) {
            desks.push(desk::open(venue, Rc::clone(&notes)).await?);
        }
        let until = Instant::now() + Duration::from_secs(self.seconds);
        let lives = (0..self.people).map(|number| {
            let (venue, notes) = (Rc::clone(venue), Rc::clone(&notes));
            let messages = self.messages;
            tokio::task::spawn_local(async move {
                while Instant::now() < until {
                    if let Err(error) = life::live(&venue, number, messages, &notes).await {
                        notes.borrow_mut().failures.push(error.to_string());
                    }
                }
            })
        });
        let lives: Vec<_> = lives.collect();
        let bar = tokio::task::spawn_local(people::seconds(self.seconds));
        futures_util::future::join_all(lives).await;
        bar.abort();
        for desk in desks {
            desk.close(venue).await?;
        }
        let notes = notes.borrow();
        Ok(self.outcome(&notes))
    }

    fn outcome(&self, notes: &Notes) -> Outcome {
        let mut outcome = Outcome::new("journey", format!("{} participants at once", self.people));
        outcome
            .figure("journeys", "a second", float(notes.whole.count()) / float(self.seconds))
            .figure("p50 asking until taken", "ms", notes.taken.at(0.5))
            .figure("p99 asking until taken", "ms", notes.taken.at(0.99))
            .figure("p50 message until answered", "ms", notes.answered.at(0.5))
            .figure("p99 message until answered", "ms", notes.answered.at(0.99))
            .figure("p50 whole journey", "ms", notes.whole.at(0.5))
            .figure("p99 whole journey", "ms", notes.whole.at(0.99));
        let failures = notes.failures.len();
        if failures > 0 {
            let first = notes.failures.first().cloned().unwrap_or_default();
            outcome
                .broken
                .push(format!("{} failed, the first: {first}", written(crate::numbers::size(failures))));
        }
        let lines: [Line; 3] = [
            notes.taken.line("asking until taken"),
            notes.answered.line("message until answered"),
            notes.whole.line("whole journey"),
        ];
        outcome.plots.push(Plot {
            title: "How rare slow moments are".to_owned(),
            across: "one in so many was slower",
            up: "ms",
            by_factors: true,
            lines: lines.to_vec(),
        });
        outcome
    }
}
