//! The way of a message as a trace. Its client id is the id of the trace, on every node and at every attempt, so that
//! neither frames nor the bus carry anything for it.
//!
//! | span | of | from … to |
//! | --- | --- | --- |
//! | `message` | the node that stores it | its receipt … handed to the bus; the whole |
//! | `receive`, `queue`, `commit`, `publish` | the same | its stages |
//! | `deliver` | every node with a listener | come from the bus … in the queues of sockets |
//! | `write` | the same | taken from a socket's queue … given to its network |
//! | `acknowledge` | the sender's | the same of the answer to the sender |

use std::time::{Instant, SystemTime};

use axum::extract::ws::Utf8Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use service_kit::traces::{self, Span, SpanId, SpanKind, Stage};
use uuid::Uuid;

/// A message that is older is not on its way any more: whoever gets it now reads what was said before.
const ON_ITS_WAY: TimeDelta = TimeDelta::minutes(5);

/// One attempt at storing a message, from stage to stage; told when it is dropped, with what came of it.
#[derive(Debug, Default)]
pub struct Way(Option<Box<Steps>>);

#[derive(Debug)]
struct Steps {
    client_id: Uuid,
    conversation: Uuid,
    bytes: usize,
    stages: Vec<Stage>,
    outcome: &'static str,
    seq: Option<i64>,
}

impl Way {
    /// A message of so many bytes was received; nothing is kept when it is not followed.
    pub fn begin(client_id: Uuid, conversation: Uuid, bytes: usize, received: Instant) -> Self {
        Self(traces::follows(client_id).then(|| {
            let stages = vec![Stage::since("receive", received)];
            Box::new(Steps { client_id, conversation, bytes, stages, outcome: "dropped", seq: None })
        }))
    }

    /// It is submitted, and waits for a writer.
    pub fn queue(&mut self) {
        self.enter("queue");
    }

    /// A writer has it.
    pub fn commit(&mut self) {
        self.enter("commit");
    }

    /// It is stored, and goes to everybody else.
    pub fn publish(&mut self, seq: i64, is_repeat: bool) {
        self.enter("publish");
        if let Some(steps) = &mut self.0 {
            steps.outcome = if is_repeat { "repeated" } else { "stored" };
            steps.seq = Some(seq);
        }
    }

    /// It was not stored.
    pub fn refuse(&mut self, code: &'static str) {
        if let Some(steps) = &mut self.0 {
            steps.outcome = code;
        }
    }

    fn enter(&mut self, name: &'static str) {
        if let Some(steps) = &mut self.0 {
            let began = steps.end_stage();
            steps.stages.push(Stage { name, began, ended: began });
        }
    }
}

impl Steps {
    fn end_stage(&mut self) -> SystemTime {
        let now = SystemTime::now();
        if let Some(stage) = self.stages.last_mut() {
            stage.ended = now;
        }
        now
    }

    /// The attempt that stores is the whole; what else was attempted is part of it.
    fn tell(mut self) {
        let ended = self.end_stage();
        let began = self.stages.first().map_or(ended, |stage| stage.began);
        let whole = Stage { name: "message", began, ended };
        let root = root(self.client_id, self.conversation);
        let mut span = Span::new(self.client_id, root, SpanKind::Server, whole)
            .with("steward.conversation", self.conversation.to_string())
            .with("steward.bytes", number(self.bytes))
            .with("steward.outcome", self.outcome);
        if let Some(milliseconds) = since_written(self.client_id, began) {
            span = span.with("steward.since_written_ms", milliseconds);
        }
        if let Some(seq) = self.seq {
            span = span.with("steward.seq", seq);
        }
        if self.outcome == "stored" {
            (span.id, span.parent) = (root, SpanId::INVALID);
        }
        for stage in self.stages {
            Span::new(self.client_id, span.id, SpanKind::Internal, stage).tell();
        }
        span.tell();
    }
}

impl Drop for Way {
    fn drop(&mut self) {
        if let Some(steps) = self.0.take() {
            steps.tell();
        }
    }
}

/// The span of the whole, which every node knows without being told.
fn root(client_id: Uuid, conversation: Uuid) -> SpanId {
    let bits = client_id.as_u64_pair().1 ^ conversation.as_u64_pair().1;
    SpanId::from_bytes(bits.max(1).to_be_bytes())
}

