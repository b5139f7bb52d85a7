//! What stands on a transcript, line by line.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use serde::Deserialize;
use uuid::Uuid;

use crate::archive::store::Details;
use crate::conversations::model::{Conversation, Person};
use crate::messages::model::{Message, SenderKind};

/// What a transcript is made of.
#[derive(Debug, Clone)]
pub struct Source {
    /// The help conversation, with its tags when colleagues read it.
    pub conversation: Conversation,
    /// Its event and closing note.
    pub details: Details,
    /// What was said, in order.
    pub messages: Vec<Message>,
    /// What was noted, in order; nothing when the transcript is for the participant.
    pub notes: Option<Vec<Message>>,
    /// Names of members, also of those who are not in the conversation any more.
    pub names: HashMap<Uuid, String>,
    /// Whether more was said than stands here.
    pub is_cut: bool,
    /// The clock that times are told by.
    pub clock: FixedOffset,
}

/// A part of a transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// What it is.
    Title(String),
    /// A name and a value.
    Fact(&'static str, String),
    /// The day of what follows.
    Day(String),
    /// Who said something when, and the words.
    Said { who: String, at: String, text: String },
    /// The same for colleagues alone.
    Note { who: String, at: String, text: String },
    /// What Steward itself said.
    Notice(String),
}

/// The transcript, from top to bottom.
pub fn blocks(source: &Source) -> Vec<Block> {
    let mut blocks = facts(source);
    let mut notes = source.notes.iter().flatten().peekable();
    let mut day = None;
    for message in &source.messages {
        while let Some(note) = notes.next_if(|note| beside(note) < message.seq) {
            push(&mut blocks, &mut day, source, note, true);
        }
        push(&mut blocks, &mut day, source, message, false);
    }
    for note in notes {
        push(&mut blocks, &mut day, source, note, true);
    }
    if source.is_cut {
        blocks.push(Block::Notice(
            "More was said than a transcript holds. Export the conversation for all of it.".to_owned(),
        ));
    }
    blocks
}

fn facts(source: &Source) -> Vec<Block> {
    let Source { conversation, details, .. } = source;
    let time =
        |at: DateTime<Utc>| at.with_timezone(&source.clock).format("%Y-%m-%d %H:%M UTC%:z").to_string();
    let names =
        |people: &[Person]| people.iter().map(|person| source.name(person.id)).collect::<Vec<_>>().join(", ");
    let mut blocks = vec![Block::Title("Transcript of a conversation".to_owned())];
    let mut fact = |name, value: Option<String>| {
        blocks.extend(value.filter(|value| !value.is_empty()).map(|value| Block::Fact(name, value)));
    };
    fact("Event", details.event.clone());
    fact("Person", Some(names(&conversation.participants)));
    fact("Staff", Some(names(&conversation.members)));
    fact("Opened", Some(time(conversation.opened_at)));
    fact("Closed", conversation.closed_at.map(time));
    fact("Conversation", Some(conversation.id.to_string()));
    if source.notes.is_some() {
        let request = conversation.request.as_ref();
        fact("Category", request.map(|request| request.category.as_str().to_owned()));
        fact("Priority", request.map(|request| request.priority.as_str().to_owned()));
        fact("Outcome", request.and_then(|request| request.outcome.clone()));
        fact("Tags", conversation.tags.as_ref().map(|tags| tags.join(", ")));
        fact("Closing note", details.closing_note.clone());
    }
    blocks
}

/// What a transcript shows of a body, whatever its kind.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Words {
    kind: Option<String>,
    text: Option<String>,
    /// After which message a note stands.
    beside: i64,
}

impl Words {
    fn of(message: &Message) -> Self {
        serde_json::from_str(message.body.get()).unwrap_or_default()
    }
}

/// After which message a note stands.
fn beside(note: &Message) -> i64 {
    Words::of(note).beside
}

