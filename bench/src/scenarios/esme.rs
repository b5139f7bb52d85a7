//! `esme`: one member takes conversations one after the other, participants arrive and then write steadily, until
//! the first failure or a limit.

mod member;
mod participant;
mod progress;

use std::rc::Rc;
use std::time::Duration;

use clap::Args;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep_until};

use super::repeated;
use crate::client::people::{self, Venue};
use crate::error::BenchError;
use crate::numbers::{float, size};
use crate::outcome::{Line, Outcome, Plot, Target};
use crate::system::{Settings, System};
use progress::Progress;

/// After the last message, how long answers may take.
const DRAIN: Duration = Duration::from_secs(5);

/// Settings of the scenario.
#[derive(Debug, Clone, Args)]
pub struct Esme {
    /// The member takes the next conversation every so many milliseconds.
    #[arg(long, default_value_t = 10)]
    pub sci: u64,
    /// A participant arrives every so many milliseconds.
    #[arg(long, default_value_t = 20)]
    pub cpi: u64,
    /// Each participant then writes every so many milliseconds; a case for each.
    #[arg(long, value_delimiter = ',', default_values_t = [100, 1_000, 10_000])]
    pub smi: Vec<u64>,
    /// Participants at most; when not given, a fifth more than the aim of the case.
    #[arg(long)]
    pub conversations: Option<usize>,
    /// Seconds at most.
    #[arg(long, default_value_t = 240)]
    pub seconds: u64,
    /// An answer or a message that takes longer is a failure, in ms: more than the two seconds after which gaps heal.
    #[arg(long, default_value_t = 5_000)]
    pub patience: u64,
}

/// One case.
#[derive(Debug, Clone, Copy)]
struct Case {
    sci: Duration,
    cpi: Duration,
    smi: Duration,
    conversations: usize,
    seconds: u64,
    patience: Duration,
}

impl Esme {
    /// Settings that the quickest case needs: participants who write faster than people do, and arrive faster than
    /// what counts as a rush.
    pub fn settings(&self) -> Settings {
        let quickest = self.smi.iter().copied().min().unwrap_or(1_000).max(1);
        let each = 1_000_u64.div_ceil(quickest);
        let arrivals = 10_000_u64.div_ceil(self.cpi.max(1));
        let mut settings = Settings::from([("MESSENGER_GUEST_REQUESTS", (arrivals * 2).to_string())]);
        if each * 2 > 5 {
            settings.insert("MESSENGER_PARTICIPANT_SENDS", (each * 4).to_string());
            settings.insert("MESSENGER_PARTICIPANT_BURST", (each * 16).to_string());
        }
        settings
    }

    /// Measures each case; what an earlier case left behind is closed with its sockets.
    pub async fn run(&self, system: &System, runs: usize) -> Result<Vec<Outcome>, BenchError> {
        let mut outcomes = Vec::new();
        for smi in &self.smi {
            let case = Case {
                sci: Duration::from_millis(self.sci.max(1)),
                cpi: Duration::from_millis(self.cpi.max(1)),
                smi: Duration::from_millis((*smi).max(1)),
                conversations: self.conversations.unwrap_or(aim(*smi).0 * 6 / 5),
                seconds: self.seconds,
                patience: Duration::from_millis(self.patience),
            };
            outcomes.push(repeated(runs, system, async || once(system, case).await).await?);
        }
        Ok(outcomes)
    }
}

/// Conversations and messages a second that a case should reach on two cores.
fn aim(smi: u64) -> (usize, Option<f64>) {
    match smi {
        0..=100 => (1_000, Some(10_000.0)),
        101..=1_000 => (5_000, None),
        _ => (9_000, None),
    }
}

async fn once(system: &System, case: Case) -> Result<Outcome, BenchError> {
    let venue = Venue::find(system.url(0)).await?;
    let staff = venue.staff(20_000, false).await?;
    let progress = Rc::new(Progress::new(case.patience));
    let member = member::start(&venue, staff, case.sci, Rc::clone(&progress)).await?;
    let bar = people::bar(case.conversations, "participants");
    let arrivals = arrive(&venue, case, &progress, &bar).await;
    bar.finish_and_clear();
    progress.stop_writing();
    if !progress.has_failed() {
        let deadline = Instant::now() + DRAIN;
        while progress.has_open() && Instant::now() < deadline {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
    let outcome = outcome(case, &progress);
    arrivals.iter().for_each(JoinHandle::abort);
    let heads = member.stop().await;
    Ok(with_promises(outcome, &progress, &heads))
}

/// Lets participants arrive until the limit, the first failure, or the end of time; the limit is held for a while.
async fn arrive(
    venue: &Venue,
    case: Case,
    progress: &Rc<Progress>,
    bar: &indicatif::ProgressBar,
) -> Vec<JoinHandle<()>> {
    let began = Instant::now();
    let end = began + Duration::from_secs(case.seconds);
    let mut next = began;
    let mut arrivals = Vec::new();
    while arrivals.len() < case.conversations && Instant::now() < end && !progress.has_failed() {
        sleep_until(next).await;
        next += case.cpi;
        let life = participant::live(venue.clone(), arrivals.len(), case.smi, Rc::clone(progress));
        arrivals.push(tokio::task::spawn_local(life));
        bar.inc(1);
    }
    let hold = (Instant::now() + case.smi.max(Duration::from_secs(5))).min(end);
    while Instant::now() < hold && !progress.has_failed() {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    arrivals
}

fn outcome(case: Case, progress: &Progress) -> Outcome {
    let millis = |duration: Duration| duration.as_millis();
    let (conversations, messages) = aim(u64::try_from(millis(case.smi)).unwrap_or(u64::MAX));
    let name = format!("({}, {}, {})", millis(case.sci), millis(case.cpi), millis(case.smi));
    let mut outcome = Outcome::new("esme", name);
    let active = size(progress.active());
    outcome.aimed("active conversations", "", active, Target::AtLeast(size(conversations)));
    match messages {
        Some(aim) => outcome.aimed("messages", "a second", progress.best_rate(), Target::AtLeast(aim)),
        None => outcome.figure("messages", "a second", progress.best_rate()),
    };
    let latencies = progress.latencies();
    outcome
        .figure("p50 to the member", "ms", latencies.delivered.at(0.5))
        .figure("p99 to the member", "ms", latencies.delivered.at(0.99))
        .figure("p99 acknowledged", "ms", latencies.acknowledged.at(0.99))
        .figure("messages in all", "", float(latencies.acknowledged.count()));
    outcome.notes.push(match progress.failure() {
        Some(why) => format!("ended at the first failure: {why}"),
        None => "ended at the limit, without a failure".to_owned(),
    });
    let [active, rate] = progress.over_time();
    let line = |name: &str, points| Line { name: name.to_owned(), points };
    outcome.plots = vec![Plot {
        title: "Conversations and messages over time".to_owned(),
        across: "seconds",
        up: "count, and count a second",
        by_factors: false,
        lines: vec![line("active conversations", active), line("messages a second", rate)],
    }];
    outcome
}

/// What was acknowledged must have been shown to the member, once and in order. After a failure, messages may
/// still be under way.
fn with_promises(mut outcome: Outcome, progress: &Progress, heads: &member::Heads) -> Outcome {
    if !progress.has_failed() {
        let missing = progress.missing(heads);
        if missing > 0 {
            outcome.broken.push(format!("{missing} acknowledged, and not shown to the member"));
        }
    }
    if heads.disordered > 0 {
        outcome.broken.push(format!("{} shown twice or out of order", heads.disordered));
    }
    outcome
}
