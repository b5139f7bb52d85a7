//! A client of the node that dies: it comes back as the protocol says, and offers again what was not answered.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use serde_json::Value;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, sleep_until};
use uuid::Uuid;

use crate::client::frames::{self, Heard};
use crate::client::live::Live;
use crate::client::people::{Guest, Venue};
use crate::error::BenchError;
use crate::numbers::moment;

/// The first bound of the pause before connecting again, which doubles up to the last one.
const BOUND: (Duration, Duration) = (Duration::from_millis(500), Duration::from_secs(30));
/// Every so many clients, one writes around the moment at which the node dies.
const WRITER: usize = 10;
/// So long before or after.
const AROUND: Duration = Duration::from_secs(2);

/// A connected client.
#[derive(Debug)]
pub struct Client {
    number: usize,
    guest: Guest,
    live: Live,
}

impl Client {
    /// One that is connected.
    pub fn new(number: usize, guest: Guest, live: Live) -> Self {
        Self { number, guest, live }
    }
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

/// All clients, while it goes on.
#[derive(Debug)]
pub struct Storming {
    /// When the node dies.
    pub dies: Instant,
    clients: Vec<JoinHandle<()>>,
    notes: Rc<RefCell<Notes>>,
}

impl Storming {
    /// Lets the clients go on; they come back to `url`.
    pub fn start(clients: Vec<Client>, url: &str, dies: Instant) -> Self {
        let notes = Rc::new(RefCell::new(Notes::default()));
        let url: Rc<str> = url.into();
        let clients = clients
            .into_iter()
            .map(|client| tokio::task::spawn_local(live(client, Rc::clone(&url), dies, Rc::clone(&notes))));
        Self { dies, clients: clients.collect(), notes }
    }

    /// Waits until all are back and were answered, at most until the deadline; says after how long each was back.
    pub async fn wait(&self, deadline: Instant) -> Vec<Duration> {
        while Instant::now() < deadline && !self.is_over() {
            sleep(Duration::from_millis(100)).await;
        }
        let mut back = self.notes.borrow().back.clone();
        back.sort_unstable();
        back
    }

    fn is_over(&self) -> bool {
        let notes = self.notes.borrow();
        notes.back.len() == self.clients.len() && notes.written.iter().all(|written| written.seq.is_some())
    }

    /// What is wrong with what was written: each message must be stored once, under its acknowledged number.
    pub async fn check(&self, venue: &Venue) -> Result<Vec<String>, BenchError> {
        self.clients.iter().for_each(JoinHandle::abort);
        let written = std::mem::take(&mut self.notes.borrow_mut().written);
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

async fn live(client: Client, url: Rc<str>, dies: Instant, notes: Rc<RefCell<Notes>>) {
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
        notes.borrow_mut().back.push(dies.elapsed());
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
    fn new(dies: Instant, guest: &Guest, notes: &RefCell<Notes>) -> Self {
        let client_id = Uuid::now_v7();
        let mut notes = notes.borrow_mut();
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
    notes: &RefCell<Notes>,
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
                        if let Some(written) = notes.borrow_mut().written.get_mut(message.index) {
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
