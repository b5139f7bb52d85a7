//! Photos and voice clips: uploaded in pieces before the message that carries them, cleaned, kept in an object store,
//! and shown to whoever may read their conversation.

pub mod append;
pub mod begin;
pub mod carried;
pub mod error;
pub mod files;
pub mod finish;
pub mod model;
pub mod picture;
pub mod show;
pub mod sound;
pub mod store;
pub mod tidy;
pub mod whole;

use governor::{DefaultKeyedRateLimiter, RateLimiter};
use tokio::sync::Semaphore;
use uuid::Uuid;

use crate::config::AttachmentSettings;
use crate::live::limits::quota;
use files::{Files, FilesError};

/// What this feature keeps on a node.
#[derive(Debug)]
pub struct Attachments {
    /// Where finished ones are.
    pub files: Files,
    /// Their limits.
    pub limits: AttachmentSettings,
    /// How many may be made ready at once: each needs the memory of a whole picture.
    turns: Semaphore,
    /// How many whole files may be read at once.
    forms: Semaphore,
    /// New ones, by person.
    begun: DefaultKeyedRateLimiter<Uuid>,
}

impl Attachments {
    /// Opens the object store.
    pub fn open(settings: &AttachmentSettings) -> Result<Self, FilesError> {
        let a_minute = settings.attachments_per_minute;
        Ok(Self {
            files: Files::open(settings.files.as_deref().unwrap_or(files::DEFAULT_PLACE))?,
            limits: settings.clone(),
            turns: Semaphore::new(settings.photos_at_once.max(1)),
            forms: Semaphore::new(whole::AT_ONCE),
            begun: RateLimiter::keyed(quota(a_minute.div_ceil(60), a_minute)),
        })
    }
}
