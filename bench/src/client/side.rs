//! One side of a conversation: a socket that sends at a steady rate, whether answered or not, and checks what it
//! is shown.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::pin::pin;
use std::rc::Rc;
use std::time::Duration;

use journeys::history::Stored;
use tokio::time::{Instant, sleep_until};
use tokio_tungstenite::tungstenite::{Error, Utf8Bytes};
use uuid::Uuid;

use super::clock::Clock;
use super::frames::{self, Heard};
use super::live::Live;
use super::record::Record;
use crate::error::BenchError;
use crate::measure::Tally;
use crate::numbers::{moment, now};

/// Sends that may be unacknowledged, as the protocol says; what falls due beyond waits, and its wait counts.
const WINDOW: usize = 16;
/// How often the end of a run is looked for.
const LOOK: Duration = Duration::from_millis(50);

/// When one side of a run sends.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// The first send of this side.
    pub first: Instant,
    /// From send to send.
    pub interval: Duration,
    /// Nothing falls due from here on.
    pub until: Instant,
    /// Answers that come later do not count.
    pub deadline: Instant,
    /// Whether what was not sent by then is given up, so that the next run begins without a backlog.
    pub gives_up: bool,
}

/// Messages of a run over all sockets, so that each knows when it is over.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    sending: Rc<Cell<usize>>,
    open: Rc<Cell<i64>>,
}

impl Progress {
    /// The beginning, with so many sides that will send.
    pub fn of(sides: usize) -> Self {
        let progress = Self::default();
        progress.sending.set(sides);
        progress
    }

    fn is_over(&self) -> bool {
        self.sending.get() == 0 && self.open.get() <= 0
    }

    /// More messages, or fewer, that the other side is still to be shown.
    fn expect(&self, more: i64) {
        self.open.set(self.open.get() + more);
    }
}

/// One side of a conversation.
#[derive(Debug)]
pub struct Side {
    conversation: Uuid,
    live: Live,
    /// Everything that was written, acknowledged and shown.
    record: Record,
    /// Due, and not yet sent: when due, and under which id.
    waiting: BTreeMap<u64, Uuid>,
    /// Sent, and not yet answered.
    flying: HashMap<Uuid, u64>,
    /// Every id of this side.
    mine: HashSet<Uuid>,
    last_sent: Option<Uuid>,
    pause: Option<Instant>,
}

impl Side {
    /// Connects as the `number`th socket, and reads until the start is over.
    pub async fn connect(
        url: &str,
        number: usize,
        token: &str,
        conversation: Uuid,
    ) -> Result<Self, BenchError> {
        let live = Live::start(url, number, token, &[(conversation, 1)], |_| ()).await?;
        Ok(Self {
            conversation,
            live,
            record: Record::beginning_after(1),
            waiting: BTreeMap::new(),
            flying: HashMap::new(),
            mine: HashSet::new(),
            last_sent: None,
            pause: None,
        })
    }

    /// The highest number below which nothing is missing.
    pub fn head(&self) -> i64 {
        self.record.head()
    }

    /// What is wrong with what this side was told, measured against what is stored.
    pub fn errors(&self, stored: &[Stored]) -> Vec<String> {
        self.record.errors(stored)
    }

    /// Sends at a pace, and reads until everything was answered and shown, or the deadline passed.
    pub async fn run(
        mut self,
        pace: Pace,
        clock: Rc<Clock>,
        progress: Progress,
        tally: Rc<RefCell<Tally>>,
    ) -> Self {
        let mut due = pace.first;
        let mut sending = true;
        // Set once, not anew after each frame.
        let mut falls_due = pin!(clock.sleep_until(due));
        let mut look = pin!(sleep_until(pace.deadline));
        loop {
            if sending && due >= pace.until {
                sending = false;
                look.as_mut().reset(Instant::now() + LOOK);
                self.finish(&pace, &progress, &tally);
            }
            let resume = self.pause.unwrap_or(pace.deadline);
            let step = tokio::select! {
                biased;
                frame = self.live.next() => match frame {
                    Ok(text) => self.hear(&text, &pace, &tally, &progress).await,
                    Err(error) => Err(error),
                },
                woken = falls_due.as_mut(), if sending => {
                    self.waiting.insert(moment(due), Uuid::now_v7());
                    tally.borrow_mut().offered += 1;
                    progress.expect(1);
                    due += pace.interval;
                    falls_due.set(clock.sleep_until(due));
                    match woken {
                        Ok(()) => self.send_waiting(&tally).await,
                        Err(error) => Err(Error::Io(error)),
                    }
                }
                () = sleep_until(resume), if self.pause.is_some() => {
                    self.pause = None;
                    self.send_waiting(&tally).await
                }
                () = look.as_mut() => {
                    look.as_mut().reset(Instant::now() + LOOK);
                    Ok(())
                }
            };
            if step.is_err() {
                tally.borrow_mut().broken += 1;
                break;
            }
            let done = progress.is_over() && self.is_quiet();
            if done || Instant::now() >= pace.deadline {
                break;
            }
        }
        tally.borrow_mut().unanswered += (self.waiting.len() + self.flying.len()) as u64;
        self
    }

