//! `POST /core/v1/saved-replies`: keeps a text to be written again.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::contract::{Always, BodyRefused, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Problem};
use sqlx::PgPool;
use uuid::Uuid;

use super::error::SavedReplyError;
use super::model::{MOST, NewSavedReply, SavedReply, checked};
use super::store;

/// Keep a saved reply.
///
/// Everybody keeps their own; managers and owners keep those of the organization. Repeating the same answers the one
/// that there is.
#[utoipa::path(
    post,
    path = "/core/v1/saved-replies",
    operation_id = "create_saved_reply",
    tag = "saved replies",
    security(("token" = [])),
    request_body = NewSavedReply,
    responses(
        (status = 201, description = "The new one", body = SavedReply),
        (status = 200, description = "The same one, kept before", body = SavedReply),
        (status = 409, description = "`shortcut_taken`, `too_many`", body = Problem,
            content_type = "application/problem+json"),
        BodyRefused,
        TokenRefused,
        Always,
    ),
)]
pub async fn create(
    State(pool): State<PgPool>,
    member: Member,
    Json(new): Json<NewSavedReply>,
) -> Result<(StatusCode, Json<SavedReply>), Problem> {
    if !new.scope.permits(&member) {
        return Err(SavedReplyError::NotYours.into());
    }
    let (shortcut, text) = checked(&new.shortcut, &new.text).map_err(SavedReplyError::from)?;
    let owner = new.scope.owner(&member);
    if let Some(known) = store::by_shortcut(&pool, member.organization, owner, &shortcut).await? {
        return if known.text == text {
            Ok((StatusCode::OK, Json(known)))
        } else {
            Err(SavedReplyError::ShortcutTaken.into())
        };
    }
    if store::count(&pool, member.organization, owner).await? >= MOST {
        return Err(SavedReplyError::TooMany.into());
    }
    let whose = (member.organization, owner);
    let reply = store::insert(&pool, Uuid::now_v7(), whose, &shortcut, &text).await?;
    Ok((StatusCode::CREATED, Json(reply.ok_or(SavedReplyError::ShortcutTaken)?)))
}
