//! `PATCH /attachments/{id}`: adds the next piece; the last one makes the attachment ready.

use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderMap, StatusCode};
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Caller;
use service_kit::{Json, Path, Problem};
use uuid::Uuid;

use super::error::AttachmentError;
use super::model::Attachment;
use super::{finish, store};
use crate::state::App;

/// Names where a piece begins.
const OFFSET: &str = "upload-offset";

/// Adds the piece that begins at `Upload-Offset`, at most 256 KiB. The last one makes the attachment ready. A piece
/// that does not begin where the one before it ended is refused with the right `offset`; a last piece whose answer was
/// lost may be repeated.
#[utoipa::path(patch, operation_id = "append_to_attachment", path = "/messenger/v1/attachments/{id}", tag = "attachments",
    params(("id" = Uuid, Path, description = "The attachment."), ("Upload-Offset" = i64, Header, description = "How many bytes stand before this piece.")),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(Always, TokenRefused, NotFound, (status = 200, body = Attachment),
        (status = 400, description = "`invalid`: the body broke off", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`offset`: `offset` says where the next piece begins", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "`too_large`: more than 256 KiB", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`invalid`: the header or the file; `errors` says why. A refused file is forgotten", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn append(
    State(app): State<App>,
    Caller(claims): Caller,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
    piece: Result<Bytes, BytesRejection>,
) -> Result<Json<Attachment>, Problem> {
    let known = store::read(&app.pool, id).await?.filter(|known| known.owner == claims.sub);
    let known = known.ok_or(AttachmentError::NotFound)?;
    let offset = offset_of(&headers)?;
    let piece = piece.map_err(|rejection| unreadable(&rejection))?;
    let end = i64::try_from(piece.len()).unwrap_or(i64::MAX).saturating_add(offset);
    if end > known.bytes {
        return Err(AttachmentError::PastTheEnd(known.bytes).into());
    }
    let is_repeat = end == known.received;
    if !is_repeat && !store::append(&app.pool, id, offset, &piece).await? {
        let now = store::read(&app.pool, id).await?.ok_or(AttachmentError::NotFound)?;
        return Err(AttachmentError::Offset(now.received).into());
    }
    let known = store::Row { received: end, ..known };
    if end < known.bytes || known.is_finished() {
        return Ok(Json(known.shown()));
    }
    Ok(Json(finish::finish(&app, known).await?))
}

fn offset_of(headers: &HeaderMap) -> Result<i64, Problem> {
    let value = headers.get(OFFSET).and_then(|value| value.to_str().ok()).and_then(|text| text.parse().ok());
    value
        .filter(|offset| *offset >= 0)
        .ok_or_else(|| Problem::invalid("Upload-Offset", "must be a number of bytes, 0 or more"))
}

fn unreadable(rejection: &BytesRejection) -> Problem {
    if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", "A piece is at most 256 KiB long.");
    }
    Problem::unreadable("The piece could not be read to its end.")
}