    /// Nothing more falls due.
    fn finish(&mut self, pace: &Pace, progress: &Progress, tally: &RefCell<Tally>) {
        progress.sending.set(progress.sending.get().saturating_sub(1));
        if pace.gives_up {
            let waiting = std::mem::take(&mut self.waiting).len();
            tally.borrow_mut().given_up += waiting as u64;
            progress.expect(-i64::try_from(waiting).unwrap_or(0));
            self.pause = None;
        }
    }

    fn is_quiet(&self) -> bool {
        self.waiting.is_empty() && self.flying.is_empty()
    }

    async fn send_waiting(&mut self, tally: &RefCell<Tally>) -> Result<(), Error> {
        while self.pause.is_none() && self.flying.len() < WINDOW {
            let Some((due, client_id)) = self.waiting.pop_first() else { break };
            let previous = self.last_sent.filter(|last| self.flying.contains_key(last));
            self.flying.insert(client_id, due);
            if self.mine.insert(client_id) {
                self.record.sent(client_id);
            }
            self.last_sent = Some(client_id);
            self.live.send(frames::send(self.conversation, client_id, previous, due)).await?;
            tally.borrow_mut().sent.note(due, now());
        }
        Ok(())
    }

    async fn hear(
        &mut self,
        text: &Utf8Bytes,
        pace: &Pace,
        tally: &RefCell<Tally>,
        progress: &Progress,
    ) -> Result<(), Error> {
        let Ok(heard) = serde_json::from_str::<Heard>(text) else { return Ok(()) };
        match heard.kind {
            "ack" => {
                if let Some(client_id) = heard.client_id {
                    self.record.acknowledged(client_id, heard.seq);
                }
                if let Some(due) = heard.client_id.and_then(|id| self.flying.remove(&id)) {
                    let mut tally = tally.borrow_mut();
                    tally.acknowledged.note(due, now());
                    tally.in_time += u64::from(Instant::now() < pace.until);
                }
                self.send_waiting(tally).await
            }
            "message" if heard.client_id.is_some_and(|id| self.mine.contains(&id)) => {
                self.shown_own(&heard, &mut tally.borrow_mut());
                self.send_waiting(tally).await
            }
            "message" => {
                self.shown(&heard, &mut tally.borrow_mut());
                progress.expect(-1);
                Ok(())
            }
            "refused" => {
                self.refused(&heard, pace, &mut tally.borrow_mut(), progress);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// An own message settles its id, just as its answer does; the socket that sent it should only get the answer.
    fn shown_own(&mut self, heard: &Heard<'_>, tally: &mut Tally) {
        tally.own_shown += 1;
        if let Some(due) = heard.client_id.and_then(|id| self.flying.remove(&id)) {
            tally.acknowledged.note(due, now());
        }
        self.record.delivered(heard.client_id.unwrap_or_default(), heard.seq);
    }

    fn shown(&mut self, heard: &Heard<'_>, tally: &mut Tally) {
        if let Some(due) = heard.body.as_ref().and_then(|words| frames::due(words.text)) {
            tally.delivered.note(due, now());
            tally.timeline.note(due, now());
        }
        self.record.delivered(heard.client_id.unwrap_or_default(), heard.seq);
    }

    /// What may be sent again waits for its time, in its order.
    fn refused(&mut self, heard: &Heard<'_>, pace: &Pace, tally: &mut Tally, progress: &Progress) {
        *tally.refused.entry(heard.code.unwrap_or("?").to_owned()).or_default() += 1;
        let Some(due) = heard.client_id.and_then(|id| self.flying.remove(&id)) else { return };
        let is_late = pace.gives_up && Instant::now() >= pace.until;
        match heard.client_id {
            Some(client_id) if heard.retry && !is_late => {
                self.waiting.insert(due, client_id);
                let pause = Duration::from_millis(heard.after_ms.unwrap_or(100));
                self.pause = Some(Instant::now() + pause);
            }
            _ => {
                tally.given_up += 1;
                progress.expect(-1);
            }
        }
    }
}
