//! Why something about an attachment was refused.

use axum::http::StatusCode;
use service_kit::Problem;

use super::files::FilesError;
use super::model::{AttachmentKind, Unfit};

/// A refusal.
#[derive(Debug, thiserror::Error)]
pub enum AttachmentError {
    /// Unknown, not the caller's, or not finished: the answer is the same.
    #[error("there is no such attachment")]
    NotFound,
    /// Nothing can be said there any more.
    #[error("This conversation is closed.")]
    Closed,
    /// The id was used for another file.
    #[error("This id was used before for another file.")]
    Conflict,
    /// The piece does not begin where the one before it ended.
    #[error("The next piece begins at byte {0}.")]
    Offset(i64),
    /// More than was announced.
    #[error("this goes past the {0} bytes that were announced")]
    PastTheEnd(i64),
    /// Larger than any file of its kind may be.
    #[error("A {} may have at most {} MB.", .0.as_str(), .1 / 1_000_000)]
    TooLarge(AttachmentKind, i64),
    /// A type that no app could show.
    #[error("must be {}", .0.types())]
    MediaType(AttachmentKind),
    /// More than a person may upload in a day.
    #[error("You have uploaded as much as is possible in a day.")]
    Quota,
    /// Of no use once it was looked at.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// Too many are made ready, or the work on one broke off: the same call may be made again.
    #[error("attachments cannot be made ready right now")]
    Busy,
    /// The object store refused.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] sqlx::Error),
}

impl From<AttachmentError> for Problem {
    fn from(error: AttachmentError) -> Self {
        let text = error.to_string();
        match error {
            AttachmentError::NotFound => Self::not_found("attachment"),
            AttachmentError::Closed => Self::conflict("closed", text),
            AttachmentError::Conflict => Self::conflict("conflict", text),
            AttachmentError::Offset(offset) => Self::conflict("offset", text).with("offset", offset),
            AttachmentError::PastTheEnd(_) => Self::invalid("body", text),
            AttachmentError::TooLarge(..) => Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", text),
            AttachmentError::MediaType(_) => Self::invalid("media_type", text),
            AttachmentError::Quota => Self::conflict("quota", text),
            AttachmentError::Unfit(_) => Self::invalid("file", text),
            AttachmentError::Busy => Self::unavailable(),
            AttachmentError::Files(error) => {
                tracing::error!(%error, "the object store failed");
                Self::unavailable()
            }
            AttachmentError::Store(error) => error.into(),
        }
    }
}
