//! The frames that the generator reads and writes; all others pass unread.

use serde::Deserialize;
use uuid::Uuid;

/// The fields of server frames that matter here, borrowed from the frame.
#[derive(Debug, Deserialize)]
pub struct Heard<'a> {
    /// What it is.
    #[serde(rename = "type", borrow)]
    pub kind: &'a str,
    /// The conversation it belongs to.
    #[serde(default)]
    pub conversation: Option<Uuid>,
    /// The message's number.
    #[serde(default)]
    pub seq: i64,
    /// The message's id, of its sender.
    #[serde(default)]
    pub client_id: Option<Uuid>,
    /// Why something was refused.
    #[serde(default, borrow)]
    pub code: Option<&'a str>,
    /// Whether it may be sent again.
    #[serde(default)]
    pub retry: bool,
    /// After how long.
    #[serde(default)]
    pub after_ms: Option<u64>,
    /// The words of a message.
    #[serde(default, borrow)]
    pub body: Option<Words<'a>>,
}

/// The body of a text message.
#[derive(Debug, Deserialize)]
pub struct Words<'a> {
    /// Its text.
    #[serde(default, borrow)]
    pub text: &'a str,
}

/// The first frame.
pub fn hello(token: &str, positions: &[(Uuid, i64)]) -> String {
    let positions: Vec<String> = positions
        .iter()
        .map(|(conversation, seq)| format!(r#"{{"conversation":"{conversation}","seq":{seq}}}"#))
        .collect();
    let positions = positions.join(",");
    format!(r#"{{"type":"hello","token":"{token}","device":"bench","positions":[{positions}]}}"#)
}

/// A message whose words begin with the microsecond at which it was due, so that whoever receives it knows how
/// long it took; padded to the length of an ordinary sentence.
pub fn send(conversation: Uuid, client_id: Uuid, previous: Option<Uuid>, due_us: u64) -> String {
    let previous = previous.map_or_else(String::new, |id| format!(r#""previous":"{id}","#));
    format!(
        r#"{{"type":"send","client_id":"{client_id}","conversation":"{conversation}",{previous}"body":{{"kind":"text","text":"{}"}}}}"#,
        sentence(due_us)
    )
}

/// Ordinary words that begin with the microsecond at which they were due.
pub fn sentence(due_us: u64) -> String {
    format!("{due_us} I am at the north gate beside the ticket booth, please come")
}

/// A message with these words.
pub fn words(conversation: Uuid, client_id: Uuid, text: &str) -> String {
    format!(
        r#"{{"type":"send","client_id":"{client_id}","conversation":"{conversation}","body":{{"kind":"text","text":"{text}"}}}}"#
    )
}

/// Read up to here.
pub fn seen(conversation: Uuid, seq: i64) -> String {
    format!(r#"{{"type":"seen","conversation":"{conversation}","seq":{seq}}}"#)
}

/// The microsecond at which a message was due.
pub fn due(text: &str) -> Option<u64> {
    text.split_once(' ').and_then(|(number, _)| number.parse().ok())
}

/// The answer to a ping.
pub const PONG: &str = r#"{"type":"pong"}"#;
