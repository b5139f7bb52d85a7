//! One side of a conversation: a socket that sends at a steady rate, whether answered or not, and checks what it
//! is shown.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep_until};
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{WebSocketStream, client_async_with_config};
use uuid::Uuid;

use crate::error::BenchError;
use crate::frames::{self, Heard, PONG};
use crate::measure::Tally;

/// Sends that may be unacknowledged, as the protocol says; what falls due beyond waits, and its wait counts.
const WINDOW: usize = 16;
/// How often the end of a run is looked for.
const LOOK: Duration = Duration::from_millis(50);
/// How long a start may take.
const START: Duration = Duration::from_secs(30);

/// When one side of a run sends.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// The run's beginning; what is due is counted from here.
    pub began: Instant,
    /// The first send of this side.
    pub phase: Duration,
    /// From send to send.
    pub interval: Duration,
    /// Nothing falls due from here on.
    pub until: Instant,
    /// Answers that come later do not count.
    pub deadline: Instant,
}

/// Messages of a run over all sockets, so that each knows when it is over.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    /// Sides for which more will fall due.
    pub sending: Rc<Cell<usize>>,
    /// Fell due.
    pub offered: Rc<Cell<u64>>,
    /// Were shown to the other side.
    pub delivered: Rc<Cell<u64>>,
}

impl Progress {
    /// The beginning, with so many sides that will send.
    pub fn of(sides: usize) -> Self {
        let progress = Self::default();
        progress.sending.set(sides);
        progress
    }

    fn is_over(&self) -> bool {
        self.sending.get() == 0 && self.offered.get() == self.delivered.get()
    }
}

/// One side of a conversation.
#[derive(Debug)]
pub struct Side {
    conversation: Uuid,
    stream: WebSocketStream<TcpStream>,
    /// Everything up to here was seen.
    head: i64,
    /// Numbers seen above a hole.
    above: BTreeSet<i64>,
    /// The highest number that was shown as a message.
    shown: i64,
    /// Due, and not yet sent: when due, and under which id.
    waiting: BTreeMap<u64, Uuid>,
    /// Sent, and not yet answered.
    flying: HashMap<Uuid, u64>,
    last_sent: Option<Uuid>,
    pause: Option<Instant>,
}

impl Side {
    /// Connects, and reads until the start is over.
    pub async fn connect(url: &str, token: &str, conversation: Uuid) -> Result<Self, BenchError> {
        let host = url.strip_prefix("http://").unwrap_or(url);
        let mut request = format!("ws://{host}/messenger/v1/live").into_client_request()?;
        request.headers_mut().insert("sec-websocket-protocol", HeaderValue::from_static("steward.v1"));
        let config = WebSocketConfig::default().read_buffer_size(2 * 1024).write_buffer_size(0);
        let tcp = TcpStream::connect(host).await.map_err(Error::Io)?;
        tcp.set_nodelay(true).map_err(Error::Io)?;
        let (stream, _) = client_async_with_config(request, tcp, Some(config)).await?;
        let mut side = Self {
            conversation,
            stream,
            head: 1,
            above: BTreeSet::new(),
            shown: 1,
            waiting: BTreeMap::new(),
            flying: HashMap::new(),
            last_sent: None,
            pause: None,
        };
        side.stream.send(Message::text(frames::hello(token, conversation, 1))).await?;
        let synced = tokio::time::timeout(START, side.synced()).await;
        synced
            .unwrap_or_else(|_| Err(BenchError::Frame { expected: "synced", said: "nothing".to_owned() }))?;
        Ok(side)
    }

