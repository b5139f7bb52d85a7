//! What clients say.

mod read;

use serde::Deserialize;
use uuid::Uuid;

pub use read::{check_positions, parse};

use crate::messages::model::{Body, Location};

/// How far a client has come in a conversation.
#[derive(Debug, Clone, Copy, Deserialize, utoipa::ToSchema)]
pub struct Position {
    /// Which one.
    pub conversation: Uuid,
    /// Number of the last message it has without a hole; 0 for none.
    pub seq: i64,
    /// Version of the state it has. Only `POST /updates` needs it, to know what is new.
    #[serde(default)]
    pub version: Option<i64>,
}

/// The first frame.
#[derive(Debug, Clone, Deserialize)]
pub struct Hello {
    /// The access token.
    pub token: String,
    /// The device: limits count for each.
    pub device: String,
    /// The store's life that the positions belong to.
    #[serde(default)]
    pub epoch: Option<Uuid>,
    /// How far the client has come.
    #[serde(default)]
    pub positions: Vec<Position>,
}

/// A message to send.
#[derive(Debug, Clone, Deserialize)]
pub struct Send {
    /// The id that its writer gave it.
    pub client_id: Uuid,
    /// Where it goes.
    pub conversation: Uuid,
    /// The sender's message before it there, when that was not acknowledged yet.
    #[serde(default)]
    pub previous: Option<Uuid>,
    /// What it says.
    pub body: Body,
    /// What it answers.
    #[serde(default)]
    pub reply_to: Option<i64>,
    /// Where it was written.
    #[serde(default)]
    pub location: Option<Location>,
}

/// How far a person has received or read.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Mark {
    /// Where.
    pub conversation: Uuid,
    /// Up to which number.
    pub seq: i64,
}

/// Where a participant is.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Locate {
    /// Whose people may see it.
    pub conversation: Uuid,
    latitude: f64,
    longitude: f64,
    #[serde(default)]
    accuracy: Option<f64>,
}

impl Locate {
    /// The place.
    pub fn location(&self) -> Location {
        Location { latitude: self.latitude, longitude: self.longitude, accuracy: self.accuracy }
    }
}

/// A topic to join or leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// The queue of an event.
    Queue(Uuid),
    /// A conversation under supervision.
    Conversation(Uuid),
}

/// A frame from client to server.
#[derive(Debug, Clone)]
pub enum ClientFrame {
    /// The first frame.
    Hello(Hello),
    /// A fresh token.
    Token(String),
    /// A message.
    Send(Send),
    /// Received up to here.
    Received(Mark),
    /// Read up to here.
    Seen(Mark),
    /// Somebody writes.
    Typing(Uuid),
    /// Somebody shares where they are.
    Locate(Locate),
    /// Join a topic; none when the topic is unknown here.
    Watch(Option<Topic>, Option<i64>),
    /// Leave a topic.
    Unwatch(Option<Topic>),
    /// The answer to a ping.
    Pong,
    /// A type this node does not know.
    Unknown,
}

impl ClientFrame {
    /// Its type, as a metric names it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Hello(_) => "hello",
            Self::Token(_) => "token",
            Self::Send(_) => "send",
            Self::Received(_) => "received",
            Self::Seen(_) => "seen",
            Self::Typing(_) => "typing",
            Self::Locate(_) => "locate",
            Self::Watch(..) => "watch",
            Self::Unwatch(_) => "unwatch",
            Self::Pong => "pong",
            Self::Unknown => "unknown",
        }
    }
}
