//! What a message is, and the rules for its content.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::config::{PHOTOS, TEXT_CHARACTERS, VOICE_SECONDS};

/// What a message says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Body {
    /// Words: 1 to 4,000 characters.
    Text {
        /// The words.
        text: String,
    },
    /// Photos: 1 to 5, with or without words.
    Photo {
        /// The photos, which were uploaded before.
        attachments: Vec<Photo>,
        /// Words beside them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    },
    /// A voice clip of at most three minutes.
    Voice {
        /// The clip, which was uploaded before.
        attachment: Uuid,
        /// How long it is: 1 to 180. What its bytes say takes the place of what its sender says.
        seconds: u32,
        /// The same in words, for whoever cannot listen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    },
    /// Words of a member for the other members, in a conversation of notes only.
    Note {
        /// The words: 1 to 4,000 characters.
        text: String,
        /// Number of the message of the help conversation after which it stands; 0 before all.
        beside: i64,
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

/// A photo that a message carries. Its size comes with it, so that nothing jumps when the picture arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Photo {
    /// The attachment.
    pub id: Uuid,
    /// Pixels from left to right, as the finished attachment has them.
    pub width: i32,
    /// Pixels from top to bottom.
    pub height: i32,
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
        match self {
            Self::Text { text } | Self::Note { text, .. } | Self::Notice { text, .. } => text.len(),
            Self::Photo { text, .. } | Self::Voice { text, .. } => text.as_ref().map_or(0, String::len),
        }
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
#[derive(Debug, Clone, Serialize, ToSchema)]
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
    pub body: Box<RawValue>,
    /// The message it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<i64>,
    /// Where it was written.
    #[schema(value_type = Option<Location>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Box<RawValue>>,
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
        Body::Photo { attachments, text } => {
            check_photos(attachments)?;
            check_beside(text.as_deref())?;
        }
        Body::Voice { seconds, text, .. } => {
            check_seconds(*seconds)?;
            check_beside(text.as_deref())?;
        }
        Body::Note { text, beside } => {
            check_text("body.text", text)?;
            if *beside < 0 {
                return Err(InvalidContent { field: "body.beside", reason: "must be 0 or more".to_owned() });
            }
        }
        Body::Notice { .. } => {
            return Err(InvalidContent {
                field: "body.kind",
                reason: "only Steward writes notices".to_owned(),
            });
        }
    }
    location.map_or(Ok(()), check_location)
}

/// Words beside a photo or a clip may be missing.
fn check_beside(text: Option<&str>) -> Result<(), InvalidContent> {
    text.map_or(Ok(()), |text| check_text("body.text", text))
}

fn check_photos(photos: &[Photo]) -> Result<(), InvalidContent> {
    let reason = if photos.is_empty() || photos.len() > PHOTOS {
        format!("must be 1 to {PHOTOS} photos")
    } else if (1..photos.len()).any(|end| {
        let (before, after) = photos.split_at(end);
        before.last().is_some_and(|photo| after.iter().any(|other| other.id == photo.id))
    }) {
        "must not name a photo twice".to_owned()
    } else {
        return Ok(());
    };
    Err(InvalidContent { field: "body.attachments", reason })
}

fn check_seconds(seconds: u32) -> Result<(), InvalidContent> {
    if (1..=VOICE_SECONDS).contains(&seconds) {
        return Ok(());
    }
    Err(InvalidContent { field: "body.seconds", reason: format!("must be between 1 and {VOICE_SECONDS}") })
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

/// Bytes of a digest.
pub const DIGEST_BYTES: usize = 16;

/// Digest of what somebody asks for: the same again is a repeat, anything else under the same id a conflict.
pub fn digest(parts: &impl Serialize) -> Vec<u8> {
    let text = serde_json::to_vec(parts).unwrap_or_default();
    Sha256::digest(&text).iter().take(DIGEST_BYTES).copied().collect()
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
    fn a_message_carries_one_to_five_different_photos() {
        let check = |count: u128, text: Option<&str>| {
            let photo = |id| Photo { id: Uuid::from_u128(id), width: 4, height: 3 };
            let attachments = (0..count).map(|number| photo(number % 5)).collect();
            check_content(&Body::Photo { attachments, text: text.map(str::to_owned) }, None)
        };
        assert!(check(1, None).is_ok());
        assert!(check(5, Some("The gate")).is_ok());
        assert_eq!(check(1, Some(" ")).unwrap_err().field, "body.text");
        assert_eq!(check(0, None).unwrap_err().field, "body.attachments");
        let doubled =
            Body::Photo { attachments: vec![Photo { id: Uuid::nil(), width: 4, height: 3 }; 2], text: None };
        assert!(check_content(&doubled, None).unwrap_err().reason.contains("twice"));
        assert!(check(6, None).unwrap_err().reason.contains("1 to 5"));
    }

    #[test]
    fn a_voice_clip_has_at_most_three_minutes() {
        let check =
            |seconds| check_content(&Body::Voice { attachment: Uuid::nil(), seconds, text: None }, None);
        assert!(check(1).is_ok() && check(180).is_ok());
        assert_eq!(check(0).unwrap_err().field, "body.seconds");
        assert_eq!(check(181).unwrap_err().field, "body.seconds");
    }

    #[test]
    fn a_location_is_a_place_on_earth() {
        let at = |latitude, longitude, accuracy| check_location(&Location { latitude, longitude, accuracy });
        assert!(at(53.5, 9.9, Some(12.0)).is_ok());
        assert_eq!(at(91.0, 0.0, None).unwrap_err().field, "location.latitude");
        assert_eq!(at(0.0, f64::NAN, None).unwrap_err().field, "location.longitude");
        assert_eq!(at(0.0, 0.0, Some(-1.0)).unwrap_err().field, "location.accuracy");
    }
}