    async fn synced(&mut self) -> Result<(), BenchError> {
        while let Some(frame) = self.stream.next().await {
            match frame? {
                Message::Text(text) if text.contains(r#""type":"synced""#) => return Ok(()),
                Message::Close(close) => {
                    return Err(BenchError::Frame { expected: "synced", said: format!("{close:?}") });
                }
                _ => {}
            }
        }
        Err(BenchError::Frame { expected: "synced", said: "the end".to_owned() })
    }

    /// The highest number below which nothing is missing.
    pub fn head(&self) -> i64 {
        self.head
    }

    /// Sends at a pace, and reads until everything was answered and shown, or the deadline passed.
    pub async fn run(mut self, pace: Pace, progress: Progress) -> (Self, Tally) {
        let mut tally = Tally::default();
        let mut due = pace.began + pace.phase;
        let mut sending = true;
        loop {
            if sending && due >= pace.until {
                sending = false;
                progress.sending.set(progress.sending.get() - 1);
            }
            let look = if sending { pace.deadline } else { Instant::now() + LOOK };
            let resume = self.pause.unwrap_or(pace.deadline);
            let step = tokio::select! {
                biased;
                frame = self.stream.next() => self.hear(frame, &pace, &mut tally, &progress).await,
                () = sleep_until(due), if sending => {
                    self.waiting.insert(micros(due - pace.began), Uuid::now_v7());
                    tally.offered += 1;
                    progress.offered.set(progress.offered.get() + 1);
                    due += pace.interval;
                    self.send_waiting().await
                }
                () = sleep_until(resume), if self.pause.is_some() => {
                    self.pause = None;
                    self.send_waiting().await
                }
                () = sleep_until(look) => Ok(()),
            };
            if step.is_err() {
                tally.broken += 1;
                break;
            }
            let done = progress.is_over() && self.is_quiet();
            if done || Instant::now() >= pace.deadline {
                break;
            }
        }
        tally.unanswered += (self.waiting.len() + self.flying.len()) as u64;
        (self, tally)
    }

    fn is_quiet(&self) -> bool {
        self.waiting.is_empty() && self.flying.is_empty()
    }

    async fn send_waiting(&mut self) -> Result<(), Error> {
        while self.pause.is_none() && self.flying.len() < WINDOW {
            let Some((due, client_id)) = self.waiting.pop_first() else { break };
            let previous = self.last_sent.filter(|last| self.flying.contains_key(last));
            self.flying.insert(client_id, due);
            self.last_sent = Some(client_id);
            self.stream
                .send(Message::text(frames::send(self.conversation, client_id, previous, due)))
                .await?;
        }
        Ok(())
    }

    async fn hear(
        &mut self,
        frame: Option<Result<Message, Error>>,
        pace: &Pace,
        tally: &mut Tally,
        progress: &Progress,
    ) -> Result<(), Error> {
        let text = match frame {
            Some(Ok(Message::Text(text))) => text,
            Some(Ok(Message::Close(_))) | None => return Err(Error::ConnectionClosed),
            Some(Ok(_)) => return Ok(()),
            Some(Err(error)) => return Err(error),
        };
        let Ok(heard) = serde_json::from_str::<Heard>(&text) else { return Ok(()) };
        let now = micros(pace.began.elapsed());
        match heard.kind {
            "ack" => {
                if let Some(due) = heard.client_id.and_then(|id| self.flying.remove(&id)) {
                    tally.acknowledged.saturating_record(now.saturating_sub(due).max(1));
                }
                self.note(heard.seq);
                self.send_waiting().await
            }
            "message" => {
                if let Some(due) = heard.body.and_then(|words| frames::due(words.text)) {
                    tally.delivered.saturating_record(now.saturating_sub(due).max(1));
                }
                progress.delivered.set(progress.delivered.get() + 1);
                let is_new = self.note(heard.seq);
                if heard.seq <= self.shown {
                    let broken = if is_new { &mut tally.disordered } else { &mut tally.doubled };
                    *broken += 1;
                }
                self.shown = self.shown.max(heard.seq);
                Ok(())
            }
            "refused" => {
                self.refused(&heard, tally);
                Ok(())
            }
            "ping" => self.stream.send(Message::text(PONG)).await,
            _ => Ok(()),
        }
    }

    /// What may be sent again waits for its time, in its order.
    fn refused(&mut self, heard: &Heard<'_>, tally: &mut Tally) {
        *tally.refused.entry(heard.code.unwrap_or("?").to_owned()).or_default() += 1;
        let Some(client_id) = heard.client_id else { return };
        let Some(due) = self.flying.remove(&client_id) else { return };
        if heard.retry {
            self.waiting.insert(due, client_id);
            self.pause = Some(Instant::now() + Duration::from_millis(heard.after_ms.unwrap_or(100)));
        }
    }

    /// Notes a number that was acknowledged or shown; false when it was known.
    fn note(&mut self, seq: i64) -> bool {
        if seq <= self.head || !self.above.insert(seq) {
            return false;
        }
        while self.above.remove(&(self.head + 1)) {
            self.head += 1;
        }
        true
    }
}

fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}
