//! What is counted of sockets: handles that are taken once, so that a frame costs an atomic addition.

use std::sync::LazyLock;

use service_kit::identity::Subject;
use service_kit::metrics::{Counter, Family, Gauge, Label, Tally, register};

use super::close::Close;

/// Types of the frames that clients send.
const RECEIVED: [&str; 12] = [
    "hello", "token", "send", "received", "seen", "typing", "locate", "watch", "unwatch", "pong", "unknown",
    "invalid",
];
/// Types of the frames that go to clients, the most frequent first.
const SENT: [&str; 18] = [
    "message",
    "ack",
    "received",
    "seen",
    "ping",
    "conversation",
    "place",
    "request",
    "typing",
    "located",
    "presence",
    "refused",
    "welcome",
    "synced",
    "behind",
    "queue",
    "unanswered",
    "bye",
];
/// Codes of `refused`.
const REFUSED: [&str; 11] = [
    "too_fast",
    "too_many_unacknowledged",
    "overloaded",
    "unavailable",
    "invalid",
    "unknown",
    "not_found",
    "forbidden",
    "closed",
    "conflict",
    "order",
];
/// Codes of a close by this side, and `client` for all other ends.
const CLOSED: [&str; 13] = [
    "client", "4101", "4102", "4103", "4201", "4203", "4401", "4402", "4404", "4405", "1003", "1007", "1009",
];
/// How every frame to a client begins.
const BEGINNING: &str = r#"{"type":""#;

/// One kind of people's sockets.
#[derive(Debug, Clone)]
struct Sockets {
    open: Gauge,
    opened: Counter,
}

/// The handles.
#[derive(Debug)]
pub struct Figures {
    participants: Sockets,
    members: Sockets,
    closed: Tally,
    received: Tally,
    received_bytes: Counter,
    sent: Tally,
    sent_bytes: Counter,
    refused: Tally,
    /// Conversations that a comparison of heads found behind.
    pub behind: Counter,
    /// Pages that sockets read from the store.
    pub catch_ups: Counter,
    /// Times that a socket was told queues and places again.
    pub retellings: Counter,
    /// Times that a client knew more than the store.
    pub resets: Counter,
}

/// The figures of this process.
pub static FIGURES: LazyLock<Figures> = LazyLock::new(|| {
    let open = register(
        "sockets_open",
        "Sockets that are open, by kind of person",
        Family::<Label, Gauge>::default(),
    );
    let opened =
        register("sockets_opened", "Sockets that said a good hello", Family::<Label, Counter>::default());
    let of_kind = |kind| Sockets {
        open: open.get_or_create_owned(&Label("kind", kind)),
        opened: opened.get_or_create_owned(&Label("kind", kind)),
    };
    let counter = |name, help| register(name, help, Counter::default());
    Figures {
        participants: of_kind("participant"),
        members: of_kind("member"),
        closed: Tally::new("sockets_closed", "Sockets that ended, by the code of the close", "code", &CLOSED),
        received: Tally::new("frames_received", "Frames of clients, by type", "type", &RECEIVED),
        received_bytes: counter("frames_received_bytes", "Bytes in the frames of clients"),
        sent: Tally::new("frames_sent", "Frames written to clients, by type", "type", &SENT),
        sent_bytes: counter("frames_sent_bytes", "Bytes in the frames written to clients"),
        refused: Tally::new("frames_refused", "Frames that were refused, by code", "code", &REFUSED),
        behind: counter(
            "heads_behind",
            "Conversations in which a message of another node was found by comparing heads",
        ),
        catch_ups: counter("catch_ups", "Pages of messages that a socket read from the store"),
        retellings: counter(
            "retellings",
            "Times that a socket was told queues and places again, because they had not fitted",
        ),
        resets: counter("resets", "Times that a client knew more than the store, as after a restore"),
    }
});

impl Figures {
    fn of(&self, subject: Subject) -> &Sockets {
        match subject {
            Subject::Participant { .. } => &self.participants,
            _ => &self.members,
        }
    }

    /// Counts a socket as long as what this gives is kept.
    pub fn open(&self, subject: Subject) -> Open {
        let sockets = self.of(subject);
        sockets.opened.inc();
        sockets.open.inc();
        Open(sockets.open.clone())
    }

    /// A socket has ended, by this side with a code, or else.
    pub fn close(&self, close: Option<Close>) {
        match close {
            Some(close) => self.closed.count(&close.code().to_string()),
            None => self.closed.count("client"),
        }
    }

    /// A client sent a frame.
    pub fn receive(&self, kind: &str, bytes: usize) {
        self.received.count(kind);
        self.received_bytes.inc_by(u64::try_from(bytes).unwrap_or_default());
    }

    /// A frame was written to a client.
    pub fn send(&self, frame: &str) {
        let rest = frame.strip_prefix(BEGINNING).unwrap_or_default();
        self.sent.count(rest.split('"').next().unwrap_or_default());
        self.sent_bytes.inc_by(u64::try_from(frame.len()).unwrap_or_default());
    }

    /// A frame was refused.
    pub fn refuse(&self, code: &str) {
        self.refused.count(code);
    }
}

/// A socket that is open.
#[derive(Debug)]
pub struct Open(Gauge);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.dec();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::live::frames::ServerFrame;

    #[test]
    fn every_frame_to_a_client_says_its_type_first() {
        let frame = ServerFrame::Synced {}.encode();
        assert!(frame.as_str().starts_with(BEGINNING), "{frame}");
    }
}
