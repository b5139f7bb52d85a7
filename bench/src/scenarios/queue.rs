//! `queue`: a stampede. Many ask within seconds, a few members with little capacity help one after the other.

mod rules;

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::time::Duration;

use chrono::DateTime;
use clap::Args;
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, sleep_until};
use uuid::Uuid;

use super::repeated;
use crate::client::api::{id, text};
use crate::client::live::Live;
use crate::client::people::{self, Guest, Staff, Venue};
use crate::error::BenchError;
use crate::measure::Latencies;
use crate::numbers::{moment, now, size, written};
use crate::outcome::Outcome;
use crate::system::{Settings, System};
use rules::Seen;

/// Requests of one page.
const PAGE: usize = 200;
/// How long the whole queue may take after the last request.
const PATIENCE: Duration = Duration::from_secs(300);

/// Settings of the scenario.
#[derive(Debug, Clone, Args)]
pub struct Queue {
    /// Requests.
    #[arg(long, default_value_t = 1_000)]
    pub requests: usize,
    /// Seconds within which they are made.
    #[arg(long, default_value_t = 10)]
    pub seconds: u64,
    /// Members of staff.
    #[arg(long, default_value_t = 5)]
    pub staff: usize,
    /// Conversations that each has at most.
    #[arg(long, default_value_t = 3)]
    pub capacity: usize,
    /// How long a member helps, in ms.
    #[arg(long, default_value_t = 150)]
    pub handling: u64,
    /// One in so many requests is critical.
    #[arg(long, default_value_t = 25)]
    pub critical: usize,
}

/// What happened to everybody.
#[derive(Debug, Default)]
struct Notes {
    asked: Latencies,
    places: HashMap<Uuid, Vec<i64>>,
    /// When each had the answer, in µs since 1970.
    answered: HashMap<Uuid, i64>,
    /// Most conversations that any member had at once.
    most: usize,
    failures: Vec<String>,
}

/// Somebody who asked, with the task that reads their places.
type Came = Option<(Guest, JoinHandle<()>)>;
type Shared = Rc<RefCell<Notes>>;

impl Queue {
    /// Everybody counts as verified: whether guests come in a rush decides about places, too, and is not measured.
    pub fn settings(&self) -> Settings {
        Settings::from([("MESSENGER_GUEST_REQUESTS", "1000000".to_owned())])
    }

    /// Lets everybody ask, and helps until nobody waits.
    pub async fn run(&self, system: &System, runs: usize) -> Result<Vec<Outcome>, BenchError> {
        let venue = Rc::new(Venue::find(system.url(0)).await?);
        let one = repeated(runs, system, async || self.stampede(&venue).await);
        Ok(vec![one.await?])
    }

    async fn stampede(&self, venue: &Rc<Venue>) -> Result<Outcome, BenchError> {
        let notes = Shared::default();
        let mut team = Vec::new();
        for _ in 0..self.staff {
            let member = Rc::new(venue.staff(self.capacity, false).await?);
            let live = Live::start(&venue.api.url, 0, &member.token, &[], |_| ()).await?;
            let handling = Duration::from_millis(self.handling);
            let helping = help(Rc::clone(venue), Rc::clone(&member), live, handling, Rc::clone(&notes));
            team.push((member, tokio::task::spawn_local(helping)));
        }
        // Nobody is on duty at first, so that a queue forms.
        let asking = self.ask(venue, &notes);
        sleep(Duration::from_secs(self.seconds) / 5).await;
        for (member, _) in &team {
            venue.offer(member, self.capacity, true).await?;
        }
        let began = Instant::now();
        let (mut requests, waiting) = settled(asking, venue, self.requests).await?;
        for one in &mut requests {
            one.answered_at = notes.borrow().answered.get(&one.id).copied().unwrap_or(i64::MAX);
        }
        let took = began.elapsed();
        for (member, helping) in team {
            venue.offer(&member, 0, false).await?;
            helping.abort();
        }
        waiting.iter().for_each(JoinHandle::abort);
        Ok(self.outcome(&requests, &notes.borrow(), took))
    }

    /// Lets everybody come, spread evenly, whether the ones before were answered or not.
    fn ask(&self, venue: &Rc<Venue>, notes: &Shared) -> Vec<JoinHandle<Came>> {
        let began = Instant::now();
        let every =
            Duration::from_secs(self.seconds) / u32::try_from(self.requests.max(1)).unwrap_or(u32::MAX);
        let coming = (0..self.requests).map(|number| {
            let due = began + every * u32::try_from(number).unwrap_or(u32::MAX);
            let is_critical = self.critical > 0 && number % self.critical == self.critical - 1;
            tokio::task::spawn_local(come(Rc::clone(venue), number, due, is_critical, Rc::clone(notes)))
        });
        coming.collect()
    }

    fn outcome(&self, requests: &[Seen], notes: &Notes, took: Duration) -> Outcome {
        let case = format!("{} requests in {} s", written(size(self.requests)), self.seconds);
        let mut outcome =
            Outcome::new("queue", format!("{case}, {} staff with {} each", self.staff, self.capacity));
        let helped = requests.iter().filter(|one| one.is_over).count();
        outcome
            .figure("helped", "", size(helped))
            .figure("helped", "a second", size(helped) / took.as_secs_f64())
            .figure("p50 asking", "ms", notes.asked.at(0.5))
            .figure("p99 asking", "ms", notes.asked.at(0.99))
            .figure("most at one member", "", size(notes.most))
            .figure("places that were shown", "", size(notes.places.values().map(Vec::len).sum()));
        if helped < self.requests {
            outcome.broken.push(format!("{} were never helped", self.requests - helped));
        }
        outcome.broken.extend(notes.failures.iter().take(5).cloned());
        outcome.broken.extend(rules::order(requests));
        if notes.most > self.capacity {
            let (most, allowed) = (notes.most, self.capacity);
            outcome.broken.push(format!("a member had {most} conversations at once, and may have {allowed}"));
        }
        outcome.broken.extend(rules::places(requests, &notes.places));
        outcome
    }
}

