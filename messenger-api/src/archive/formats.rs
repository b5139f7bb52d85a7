//! How the archive is taken away: a table of conversations as CSV, or everything that was said as JSON.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::store::Details;
use crate::conversations::model::{Conversation, Person};
use crate::messages::model::Message;

/// The form of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// One line a conversation.
    Csv,
    /// Each conversation with its messages and notes.
    Json,
}

impl Format {
    /// What the answer says it is.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Json => "application/json",
        }
    }

    /// The name under which it is saved.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Csv => "conversations.csv",
            Self::Json => "conversations.json",
        }
    }
}

/// The heads of the table.
const HEADS: [&str; 14] = [
    "conversation",
    "event",
    "person",
    "category",
    "priority",
    "outcome",
    "opened_at",
    "taken_at",
    "closed_at",
    "members",
    "tags",
    "messages",
    "request",
    "closing_note",
];

/// The first line of the table. The mark before it tells spreadsheets that it is UTF-8.
pub fn csv_head() -> String {
    format!("\u{feff}{}\r\n", HEADS.join(","))
}

/// A conversation as a line of the table.
pub fn csv_line(conversation: &Conversation, details: &Details) -> String {
    let request = conversation.request.as_ref();
    let time = |at: Option<chrono::DateTime<chrono::Utc>>| at.map(|at| at.to_rfc3339()).unwrap_or_default();
    let cells = [
        conversation.id.to_string(),
        details.event.clone().unwrap_or_default(),
        conversation.participants.first().map(name).unwrap_or_default(),
        request.map(|request| request.category.as_str().to_owned()).unwrap_or_default(),
        request.map(|request| request.priority.as_str().to_owned()).unwrap_or_default(),
        request.and_then(|request| request.outcome.clone()).unwrap_or_default(),
        time(Some(conversation.opened_at)),
        time(request.and_then(|request| request.taken_at)),
        time(conversation.closed_at),
        conversation.members.iter().map(name).collect::<Vec<_>>().join("; "),
        conversation.tags.as_deref().unwrap_or_default().join("; "),
        conversation.last_seq.to_string(),
        request.map(|request| request.text.clone()).unwrap_or_default(),
        details.closing_note.clone().unwrap_or_default(),
    ];
    format!("{}\r\n", cells.map(|cell| csv_cell(&cell)).join(","))
}

fn name(person: &Person) -> String {
    person.name.clone().unwrap_or_else(|| person.id.to_string())
}

/// A cell, quoted. What a spreadsheet would take for a formula becomes text: people in the crowd write these words.
fn csv_cell(text: &str) -> String {
    let is_formula = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || text.starts_with(['\t', '\r']);
    let guard = if is_formula { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

/// The beginning of a conversation as JSON, up to its messages.
pub fn json_head(conversation: &Conversation, details: &Details, first: bool) -> String {
    let comma = if first { "" } else { "," };
    format!(
        "{comma}\n{{\"conversation\":{},\"event_name\":{},\"closing_note\":{},\"messages\":[",
        json(conversation),
        json(&details.event),
        json(&details.closing_note)
    )
}

/// Messages of a list that goes on.
pub fn json_messages(messages: &[Message], first: bool) -> String {
    let items: Vec<String> = messages.iter().map(json).collect();
    let comma = if first || items.is_empty() { "" } else { "," };
    format!("{comma}{}", items.join(","))
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(csv_cell("=HYPERLINK(\"http://x\")"), "\"'=HYPERLINK(\"\"http://x\"\")\"");
        for formula in ["+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "＝1"] {
            assert!(csv_cell(formula).starts_with("\"'"), "{formula:?}");
        }
        assert_eq!(csv_cell("Hurt, \"badly\"\nat 1-2"), "\"Hurt, \"\"badly\"\"\nat 1-2\"");
    }
}
