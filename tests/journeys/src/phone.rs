//! A phone with an outbox that lives through anything: it writes, resumes where it was, and offers again what was
//! not acknowledged, with the same client ids. After a `reset` it reads everything again and offers what is missing.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, timeout, timeout_at};
use uuid::Uuid;

use crate::client::{Client, send};
use crate::history::{History, Stored};
use crate::mischief::{Mischief, happening};
use crate::people::Person;
use crate::pulse::Pulse;

/// Pause between attempts to connect.
const RECONNECT: Duration = Duration::from_millis(100);
/// How long connecting may take before another attempt.
const CONNECT: Duration = Duration::from_secs(5);
/// Messages that may wait for their acknowledgement.
const IN_FLIGHT: usize = 8;
/// After the end, how long what is missing may take.
const PATIENCE: Duration = Duration::from_secs(90);
/// A token of ten minutes is renewed after this time, when the phone connects.
const RENEW: Duration = Duration::from_secs(240);
/// The last messages that are sent once more on another node, and how long their answers may take.
const TWICE: usize = 4;
const TWICE_WITHIN: Duration = Duration::from_secs(2);

/// A message that was not acknowledged yet.
#[derive(Debug)]
struct Written {
    client_id: Uuid,
    text: String,
    previous: Option<Uuid>,
    at: Instant,
}

/// One person's phone in one conversation.
#[derive(Debug)]
pub struct Phone {
    /// Whose it is.
    pub person: Person,
    /// Where they write.
    pub conversation: Uuid,
    outbox: VecDeque<Written>,
    /// How many of the outbox's first were offered on this connection.
    offered: usize,
    /// Until when nothing is offered, because it was refused.
    offer_at: Option<Instant>,
    lost_at: Option<Instant>,
    renewed_at: Instant,
    heartbeat: Duration,
    /// The life of the store that the phone is in sync with, and the one that it is getting to know.
    epoch: Option<Value>,
    next_epoch: Option<Value>,
    /// The conversation's last number at the start of this connection: what follows it comes over the socket.
    head: i64,
    /// The store went back in time: all has to be read again, once the start is over.
    is_outdated: bool,
    mischief: Option<mpsc::Receiver<Mischief>>,
    pulse: Option<Arc<Pulse>>,
    /// How long each loss of the connection lasted, until the phone was in sync again.
    pub outages: Vec<Duration>,
    /// Refusals that said to try again, by code.
    pub refused: BTreeMap<String, usize>,
    /// The longest wait for an acknowledgement, all attempts together.
    pub slowest: Duration,
    /// How often it was told that the store went back in time.
    pub resets: usize,
    /// What happened.
    pub history: History,
}

impl Phone {
    /// A phone that has seen `position` messages.
    pub fn new(person: &Person, conversation: Uuid, position: i64) -> Self {
        Self {
            person: person.clone(),
            conversation,
            outbox: VecDeque::new(),
            offered: 0,
            offer_at: None,
            lost_at: None,
            renewed_at: Instant::now(),
            heartbeat: Duration::from_secs(20),
            epoch: None,
            next_epoch: None,
            head: 0,
            is_outdated: false,
            mischief: None,
            pulse: None,
            outages: Vec::new(),
            refused: BTreeMap::new(),
            slowest: Duration::ZERO,
            resets: 0,
            history: History::beginning_after(position),
        }
    }

    /// Something may be done to it meanwhile, and each acknowledgement is counted.
    #[must_use]
    pub fn suffering(mut self, mischief: mpsc::Receiver<Mischief>, pulse: Arc<Pulse>) -> Self {
        (self.mischief, self.pulse) = (Some(mischief), Some(pulse));
        self
    }

    /// Writes a message every `pause` until `end`, then waits until everything is acknowledged.
    pub async fn write_until(&mut self, end: Instant, pause: Duration) {
        let (_known, mut end) = watch::channel(Some(end));
        self.write_while(&mut end, pause).await;
    }

    /// The same with an end that is told later.
    pub async fn write_while(&mut self, end: &mut watch::Receiver<Option<Instant>>, pause: Duration) {
        loop {
            self.check_patience(*end.borrow());
            if let Ok(Some(client)) = timeout(CONNECT, self.connect()).await {
                if self.live(client, end, pause).await {
                    return;
                }
                self.lost_at.get_or_insert_with(Instant::now);
            } else {
                self.lost_at.get_or_insert_with(Instant::now);
                tokio::time::sleep(RECONNECT).await;
            }
        }
    }

