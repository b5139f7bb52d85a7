//! `POST /attachments` as a form: a whole file in one call, for programs on a network that holds. Phones send pieces.

use std::time::Duration;

use axum::RequestExt;
use axum::body::Bytes;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{DefaultBodyLimit, Multipart, Request};
use axum::http::{HeaderMap, StatusCode, header};
use service_kit::Problem;
use service_kit::identity::Claims;
use tokio::time::timeout;
use utoipa::ToSchema;
use uuid::Uuid;

use super::begin::{NewAttachment, announce};
use super::error::AttachmentError;
use super::model::{Attachment, AttachmentKind};
use super::{finish, store};
use crate::state::App;

/// Forms that are read at once: each may need the memory of the largest file.
pub const AT_ONCE: usize = 4;
/// How long a form may wait for its turn, and how long it may take to come: more than that is for pieces.
const PATIENCE: Duration = Duration::from_secs(60);
/// Bytes of a form beside its file.
const FRAME_BYTES: i64 = 16 * 1024;

/// A file and where it is to be sent.
#[derive(Debug, Default, ToSchema)]
pub struct AttachmentForm {
    /// Chosen by the sender; makes the call repeatable. One is made when it is missing.
    id: Option<Uuid>,
    /// Where it is to be sent.
    #[schema(required = true)]
    conversation: Option<Uuid>,
    /// What it is for; by the type of the file when it is missing.
    kind: Option<AttachmentKind>,
    /// The file, with its content type.
    #[schema(required = true, value_type = String, format = Binary)]
    file: Option<Bytes>,
    #[schema(ignore)]
    media_type: String,
}

/// Whether a request is such a form.
pub fn is_form(headers: &HeaderMap) -> bool {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    content_type
        .is_some_and(|value| value.trim_start().to_ascii_lowercase().starts_with("multipart/form-data"))
}

/// Keeps the file of a form; says whether it is new.
pub async fn keep(app: &App, claims: &Claims, mut request: Request) -> Result<(Attachment, bool), Problem> {
    let limits = &app.attachments.limits;
    let most = limits.photo_bytes.max(limits.voice_bytes).saturating_add(FRAME_BYTES);
    DefaultBodyLimit::max(usize::try_from(most).unwrap_or(usize::MAX)).apply(&mut request);
    let turn = timeout(PATIENCE, app.attachments.forms.acquire()).await.map_err(|_| AttachmentError::Busy)?;
    let _turn = turn.map_err(|_| AttachmentError::Busy)?;
    let form = request.extract::<Multipart, _>().await.map_err(|_| no_form())?;
    let (new, file) = timeout(PATIENCE, read(form)).await.map_err(|_| no_form())??.into_parts()?;
    let (row, is_new) = announce(app, claims, &new).await?;
    if row.is_finished() {
        return Ok((row.shown(), is_new));
    }
    let rest =
        usize::try_from(row.received).ok().and_then(|received| file.get(received..)).unwrap_or_default();
    if !rest.is_empty() && !store::append(&app.pool, row.id, row.received, rest).await? {
        return Err(AttachmentError::Busy.into());
    }
    let row = store::Row { received: row.bytes, ..row };
    Ok((finish::finish(app, row).await?, is_new))
}

async fn read(mut fields: Multipart) -> Result<AttachmentForm, Problem> {
    let mut form = AttachmentForm::default();
    while let Some(field) = fields.next_field().await.map_err(|error| unreadable(&error))? {
        match field.name() {
            Some("id") => form.id = Some(value(field, "id", "must be a UUID").await?),
            Some("conversation") => {
                form.conversation = Some(value(field, "conversation", "must be a UUID").await?);
            }
            Some("kind") => form.kind = Some(value(field, "kind", "must be photo or voice").await?),
            Some("file") => {
                form.media_type = field.content_type().unwrap_or_default().to_owned();
                form.file = Some(field.bytes().await.map_err(|error| unreadable(&error))?);
            }
            // What nobody knows is passed over, as in JSON.
            _ => {}
        }
    }
    Ok(form)
}

async fn value<T: serde::de::DeserializeOwned>(
    field: Field<'_>,
    name: &'static str,
    rule: &'static str,
) -> Result<T, Problem> {
    let text = field.text().await.map_err(|error| unreadable(&error))?;
    serde_json::from_value(text.into()).map_err(|_| Problem::invalid(name, rule))
}

impl AttachmentForm {
    fn into_parts(self) -> Result<(NewAttachment, Bytes), Problem> {
        let conversation = self.conversation.ok_or_else(|| Problem::invalid("conversation", "is missing"))?;
        let file = self.file.filter(|file| !file.is_empty());
        let file = file.ok_or_else(|| Problem::invalid("file", "is missing"))?;
        let is_sound = self.media_type.starts_with("audio/");
        let kind = self.kind.unwrap_or(if is_sound { AttachmentKind::Voice } else { AttachmentKind::Photo });
        let new = NewAttachment {
            id: self.id.unwrap_or_else(Uuid::now_v7),
            conversation,
            kind,
            bytes: i64::try_from(file.len()).unwrap_or(i64::MAX),
            media_type: self.media_type,
        };
        Ok((new, file))
    }
}

fn no_form() -> Problem {
    Problem::unreadable("The form could not be read to its end.")
}

fn unreadable(error: &MultipartError) -> Problem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", "The file is too large.");
    }
    no_form()
}
