//! Makes an attachment ready whose last byte has arrived: looked at, cleaned, and kept where every node finds it.

use std::time::Duration;

use tokio::sync::SemaphorePermit;
use tokio::time::timeout;

use super::error::AttachmentError;
use super::model::{Attachment, AttachmentKind, Unfit};
use super::store::{self, Finished, Row};
use super::{Attachments, files, picture, sound};
use crate::state::App;

/// How long a finished upload may wait for its turn; then its sender tries again.
const PATIENCE: Duration = Duration::from_secs(10);

/// A file that may be kept.
struct Ready {
    media_type: &'static str,
    file: Vec<u8>,
    picture: Option<Picture>,
    seconds: Option<i32>,
}

struct Picture {
    thumbnail: Vec<u8>,
    width: i32,
    height: i32,
}

/// Makes it ready. A file that is of no use is forgotten at once; repeating after anything else is safe.
pub async fn finish(app: &App, row: Row) -> Result<Attachment, AttachmentError> {
    let attachments = &app.attachments;
    let _turn = turn(attachments).await?;
    let data = store::pieces(&app.pool, row.id).await?.concat();
    if data.is_empty() {
        // Another call was faster.
        let now = store::read(&app.pool, row.id).await?.ok_or(AttachmentError::NotFound)?;
        return if now.is_finished() { Ok(now.shown()) } else { Err(AttachmentError::Busy) };
    }
    let (kind, most) = (row.kind(), attachments.limits.photo_megapixels);
    let made = match tokio::task::spawn_blocking(move || make(kind, data, most)).await {
        // A reader of files that panics would do so again: nobody is to repeat it for ever.
        Err(error) if error.is_panic() => Err(Unfit::damaged(kind)),
        made => made.map_err(|_| AttachmentError::Busy)?,
    };
    let ready = match made {
        Ok(ready) => ready,
        Err(unfit) => {
            store::discard(&app.pool, row.id).await?;
            return Err(unfit.into());
        }
    };
    attachments.files.put(&files::original(row.id), ready.file).await?;
    let size = ready.picture.as_ref().map(|picture| (picture.width, picture.height));
    if let Some(picture) = ready.picture {
        attachments.files.put(&files::thumbnail(row.id), picture.thumbnail).await?;
    }
    let finished = Finished {
        media_type: ready.media_type,
        width: size.map(|(width, _)| width),
        height: size.map(|(_, height)| height),
        seconds: ready.seconds,
    };
    store::finish(&app.pool, row.id, &finished).await?;
    let now = store::read(&app.pool, row.id).await?.ok_or(AttachmentError::NotFound)?;
    Ok(now.shown())
}

async fn turn(attachments: &Attachments) -> Result<SemaphorePermit<'_>, AttachmentError> {
    let turn = timeout(PATIENCE, attachments.turns.acquire()).await;
    turn.map_err(|_| AttachmentError::Busy)?.map_err(|_| AttachmentError::Busy)
}

fn make(kind: AttachmentKind, data: Vec<u8>, most_megapixels: u64) -> Result<Ready, Unfit> {
    match kind {
        AttachmentKind::Photo => {
            let clean = picture::clean(&data, most_megapixels)?;
            let pixels = |number: u32| i32::try_from(number).map_err(|_| Unfit::Damaged);
            let (width, height) = (pixels(clean.width)?, pixels(clean.height)?);
            let picture = Some(Picture { thumbnail: clean.thumbnail, width, height });
            Ok(Ready { media_type: picture::MEDIA_TYPE, file: clean.photo, picture, seconds: None })
        }
        AttachmentKind::Voice => {
            let media_type = sound::media_type(&data).ok_or(Unfit::NoClip)?;
            let seconds = Some(sound::seconds(&data)?);
            Ok(Ready { media_type, file: data, picture: None, seconds })
        }
    }
}