/// Waits until everybody asked and was helped; what the server says of each.
async fn settled(
    asking: Vec<JoinHandle<Came>>,
    venue: &Venue,
    wanted: usize,
) -> Result<(Vec<Seen>, Vec<JoinHandle<()>>), BenchError> {
    let bar = people::bar(wanted, "helped");
    let came = futures_util::future::join_all(asking).await.into_iter().flatten().flatten();
    let (guests, waiting): (Vec<Guest>, Vec<JoinHandle<()>>) = came.unzip();
    let deadline = Instant::now() + PATIENCE;
    loop {
        let requests = read(venue, &guests).await?;
        let helped = requests.iter().filter(|one| one.is_over).count();
        bar.set_position(helped as u64);
        if helped >= guests.len() || Instant::now() >= deadline {
            bar.finish_and_clear();
            return Ok((requests, waiting));
        }
        sleep(Duration::from_secs(1)).await;
    }
}

/// A participant: asks, and then notes every place.
async fn come(venue: Rc<Venue>, number: usize, due: Instant, is_critical: bool, notes: Shared) -> Came {
    sleep_until(due).await;
    let asking = async {
        let guest = venue.ask(venue.guest().await?, is_critical).await?;
        let answered = now();
        notes.borrow_mut().asked.note(moment(due), answered);
        notes.borrow_mut().answered.insert(guest.request, i64::try_from(answered).unwrap_or(i64::MAX));
        let mut places = Vec::new();
        let positions = [(guest.conversation, 1)];
        let live = Live::start(&venue.api.url, number, &guest.token, &positions, |frame| {
            places.extend(place(frame));
        });
        let live = live.await?;
        notes.borrow_mut().places.insert(guest.request, places);
        Ok::<_, BenchError>((guest, live))
    };
    match asking.await {
        Ok((guest, live)) => {
            let watching = tokio::task::spawn_local(watch(live, guest.request, notes));
            Some((guest, watching))
        }
        Err(error) => {
            notes.borrow_mut().failures.push(format!("somebody could not ask: {error}"));
            None
        }
    }
}

async fn watch(mut live: Live, request: Uuid, notes: Shared) {
    while let Ok(frame) = live.next().await {
        if let Some(place) = place(&frame) {
            notes.borrow_mut().places.entry(request).or_default().push(place);
        }
    }
}

fn place(frame: &str) -> Option<i64> {
    if !frame.starts_with(r#"{"type":"place""#) {
        return None;
    }
    serde_json::from_str::<Value>(frame).ok()?.get("place")?.as_i64()
}

/// A member: helps everybody who is sent, and says that it is done.
async fn help(venue: Rc<Venue>, staff: Rc<Staff>, mut live: Live, handling: Duration, notes: Shared) {
    let mut known = HashSet::new();
    let having = Rc::new(Cell::new(0));
    while let Ok(frame) = live.next().await {
        if !frame.starts_with(r#"{"type":"conversation""#) || !frame.contains(r#""status":"open""#) {
            continue;
        }
        let Ok(said) = serde_json::from_str::<Value>(&frame) else { continue };
        let conversation = id(&said, "conversation");
        if !known.insert(conversation) {
            continue;
        }
        having.set(having.get() + 1);
        let most = notes.borrow().most.max(having.get());
        notes.borrow_mut().most = most;
        let (venue, staff, notes) = (Rc::clone(&venue), Rc::clone(&staff), Rc::clone(&notes));
        let having = Rc::clone(&having);
        tokio::task::spawn_local(async move {
            sleep(handling.mul_f64(rand::random_range(0.5..1.5))).await;
            // From here on somebody else may be sent.
            having.set(having.get() - 1);
            let path = format!("/messenger/v1/conversations/{conversation}/close");
            let closed = venue.api.post(&path, &staff.token, &json!({ "outcome": "resolved" })).await;
            if let Err(error) = closed {
                notes.borrow_mut().failures.push(format!("closing failed: {error}"));
            }
        });
    }
}

/// What the server says of these guests' requests.
async fn read(venue: &Venue, guests: &[Guest]) -> Result<Vec<Seen>, BenchError> {
    let ours: HashSet<Uuid> = guests.iter().map(|guest| guest.request).collect();
    let mut all = Vec::new();
    let mut after = String::new();
    loop {
        let path = format!("/messenger/v1/help-requests?event={}&limit={PAGE}{after}", venue.event);
        let page = venue.api.get(&path, &venue.owner).await?;
        let items = page.get("items").and_then(Value::as_array).cloned().unwrap_or_default();
        all.extend(items.iter().map(seen).filter(|one| ours.contains(&one.id)));
        let next = text(&page, "next");
        if next.is_empty() || all.len() >= ours.len() {
            return Ok(all);
        }
        after = format!("&after={next}");
    }
}

fn seen(item: &Value) -> Seen {
    let at = |field: &str| {
        let time = DateTime::parse_from_rfc3339(&text(item, field)).ok()?;
        Some(time.timestamp_micros())
    };
    Seen {
        id: id(item, "id"),
        is_critical: text(item, "priority") == "critical",
        opened_at: at("opened_at").unwrap_or(0),
        answered_at: i64::MAX,
        taken_at: at("taken_at"),
        is_over: at("closed_at").is_some(),
    }
}
