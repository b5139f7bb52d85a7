//! What a message is, and the rules for its content.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::config::TEXT_CHARACTERS;

/// What a message says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Body {
    /// Words: 1 to 4,000 characters.
    Text {
        /// The words.
        text: String,
    },
    /// Steward itself says something; from clients it is refused.
    Notice {
        /// What happened.
        notice: Notice,
        /// Whom to call in an emergency; null when the event names nobody.
        emergency_number: Option<String>,
        /// The same in English, for clients that do not know the notice.
        text: String,
    },
}

/// What Steward itself tells the people of a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// The organization was blocked, so nobody of it can help any more.
    OrganizationBlocked,
}

impl Body {
    /// How long its words are, in bytes.
    pub fn bytes(&self) -> usize {
        let (Self::Text { text } | Self::Notice { text, .. }) = self;
        text.len()
    }

    /// Tells that the organization was blocked, and whom to call instead.
    pub fn organization_blocked(emergency_number: Option<String>) -> Self {
        let number = emergency_number.as_deref().unwrap_or("the local emergency number");
        let text = format!("The help desk of this event is closed. In an emergency call {number}.");
        Self::Notice { notice: Notice::OrganizationBlocked, emergency_number, text }
    }
}

/// Where something is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Location {
    /// Degrees north, -90 to 90.
    pub latitude: f64,
    /// Degrees east, -180 to 180.
    pub longitude: f64,
    /// Radius in metres within which the place lies.
    #[serde(default)]
    pub accuracy: Option<f64>,
}

/// What kind of person wrote a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SenderKind {
    /// A person at the event.
    Participant,
    /// A person of the organization.
    Member,
    /// Steward itself.
    System,
}

impl SenderKind {
    /// The word that the table uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Participant => "participant",
            Self::Member => "member",
            Self::System => "system",
        }
    }

    /// Reads the table's word; the table's own check allows no other.
    pub fn from_column(text: &str) -> Self {
        match text {
            "participant" => Self::Participant,
            "member" => Self::Member,
            _ => Self::System,
        }
    }
}

/// Who wrote a message. The name comes with the conversation's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct Sender {
    /// The person.
    pub id: Uuid,
    /// What kind of person.
    pub kind: SenderKind,
}

/// One entry of a conversation.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Message {
    /// The conversation.
    pub conversation: Uuid,
    /// Its number there: 1, 2, 3, … without holes.
    pub seq: i64,
    /// The id that its writer gave it.
    pub client_id: Uuid,
    /// Who wrote it.
    pub sender: Sender,
    /// When it was stored.
    pub at: DateTime<Utc>,
    /// What it says.
    #[schema(value_type = Body)]
    pub body: serde_json::Value,
    /// The message it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<i64>,
    /// Where it was written.
    #[schema(value_type = Option<Location>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<serde_json::Value>,
}

/// A message was stored: the answer to sending it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Acknowledged {
    /// The id that its writer gave it.
    pub client_id: Uuid,
    /// The conversation.
    pub conversation: Uuid,
    /// Its number there.
    pub seq: i64,
    /// When it was stored.
    pub at: DateTime<Utc>,
    /// Whether it had been stored before, by an earlier attempt.
    pub duplicate: bool,
}

/// A field of a message that does not hold what it must.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {reason}")]
pub struct InvalidContent {
    /// Path of the field.
    pub field: &'static str,
    /// Why, as a sentence for a person.
    pub reason: String,
}

/// Checks a text: some words, and not too many.
pub fn check_text(field: &'static str, text: &str) -> Result<(), InvalidContent> {
    if text.trim().is_empty() {
        return Err(InvalidContent { field, reason: "must not be empty".to_owned() });
    }
    if text.chars().count() > TEXT_CHARACTERS {
        return Err(InvalidContent {
            field,
            reason: format!("must be at most {TEXT_CHARACTERS} characters long"),
        });
    }
    Ok(())
}

/// Checks what a client wants to send.
pub fn check_content(body: &Body, location: Option<&Location>) -> Result<(), InvalidContent> {
    match body {
        Body::Text { text } => check_text("body.text", text)?,
        Body::Notice { .. } => {
            return Err(InvalidContent {
                field: "body.kind",
                reason: "only Steward writes notices".to_owned(),
            });
        }
    }
    location.map_or(Ok(()), check_location)
}

/// Checks that a location is a place on Earth.
pub fn check_location(location: &Location) -> Result<(), InvalidContent> {
    let within = |field, value: f64, bound: f64| {
        if value.is_finite() && value.abs() <= bound {
            return Ok(());
        }
        Err(InvalidContent { field, reason: format!("must be between -{bound} and {bound}") })
    };
    within("location.latitude", location.latitude, 90.0)?;
    within("location.longitude", location.longitude, 180.0)?;
    match location.accuracy {
        Some(accuracy) if !accuracy.is_finite() || accuracy < 0.0 => {
            Err(InvalidContent { field: "location.accuracy", reason: "must be 0 or more metres".to_owned() })
        }
        _ => Ok(()),
    }
}

/// Digest of what a message says: the same client id with the same digest is a repeat, with another a conflict.
pub fn digest(parts: &impl Serialize) -> Vec<u8> {
    let text = serde_json::to_vec(parts).unwrap_or_default();
    Sha256::digest(&text).iter().take(16).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_one_to_four_thousand_characters() {
        let check = |text: &str| check_content(&Body::Text { text: text.to_owned() }, None);
        assert!(check("Help").is_ok());
        assert!(check(&"ü".repeat(4_000)).is_ok());
        assert_eq!(check(&"ü".repeat(4_001)).unwrap_err().field, "body.text");
        assert_eq!(check(" \n\t").unwrap_err().field, "body.text");
    }

    #[test]
    fn a_location_is_a_place_on_earth() {
        let at = |latitude, longitude, accuracy| check_location(&Location { latitude, longitude, accuracy });
        assert!(at(53.5, 9.9, Some(12.0)).is_ok());
        assert_eq!(at(91.0, 0.0, None).unwrap_err().field, "location.latitude");
        assert_eq!(at(0.0, f64::NAN, None).unwrap_err().field, "location.longitude");
        assert_eq!(at(0.0, 0.0, Some(-1.0)).unwrap_err().field, "location.accuracy");
    }

    #[test]
    fn a_digest_tells_contents_apart() {
        let text = |text: &str| Body::Text { text: text.to_owned() };
        let here = Location { latitude: 1.0, longitude: 2.0, accuracy: None };
        assert_eq!(digest(&(text("a"), None::<Location>)), digest(&(text("a"), None::<Location>)));
        assert_ne!(digest(&(text("a"), None::<Location>)), digest(&(text("b"), None::<Location>)));
        assert_ne!(digest(&(text("a"), None::<Location>)), digest(&(text("a"), Some(here))));
    }
}
