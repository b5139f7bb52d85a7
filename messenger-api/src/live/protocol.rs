//! What clients say, read strictly: a frame that cannot be read is refused with the field's name.

use serde::Deserialize;
use serde_json::Value;
use service_kit::input::strict::{self, InputError};
use uuid::Uuid;

use crate::config::POSITIONS;
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

/// A frame that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid {
    /// The message it was about, as far as that can be told.
    pub client_id: Option<Uuid>,
    /// Field and reason.
    pub detail: String,
}

#[derive(Deserialize)]
struct TokenFrame {
    token: String,
}

#[derive(Deserialize)]
struct TypingFrame {
    conversation: Uuid,
}

#[derive(Deserialize)]
struct WatchFrame {
    topic: String,
    #[serde(default)]
    seq: Option<i64>,
}

/// Reads a frame.
pub fn parse(text: &str) -> Result<ClientFrame, Invalid> {
    if let Some(frame) = read_frequent(text) {
        return Ok(frame);
    }
    let value = strict::parse_value(text.as_bytes()).map_err(|error| invalid(None, &error))?;
    read(&value).map_err(|error| {
        let client_id = value.get("client_id").and_then(Value::as_str).and_then(|id| id.parse().ok());
        invalid(client_id, &error)
    })
}

/// The kind of a frame; an escape in it makes it no frequent one.
#[derive(Deserialize)]
struct Kind<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
}

/// The frames that come all the time, when nothing about them is odd: without a tree of values in between, which takes
/// three times as long.
fn read_frequent(text: &str) -> Option<ClientFrame> {
    if !strict::is_plain(text.as_bytes()) {
        return None;
    }
    match serde_json::from_str::<Kind<'_>>(text).ok()?.kind {
        "send" => serde_json::from_str(text).ok().map(ClientFrame::Send),
        "received" => check_mark(serde_json::from_str(text).ok()?).ok().map(ClientFrame::Received),
        "seen" => check_mark(serde_json::from_str(text).ok()?).ok().map(ClientFrame::Seen),
        _ => None,
    }
}

fn invalid(client_id: Option<Uuid>, error: &InputError) -> Invalid {
    Invalid { client_id, detail: error.to_string() }
}

fn read(value: &Value) -> Result<ClientFrame, InputError> {
    let kind = match value {
        Value::Object(members) => members.get("type").and_then(Value::as_str),
        _ => return Err(field("frame", "must be a JSON object")),
    };
    let kind = kind.ok_or_else(|| field("type", "must be a text"))?;
    Ok(match kind {
        "hello" => ClientFrame::Hello(read_hello(value)?),
        "token" => ClientFrame::Token(strict::typed::<TokenFrame>(value)?.token),
        "send" => ClientFrame::Send(strict::typed(value)?),
        "received" => ClientFrame::Received(check_mark(strict::typed(value)?)?),
        "seen" => ClientFrame::Seen(check_mark(strict::typed(value)?)?),
        "typing" => ClientFrame::Typing(strict::typed::<TypingFrame>(value)?.conversation),
        "locate" => ClientFrame::Locate(strict::typed(value)?),
        "watch" => {
            let watch: WatchFrame = strict::typed(value)?;
            ClientFrame::Watch(topic(&watch.topic), watch.seq)
        }
        "unwatch" => ClientFrame::Unwatch(topic(&strict::typed::<WatchFrame>(value)?.topic)),
        "pong" => ClientFrame::Pong,
        _ => ClientFrame::Unknown,
    })
}

fn field(field: &str, reason: &str) -> InputError {
    InputError::Field { field: field.to_owned(), reason: reason.to_owned() }
}

fn read_hello(value: &Value) -> Result<Hello, InputError> {
    let hello: Hello = strict::typed(value)?;
    check_positions(&hello.positions)?;
    if hello.device.is_empty() || hello.device.chars().count() > 64 {
        return Err(field("device", "must be 1 to 64 characters long"));
    }
    Ok(hello)
}

