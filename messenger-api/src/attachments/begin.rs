//! `POST /attachments`: announces a file, or asks how much of it has arrived. A form brings the file with it.

use axum::RequestExt;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use governor::clock::{Clock, DefaultClock};
use serde::Deserialize;
use service_kit::contract::{Always, BodyRefused, NotFound, TokenRefused};
use service_kit::identity::{Caller, Claims};
use service_kit::{Json, Problem};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::error::AttachmentError;
use super::model::{Attachment, AttachmentKind};
use super::whole::AttachmentForm;
use super::{store, whole};
use crate::conversations::model::{ConversationStatus, Part};
use crate::conversations::show::permit;
use crate::state::App;

/// A file that is to be uploaded.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
pub struct NewAttachment {
    /// Chosen by the sender; makes the call repeatable.
    pub id: Uuid,
    /// Where it is to be sent.
    pub conversation: Uuid,
    /// What it is for.
    pub kind: AttachmentKind,
    /// How long it is.
    #[validate(range(min = 1))]
    #[schema(minimum = 1)]
    pub bytes: i64,
    /// What it is, as far as the sender knows: `image/jpeg`, `image/png`, `image/webp`, `audio/webm`, `audio/ogg` or
    /// `audio/mp4`.
    #[validate(length(max = 100))]
    pub media_type: String,
}

/// Announces a photo or a voice clip that a message is to carry. Its bytes follow in pieces. The same `id` again says
/// how many have arrived, on any node, so that a broken upload goes on where it stopped. As a form the call brings the
/// whole file, and its answer says that it is ready.
#[utoipa::path(post, operation_id = "begin_attachment", path = "/messenger/v1/attachments", tag = "attachments",
    request_body(content((NewAttachment = "application/json"), (AttachmentForm = "multipart/form-data"))),
    responses(Always, TokenRefused, BodyRefused, NotFound, (status = 201, body = Attachment), (status = 200, description = "A repeat.", body = Attachment),
        (status = 409, description = "`closed`, `conflict`, `quota`", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "`too_large`", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "`too_many_requests`", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn begin(
    State(app): State<App>,
    Caller(claims): Caller,
    request: Request,
) -> Result<(StatusCode, Json<Attachment>), Problem> {
    let (attachment, is_new) = if whole::is_form(request.headers()) {
        whole::keep(&app, &claims, request).await?
    } else {
        let Json(new) = request.extract::<Json<NewAttachment>, _>().await?;
        let (kept, is_new) = announce(&app, &claims, &new).await?;
        (kept.shown(), is_new)
    };
    let status = if is_new { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(attachment)))
}

/// Keeps the announcement, whoever may write there; says whether it is new.
pub async fn announce(
    app: &App,
    claims: &Claims,
    new: &NewAttachment,
) -> Result<(store::Row, bool), Problem> {
    let access = permit(app, claims, new.conversation).await?;
    if access.part != Part::Talks {
        return Err(Problem::not_found("conversation"));
    }
    if let Some(known) = store::read(&app.pool, new.id).await? {
        return Ok((same(known, claims.sub, new)?, false));
    }
    if access.status == ConversationStatus::Closed {
        return Err(AttachmentError::Closed.into());
    }
    check(app, claims.sub, new).await?;
    let is_new = store::insert(&app.pool, claims.sub, new).await?;
    let kept = store::read(&app.pool, new.id).await?.ok_or(AttachmentError::NotFound)?;
    Ok((same(kept, claims.sub, new)?, is_new))
}

fn same(known: store::Row, owner: Uuid, new: &NewAttachment) -> Result<store::Row, AttachmentError> {
    let is_same = known.owner == owner
        && known.conversation == new.conversation
        && known.kind == new.kind.as_str()
        && known.bytes == new.bytes;
    is_same.then_some(known).ok_or(AttachmentError::Conflict)
}

/// What is not going to be taken is refused before a byte of it is sent.
async fn check(app: &App, owner: Uuid, new: &NewAttachment) -> Result<(), Problem> {
    let limits = &app.attachments.limits;
    let most = new.kind.most_bytes(limits);
    if !new.kind.allows(&new.media_type) {
        return Err(AttachmentError::MediaType(new.kind).into());
    }
    if new.bytes > most {
        return Err(AttachmentError::TooLarge(new.kind, most).into());
    }
    if let Err(not_until) = app.attachments.begun.check_key(&owner) {
        let wait = not_until.wait_time_from(DefaultClock::default().now());
        return Err(Problem::too_many_requests(wait.as_secs().saturating_add(1)));
    }
    let used = store::announced_today(&app.pool, owner).await?;
    if used.saturating_add(new.bytes) > limits.attachment_bytes_per_day {
        return Err(AttachmentError::Quota.into());
    }
    Ok(())
}