    /// Reads on until it has everything up to a number, whatever it missed.
    pub async fn read_until(&mut self, head: i64) {
        let end = watch::channel(Some(Instant::now())).1;
        self.person.try_renew().await;
        while self.history.position() < head {
            self.check_patience(*end.borrow());
            if let Ok(Some(client)) = timeout(CONNECT, self.connect()).await {
                self.live(client, &end, RECONNECT).await;
            } else {
                tokio::time::sleep(RECONNECT).await;
            }
        }
    }

    /// One connection: until everything is over, or the connection is.
    async fn live(
        &mut self,
        mut client: Client,
        end: &watch::Receiver<Option<Instant>>,
        pause: Duration,
    ) -> bool {
        (self.offered, self.offer_at) = (0, None);
        let mut next = Instant::now() + pause;
        let mut synced = false;
        loop {
            let is_over = end.borrow().is_some_and(|end| Instant::now() >= end);
            self.check_patience(*end.borrow());
            if is_over && synced && self.outbox.is_empty() {
                return true;
            }
            if synced {
                self.offer(&mut client).await;
            }
            let wake = self.offer_at.map_or(next, |at| at.min(next));
            let frame = tokio::select! {
                frame = timeout_at(wake, client.next_or_close()) => frame,
                Some(mischief) = happening(&mut self.mischief) => {
                    if self.suffer(mischief).await {
                        continue;
                    }
                    return false;
                }
            };
            client.heard.clear();
            match frame {
                Ok(Ok(frame)) => {
                    synced |= frame["type"] == "synced";
                    if !self.take(&frame).await {
                        return false;
                    }
                }
                Ok(Err(_)) => return false,
                Err(_) => {
                    let patience = if synced { self.heartbeat * 2 } else { CONNECT };
                    if client.heard_at.elapsed() > patience {
                        return false;
                    }
                }
            }
            if Instant::now() >= next {
                next = Instant::now() + pause;
                if !is_over && self.outbox.len() < IN_FLIGHT {
                    self.write();
                }
            }
        }
    }

    fn check_patience(&self, end: Option<Instant>) {
        let over = end.is_some_and(|end| Instant::now() > end + PATIENCE);
        assert!(!over, "never acknowledged: {:?}", self.outbox);
    }

    async fn connect(&mut self) -> Option<Client> {
        if self.renewed_at.elapsed() > RENEW && self.person.try_renew().await {
            self.renewed_at = Instant::now();
        }
        let mut client = Client::try_open(self.person.url()).await?;
        // From here on, and not from the welcome on: what is sent twice may be acknowledged on the other socket before.
        self.history.connected();
        let positions = json!([{ "conversation": self.conversation, "seq": self.history.position() }]);
        client.hello_of(&self.person.token, self.epoch.as_ref(), positions).await;
        Some(client)
    }

    fn write(&mut self) {
        let client_id = Uuid::new_v4();
        self.history.sent(client_id);
        self.put(self.history.written().len() - 1);
    }

    /// Puts what was written at this place into the outbox.
    fn put(&mut self, place: usize) {
        let client_id = self.history.written()[place];
        let previous = self.outbox.back().map(|last| last.client_id);
        let text = format!("{} {}", self.person.id, place + 1);
        self.outbox.push_back(Written { client_id, text, previous, at: Instant::now() });
    }

    /// Sends what may be under way now.
    async fn offer(&mut self, client: &mut Client) {
        if self.offer_at.is_some_and(|at| Instant::now() < at) {
            return;
        }
        if self.offer_at.take().is_some() {
            self.offered = 0;
        }
        while self.offered < self.outbox.len().min(IN_FLIGHT) {
            client.say(self.frame(&self.outbox[self.offered])).await;
            self.offered += 1;
        }
    }

    fn frame(&self, written: &Written) -> Value {
        let mut frame = send(written.client_id, self.conversation, &written.text);
        if let Some(previous) = written.previous {
            frame["previous"] = json!(previous);
        }
        frame
    }