/// Milliseconds from the writing, by the clock of the client that made the id, to its receipt by this node's: clocks
/// that differ show, too.
fn since_written(client_id: Uuid, received: SystemTime) -> Option<i64> {
    let (seconds, nanoseconds) = client_id.get_timestamp()?.to_unix();
    let written = i64::try_from(seconds).ok()? * 1_000 + i64::from(nanoseconds / 1_000_000);
    Some(DateTime::<Utc>::from(received).timestamp_millis() - written)
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What is read of a frame that is followed.
#[derive(Debug, Deserialize)]
struct Head {
    client_id: Uuid,
    conversation: Uuid,
    seq: i64,
    at: DateTime<Utc>,
}

/// Frames with messages, and answers to senders, that pass a place on their way.
#[derive(Debug)]
pub struct Passing {
    began: SystemTime,
    heads: Vec<(&'static str, Head)>,
}

impl Passing {
    /// What is followed of these frames; boxed, because nearly always it is nothing.
    pub fn begin(frames: &[Utf8Bytes]) -> Option<Box<Self>> {
        if !traces::is_on() {
            return None;
        }
        let recent = Utc::now() - ON_ITS_WAY;
        let is_followed = |head: &Head| head.at > recent && traces::follows(head.client_id);
        let heads = frames.iter().filter_map(|frame| read(frame)).filter(|(_, head)| is_followed(head));
        let heads: Vec<_> = heads.collect();
        (!heads.is_empty()).then(|| Box::new(Self { began: SystemTime::now(), heads }))
    }

    /// They are in the queues of so many sockets.
    pub fn delivered(self, sockets: usize) {
        self.tell(|_| "deliver", SpanKind::Consumer, Some(sockets));
    }

    /// They are on the network.
    pub fn written(self) {
        self.tell(|name| name, SpanKind::Producer, None);
    }

    fn tell(self, name: impl Fn(&'static str) -> &'static str, kind: SpanKind, sockets: Option<usize>) {
        let ended = SystemTime::now();
        for (written, head) in self.heads {
            let stage = Stage { name: name(written), began: self.began, ended };
            let root = root(head.client_id, head.conversation);
            let span = Span::new(head.client_id, root, kind.clone(), stage).with("steward.seq", head.seq);
            match sockets {
                Some(sockets) => span.with("steward.sockets", number(sockets)).tell(),
                None => span.tell(),
            }
        }
    }
}

/// Reads a message or an acknowledgement, with what writing it is called.
fn read(frame: &str) -> Option<(&'static str, Head)> {
    let name = if frame.starts_with(r#"{"type":"message","#) {
        "write"
    } else if frame.starts_with(r#"{"type":"ack","#) {
        "acknowledge"
    } else {
        return None;
    };
    Some((name, serde_json::from_str(frame).ok()?))
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use serde_json::value::to_raw_value;

    use super::*;
    use crate::live::frames::ServerFrame;
    use crate::messages::model::{Acknowledged, Message, Sender, SenderKind};

    #[test]
    fn messages_and_answers_are_known_by_their_client_id() {
        let (client_id, conversation, at) = (Uuid::now_v7(), Uuid::now_v7(), Utc::now());
        let message = Message {
            conversation,
            seq: 7,
            client_id,
            sender: Sender { id: Uuid::now_v7(), kind: SenderKind::Member },
            at,
            body: to_raw_value(&json!({ "kind": "text", "text": r#"{"client_id":"mine"}"# })).unwrap(),
            reply_to: None,
            location: None,
        };
        let acknowledged = Acknowledged { client_id, conversation, seq: 7, at, duplicate: false };
        let frames = [ServerFrame::Message(&message), ServerFrame::ack(&acknowledged)];
        for (frame, expected) in frames.iter().zip(["write", "acknowledge"]) {
            let (name, head) = read(&frame.encode()).unwrap();
            assert_eq!((name, head.client_id, head.conversation), (expected, client_id, conversation));
        }
        assert!(read(&ServerFrame::Typing { conversation, person: client_id }.encode()).is_none());
    }

    #[test]
    fn an_id_tells_when_it_was_made() {
        let an_hour_ago = SystemTime::now() - std::time::Duration::from_secs(3_600);
        let since = since_written(Uuid::now_v7(), an_hour_ago).unwrap();
        assert!((-3_660_000..=-3_540_000).contains(&since), "{since}");
        assert_eq!(since_written(Uuid::new_v4(), an_hour_ago), None);
    }

    #[test]
    fn a_whole_has_an_id_whatever_the_ids() {
        let id = Uuid::now_v7();
        assert_ne!(root(id, id), SpanId::INVALID);
        assert_ne!(root(id, Uuid::now_v7()), root(id, Uuid::now_v7()), "one message id in two conversations");
    }
}
