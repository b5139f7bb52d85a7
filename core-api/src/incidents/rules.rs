//! What the details of an incident, its links and its comments must keep to.

use service_kit::problem::FieldError;
use uuid::Uuid;

use super::model::Details;

/// Most characters of a title.
const TITLE: usize = 120;
/// Most characters of a description: those of a message.
const DESCRIPTION: usize = 4_000;
/// Most characters of a place.
const PLACE: usize = 200;
/// Most characters of a comment.
const COMMENT: usize = 2_000;
/// Most conversations of an incident: all of them are answered with one call, and every reading names them.
pub const MOST_CONVERSATIONS: usize = 500;

/// The fields that were refused, and why.
pub type Refusals = Vec<FieldError>;

impl Details {
    /// The same without what typing leaves behind, if it keeps every rule; otherwise each field that does not.
    pub fn checked(mut self) -> Result<Self, Refusals> {
        for text in [&mut self.title, &mut self.description, &mut self.place] {
            *text = text.trim().to_owned();
        }
        let found = [
            line("title", &self.title, 1, TITLE),
            words("description", &self.description, 0, DESCRIPTION),
            line("place", &self.place, 0, PLACE),
        ];
        let refused: Refusals = found.into_iter().flatten().collect();
        if refused.is_empty() { Ok(self) } else { Err(refused) }
    }
}

/// A comment without what typing leaves behind, if it says something; otherwise why not.
pub fn comment(text: &str) -> Result<String, Refusals> {
    let text = text.trim();
    words("text", text, 1, COMMENT).map_or(Ok(text.to_owned()), |refused| Err(vec![refused]))
}

/// Each of these conversations once, in their order, if they are not too many.
pub fn conversations(named: &[Uuid]) -> Result<Vec<Uuid>, Refusals> {
    let mut each = Vec::with_capacity(named.len().min(MOST_CONVERSATIONS));
    for id in named.iter().take(MOST_CONVERSATIONS) {
        if !each.contains(id) {
            each.push(*id);
        }
    }
    if named.len() <= MOST_CONVERSATIONS {
        return Ok(each);
    }
    Err(vec![refused("conversations", format!("must be at most {MOST_CONVERSATIONS}"))])
}

fn refused(field: &str, reason: String) -> FieldError {
    FieldError { field: field.to_owned(), reason }
}

/// One line of text.
fn line(field: &str, text: &str, least: usize, most: usize) -> Option<FieldError> {
    let has_breaks = text.contains(char::is_control);
    words(field, text, least, most).or_else(|| {
        has_breaks.then(|| refused(field, "must be one line without control characters".to_owned()))
    })
}

/// Any text on any number of lines.
fn words(field: &str, text: &str, least: usize, most: usize) -> Option<FieldError> {
    let characters = text.chars().count();
    if !(least..=most).contains(&characters) {
        let reason =
            if least == 0 { format!("must be at most {most}") } else { format!("must be {least} to {most}") };
        return Some(refused(field, format!("{reason} characters long")));
    }
    let strange = text.contains(|sign: char| sign.is_control() && !matches!(sign, '\n' | '\r' | '\t'));
    strange.then(|| refused(field, "must not hold control characters".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::model::{Priority, Severity, Status};
    use super::*;

    fn details(title: &str, place: &str) -> Details {
        Details {
            title: title.to_owned(),
            description: String::new(),
            place: place.to_owned(),
            status: Status::ToDo,
            priority: Priority::Normal,
            severity: Severity::Minor,
            owner: None,
        }
    }

    fn fields(refusals: Refusals) -> Vec<String> {
        refusals.into_iter().map(|refused| refused.field).collect()
    }

    #[test]
    fn a_title_is_one_line_that_says_something() {
        let kept = details(" The lights are out ", " Gate A ").checked().unwrap();
        assert_eq!((kept.title.as_str(), kept.place.as_str()), ("The lights are out", "Gate A"));
        for title in ["", " ", "a\nb", &"ü".repeat(121)] {
            assert_eq!(fields(details(title, "").checked().unwrap_err()), ["title"], "{title}");
        }
        assert!(details(&"ü".repeat(120), "").checked().is_ok());
        assert_eq!(fields(details("", &"x".repeat(201)).checked().unwrap_err()), ["title", "place"]);
    }

    #[test]
    fn a_description_and_a_comment_have_lines_and_no_other_control_characters() {
        let described = |text: &str| Details { description: text.to_owned(), ..details("Out", "") }.checked();
        assert!(described("One.\nTwo.").is_ok());
        assert_eq!(fields(described("\u{7}a").unwrap_err()), ["description"]);
        assert_eq!(comment(" Seen.\nTwice. ").unwrap(), "Seen.\nTwice.");
        assert_eq!(fields(comment("  ").unwrap_err()), ["text"]);
        assert_eq!(fields(comment(&"x".repeat(2_001)).unwrap_err()), ["text"]);
    }

    #[test]
    fn a_conversation_is_linked_once_and_not_too_many_are() {
        let (a, b) = (Uuid::from_u128(1), Uuid::from_u128(2));
        assert_eq!(conversations(&[b, a, b]).unwrap(), [b, a]);
        assert!(conversations(&[a; MOST_CONVERSATIONS]).is_ok());
        assert_eq!(fields(conversations(&[a; MOST_CONVERSATIONS + 1]).unwrap_err()), ["conversations"]);
    }

    #[test]
    fn what_is_resolved_or_cancelled_is_closed() {
        assert!([Status::Resolved, Status::Cancelled].into_iter().all(Status::is_closed));
        assert!(![Status::ToDo, Status::InProgress].into_iter().any(Status::is_closed));
    }
}
