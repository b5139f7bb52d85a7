//! A phone with an outbox that lives through anything: it writes, resumes where it was, and offers again what was
//! not acknowledged, with the same client ids.

use std::collections::VecDeque;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::{Instant, timeout_at};
use uuid::Uuid;

use crate::client::{Client, send};
use crate::history::History;

/// Pause between attempts to connect.
const RECONNECT: Duration = Duration::from_millis(100);
/// Messages that may wait for their acknowledgement.
const IN_FLIGHT: usize = 8;

/// One person's phone in one conversation.
#[derive(Debug)]
pub struct Phone {
    url: String,
    token: String,
    person: Uuid,
    conversation: Uuid,
    position: i64,
    outbox: VecDeque<(Uuid, String, Option<Uuid>)>,
    /// What happened.
    pub history: History,
}

impl Phone {
    /// A phone that has seen `position` messages.
    pub fn new(url: &str, token: &str, person: Uuid, conversation: Uuid, position: i64) -> Self {
        let (url, token) = (url.to_owned(), token.to_owned());
        Self {
            url,
            token,
            person,
            conversation,
            position,
            outbox: VecDeque::new(),
            history: History::default(),
        }
    }

    /// Writes a message every `pause` until `end`, then waits until everything is acknowledged.
    pub async fn write_until(&mut self, end: Instant, pause: Duration) {
        let mut next = Instant::now() + pause;
        let mut written = 0;
        let give_up = end + Duration::from_secs(60);
        while Instant::now() < end || !self.outbox.is_empty() {
            assert!(Instant::now() < give_up, "never acknowledged: {:?}", self.outbox);
            let Some(mut client) = self.connect().await else {
                tokio::time::sleep(RECONNECT).await;
                continue;
            };
            self.offer_all(&mut client).await;
            loop {
                if Instant::now() >= end && self.outbox.is_empty() {
                    return;
                }
                match timeout_at(next, client.next_or_close()).await {
                    Ok(Ok(frame)) => {
                        if !self.take(&frame) {
                            break;
                        }
                    }
                    Ok(Err(_)) => break,
                    Err(_) => {
                        next += pause;
                        if Instant::now() < end && self.outbox.len() < IN_FLIGHT {
                            written += 1;
                            self.write(&mut client, &format!("{} {written}", self.person)).await;
                        }
                    }
                }
            }
        }
    }

    async fn connect(&self) -> Option<Client> {
        let mut client = Client::try_open(&self.url).await?;
        let positions = json!([{ "conversation": self.conversation, "seq": self.position }]);
        client.hello(&self.token, positions).await;
        Some(client)
    }

    async fn write(&mut self, client: &mut Client, text: &str) {
        let previous = self.outbox.back().map(|(id, ..)| *id);
        let client_id = Uuid::new_v4();
        self.history.sent(client_id);
        self.outbox.push_back((client_id, text.to_owned(), previous));
        client.say(self.frame(client_id, text, previous)).await;
    }

    async fn offer_all(&mut self, client: &mut Client) {
        for (client_id, text, previous) in &self.outbox {
            client.say(self.frame(*client_id, text, *previous)).await;
        }
    }

    fn frame(&self, client_id: Uuid, text: &str, previous: Option<Uuid>) -> Value {
        let mut frame = send(client_id, self.conversation, text);
        if let Some(previous) = previous {
            frame["previous"] = json!(previous);
        }
        frame
    }

    /// Takes a frame; false when the connection has to begin again.
    fn take(&mut self, frame: &Value) -> bool {
        let seq = frame["seq"].as_i64();
        match (frame["type"].as_str(), seq) {
            (Some("ack"), Some(seq)) => {
                let client_id = crate::people::uuid(&frame["client_id"]);
                self.history.acknowledged(client_id, seq);
                self.outbox.retain(|(id, ..)| *id != client_id);
                self.advance(seq);
                true
            }
            (Some("message"), Some(seq)) => {
                let client_id = crate::people::uuid(&frame["client_id"]);
                self.history.delivered(client_id, seq);
                self.outbox.retain(|(id, ..)| *id != client_id);
                self.advance(seq);
                true
            }
            (Some("refused"), _) => frame["retry"] != json!(true),
            _ => true,
        }
    }

    fn advance(&mut self, seq: i64) {
        if seq == self.position + 1 {
            self.position = seq;
        }
    }
}
