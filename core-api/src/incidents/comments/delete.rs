//! `DELETE /core/v1/incidents/{id}/comments/{comment}`: a member takes back what they said about an incident.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Path, Problem};
use sqlx::PgPool;
use uuid::Uuid;

use super::super::error::IncidentError;
use super::super::store as incidents;
use super::store;

/// Delete a comment of one's own.
#[utoipa::path(
    delete,
    path = "/core/v1/incidents/{id}/comments/{comment}",
    operation_id = "delete_incident_comment",
    tag = "incidents",
    security(("token" = [])),
    params(
        ("id" = Uuid, Path, description = "The incident"),
        ("comment" = Uuid, Path, description = "The comment"),
    ),
    responses((status = 204, description = "It is gone"), NotFound, TokenRefused, Always),
)]
pub async fn delete(
    State(pool): State<PgPool>,
    member: Member,
    Path((id, comment)): Path<(Uuid, Uuid)>,
) -> Result<StatusCode, Problem> {
    let mut transaction = pool.begin().await?;
    if !incidents::lock(&mut transaction, member.organization, id).await? {
        return Err(IncidentError::NotFound.into());
    }
    let current = store::read(&mut transaction, id, comment).await?.ok_or(IncidentError::NoComment)?;
    if current.author != member.id {
        return Err(IncidentError::NotTheAuthor.into());
    }
    store::delete(&mut transaction, id, comment).await?;
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
