//! What a message carries: looked at before the message is handed to the sequencer, so that messages of words alone pay
//! nothing for it.

use uuid::Uuid;

use super::model::AttachmentKind;
use super::store::{self, Row};
use crate::messages::model::Body;
use crate::sequencer::Refusal;
use crate::state::App;

/// Everything that this message carries is ready, is what the message says, and was uploaded to this conversation by
/// whoever sends it. How long a clip is nobody needs to know better than its bytes: the message says that from now on.
pub async fn check(app: &App, sender: Uuid, conversation: Uuid, body: &mut Body) -> Result<(), Refusal> {
    let ids = carried(body);
    if ids.is_empty() {
        return Ok(());
    }
    let rows = store::ready(&app.pool, conversation, sender, &ids).await.map_err(|error| {
        tracing::warn!(%error, "what a message carries could not be looked at");
        Refusal::Unavailable
    })?;
    if !fits(body, &rows) {
        return Err(Refusal::Attachment);
    }
    if let Body::Voice { seconds, .. } = body {
        let length = rows.iter().find_map(|row| row.seconds).and_then(|length| u32::try_from(length).ok());
        *seconds = length.unwrap_or(*seconds);
    }
    Ok(())
}

fn carried(body: &Body) -> Vec<Uuid> {
    match body {
        Body::Photo { attachments, .. } => attachments.iter().map(|photo| photo.id).collect(),
        Body::Voice { attachment, .. } => vec![*attachment],
        Body::Text { .. } | Body::Note { .. } | Body::Notice { .. } => Vec::new(),
    }
}

fn fits(body: &Body, rows: &[Row]) -> bool {
    let of = |id: Uuid, kind: AttachmentKind| rows.iter().find(|row| row.id == id && row.kind() == kind);
    match body {
        Body::Photo { attachments, .. } => attachments.iter().all(|photo| {
            of(photo.id, AttachmentKind::Photo)
                .is_some_and(|row| (row.width, row.height) == (Some(photo.width), Some(photo.height)))
        }),
        Body::Voice { attachment, .. } => of(*attachment, AttachmentKind::Voice).is_some(),
        Body::Text { .. } | Body::Note { .. } | Body::Notice { .. } => true,
    }
}
