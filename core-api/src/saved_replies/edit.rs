//! `PATCH /core/v1/saved-replies/{id}`: changes a saved reply.

use axum::extract::State;
use service_kit::contract::{Always, BodyRefused, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Path, Problem, database};
use sqlx::PgPool;
use uuid::Uuid;

use super::error::SavedReplyError;
use super::model::{EditSavedReply, SavedReply, checked};
use super::store;

/// The rules that a shortcut is one of a kind.
const ONE_OF_A_KIND: [&str; 2] = ["saved_reply_of_organization", "saved_reply_of_member"];

/// Change a saved reply.
///
/// `version` is the version that was edited: when somebody else changed it in between, nothing happens and `current` of
/// the problem is what it is now.
#[utoipa::path(
    patch,
    path = "/core/v1/saved-replies/{id}",
    operation_id = "edit_saved_reply",
    tag = "saved replies",
    security(("token" = [])),
    params(("id" = Uuid, Path, description = "The saved reply")),
    request_body = EditSavedReply,
    responses(
        (status = 200, description = "The saved reply after the edit", body = SavedReply),
        (status = 409, description = "`version_conflict` with `current`, `shortcut_taken`", body = Problem,
            content_type = "application/problem+json"),
        BodyRefused,
        NotFound,
        TokenRefused,
        Always,
    ),
)]
pub async fn edit(
    State(pool): State<PgPool>,
    member: Member,
    Path(id): Path<Uuid>,
    Json(edit): Json<EditSavedReply>,
) -> Result<Json<SavedReply>, Problem> {
    let mut transaction = pool.begin().await?;
    let current = store::lock(&mut transaction, id, member.organization, member.id).await?;
    let current = current.ok_or(SavedReplyError::NotFound)?;
    if !current.scope.permits(&member) {
        return Err(SavedReplyError::NotYours.into());
    }
    let (shortcut, text) = (edit.shortcut.as_ref(), edit.text.as_ref());
    let (shortcut, text) = checked(shortcut.unwrap_or(&current.shortcut), text.unwrap_or(&current.text))
        .map_err(SavedReplyError::from)?;
    if current.version != edit.version {
        return Err(SavedReplyError::VersionConflict(Box::new(current)).into());
    }
    let reply = store::update(&mut transaction, id, &shortcut, &text).await.map_err(|error| {
        let is_taken = ONE_OF_A_KIND.iter().any(|rule| database::violates(&error, rule));
        if is_taken { SavedReplyError::ShortcutTaken } else { error.into() }
    })?;
    transaction.commit().await?;
    Ok(Json(reply))
}
