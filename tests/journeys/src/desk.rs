//! A desk that reads many conversations over one socket, and resumes them all.

use std::collections::HashMap;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::time::{Instant, timeout};
use uuid::Uuid;

use crate::client::Client;
use crate::history::History;
use crate::people::{Person, uuid};

/// Pause between attempts to connect.
const RECONNECT: Duration = Duration::from_millis(100);
/// How long connecting may take before another attempt.
const CONNECT: Duration = Duration::from_secs(5);
/// How often the desk looks whether it is done.
const LOOK: Duration = Duration::from_millis(100);
/// How long it may take to read the rest, once told how much there is.
const PATIENCE: Duration = Duration::from_secs(60);

/// How many messages each conversation has, once nobody writes any more.
pub type Wanted = Option<HashMap<Uuid, usize>>;

/// A member's desk.
#[derive(Debug)]
pub struct Desk {
    url: String,
    person: Person,
    lost_at: Option<Instant>,
    told_at: Option<Instant>,
    /// What it saw in each conversation.
    pub histories: HashMap<Uuid, History>,
    /// How long each loss of the connection lasted, until it was in sync again.
    pub outages: Vec<Duration>,
}

impl Desk {
    /// A desk that has seen so many messages of these conversations, at most 500.
    pub fn new(url: &str, person: &Person, positions: &[(Uuid, i64)]) -> Self {
        let histories = positions.iter().map(|(id, seq)| (*id, History::beginning_after(*seq))).collect();
        Self {
            url: url.to_owned(),
            person: person.clone(),
            lost_at: None,
            told_at: None,
            histories,
            outages: Vec::new(),
        }
    }

    /// Reads until it has as much as is wanted.
    pub async fn read_until(mut self, wanted: watch::Receiver<Wanted>) -> Self {
        loop {
            if let Ok(Some(client)) = timeout(CONNECT, self.connect()).await
                && self.live(client, &wanted).await
            {
                return self;
            }
            self.lost_at.get_or_insert_with(Instant::now);
            self.is_done(&wanted);
            tokio::time::sleep(RECONNECT).await;
        }
    }

    async fn connect(&self) -> Option<Client> {
        let mut client = Client::try_open(&self.url).await?;
        let positions = self.histories.iter();
        let positions: Vec<Value> =
            positions.map(|(id, history)| json!({ "conversation": id, "seq": history.position() })).collect();
        client.hello(&self.person.token, json!(positions)).await;
        Some(client)
    }

    async fn live(&mut self, mut client: Client, wanted: &watch::Receiver<Wanted>) -> bool {
        let mut heartbeat = CONNECT / 2;
        loop {
            match timeout(LOOK, client.next_or_close()).await {
                Ok(Ok(frame)) => {
                    if frame["type"] == "welcome" {
                        heartbeat = Duration::from_secs(frame["heartbeat_s"].as_u64().unwrap_or(20));
                    }
                    if !self.take(&frame).await {
                        return false;
                    }
                }
                Ok(Err(_)) => return false,
                Err(_) if self.is_done(wanted) => return true,
                Err(_) if client.heard_at.elapsed() > heartbeat * 2 => return false,
                Err(_) => {}
            }
        }
    }

    fn is_done(&mut self, wanted: &watch::Receiver<Wanted>) -> bool {
        let wanted = wanted.borrow();
        let Some(wanted) = wanted.as_ref() else { return false };
        let told_at = *self.told_at.get_or_insert_with(Instant::now);
        let missing = wanted.iter().filter(|(id, count)| {
            let has = self.histories.get(*id).map_or(0, History::position);
            usize::try_from(has) != Ok(**count)
        });
        let missing = missing.count();
        assert!(missing == 0 || told_at.elapsed() < PATIENCE, "the desk still lacks {missing} conversations");
        missing == 0
    }

    /// Takes a frame; false when the connection has to begin again.
    async fn take(&mut self, frame: &Value) -> bool {
        match frame["type"].as_str() {
            Some("welcome") => self.histories.values_mut().for_each(History::connected),
            Some("synced") => self.outages.extend(self.lost_at.take().map(|at| at.elapsed())),
            Some("behind") => return self.read_on(uuid(&frame["conversation"]), frame).await,
            Some("message") => self.note(frame),
            _ => {}
        }
        true
    }

    fn note(&mut self, message: &Value) {
        if let Some(history) = self.histories.get_mut(&uuid(&message["conversation"])) {
            history.delivered(uuid(&message["client_id"]), message["seq"].as_i64().unwrap_or_default());
        }
    }

    /// Reads over HTTP what was too much for the replay; false when that failed.
    async fn read_on(&mut self, conversation: Uuid, behind: &Value) -> bool {
        let head = behind["head"].as_i64().unwrap_or_default();
        while let Some(position) = self.histories.get(&conversation).map(History::position)
            && position < head
        {
            let path =
                format!("/messenger/v1/conversations/{conversation}/messages?after_seq={position}&limit=500");
            let Some(answer) = self.person.try_get(&path).await else { return false };
            let items = answer.body["items"].as_array().cloned().unwrap_or_default();
            if items.is_empty() {
                return false;
            }
            // What follows the head comes over the socket.
            items
                .iter()
                .filter(|message| message["seq"].as_i64().is_some_and(|seq| seq <= head))
                .for_each(|message| self.note(message));
        }
        true
    }
}
