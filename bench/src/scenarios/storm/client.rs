//! A client of the node that dies: it comes back as the protocol says, and offers again what was not answered.

use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::stream::{self, StreamExt};
use serde_json::Value;
use tokio::sync::oneshot;
use tokio::task::LocalSet;
use tokio::time::{Instant, sleep, sleep_until};
use uuid::Uuid;

use crate::client::frames::{self, Heard};
use crate::client::live::Live;
use crate::client::patience::{CONNECTING, patiently};
use crate::client::people::{self, Guest, Venue};
use crate::error::BenchError;
use crate::numbers::moment;
use crate::system::priority::give_way;

/// The first bound of the pause before connecting again, which doubles up to the last one.
const BOUND: (Duration, Duration) = (Duration::from_millis(500), Duration::from_secs(30));
/// Every so many clients, one writes around the moment at which the node dies.
const WRITER: usize = 10;
/// So long before or after.
const AROUND: Duration = Duration::from_secs(2);

/// A connected client.
#[derive(Debug)]
struct Client {
    number: usize,
    guest: Guest,
    live: Live,
}

/// What a client wrote, and the number under which it was acknowledged.
#[derive(Debug)]
struct Written {
    guest: Guest,
    client_id: Uuid,
    seq: Option<i64>,
}

#[derive(Debug, Default)]
struct Notes {
    back: Vec<Duration>,
    written: Vec<Written>,
}

/// All clients, connected. They live in a thread of their own that gives way: thousands who come back must not delay
/// the clock by which the others are measured.
#[derive(Debug)]
pub struct Crowd {
    count: usize,
    notes: Arc<Mutex<Notes>>,
    storm: oneshot::Sender<Instant>,
    over: oneshot::Sender<()>,
}

impl Crowd {
    /// Connects everybody to the node that is to die; later they come back to `back`.
    pub async fn connect(guests: Vec<Guest>, dying: &str, back: &str) -> Result<Self, BenchError> {
        let (count, notes) = (guests.len(), Arc::default());
        let (connected, ready) = oneshot::channel();
        let (storm, storms) = oneshot::channel();
        let (over, ends) = oneshot::channel();
        let crowd = (dying.to_owned(), back.to_owned(), Arc::clone(&notes));
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let Ok(runtime) = runtime else { return };
            let (dying, back, notes) = crowd;
            LocalSet::new().block_on(&runtime, async move {
                give_way().await;
                let clients = match connect(&dying, guests).await {
                    Ok(clients) => clients,
                    Err(error) => return drop(connected.send(Err(error))),
                };
                let _ = connected.send(Ok(()));
                let Ok(dies) = storms.await else { return };
                let back: Rc<str> = back.into();
                for client in clients {
                    tokio::task::spawn_local(live(client, Rc::clone(&back), dies, Arc::clone(&notes)));
                }
                let _: Result<(), _> = ends.await;
            });
        });
        ready.await.map_err(|error| BenchError::Worker(std::io::Error::other(error)))??;
        Ok(Self { count, notes, storm, over })
    }

    /// Lets the clients go on; the node dies at that moment.
    pub fn start(self, dies: Instant) -> Storming {
        // The thread is there until it is told that all is over.
        let _ = self.storm.send(dies);
        Storming { dies, count: self.count, notes: self.notes, over: self.over }
    }
}

async fn connect(url: &str, guests: Vec<Guest>) -> Result<Vec<Client>, BenchError> {
    let count = guests.len();
    let connecting = guests.into_iter().enumerate().map(|(number, guest)| async move {
        let positions = [(guest.conversation, 1)];
        let live =
            patiently(async || Live::start(url, number, &guest.token, &positions, |_| ()).await).await?;
        Ok(Client { number, guest, live })
    });
    people::gathered(stream::iter(connecting).buffered(CONNECTING), count, "sockets").await
}

/// All clients, while it goes on.
#[derive(Debug)]
pub struct Storming {
    /// When the node dies.
    pub dies: Instant,
    count: usize,
    notes: Arc<Mutex<Notes>>,
    over: oneshot::Sender<()>,
}

impl Storming {
    /// Waits until all are back and were answered, at most until the deadline; says after how long each was back.
    pub async fn wait(&self, deadline: Instant) -> Vec<Duration> {
        while Instant::now() < deadline && !self.is_over() {
            sleep(Duration::from_millis(100)).await;
        }
        let mut back = lock(&self.notes).back.clone();
        back.sort_unstable();
        back
    }

    fn is_over(&self) -> bool {
        let notes = lock(&self.notes);
        notes.back.len() == self.count && notes.written.iter().all(|written| written.seq.is_some())
    }

