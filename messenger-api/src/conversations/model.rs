//! What a conversation is, and who may do what in it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use service_kit::identity::{Claims, Role, Subject};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::help_requests::model::HelpRequest;
use crate::live_locations::model::Located;
use crate::messages::model::{Body, Sender, SenderKind};

/// Whether people can still write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConversationStatus {
    /// People can write.
    Open,
    /// It has ended; it can be read.
    Closed,
}

impl ConversationStatus {
    /// The word that the table uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    /// Reads the table's word; the table's own check allows no other.
    pub fn from_column(text: &str) -> Self {
        if text == "open" { Self::Open } else { Self::Closed }
    }
}

/// What a conversation is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConversationKind {
    /// Between a participant and staff.
    Help,
    /// What managers say to everybody at an event.
    Announcements,
    /// What members tell each other of a help conversation, beside it.
    Notes,
    /// What the members of an event's organization tell each other.
    Team,
}

impl ConversationKind {
    /// The word that the table uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Help => "help",
            Self::Announcements => "announcements",
            Self::Notes => "notes",
            Self::Team => "team",
        }
    }

    /// Reads the table's word; the table's own check allows no other.
    pub fn from_column(text: &str) -> Self {
        match text {
            "announcements" => Self::Announcements,
            "notes" => Self::Notes,
            "team" => Self::Team,
            _ => Self::Help,
        }
    }
}

/// A person and the name that others may see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Person {
    /// Who.
    pub id: Uuid,
    /// Their name; null when unknown or not shared.
    pub name: Option<String>,
}

/// The state of a conversation: everything but its messages.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Conversation {
    /// Which one.
    pub id: Uuid,
    /// `help`, `announcements`, `notes` or `team`. Many people hear announcements: of them nobody stands in the state but, with
    /// their own marks, whoever asks.
    pub kind: String,
    /// The event it belongs to.
    pub event: Uuid,
    /// Of notes: the help conversation they stand beside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Uuid>,
    /// Of notes: what the help conversation is filed under. Over REST, members get it with that one, too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    /// Whether people can write.
    pub status: ConversationStatus,
    /// Grows with every change; a state with a lower one is older.
    pub version: i64,
    /// Below this number nothing is missing.
    pub first_seq: i64,
    /// Number of the last message.
    pub last_seq: i64,
    /// The people at the event.
    pub participants: Vec<Person>,
    /// The people of the organization.
    pub members: Vec<Person>,
    /// Up to which number each person's devices have received.
    pub received: BTreeMap<Uuid, i64>,
    /// Up to which number each person has read.
    pub seen: BTreeMap<Uuid, i64>,
    /// The help request it belongs to.
    pub request: Option<HelpRequest>,
    /// Where its participant was last, when they share it or have shared it live.
    pub located: Option<Located>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// When it ended.
    pub closed_at: Option<DateTime<Utc>>,
}

impl Conversation {
    /// Everybody in it.
    pub fn people(&self) -> impl Iterator<Item = Uuid> + '_ {
        self.participants.iter().chain(&self.members).map(|person| person.id)
    }

    /// Whether this person was given it, and has not been seen to look at it.
    pub fn is_untouched_by(&self, person: Uuid) -> bool {
        let given = self.request.as_ref().filter(|request| request.untouched);
        given.and_then(|request| request.member.as_ref()).is_some_and(|member| member.id == person)
    }

    /// What somebody who may see it is to it.
    pub fn part_of(&self, person: Uuid) -> Part {
        match ConversationKind::from_column(&self.kind) {
            ConversationKind::Announcements => Part::Hears,
            _ if !self.people().any(|each| each == person) => Part::Supervises,
            ConversationKind::Notes => Part::Notes,
            ConversationKind::Help | ConversationKind::Team => Part::Talks,
        }
    }
}

/// What a person is to a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// In it: reads and writes.
    Talks,
    /// In the notes beside it: reads and writes notes.
    Notes,
    /// At the event of announcements: reads, and how far is counted.
    Hears,
    /// Runs the organization: reads.
    #[default]
    Supervises,
}

impl Part {
    /// Whether the person writes there.
    pub fn writes(self) -> bool {
        matches!(self, Self::Talks | Self::Notes)
    }

    /// Whether what is written belongs there: a note must never reach the person who is helped, whatever a client
    /// makes of it.
    pub fn takes(self, body: &Body) -> bool {
        matches!(body, Body::Note { .. }) == (self == Self::Notes)
    }
}

/// What one person may do in one conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Access {
    /// The conversation's version that this was read under.
    pub version: i64,
    /// Number of its last message.
    pub last_seq: i64,
    /// Whether people can write at all.
    pub status: ConversationStatus,
    /// What this person is to it.
    pub part: Part,
}

/// What decides about access.
#[derive(Debug, Clone)]
pub struct AccessFacts {
    /// The tenant.
    pub organization: Uuid,
    /// Its version.
    pub version: i64,
    /// Number of its last message.
    pub last_seq: i64,
    /// Its status.
    pub status: ConversationStatus,
    /// What it is for.
    pub kind: ConversationKind,
    /// Whether the person is in it, or at the event whose announcements it holds.
    pub belongs: bool,
}

impl AccessFacts {
    /// What somebody may do there who is not in it, and only reads.
    pub fn supervised(&self) -> Access {
        Access { version: self.version, last_seq: self.last_seq, status: self.status, part: Part::Supervises }
    }
}

