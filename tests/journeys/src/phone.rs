//! A phone with an outbox that lives through anything: it writes, resumes where it was, and offers again what was
//! not acknowledged, with the same client ids.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::time::{Instant, timeout, timeout_at};
use uuid::Uuid;

use crate::client::{Client, send};
use crate::history::History;

/// Pause between attempts to connect.
const RECONNECT: Duration = Duration::from_millis(100);
/// How long connecting may take before another attempt.
const CONNECT: Duration = Duration::from_secs(5);
/// Messages that may wait for their acknowledgement.
const IN_FLIGHT: usize = 8;
/// After the end, how long what is missing may take.
const PATIENCE: Duration = Duration::from_secs(90);

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
    url: String,
    token: String,
    /// Whose it is.
    pub person: Uuid,
    /// Where they write.
    pub conversation: Uuid,
    position: i64,
    outbox: VecDeque<Written>,
    written: usize,
    lost_at: Option<Instant>,
    heartbeat: Duration,
    /// How long each loss of the connection lasted, until the phone was in sync again.
    pub outages: Vec<Duration>,
    /// Refusals that said to try again, by code.
    pub refused: BTreeMap<String, usize>,
    /// The longest wait for an acknowledgement, all attempts together.
    pub slowest: Duration,
    /// What happened.
    pub history: History,
}

impl Phone {
    /// A phone that has seen `position` messages.
    pub fn new(url: &str, token: &str, person: Uuid, conversation: Uuid, position: i64) -> Self {
        Self {
            url: url.to_owned(),
            token: token.to_owned(),
            person,
            conversation,
            position,
            outbox: VecDeque::new(),
            written: 0,
            lost_at: None,
            heartbeat: Duration::from_secs(20),
            outages: Vec::new(),
            refused: BTreeMap::new(),
            slowest: Duration::ZERO,
            history: History::beginning_after(position),
        }
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

    /// One connection: until everything is over, or the connection is.
    async fn live(
        &mut self,
        mut client: Client,
        end: &watch::Receiver<Option<Instant>>,
        pause: Duration,
    ) -> bool {
        self.offer_all(&mut client).await;
        let mut next = Instant::now() + pause;
        let mut synced = false;
        loop {
            let is_over = end.borrow().is_some_and(|end| Instant::now() >= end);
            self.check_patience(*end.borrow());
            if is_over && synced && self.outbox.is_empty() {
                return true;
            }
            match timeout_at(next, client.next_or_close()).await {
                Ok(Ok(frame)) => {
                    synced |= frame["type"] == "synced";
                    if !self.take(&frame) {
                        return false;
                    }
                }
                Ok(Err(_)) => return false,
                Err(_) => {
                    next = Instant::now() + pause;
                    if !is_over && self.outbox.len() < IN_FLIGHT {
                        self.write(&mut client).await;
                    }
                    let patience = if synced { self.heartbeat * 2 } else { CONNECT };
                    if client.heard_at.elapsed() > patience {
                        return false;
                    }
                }
            }
        }
    }

    fn check_patience(&self, end: Option<Instant>) {
        let over = end.is_some_and(|end| Instant::now() > end + PATIENCE);
        assert!(!over, "never acknowledged: {:?}", self.outbox);
    }

    async fn connect(&self) -> Option<Client> {
        let mut client = Client::try_open(&self.url).await?;
        let positions = json!([{ "conversation": self.conversation, "seq": self.position }]);
        client.hello(&self.token, positions).await;
        Some(client)
    }

    async fn write(&mut self, client: &mut Client) {
        self.written += 1;
        let written = Written {
            client_id: Uuid::new_v4(),
            text: format!("{} {}", self.person, self.written),
            previous: self.outbox.back().map(|last| last.client_id),
            at: Instant::now(),
        };
        self.history.sent(written.client_id);
        client.say(self.frame(&written)).await;
        self.outbox.push_back(written);
    }

    async fn offer_all(&mut self, client: &mut Client) {
        for written in &self.outbox {
            client.say(self.frame(written)).await;
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
    fn take(&mut self, frame: &Value) -> bool {
        if frame["conversation"].is_string() && frame["conversation"] != json!(self.conversation) {
            return true;
        }
        match (frame["type"].as_str(), frame["seq"].as_i64()) {
            (Some("welcome"), _) => {
                self.heartbeat = Duration::from_secs(frame["heartbeat_s"].as_u64().unwrap_or(20));
                self.history.connected();
                true
            }
            (Some("synced"), _) => {
                self.outages.extend(self.lost_at.take().map(|at| at.elapsed()));
                true
            }
            (Some("ack"), Some(seq)) => {
                let client_id = crate::people::uuid(&frame["client_id"]);
                self.history.acknowledged(client_id, seq);
                self.settle(client_id);
                self.advance();
                true
            }
            (Some("message"), Some(seq)) => {
                let client_id = crate::people::uuid(&frame["client_id"]);
                self.history.delivered(client_id, seq);
                self.settle(client_id);
                self.advance();
                true
            }
            (Some("refused"), _) => {
                let retry = frame["retry"] == json!(true);
                assert!(retry, "refused for good: {frame}");
                let code = frame["code"].as_str().unwrap_or_default().to_owned();
                *self.refused.entry(code).or_default() += 1;
                false
            }
            _ => true,
        }
    }

    fn settle(&mut self, client_id: Uuid) {
        if let Some(place) = self.outbox.iter().position(|written| written.client_id == client_id)
            && let Some(written) = self.outbox.remove(place)
        {
            self.slowest = self.slowest.max(written.at.elapsed());
        }
    }

    fn advance(&mut self) {
        self.position = self.history.position();
    }
}
