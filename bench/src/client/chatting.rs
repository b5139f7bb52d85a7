//! Pairs that chat: both sides of many conversations, at one rate over all of them.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use futures_util::stream::{self, StreamExt, TryStreamExt};
use journeys::history::Stored;
use serde_json::Value;
use tokio::time::Instant;

use super::api::Api;
use super::clock::Clock;
use super::patience::CONNECTING;
use super::people::{self, Pair};
use super::side::{Pace, Progress, Side};
use crate::error::BenchError;
use crate::measure::Tally;
use crate::numbers::{moment, size};

/// After the last send, how long answers may take.
const DRAIN: Duration = Duration::from_secs(20);
/// Conversations that are read at once when everything is checked.
const READING: usize = 16;
/// Messages of a page, the most that there may be.
const PAGE: usize = 500;
/// Of what is wrong, so much is named.
const SHOWN: usize = 20;
/// A calm start, before anything is due.
const SETTLE: Duration = Duration::from_millis(500);

/// One stretch of chatting.
#[derive(Debug, Clone, Copy)]
pub struct Stretch {
    /// Messages a second over all conversations.
    pub rate: u32,
    /// How long.
    pub length: Duration,
    /// Whether what could not be sent meanwhile is given up.
    pub gives_up: bool,
    /// Whether to show a progress bar.
    pub bar: bool,
}

/// Both sides of every pair.
pub struct Chatting {
    sides: Vec<Side>,
    clock: Rc<Clock>,
}

impl Chatting {
    /// Connects participants to one node and members to another, which may be the same.
    pub async fn connect(
        pairs: &[Pair],
        participants: &str,
        members: &str,
        first: usize,
    ) -> Result<Self, BenchError> {
        let both = pairs.iter().flat_map(|pair| {
            [(participants, &pair.participant, pair.conversation), (members, &pair.member, pair.conversation)]
        });
        let connecting = both.enumerate().map(|(number, (url, token, conversation))| {
            Side::connect(url, first + number, token, conversation)
        });
        let connecting = stream::iter(connecting).buffered(CONNECTING);
        let sides = people::gathered(connecting, pairs.len() * 2, "sockets").await?;
        Ok(Self { sides, clock: Rc::new(Clock::new().map_err(BenchError::Runtime)?) })
    }

    /// Sockets.
    pub fn sockets(&self) -> usize {
        self.sides.len()
    }

    /// Chats for a stretch; gives the moment from which on messages were due, and what was found.
    pub async fn chat(&mut self, stretch: Stretch) -> (u64, Tally) {
        let sides = std::mem::take(&mut self.sides);
        let interval = Duration::from_secs(1).mul_f64(size(sides.len()) / f64::from(stretch.rate.max(1)));
        let began = Instant::now() + SETTLE;
        let until = began + stretch.length;
        let progress = Progress::of(sides.len());
        let tally = Rc::new(RefCell::new(Tally::default()));
        let running = sides.into_iter().map(|side| {
            // Spread at random: sends of real people do not fall together.
            let first = began + interval.mul_f64(rand::random_range(0.0..1.0));
            let pace = Pace { first, interval, until, deadline: until + DRAIN, gives_up: stretch.gives_up };
            tokio::task::spawn_local(side.run(
                pace,
                Rc::clone(&self.clock),
                progress.clone(),
                Rc::clone(&tally),
            ))
        });
        let running: Vec<_> = running.collect();
        self.clock.expect(stretch.rate);
        let clock = Rc::clone(&self.clock);
        let ticking = tokio::task::spawn_local(async move { clock.run().await });
        let bar = stretch.bar.then(|| tokio::task::spawn_local(people::seconds(stretch.length.as_secs())));
        self.sides = futures_util::future::join_all(running).await.into_iter().flatten().collect();
        ticking.abort();
        if let Some(bar) = bar {
            bar.abort();
        }
        let mut tally = Rc::try_unwrap(tally).map(RefCell::into_inner).unwrap_or_default();
        tally.lost = self.missing();
        (moment(began), tally)
    }

    /// Measures everything that each side was ever told against what is stored, and says what is wrong. Once, at the end:
    /// it renews the tokens.
    pub async fn check(&self, api: &Api, pairs: &[Pair]) -> Result<Vec<String>, BenchError> {
        let checks = pairs.iter().zip(self.sides.chunks_exact(2)).map(|(pair, sides)| async move {
            let stored = stored(api, pair).await?;
            let wrong = sides.iter().flat_map(|side| side.errors(&stored));
            Ok::<_, BenchError>(wrong.collect::<Vec<_>>())
        });
        let wrong: Vec<Vec<String>> = stream::iter(checks).buffer_unordered(READING).try_collect().await?;
        Ok(wrong.into_iter().flatten().take(SHOWN).collect())
    }

    /// Numbers that one side of a conversation has and the other has not.
    fn missing(&self) -> u64 {
        let pairs = self.sides.chunks_exact(2);
        pairs.map(|pair| if let [one, other] = pair { one.head().abs_diff(other.head()) } else { 0 }).sum()
    }
}

/// Every message of a conversation.
async fn stored(api: &Api, pair: &Pair) -> Result<Vec<Stored>, BenchError> {
    let token = api.renew(&pair.renewal).await?;
    let mut all: Vec<Stored> = Vec::new();
    loop {
        let after = all.last().map_or(0, |message| message.seq);
        let path = format!(
            "/messenger/v1/conversations/{}/messages?after_seq={after}&limit={PAGE}",
            pair.conversation
        );
        let page = api.get(&path, &token).await?;
        let items = page.get("items").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        if items.is_empty() {
            return Ok(all);
        }
        all.extend(items.iter().map(Stored::of));
    }
}