/// Positions are few enough and count from 0.
pub fn check_positions(positions: &[Position]) -> Result<(), InputError> {
    if positions.len() > POSITIONS {
        return Err(field("positions", &format!("must be at most {POSITIONS}")));
    }
    match positions.iter().position(|position| position.seq < 0) {
        Some(index) => Err(field(&format!("positions[{index}].seq"), "must be 0 or more")),
        None => Ok(()),
    }
}

fn check_mark(mark: Mark) -> Result<Mark, InputError> {
    if mark.seq < 1 {
        return Err(field("seq", "must be 1 or more"));
    }
    Ok(mark)
}

fn topic(text: &str) -> Option<Topic> {
    let (kind, id) = text.split_once(':')?;
    let id = id.parse().ok()?;
    match kind {
        "queue" => Some(Topic::Queue(id)),
        "conversation" => Some(Topic::Conversation(id)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn detail(text: &str) -> String {
        parse(text).expect_err("must be refused").detail
    }

    #[test]
    fn names_the_field_of_a_bad_frame() {
        assert!(detail("[]").starts_with("frame: "));
        assert!(detail("{}").starts_with("type: "));
        assert!(detail(r#"{"type":"seen","conversation":"x","seq":1}"#).starts_with("conversation: "));
        assert!(detail(r#"{"type":"typing"}"#).starts_with("conversation: missing"));
        assert!(detail(r#"{"type":"typing","type":"send"}"#).contains("stands twice"));
    }

    #[test]
    fn tells_which_message_was_bad() {
        let id = Uuid::now_v7();
        let text =
            format!(r#"{{"type":"send","client_id":"{id}","conversation":"{id}","body":{{"kind":"text"}}}}"#);
        let invalid = parse(&text).unwrap_err();
        assert_eq!(invalid.client_id, Some(id));
        assert!(invalid.detail.starts_with("body"), "{}", invalid.detail);
    }

    #[test]
    fn clients_cannot_write_system_entries() {
        let id = Uuid::now_v7();
        let text = format!(
            r#"{{"type":"send","client_id":"{id}","conversation":"{id}","body":{{"kind":"system","text":"x"}}}}"#
        );
        assert!(parse(&text).is_err());
    }

    #[test]
    fn newer_types_and_fields_are_no_error() {
        assert!(matches!(parse(r#"{"type":"wave"}"#), Ok(ClientFrame::Unknown)));
        assert!(matches!(parse(r#"{"type":"pong","mood":1}"#), Ok(ClientFrame::Pong)));
        assert!(matches!(parse(r#"{"type":"watch","topic":"room:x"}"#), Ok(ClientFrame::Watch(None, None))));
    }

    /// Any JSON that a client could send as a field.
    fn anything() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            ".*".prop_map(Value::from),
            Just(Value::from(Uuid::nil().to_string())),
        ];
        leaf.prop_recursive(3, 16, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("[a-z_]{1,8}", inner, 0..4)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        /// Whatever comes, it is read or refused with a reason.
        #[test]
        fn no_text_breaks_the_reader(text in ".*") {
            if let Err(invalid) = parse(&text) {
                prop_assert!(!invalid.detail.is_empty());
            }
        }

        /// The same for frames that look right, and whose fields hold anything.
        #[test]
        fn no_field_breaks_the_reader(
            kind in "hello|token|send|received|seen|typing|locate|watch|unwatch|pong|wave",
            fields in prop::collection::btree_map(
                "token|device|epoch|positions|client_id|conversation|previous|body|reply_to|location|seq|topic|latitude|longitude|accuracy",
                anything(), 0..8),
        ) {
            let mut frame: serde_json::Map<String, Value> = fields.into_iter().collect();
            frame.insert("type".to_owned(), Value::from(kind));
            let text = Value::Object(frame).to_string();
            if let Some(frame) = read_frequent(&text) {
                let slowly = strict::parse_value(text.as_bytes()).and_then(|value| read(&value));
                prop_assert_eq!(format!("{:?}", Ok::<_, InputError>(frame)), format!("{slowly:?}"));
            }
            if let Err(invalid) = parse(&text) {
                prop_assert!(invalid.detail.contains(": ") || invalid.detail.contains("NUL"), "{}", invalid.detail);
            }
        }
    }
}
