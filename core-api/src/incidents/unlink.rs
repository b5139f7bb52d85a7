//! `DELETE /core/v1/incidents/{id}/conversations/{conversation}`: a conversation does not tell of an incident after all.

use axum::extract::State;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Path, Problem};
use sqlx::PgPool;
use uuid::Uuid;

use super::error::IncidentError;
use super::model::Incident;
use super::store;

/// Unlink a conversation from an incident. Unlinking it again changes nothing.
#[utoipa::path(
    delete,
    path = "/core/v1/incidents/{id}/conversations/{conversation}",
    operation_id = "unlink_conversation",
    tag = "incidents",
    security(("token" = [])),
    params(
        ("id" = Uuid, Path, description = "The incident"),
        ("conversation" = Uuid, Path, description = "The conversation"),
    ),
    responses(
        (status = 200, description = "The incident with its conversations", body = Incident),
        NotFound,
        TokenRefused,
        Always,
    ),
)]
pub async fn unlink(
    State(pool): State<PgPool>,
    member: Member,
    Path((id, conversation)): Path<(Uuid, Uuid)>,
) -> Result<Json<Incident>, Problem> {
    let mut transaction = pool.begin().await?;
    if !store::lock(&mut transaction, member.organization, id).await? {
        return Err(IncidentError::NotFound.into());
    }
    if !store::unlink(&mut transaction, id, conversation).await? {
        return Ok(Json(store::load_one(&mut *transaction, id).await?));
    }
    store::touch(&mut transaction, id).await?;
    let incident = store::tell(&mut transaction, id).await?;
    transaction.commit().await?;
    Ok(Json(incident))
}
