//! What the archive tells of a conversation, and what narrows a search.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use service_kit::identity::{Member, Role};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use super::words;
use crate::conversations::model::Conversation;
use crate::tags;

/// Characters of an excerpt around the first word that was found.
const EXCERPT_CHARACTERS: usize = 160;
/// Characters of it before that word.
const LEAD_CHARACTERS: usize = 40;

/// What is looked for. Everything that is named has to hold.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Words, or their beginnings, that were said or noted; also the name that the person shared.
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    pub text: Option<String>,
    /// Who asked for help.
    pub participant: Option<Uuid>,
    /// At which event.
    pub event: Option<Uuid>,
    /// Who of the organization took part.
    pub member: Option<Uuid>,
    /// What it is filed under.
    #[validate(length(max = 60))]
    #[param(max_length = 60)]
    pub tag: Option<String>,
    /// How it ended: an outcome, `cancelled` or `expired`.
    #[validate(length(max = 40))]
    #[param(max_length = 40)]
    pub outcome: Option<String>,
    /// Only those that are over, or (false) that go on.
    pub closed: Option<bool>,
    /// Opened at this time or later.
    pub from: Option<DateTime<Utc>>,
    /// Opened before this time.
    pub to: Option<DateTime<Utc>>,
}

/// The same as the store takes it.
#[derive(Debug, Clone)]
pub struct Filter {
    /// Whose archive.
    pub organization: Uuid,
    /// Only those this member is in: who does not run the organization finds nothing else.
    pub within: Option<Uuid>,
    /// Words as Postgres takes them.
    pub query: Option<String>,
    /// Words to mark.
    pub words: Vec<String>,
    /// The rest.
    pub wanted: Wanted,
}

impl Filter {
    /// What this member looks for.
    pub fn of(member: Member, wanted: Wanted) -> Self {
        let words = words::wanted(wanted.text.as_deref().unwrap_or_default());
        let tag = wanted.tag.as_deref().map(tags::model::one);
        Self {
            organization: member.organization,
            within: (member.role < Role::Manager).then_some(member.id),
            query: words::query(&words),
            words,
            wanted: Wanted { tag, ..wanted },
        }
    }
}

/// A part of an excerpt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ExcerptPart {
    /// The words.
    pub text: String,
    /// Whether they were looked for.
    pub marked: bool,
}

/// Where something that was looked for was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Excerpt {
    /// Number of the message.
    pub seq: i64,
    /// Whether it is a note.
    pub note: bool,
    /// What it says, in parts.
    pub parts: Vec<ExcerptPart>,
}

/// A conversation that was found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Found {
    /// Its state, with its tags.
    pub conversation: Conversation,
    /// The message that has most of the words; null when nothing was looked for by words, or it was the name.
    pub excerpt: Option<Excerpt>,
}

/// What a message says, around the first of the wanted words.
pub fn excerpt(text: &str, wanted: &[String]) -> Vec<ExcerptPart> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let parts = words::mark(&line, wanted);
    let before: usize =
        parts.iter().take_while(|(_, marked)| !marked).map(|(text, _)| text.chars().count()).sum();
    let skipped = if before == line.chars().count() { 0 } else { before.saturating_sub(LEAD_CHARACTERS) };
    let mut shown = cut(parts, skipped);
    let rest = line.chars().count().saturating_sub(skipped + EXCERPT_CHARACTERS);
    if skipped > 0 {
        shown.insert(0, ExcerptPart { text: "…".to_owned(), marked: false });
    }
    if rest > 0 {
        shown.push(ExcerptPart { text: "…".to_owned(), marked: false });
    }
    shown
}

/// The characters of an excerpt that follow the first `skipped`.
fn cut(parts: Vec<(String, bool)>, skipped: usize) -> Vec<ExcerptPart> {
    let (mut at, mut left) = (0, EXCERPT_CHARACTERS);
    let mut shown = Vec::new();
    for (text, marked) in parts {
        let part: String = text.chars().skip(skipped.saturating_sub(at)).take(left).collect();
        at += text.chars().count();
        left -= part.chars().count();
        if !part.is_empty() {
            shown.push(ExcerptPart { text: part, marked });
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, wanted: &str) -> String {
        let parts = excerpt(text, &words::wanted(wanted)).into_iter();
        parts.map(|part| if part.marked { format!("[{}]", part.text) } else { part.text }).collect()
    }

    #[test]
    fn an_excerpt_stands_around_the_first_word_that_was_found() {
        assert_eq!(shown("My knee\nhurts at the gate", "knee gate"), "My [knee] hurts at the [gate]");
        assert_eq!(shown("Nothing of it", "else"), "Nothing of it");
        let long = format!("{}the knee {}", "so ".repeat(40), "and so on ".repeat(40));
        let excerpt = shown(&long, "knee");
        assert!(
            excerpt.starts_with("…") && excerpt.ends_with("…") && excerpt.contains("the [knee] and"),
            "{excerpt}"
        );
        assert_eq!(excerpt.chars().count(), EXCERPT_CHARACTERS + "…[]…".chars().count());
    }
}