    /// What is wrong with what was written: each message must be stored once, under its acknowledged number.
    pub async fn check(self, venue: &Venue) -> Result<Vec<String>, BenchError> {
        let _ = self.over.send(());
        let written = std::mem::take(&mut lock(&self.notes).written);
        let mut wrong = Vec::new();
        for one in written {
            let path = format!("/messenger/v1/conversations/{}/messages?after_seq=0", one.guest.conversation);
            let page = venue.api.get(&path, &one.guest.token).await?;
            let items = page.get("items").and_then(Value::as_array).cloned().unwrap_or_default();
            wrong.extend(judge(&items, one.client_id, one.seq));
        }
        Ok(wrong)
    }
}

fn lock(notes: &Mutex<Notes>) -> MutexGuard<'_, Notes> {
    notes.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is wrong with a stored conversation in which somebody wrote one message.
fn judge(stored: &[Value], client_id: Uuid, acknowledged: Option<i64>) -> Option<String> {
    let id = client_id.to_string();
    let mine = stored.iter().filter(|message| message.get("client_id").and_then(Value::as_str) == Some(&id));
    let numbers: Vec<Option<i64>> = mine.map(|message| message.get("seq").and_then(Value::as_i64)).collect();
    match (numbers.as_slice(), acknowledged) {
        (_, None) => Some("a message was never answered".to_owned()),
        ([one], Some(_)) if *one == acknowledged => None,
        ([], _) => Some("an acknowledged message is lost".to_owned()),
        ([_], _) => Some("a message is stored under another number than was acknowledged".to_owned()),
        _ => Some("a message is stored twice".to_owned()),
    }
}

async fn live(client: Client, url: Rc<str>, dies: Instant, notes: Arc<Mutex<Notes>>) {
    let Client { number, guest, mut live } = client;
    let writes = number % WRITER == 0;
    let mut open = writes.then(|| Message::new(dies, &guest, &notes));
    // The node that is to die.
    let mut ended = session(&mut live, &guest, &mut open, &notes).await;
    drop(live);
    let mut bound = BOUND.0;
    while ended.is_err() {
        sleep(bound.mul_f64(rand::random_range(0.0..1.0))).await;
        bound = (bound * 2).min(BOUND.1);
        let Ok(mut again) = Live::start(&url, number, &guest.token, &[(guest.conversation, 1)], |_| ()).await
        else {
            continue;
        };
        lock(&notes).back.push(dies.elapsed());
        bound = BOUND.0;
        ended = session(&mut again, &guest, &mut open, &notes).await;
    }
}

/// What a client has written and not been answered.
struct Message {
    at: Instant,
    client_id: Uuid,
    index: usize,
}

impl Message {
    fn new(dies: Instant, guest: &Guest, notes: &Mutex<Notes>) -> Self {
        let client_id = Uuid::now_v7();
        let mut notes = lock(notes);
        notes.written.push(Written { guest: guest.clone(), client_id, seq: None });
        let at = dies - AROUND + (AROUND * 2).mul_f64(rand::random_range(0.0..1.0));
        Self { at, client_id, index: notes.written.len() - 1 }
    }
}

/// Reads until the socket ends; offers what is open.
async fn session(
    live: &mut Live,
    guest: &Guest,
    open: &mut Option<Message>,
    notes: &Mutex<Notes>,
) -> Result<(), BenchError> {
    let mut offered = false;
    loop {
        let at = open.as_ref().map_or_else(Instant::now, |message| message.at);
        tokio::select! {
            frame = live.next() => {
                let frame = frame?;
                let Ok(heard) = serde_json::from_str::<Heard>(&frame) else { continue };
                let answered = open.as_ref().filter(|message| Some(message.client_id) == heard.client_id);
                let Some(message) = answered else { continue };
                match heard.kind {
                    "refused" if heard.retry => {
                        sleep(Duration::from_millis(heard.after_ms.unwrap_or(100))).await;
                        offered = false;
                    }
                    "ack" | "message" => {
                        if let Some(written) = lock(notes).written.get_mut(message.index) {
                            written.seq = Some(heard.seq);
                        }
                        *open = None;
                    }
                    _ => {}
                }
            }
            () = sleep_until(at), if open.is_some() && !offered => {
                if let Some(message) = open {
                    let due = moment(message.at);
                    live.send(frames::send(guest.conversation, message.client_id, None, due)).await?;
                }
                offered = true;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_was_written_is_judged_in_each_way() {
        let (id, other) = (Uuid::now_v7(), Uuid::now_v7());
        let message = |id: Uuid, seq: i64| json!({ "client_id": id, "seq": seq });
        assert_eq!(judge(&[message(other, 1), message(id, 2)], id, Some(2)), None);
        assert!(judge(&[message(other, 1)], id, Some(2)).unwrap().contains("lost"));
        assert!(judge(&[message(id, 2), message(id, 3)], id, Some(2)).unwrap().contains("twice"));
        assert!(judge(&[message(id, 3)], id, Some(2)).unwrap().contains("another number"));
        assert!(judge(&[message(id, 2)], id, None).unwrap().contains("never answered"));
    }
}
