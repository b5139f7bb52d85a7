//! Why something about a saved reply was refused.

use service_kit::Problem;
use service_kit::problem::FieldError;

use super::model::{MOST, SavedReply};

/// A refusal.
#[derive(Debug, thiserror::Error)]
pub enum SavedReplyError {
    /// Unknown, of another organization, or somebody else's own.
    #[error("there is no such saved reply")]
    NotFound,
    /// Only managers and owners keep those of the organization.
    #[error("Saved replies of the organization are kept by managers and owners.")]
    NotYours,
    /// Fields that do not keep the rules.
    #[error("{} fields were refused", .0.len())]
    Invalid(Vec<FieldError>),
    /// Another one has this shortcut.
    #[error("Another saved reply has this shortcut.")]
    ShortcutTaken,
    /// There are as many as can be read at once.
    #[error("There are {MOST} saved replies already. Remove one first.")]
    TooMany,
    /// Somebody else changed it in between; this is what it is now.
    #[error("Somebody else changed this saved reply in between. `current` is what it is now.")]
    VersionConflict(Box<SavedReply>),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] sqlx::Error),
}

impl From<Vec<FieldError>> for SavedReplyError {
    fn from(refused: Vec<FieldError>) -> Self {
        Self::Invalid(refused)
    }
}

impl From<SavedReplyError> for Problem {
    fn from(error: SavedReplyError) -> Self {
        let detail = error.to_string();
        match error {
            SavedReplyError::NotFound => Self::not_found("saved reply"),
            SavedReplyError::NotYours => Self::forbidden(detail),
            SavedReplyError::Invalid(refused) => Self::invalid_fields(refused),
            SavedReplyError::ShortcutTaken => Self::conflict("shortcut_taken", detail),
            SavedReplyError::TooMany => Self::conflict("too_many", detail),
            SavedReplyError::VersionConflict(current) => Self::conflict("version_conflict", detail)
                .with("current", serde_json::to_value(current).unwrap_or_default()),
            SavedReplyError::Store(error) => error.into(),
        }
    }
}
