//! What the server says: one JSON object a frame, with its `type`.

use axum::extract::ws::Utf8Bytes;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::conversations::model::Conversation;
use crate::help_requests::model::HelpRequest;
use crate::messages::model::{Acknowledged, Message};

/// Limits that a client should keep.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct FrameLimits {
    /// Largest frame in bytes.
    pub frame_bytes: usize,
    /// Most characters of a text.
    pub text_characters: usize,
    /// Most sends without an answer.
    pub unacknowledged: usize,
}

/// A frame from server to client.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ServerFrame<'a> {
    /// The token is good; what follows is the start.
    Welcome {
        /// Id of this connection.
        connection: Uuid,
        /// The life of the store: positions of another one mean nothing.
        epoch: Uuid,
        /// Seconds between pings; twice this in silence means that the socket is dead.
        heartbeat_s: u64,
        /// What to keep to.
        limits: FrameLimits,
        /// Now, by the server's clock.
        now: DateTime<Utc>,
    },
    /// The state of a conversation.
    Conversation {
        /// Which one.
        conversation: Uuid,
        /// All but its messages.
        state: &'a Conversation,
    },
    /// A message.
    Message(&'a Message),
    /// A message of this socket was stored.
    Ack {
        /// Its client id.
        client_id: Uuid,
        /// Where.
        conversation: Uuid,
        /// Under which number.
        seq: i64,
        /// When.
        at: DateTime<Utc>,
        /// Whether it had been stored before.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        duplicate: bool,
    },
    /// A frame of this socket was refused.
    Refused {
        /// The message it was about.
        #[serde(skip_serializing_if = "Option::is_none")]
        client_id: Option<Uuid>,
        /// The conversation it was about.
        #[serde(skip_serializing_if = "Option::is_none")]
        conversation: Option<Uuid>,
        /// Stable and machine-readable.
        code: &'a str,
        /// Whether the same may be sent again.
        retry: bool,
        /// Milliseconds after which to try again.
        #[serde(skip_serializing_if = "Option::is_none")]
        after_ms: Option<u64>,
        /// Why, for a person.
        detail: &'a str,
    },
    /// More was missed than a replay brings: read the rest over REST.
    Behind {
        /// Where.
        conversation: Uuid,
        /// Up to which number.
        head: i64,
    },
    /// The replay is over.
    Synced {},
    /// A person's devices have received up to here.
    Received {
        /// Where.
        conversation: Uuid,
        /// Who.
        person: Uuid,
        /// Up to which number.
        seq: i64,
    },
    /// A person has read up to here.
    Seen {
        /// Where.
        conversation: Uuid,
        /// Who.
        person: Uuid,
        /// Up to which number.
        seq: i64,
    },
    /// A person is writing.
    Typing {
        /// Where.
        conversation: Uuid,
        /// Who.
        person: Uuid,
    },
    /// A person is here now, and shares it.
    Located {
        /// Where it was told.
        conversation: Uuid,
        /// Who.
        person: Uuid,
        /// Degrees north.
        latitude: f64,
        /// Degrees east.
        longitude: f64,
        /// Radius in metres within which the place lies.
        accuracy: Option<f64>,
        /// When it was told.
        at: DateTime<Utc>,
    },
    /// A person came or went.
    Presence {
        /// Where it matters.
        conversation: Uuid,
        /// Who.
        person: Uuid,
        /// Whether they are connected.
        online: bool,
    },
    /// A participant's place in the queue.
    Place {
        /// The request.
        request: Uuid,
        /// Its conversation.
        conversation: Uuid,
        /// The event.
        event: Uuid,
        /// From 1.
        place: i64,
        /// Null when nobody is on duty.
        estimated_seconds: Option<i64>,
    },
    /// A help request appeared, changed or left the queue.
    Request {
        /// The event.
        event: Uuid,
        /// The request; its status says where it stands.
        request: &'a HelpRequest,
        /// How many wait at the event now.
        waiting: i64,
    },
    /// How many wait at an event.
    Queue {
        /// The event.
        event: Uuid,
        /// How many.
        waiting: i64,
    },
    /// Managers: nobody has answered these for too long.
    Unanswered {
        /// The event.
        event: Uuid,
        /// How many there are; 0 when the alarm is over.
        count: i64,
        /// The first of them: critical ones first, then the oldest.
        requests: &'a [HelpRequest],
    },
    /// The store went back in time: refetch, then offer your own missing messages again.
    Reset {
        /// Only this conversation; all of them when absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        conversation: Option<Uuid>,
        /// The store's present life.
        epoch: Uuid,
    },
    /// Answer with `pong`.
    Ping {
        /// Seconds between pings from now on, when that changed.
        #[serde(skip_serializing_if = "Option::is_none")]
        heartbeat_s: Option<u64>,
    },
    /// This node is leaving.
    Bye {
        /// Reconnect after this many milliseconds.
        delay_ms: u64,
    },
}

impl ServerFrame<'_> {
    /// The frame as text, ready to be shared by many sockets.
    pub fn encode(&self) -> Utf8Bytes {
        serde_json::to_string(self).unwrap_or_default().into()
    }

    /// The acknowledgement of a message.
    pub fn ack(acknowledged: &Acknowledged) -> Self {
        Self::Ack {
            client_id: acknowledged.client_id,
            conversation: acknowledged.conversation,
            seq: acknowledged.seq,
            at: acknowledged.at,
            duplicate: acknowledged.duplicate,
        }
    }
}