/// People in a conversation read and write; people at an event hear its announcements; members write notes, and talk in
/// the channels of their events, which nobody else ever reads; managers and owners of the organization read. For
/// everybody else it does not exist.
pub fn access(claims: &Claims, facts: &AccessFacts) -> Option<Access> {
    let supervises = matches!(
        claims.subject,
        Subject::Member { organization, role } if organization == facts.organization && role >= Role::Manager
    );
    let is_member = matches!(claims.subject, Subject::Member { .. });
    let part = match (facts.belongs, facts.kind) {
        (true, ConversationKind::Help) => Part::Talks,
        (true, ConversationKind::Announcements) => Part::Hears,
        (true, ConversationKind::Notes) if is_member => Part::Notes,
        (true, ConversationKind::Team) if is_member => Part::Talks,
        (_, ConversationKind::Team) => return None,
        _ if supervises => Part::Supervises,
        _ => return None,
    };
    Some(Access { version: facts.version, last_seq: facts.last_seq, status: facts.status, part })
}

/// How the person of a token signs messages; administrators take no part in conversations.
pub fn sender(claims: &Claims) -> Option<Sender> {
    let kind = match claims.subject {
        Subject::Participant { .. } => SenderKind::Participant,
        Subject::Member { .. } => SenderKind::Member,
        Subject::Administrator => return None,
    };
    Some(Sender { id: claims.sub, kind })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(organization: Uuid, belongs: bool) -> AccessFacts {
        let status = ConversationStatus::Open;
        AccessFacts { organization, version: 1, last_seq: 1, status, kind: ConversationKind::Help, belongs }
    }

    #[test]
    fn strangers_see_nothing_and_supervisors_only_read() {
        let home = Uuid::now_v7();
        let as_subject = |subject| Claims::new(Uuid::now_v7(), Uuid::now_v7(), subject, 0);
        let staff = as_subject(Subject::Member { organization: home, role: Role::Staff });
        let manager = as_subject(Subject::Member { organization: home, role: Role::Manager });
        let participant = as_subject(Subject::Participant { guest: true });

        assert_eq!(access(&staff, &facts(home, true)).unwrap().part, Part::Talks);
        assert_eq!(access(&participant, &facts(home, true)).unwrap().part, Part::Talks);
        assert_eq!(access(&manager, &facts(home, false)).unwrap().part, Part::Supervises);
        assert_eq!(access(&staff, &facts(home, false)), None);
        assert_eq!(access(&manager, &facts(Uuid::now_v7(), false)), None);
        assert_eq!(access(&as_subject(Subject::Administrator), &facts(home, false)), None);
    }

    #[test]
    fn nobody_answers_an_announcement() {
        let home = Uuid::now_v7();
        let announcements =
            |belongs| AccessFacts { kind: ConversationKind::Announcements, ..facts(home, belongs) };
        let as_subject = |subject| Claims::new(Uuid::now_v7(), Uuid::now_v7(), subject, 0);
        let participant = as_subject(Subject::Participant { guest: true });
        let owner = as_subject(Subject::Member { organization: home, role: Role::Owner });
        assert_eq!(access(&participant, &announcements(true)).unwrap().part, Part::Hears);
        assert_eq!(access(&participant, &announcements(false)), None);
        assert_eq!(access(&owner, &announcements(false)).unwrap().part, Part::Supervises);
    }

    #[test]
    fn notes_are_for_members_and_stand_in_notes() {
        let home = Uuid::now_v7();
        let notes = |belongs| AccessFacts { kind: ConversationKind::Notes, ..facts(home, belongs) };
        let as_subject = |subject| Claims::new(Uuid::now_v7(), Uuid::now_v7(), subject, 0);
        let participant = as_subject(Subject::Participant { guest: false });
        let staff = as_subject(Subject::Member { organization: home, role: Role::Staff });
        let owner = as_subject(Subject::Member { organization: home, role: Role::Owner });
        assert_eq!(access(&staff, &notes(true)).unwrap().part, Part::Notes);
        assert_eq!(access(&staff, &notes(false)), None);
        assert_eq!(access(&owner, &notes(false)).unwrap().part, Part::Supervises);
        assert_eq!(access(&participant, &notes(true)), None, "whatever the table says");

        let text = Body::Text { text: "Hello".to_owned() };
        let note = Body::Note { text: "Was here before".to_owned(), beside: 1 };
        assert!(Part::Talks.takes(&text) && Part::Notes.takes(&note));
        assert!(!Part::Talks.takes(&note) && !Part::Notes.takes(&text));
    }

    #[test]
    fn a_team_is_for_those_who_are_in_it() {
        let home = Uuid::now_v7();
        let team = |belongs| AccessFacts { kind: ConversationKind::Team, ..facts(home, belongs) };
        let as_subject = |subject| Claims::new(Uuid::now_v7(), Uuid::now_v7(), subject, 0);
        let staff = as_subject(Subject::Member { organization: home, role: Role::Staff });
        let owner = as_subject(Subject::Member { organization: home, role: Role::Owner });
        let participant = as_subject(Subject::Participant { guest: false });
        assert_eq!(access(&staff, &team(true)).unwrap().part, Part::Talks);
        assert_eq!(access(&owner, &team(false)), None, "also not for an owner who was removed a moment ago");
        assert_eq!(access(&participant, &team(true)), None, "whatever the table says");
    }
}
