//! One side of a conversation over XMPP, one element in each frame (RFC 7395).

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tokio::time::{Instant, sleep_until};
use tokio_tungstenite::tungstenite::Error;

use crate::client::frames;
use crate::client::live::WebSocket;
use crate::error::BenchError;
use crate::measure::Tally;
use crate::numbers::{moment, now};

/// How often the end is looked for.
const LOOK: Duration = Duration::from_millis(50);

/// When one side sends.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// The first send.
    pub first: Instant,
    /// From send to send.
    pub interval: Duration,
    /// Nothing falls due from here on.
    pub until: Instant,
    /// What comes later does not count.
    pub deadline: Instant,
}

/// One side.
#[derive(Debug)]
pub struct Talker {
    socket: WebSocket,
    peer: String,
}

impl Talker {
    /// Signs in as the `number`th; neighbours talk with each other.
    pub async fn connect(url: &str, number: usize) -> Result<Self, BenchError> {
        let mut socket = WebSocket::open(url, "/ws", "xmpp", number).await?;
        open(&mut socket).await?;
        let secret = STANDARD.encode(format!("\0bench{number}\0bench"));
        let auth =
            format!(r#"<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="PLAIN">{secret}</auth>"#);
        socket.send(auth).await?;
        expect(&mut socket, "<success").await?;
        open(&mut socket).await?;
        let bind = r#"<iq type="set" id="bind" xmlns="jabber:client"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"><resource>bench</resource></bind></iq>"#;
        socket.send(bind).await?;
        expect(&mut socket, "type='result'").await?;
        socket.send(r#"<presence xmlns="jabber:client"/>"#).await?;
        Ok(Self { socket, peer: format!("bench{}@localhost/bench", number ^ 1) })
    }

    /// Sends at a pace, and reads until everything was shown or the deadline passed.
    pub async fn run(mut self, pace: Pace, tally: Rc<RefCell<Tally>>) -> Self {
        let mut due = pace.first;
        loop {
            let sending = due < pace.until;
            let look = if sending { pace.deadline } else { Instant::now() + LOOK };
            let step = tokio::select! {
                biased;
                text = self.socket.next() => text.map(|text| heard(&text, &tally)),
                () = sleep_until(due), if sending => {
                    tally.borrow_mut().offered += 1;
                    let sent = self.say(moment(due)).await;
                    due += pace.interval;
                    sent
                }
                () = sleep_until(look) => Ok(()),
            };
            if step.is_err() {
                tally.borrow_mut().broken += 1;
                return self;
            }
            let is_over = {
                let tally = tally.borrow();
                Instant::now() >= pace.until + LOOK * 4 && tally.delivered.count() >= tally.offered
            };
            if (!sending && is_over) || Instant::now() >= pace.deadline {
                return self;
            }
        }
    }

    async fn say(&mut self, due: u64) -> Result<(), Error> {
        let message = format!(
            r#"<message xmlns="jabber:client" type="chat" id="{due}" to="{}"><body>{}</body></message>"#,
            self.peer,
            frames::sentence(due)
        );
        self.socket.send(message).await
    }
}

async fn open(socket: &mut WebSocket) -> Result<(), BenchError> {
    let open = r#"<open xmlns="urn:ietf:params:xml:ns:xmpp-framing" to="localhost" version="1.0"/>"#;
    socket.send(open).await?;
    expect(socket, "features").await
}

/// Reads until something came.
async fn expect(socket: &mut WebSocket, expected: &'static str) -> Result<(), BenchError> {
    loop {
        let text = socket.next().await?;
        if text.contains(expected) {
            return Ok(());
        }
        if text.contains("<failure") || text.contains("<close") {
            return Err(BenchError::Frame { expected, said: text.to_string() });
        }
    }
}

/// Notes a message that was archived before it came: the archive gave it an id.
fn heard(text: &str, tally: &RefCell<Tally>) {
    let Some(due) = spoken(text) else { return };
    let mut tally = tally.borrow_mut();
    tally.delivered.note(due, now());
    tally.timeline.note(due, now());
}

/// The microsecond at which an archived message was due.
fn spoken(text: &str) -> Option<u64> {
    let (_, body) = text.split_once("<body>")?;
    text.contains("<stanza-id").then(|| frames::due(body)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_archived_counts() {
        let message = |archived: &str| format!("<message>{archived}<body>17 I am here</body></message>");
        assert_eq!(spoken(&message("<stanza-id xmlns='urn:xmpp:sid:0' id='1'/>")), Some(17));
        assert_eq!(spoken(&message("")), None);
        assert_eq!(spoken("<presence/>"), None);
    }
}
