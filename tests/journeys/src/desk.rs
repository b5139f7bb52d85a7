//! A desk that reads many conversations over one socket, and resumes them all.

use std::collections::{HashMap, HashSet};
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
    person: Person,
    epoch: Option<Value>,
    next_epoch: Option<Value>,
    /// The last number of each conversation at the start of this connection: what follows comes over the socket.
    heads: HashMap<Uuid, i64>,
    /// What the store lost a part of: it has to be read again, once the start is over.
    outdated: HashSet<Uuid>,
    lost_at: Option<Instant>,
    told_at: Option<Instant>,
    /// What it saw in each conversation.
    pub histories: HashMap<Uuid, History>,
    /// How long each loss of the connection lasted, until it was in sync again.
    pub outages: Vec<Duration>,
}

impl Desk {
    /// A desk that has seen so many messages of these conversations, at most 500.
    pub fn new(person: &Person, positions: &[(Uuid, i64)]) -> Self {
        let histories = positions.iter().map(|(id, seq)| (*id, History::beginning_after(*seq))).collect();
        Self {
            person: person.clone(),
            epoch: None,
            next_epoch: None,
            heads: HashMap::new(),
            outdated: HashSet::new(),
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
        let mut client = Client::try_open(self.person.url()).await?;
        let positions = self.histories.iter();
        let positions: Vec<Value> =
            positions.map(|(id, history)| json!({ "conversation": id, "seq": history.position() })).collect();
        client.hello_of(&self.person.token, self.epoch.as_ref(), json!(positions)).await;
        Some(client)
    }

    async fn live(&mut self, mut client: Client, wanted: &watch::Receiver<Wanted>) -> bool {
        let mut heartbeat = CONNECT / 2;
        loop {
            let frame = timeout(LOOK, client.next_or_close()).await;
            client.heard.clear();
            match frame {
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
            Some("welcome") => {
                self.next_epoch = Some(frame["epoch"].clone());
                self.outdated.clear();
                self.histories.values_mut().for_each(History::connected);
            }
            Some("conversation") if self.next_epoch.is_some() => {
                let head = frame["state"]["last_seq"].as_i64().unwrap_or_default();
                self.heads.insert(uuid(&frame["conversation"]), head);
            }
            Some("synced") => {
                if !self.begin_anew().await {
                    return false;
                }
                self.epoch = self.next_epoch.take().or(self.epoch.take());
                self.outages.extend(self.lost_at.take().map(|at| at.elapsed()));
            }
            Some("behind") => {
                let head = frame["head"].as_i64().unwrap_or_default();
                return self.read_up_to(uuid(&frame["conversation"]), head).await;
            }
            Some("reset") if frame["conversation"].is_string() => {
                self.outdated.insert(uuid(&frame["conversation"]));
            }
            Some("reset") => self.outdated.extend(self.histories.keys()),
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

    /// Reads again what the store lost a part of; false when that failed.
    async fn begin_anew(&mut self) -> bool {
        for conversation in std::mem::take(&mut self.outdated) {
            self.histories.entry(conversation).or_default().reset();
            let head = self.heads.get(&conversation).copied().unwrap_or_default();
            if !self.read_up_to(conversation, head).await {
                return false;
            }
        }
        true
    }

    /// Reads over HTTP what is missing up to a number; false when that failed.
    async fn read_up_to(&mut self, conversation: Uuid, head: i64) -> bool {
        let position = self.histories.get(&conversation).map_or(0, History::position);
        let Some(messages) = self.person.missing(conversation, position, head).await else { return false };
        messages.iter().for_each(|message| self.note(message));
        true
    }
}