    /// Takes a frame; false when the connection has to begin again.
    async fn take(&mut self, frame: &Value) -> bool {
        if frame["conversation"].is_string() && frame["conversation"] != json!(self.conversation) {
            return true;
        }
        match frame["type"].as_str() {
            Some("welcome") => {
                self.heartbeat = Duration::from_secs(frame["heartbeat_s"].as_u64().unwrap_or(20));
                self.next_epoch = Some(frame["epoch"].clone());
                self.is_outdated = false;
            }
            Some("conversation") if self.next_epoch.is_some() => {
                self.head = frame["state"]["last_seq"].as_i64().unwrap_or_default();
            }
            Some("synced") => {
                if self.is_outdated && !self.begin_anew().await {
                    return false;
                }
                self.epoch = self.next_epoch.take().or(self.epoch.take());
                self.outages.extend(self.lost_at.take().map(|at| at.elapsed()));
            }
            Some("ack") => self.acknowledged(frame),
            Some("message") => self.shown(frame),
            Some("behind") => return self.read_up_to(frame["head"].as_i64().unwrap_or_default()).await,
            Some("reset") => self.is_outdated = true,
            Some("refused") => self.refused(frame),
            _ => {}
        }
        true
    }

    fn acknowledged(&mut self, frame: &Value) {
        let message = Stored::of(frame);
        self.history.acknowledged(message.client_id, message.seq);
        self.settle(message.client_id);
    }

    fn shown(&mut self, frame: &Value) {
        let message = Stored::of(frame);
        self.history.delivered(message.client_id, message.seq);
        self.settle(message.client_id);
    }

    fn refused(&mut self, frame: &Value) {
        assert!(frame["retry"] == json!(true), "refused for good: {frame}");
        *self.refused.entry(frame["code"].as_str().unwrap_or_default().to_owned()).or_default() += 1;
        let wait = Duration::from_millis(frame["after_ms"].as_u64().unwrap_or(100));
        self.offer_at = self.offer_at.max(Some(Instant::now() + wait));
    }

    /// Reads what is missing up to a number over HTTP; false when that failed.
    async fn read_up_to(&mut self, head: i64) -> bool {
        let Some(messages) = self.person.missing(self.conversation, self.history.position(), head).await
        else {
            return false;
        };
        messages.iter().for_each(|message| self.shown(message));
        true
    }

    /// The store went back in time: reads all again, and offers what it lacks, in order; false when reading failed.
    async fn begin_anew(&mut self) -> bool {
        self.resets += 1;
        self.history.reset();
        if !self.read_up_to(self.head).await {
            return false;
        }
        let seen = self.history.seen();
        self.outbox.clear();
        self.offered = 0;
        for place in 0..self.history.written().len() {
            if !seen.contains(&self.history.written()[place]) {
                self.put(place);
            }
        }
        true
    }

    fn settle(&mut self, client_id: Uuid) {
        if let Some(place) = self.outbox.iter().position(|written| written.client_id == client_id)
            && let Some(written) = self.outbox.remove(place)
        {
            self.offered = self.offered.saturating_sub(usize::from(place < self.offered));
            self.slowest = self.slowest.max(written.at.elapsed());
            if let Some(pulse) = &self.pulse {
                pulse.beat();
            }
        }
    }

    /// Has something done to it; false when the connection is gone by that.
    async fn suffer(&mut self, mischief: Mischief) -> bool {
        match mischief {
            Mischief::Kill { forgets } => {
                self.history.forget(forgets);
                false
            }
            Mischief::Twice { url } => {
                let twice = timeout(TWICE_WITHIN, self.send_twice(&url));
                // A node that does not answer in time is another fault's business.
                drop(twice.await);
                true
            }
        }
    }

    async fn send_twice(&mut self, url: &str) -> Option<()> {
        let mut other = Client::try_open(url).await?;
        other.hello(&self.person.token, json!([])).await;
        let written = self.history.written();
        let from = written.len().saturating_sub(TWICE);
        let mut waiting = written.len() - from;
        for place in from..written.len() {
            let text = format!("{} {}", self.person.id, place + 1);
            let mut frame = send(written[place], self.conversation, &text);
            if let Some(previous) = place.checked_sub(1) {
                frame["previous"] = json!(written[previous]);
            }
            other.say(frame).await;
        }
        while waiting > 0 {
            let frame = other.next_or_close().await.ok()?;
            match frame["type"].as_str() {
                Some("ack") => self.acknowledged(&frame),
                Some("refused") => {}
                _ => continue,
            }
            waiting -= 1;
        }
        Some(())
    }
}
