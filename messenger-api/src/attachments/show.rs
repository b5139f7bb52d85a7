//! `GET /attachments/{id}` and its thumbnail: the files, for whoever may read the conversation.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::{Caller, Claims};
use service_kit::{Path, Problem};
use uuid::Uuid;

use super::error::AttachmentError;
use super::store::Row;
use super::{files, picture, store};
use crate::conversations::show::permit;
use crate::state::App;

/// A file never changes, and is not for anybody else.
const CACHE: &str = "private, max-age=31536000, immutable";
/// Whatever a browser takes it for, it may do nothing.
const POLICY: &str = "default-src 'none'; sandbox";

/// The file: a photo as JPEG, a voice clip as it was recorded.
#[utoipa::path(get, operation_id = "read_attachment", path = "/messenger/v1/attachments/{id}", tag = "attachments",
    params(("id" = Uuid, Path, description = "The attachment.")),
    responses(Always, TokenRefused, NotFound, (status = 200, body = Vec<u8>, content_type = "application/octet-stream")),
    security(("token" = [])))]
pub async fn show(
    State(app): State<App>,
    Caller(claims): Caller,
    Path(id): Path<Uuid>,
) -> Result<Response, Problem> {
    let row = readable(&app, &claims, id).await?;
    let file = app.attachments.files.get(&files::original(id)).await.map_err(AttachmentError::from)?;
    answer(&row.media_type, file)
}

/// A small picture of a photo, at most 320 pixels wide and high.
#[utoipa::path(get, operation_id = "read_thumbnail", path = "/messenger/v1/attachments/{id}/thumbnail", tag = "attachments",
    params(("id" = Uuid, Path, description = "The attachment.")),
    responses(Always, TokenRefused, NotFound, (status = 200, body = Vec<u8>, content_type = "image/jpeg")),
    security(("token" = [])))]
pub async fn show_thumbnail(
    State(app): State<App>,
    Caller(claims): Caller,
    Path(id): Path<Uuid>,
) -> Result<Response, Problem> {
    readable(&app, &claims, id).await?;
    let file = app.attachments.files.get(&files::thumbnail(id)).await.map_err(AttachmentError::from)?;
    answer(picture::MEDIA_TYPE, file)
}

/// Unfinished, unknown and foreign ones do not exist.
async fn readable(app: &App, claims: &Claims, id: Uuid) -> Result<Row, Problem> {
    let row = store::read(&app.pool, id).await?.filter(Row::is_finished).ok_or(AttachmentError::NotFound)?;
    permit(app, claims, row.conversation).await.map_err(|error| match error {
        crate::conversations::error::ConversationError::NotFound => AttachmentError::NotFound.into(),
        other => Problem::from(other),
    })?;
    Ok(row)
}

fn answer(media_type: &str, file: Option<Bytes>) -> Result<Response, Problem> {
    let file = file.ok_or(AttachmentError::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, media_type),
        (header::CONTENT_DISPOSITION, "attachment"),
        (header::CACHE_CONTROL, CACHE),
        (header::CONTENT_SECURITY_POLICY, POLICY),
    ];
    Ok((headers, file).into_response())
}
