//! What an attachment is, and the rules for beginning one.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::config::{AttachmentSettings, VOICE_SECONDS};

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AttachmentKind {
    /// A picture, which is made anew as a JPEG without metadata.
    Photo,
    /// A recorded clip, which is kept as it came.
    Voice,
}

/// Types that photos may be announced with; what they are is read from their first bytes.
const PHOTO_TYPES: [&str; 3] = ["image/jpeg", "image/png", "image/webp"];
/// The same of voice clips: what browsers record.
const VOICE_TYPES: [&str; 3] = ["audio/webm", "audio/ogg", "audio/mp4"];

impl AttachmentKind {
    /// The word that the table uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Voice => "voice",
        }
    }

    /// Reads the table's word; the table's own check allows no other.
    pub fn from_column(text: &str) -> Self {
        if text == "voice" { Self::Voice } else { Self::Photo }
    }

    /// Most bytes of one.
    pub fn most_bytes(self, limits: &AttachmentSettings) -> i64 {
        match self {
            Self::Photo => limits.photo_bytes,
            Self::Voice => limits.voice_bytes,
        }
    }

    /// Whether it may be announced with this type; parameters, such as the codec, are passed over.
    pub fn allows(self, media_type: &str) -> bool {
        let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let allowed = match self {
            Self::Photo => PHOTO_TYPES,
            Self::Voice => VOICE_TYPES,
        };
        allowed.contains(&essence.as_str())
    }

    /// The types it may have, for a person.
    pub fn types(self) -> &'static str {
        match self {
            Self::Photo => "image/jpeg, image/png or image/webp",
            Self::Voice => "audio/webm, audio/ogg or audio/mp4",
        }
    }
}

/// An attachment, as its uploader sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Attachment {
    /// Which one.
    pub id: Uuid,
    /// Where it may be sent.
    pub conversation: Uuid,
    /// What it is for.
    pub kind: AttachmentKind,
    /// How many bytes have arrived: the next piece begins here.
    pub offset: i64,
    /// How many there are in all.
    pub bytes: i64,
    /// Whether a message may carry it.
    pub finished: bool,
    /// Pixels of a finished photo from left to right.
    pub width: Option<i32>,
    /// Pixels of a finished photo from top to bottom.
    pub height: Option<i32>,
    /// Length of a finished voice clip.
    pub seconds: Option<i32>,
}

/// Why a file is of no use here. Each is a sentence for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// The first bytes are of something else, whatever it was called.
    #[error("this is no JPEG, PNG or WebP picture")]
    NoPicture,
    /// It says so itself, before anything is decoded.
    #[error("this picture has {width} × {height} pixels: at most {most} million in all are taken")]
    TooManyPixels {
        /// Pixels from left to right.
        width: u32,
        /// Pixels from top to bottom.
        height: u32,
        /// Millions of pixels.
        most: u64,
    },
    /// It begins like a picture and does not go on like one.
    #[error("this picture is damaged")]
    Damaged,
    /// It begins like a clip, and no sound can be found in it.
    #[error("this clip is damaged")]
    DamagedClip,
    /// Whatever its sender says.
    #[error("this clip is {0} seconds long: at most {VOICE_SECONDS} are taken")]
    TooLong(i32),
    /// The first bytes are of something else, whatever it was called.
    #[error("this is no WebM, Ogg or MP4 clip")]
    NoClip,
}

impl Unfit {
    /// Nothing can be made of it.
    pub fn damaged(kind: AttachmentKind) -> Self {
        match kind {
            AttachmentKind::Photo => Self::Damaged,
            AttachmentKind::Voice => Self::DamagedClip,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_shown_is_refused_before_it_is_uploaded() {
        assert!(AttachmentKind::Photo.allows("image/jpeg"));
        assert!(AttachmentKind::Photo.allows("IMAGE/WEBP"));
        assert!(!AttachmentKind::Photo.allows("image/svg+xml"));
        assert!(!AttachmentKind::Photo.allows("image/heic"));
        assert!(!AttachmentKind::Photo.allows("audio/webm"));
        assert!(AttachmentKind::Voice.allows("audio/webm;codecs=opus"));
        assert!(!AttachmentKind::Voice.allows("video/webm"));
    }
}
