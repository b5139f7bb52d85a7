//! Thousands who only listen: each resumes where it was, with the waits that the protocol asks for, and must have
//! everything in the end.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use journeys::client::Client;
use journeys::history::{History, Stored};
use serde_json::json;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};
use uuid::Uuid;

/// Those who connect at once while they gather.
const AT_ONCE: usize = 50;
/// The first and the longest bound of the wait before another attempt.
const WAIT: (Duration, Duration) = (Duration::from_millis(500), Duration::from_secs(30));
/// How long connecting may take.
const CONNECT: Duration = Duration::from_secs(30);
/// How long the last may take to have everything.
const PATIENCE: Duration = Duration::from_secs(120);

/// The last number of each conversation.
type Known = Arc<BTreeMap<Uuid, i64>>;

/// One who listens.
#[derive(Debug)]
pub struct Listener {
    token: String,
    /// Where they listen.
    pub conversation: Uuid,
    /// What they heard.
    pub history: History,
    /// How long each loss of the connection lasted.
    pub outages: Vec<Duration>,
}

/// Those who listen, and what ends it: the last number of each conversation.
#[derive(Debug)]
pub struct Listeners {
    listening: JoinSet<Listener>,
    heads: watch::Sender<Option<Known>>,
}

impl Listeners {
    /// All of them listen at the first address; later they go to any of the others.
    pub async fn gather(who: Vec<(String, Uuid)>, first: &str, others: &[String]) -> Self {
        let heads = watch::Sender::new(None);
        let (mut listening, mut opening) = (JoinSet::new(), JoinSet::new());
        let others: Arc<[String]> = others.into();
        let mut listen = |(listener, client): (Listener, Client)| {
            listening.spawn(listener.listen(client, Arc::clone(&others), heads.subscribe()));
        };
        for (token, conversation) in who {
            let history = History::beginning_after(1);
            let listener = Listener { token, conversation, history, outages: Vec::new() };
            let first = first.to_owned();
            opening.spawn(async move {
                let client = listener.connect(&first).await.expect("it connects");
                (listener, client)
            });
            if opening.len() >= AT_ONCE {
                listen(opening.join_next().await.expect("one is under way").expect("it connects"));
            }
        }
        opening.join_all().await.into_iter().for_each(listen);
        Self { listening, heads }
    }

    /// Waits until everybody has everything.
    pub async fn end(self, heads: BTreeMap<Uuid, i64>) -> Vec<Listener> {
        self.heads.send_replace(Some(Arc::new(heads)));
        timeout(PATIENCE, self.listening.join_all()).await.expect("everybody has everything")
    }
}

impl Listener {
    async fn connect(&self, url: &str) -> Option<Client> {
        let mut client = Client::try_open(url).await?;
        let positions = json!([{ "conversation": self.conversation, "seq": self.history.position() }]);
        client.hello(&self.token, positions).await;
        Some(client)
    }

    async fn listen(
        mut self,
        client: Client,
        urls: Arc<[String]>,
        mut heads: watch::Receiver<Option<Known>>,
    ) -> Self {
        let mut client = Some(client);
        let mut lost_at = None;
        let mut bound = WAIT.0;
        loop {
            if let Some(client) = client.take()
                && self.hear(client, &mut heads, &mut lost_at, &mut bound).await
            {
                return self;
            }
            lost_at.get_or_insert_with(Instant::now);
            sleep(bound.mul_f64(rand::random_range(0.0..1.0))).await;
            bound = WAIT.1.min(bound * 2);
            let url = &urls[rand::random_range(0..urls.len())];
            client = timeout(CONNECT, self.connect(url)).await.ok().flatten();
        }
    }

    /// One connection; true when all was heard.
    async fn hear(
        &mut self,
        mut client: Client,
        heads: &mut watch::Receiver<Option<Known>>,
        lost_at: &mut Option<Instant>,
        bound: &mut Duration,
    ) -> bool {
        loop {
            let wanted = heads
                .borrow()
                .as_ref()
                .map(|heads| heads.get(&self.conversation).copied().unwrap_or_default());
            if wanted.is_some_and(|head| self.history.position() >= head) {
                return true;
            }
            let frame = tokio::select! {
                frame = client.next_or_silence() => frame,
                _ = heads.changed() => continue,
            };
            let Ok(frame) = frame else { return false };
            client.heard.clear();
            let is_mine = frame["conversation"] == json!(self.conversation);
            match frame["type"].as_str() {
                Some("welcome") => self.history.connected(),
                Some("synced") => {
                    self.outages.extend(lost_at.take().map(|at| at.elapsed()));
                    *bound = WAIT.0;
                }
                Some("message") if is_mine => {
                    let message = Stored::of(&frame);
                    self.history.delivered(message.client_id, message.seq);
                }
                _ => {}
            }
        }
    }
}
