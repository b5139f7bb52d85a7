//! `DELETE /core/v1/saved-replies/{id}`: removes a saved reply.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Path, Problem};
use sqlx::PgPool;
use uuid::Uuid;

use super::error::SavedReplyError;
use super::store;

/// Remove a saved reply. What was written with it stays.
#[utoipa::path(
    delete,
    path = "/core/v1/saved-replies/{id}",
    operation_id = "delete_saved_reply",
    tag = "saved replies",
    security(("token" = [])),
    params(("id" = Uuid, Path, description = "The saved reply")),
    responses((status = 204, description = "It is gone"), NotFound, TokenRefused, Always),
)]
pub async fn delete(
    State(pool): State<PgPool>,
    member: Member,
    Path(id): Path<Uuid>,
) -> Result<StatusCode, Problem> {
    let mut transaction = pool.begin().await?;
    let current = store::lock(&mut transaction, id, member.organization, member.id).await?;
    let current = current.ok_or(SavedReplyError::NotFound)?;
    if !current.scope.permits(&member) {
        return Err(SavedReplyError::NotYours.into());
    }
    store::delete(&mut transaction, id).await?;
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
