//! What clients say, read strictly: a frame that cannot be read is refused with the field's name.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use service_kit::input::strict::{self, InputError};
use uuid::Uuid;

use super::{ClientFrame, Hello, Mark, Position, Topic};
use crate::config::POSITIONS;

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
    if let Some(frame) = read_plain(text) {
        return Ok(frame);
    }
    let value = strict::parse_value(text.as_bytes()).map_err(|error| invalid(None, &error))?;
    read_value(&value).map_err(|error| {
        let client_id = value.get("client_id").and_then(Value::as_str).and_then(|id| id.parse().ok());
        invalid(client_id, &error)
    })
}

/// The kind of a frame.
#[derive(Deserialize)]
struct Kind<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
}

/// A frame with which nothing is wrong, as nearly all are: without a tree of values in between, which only tells what is
/// wrong, and with which reading took more than twice as long in a profile. An escape in its kind is wrong enough.
fn read_plain(text: &str) -> Option<ClientFrame> {
    if !text.trim_start().starts_with('{') || !strict::is_plain(text.as_bytes()) {
        return None;
    }
    let Kind { kind } = serde_json::from_str(text).ok()?;
    read(kind, Fields::Text(text)).ok()
}

fn read_value(value: &Value) -> Result<ClientFrame, InputError> {
    let kind = match value {
        Value::Object(members) => members.get("type").and_then(Value::as_str),
        _ => return Err(field("frame", "must be a JSON object")),
    };
    read(kind.ok_or_else(|| field("type", "must be a text"))?, Fields::Value(value))
}

fn invalid(client_id: Option<Uuid>, error: &InputError) -> Invalid {
    Invalid { client_id, detail: error.to_string() }
}

/// The fields of a frame.
#[derive(Clone, Copy)]
enum Fields<'a> {
    /// As they came, known to be plain; what cannot be read of them has no reason yet.
    Text(&'a str),
    Value(&'a Value),
}

impl Fields<'_> {
    fn typed<T: DeserializeOwned>(self) -> Result<T, InputError> {
        match self {
            Self::Text(text) => {
                serde_json::from_str(text).map_err(|error| InputError::Unreadable(error.to_string()))
            }
            Self::Value(value) => strict::typed(value),
        }
    }
}

fn read(kind: &str, fields: Fields<'_>) -> Result<ClientFrame, InputError> {
    Ok(match kind {
        "hello" => ClientFrame::Hello(check_hello(fields.typed()?)?),
        "token" => ClientFrame::Token(fields.typed::<TokenFrame>()?.token),
        "send" => ClientFrame::Send(fields.typed()?),
        "received" => ClientFrame::Received(check_mark(fields.typed()?)?),
        "seen" => ClientFrame::Seen(check_mark(fields.typed()?)?),
        "typing" => ClientFrame::Typing(fields.typed::<TypingFrame>()?.conversation),
        "locate" => ClientFrame::Locate(fields.typed()?),
        "watch" => {
            let watch: WatchFrame = fields.typed()?;
            ClientFrame::Watch(topic(&watch.topic), watch.seq)
        }
        "unwatch" => ClientFrame::Unwatch(topic(&fields.typed::<WatchFrame>()?.topic)),
        "pong" => ClientFrame::Pong,
        _ => ClientFrame::Unknown,
    })
}

fn field(field: &str, reason: &str) -> InputError {
    InputError::Field { field: field.to_owned(), reason: reason.to_owned() }
}

fn check_hello(hello: Hello) -> Result<Hello, InputError> {
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

    #[test]
    fn plain_frames_are_read_alike_without_a_tree() {
        let id = Uuid::from_u128(1);
        let send = |more: &str| {
            format!(
                r#"{{"type":"send","client_id":"{id}","conversation":"{id}","body":{{"kind":"text","text":"a\n"}}{more}}}"#
            )
        };
        let location = r#","location":{"latitude":53.5,"longitude":9,"accuracy":null}"#;
        let mark = |kind: &str| format!(r#"{{"seq":7,"conversation":"{id}","type":"{kind}"}}"#);
        let previous = format!(r#","previous":"{id}","reply_to":3,"newer":[{{}}]"#);
        let hello = r#"{"type":"hello","token":"t","device":"d","positions":[]}"#.to_owned();
        for text in [send(""), send(location), send(&previous), mark("received"), mark("typing"), hello] {
            let frame = read_plain(&text).expect("it is read at once");
            let slowly = read_value(&strict::parse_value(text.as_bytes()).unwrap()).unwrap();
            assert_eq!(format!("{frame:?}"), format!("{slowly:?}"));
        }
        // What is odd, in whatever field, is left to the reader that tells why.
        for odd in
            [r#","reply_to":"3""#, r#","body":{}"#, r#","newer":{"a":1,"a":2}"#, r#","newer":"\u0000""#]
        {
            assert!(read_plain(&send(odd)).is_none() && parse(&send(odd)).is_err(), "{odd}");
        }
        for odd in [mark("seen").replace('7', "0"), r#"["pong"]"#.to_owned(), r#"["token"]"#.to_owned()] {
            assert!(read_plain(&odd).is_none() && parse(&odd).is_err(), "{odd}");
        }
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
            if let Some(frame) = read_plain(&text) {
                let slowly = strict::parse_value(text.as_bytes()).and_then(|value| read_value(&value));
                prop_assert_eq!(format!("{:?}", Ok::<_, InputError>(frame)), format!("{slowly:?}"));
            }
            if let Err(invalid) = parse(&text) {
                prop_assert!(invalid.detail.contains(": ") || invalid.detail.contains("NUL"), "{}", invalid.detail);
            }
        }
    }
}