fn push(
    blocks: &mut Vec<Block>,
    day: &mut Option<NaiveDate>,
    source: &Source,
    message: &Message,
    is_note: bool,
) {
    let at = message.at.with_timezone(&source.clock);
    if *day != Some(at.date_naive()) {
        *day = Some(at.date_naive());
        blocks.push(Block::Day(at.format("%A, %-d %B %Y").to_string()));
    }
    let Words { kind, text, .. } = Words::of(message);
    let text = text.unwrap_or_else(|| format!("[{}]", kind.as_deref().unwrap_or("message")));
    let (who, at) = (source.name(message.sender.id), at.format("%H:%M").to_string());
    blocks.push(match message.sender.kind {
        SenderKind::System => Block::Notice(text),
        _ if is_note => Block::Note { who, at, text },
        _ => Block::Said { who, at, text },
    });
}

impl Source {
    /// How somebody is called: people who share no name by the end of their id, as at the desk.
    fn name(&self, id: Uuid) -> String {
        let people = self.conversation.participants.iter().chain(&self.conversation.members);
        let known = people.filter(|person| person.id == id).find_map(|person| person.name.clone());
        known.or_else(|| self.names.get(&id).cloned()).unwrap_or_else(|| {
            let id = id.simple().to_string().to_uppercase();
            format!("Guest {}", id.get(28..).unwrap_or_default())
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;
    use serde_json::value::to_raw_value;

    use super::*;
    use crate::conversations::model::ConversationStatus;
    use crate::messages::model::Sender;

    fn message(seq: i64, body: serde_json::Value, sender: Uuid, kind: SenderKind) -> Message {
        let at = DateTime::from_timestamp(1_783_375_200 + seq * 60, 0).unwrap();
        let (conversation, client_id) = (Uuid::nil(), Uuid::now_v7());
        Message {
            conversation,
            seq,
            client_id,
            sender: Sender { id: sender, kind },
            at,
            body: to_raw_value(&body).unwrap(),
            reply_to: None,
            location: None,
        }
    }

    fn source() -> Source {
        let (anna, mia) = (Uuid::from_u128(0xab12), Uuid::from_u128(2));
        let said =
            |seq, text: &str, who, kind| message(seq, json!({ "kind": "text", "text": text }), who, kind);
        let note = |seq, beside| {
            message(
                seq,
                json!({ "kind": "note", "text": format!("Note {seq}"), "beside": beside }),
                mia,
                SenderKind::Member,
            )
        };
        let opened_at = DateTime::from_timestamp(1_783_375_200, 0).unwrap();
        let conversation = Conversation {
            id: Uuid::nil(),
            kind: "help".to_owned(),
            event: Uuid::nil(),
            about: None,
            tags: Some(vec!["knee".to_owned()]),
            status: ConversationStatus::Closed,
            version: 1,
            first_seq: 1,
            last_seq: 2,
            participants: vec![Person { id: anna, name: None }],
            members: vec![Person { id: mia, name: Some("Mia".to_owned()) }],
            received: BTreeMap::default(),
            seen: BTreeMap::default(),
            request: None,
            located: None,
            opened_at,
            closed_at: None,
        };
        Source {
            conversation,
            details: Details {
                event: Some("Harbour Lights".to_owned()),
                closing_note: Some("Was drunk".to_owned()),
            },
            messages: vec![
                said(1, "Help", anna, SenderKind::Participant),
                said(2, "Coming", mia, SenderKind::Member),
            ],
            notes: Some(vec![note(1, 1), note(2, 9)]),
            names: HashMap::new(),
            is_cut: false,
            clock: FixedOffset::east_opt(7_200).unwrap(),
        }
    }

    #[test]
    fn notes_stand_where_they_were_written() {
        let told: Vec<String> = blocks(&source())
            .into_iter()
            .filter_map(|block| match block {
                Block::Said { who, at, text } | Block::Note { who, at, text } => {
                    Some(format!("{at} {who}: {text}"))
                }
                _ => None,
            })
            .collect();
        assert_eq!(
            told,
            ["00:01 Guest AB12: Help", "00:01 Mia: Note 1", "00:02 Mia: Coming", "00:02 Mia: Note 2"]
        );
    }

    #[test]
    fn the_participant_reads_nothing_of_what_colleagues_noted() {
        let all = format!("{:?}", blocks(&Source { notes: None, ..source() }));
        assert!(all.contains("Coming") && all.contains("Harbour Lights"));
        assert!(!all.contains("Note 1") && !all.contains("drunk") && !all.contains("knee"), "{all}");
        assert!(format!("{:?}", blocks(&source())).contains("drunk"));
    }
}
