//! `PUT /core/v1/incidents/{id}/conversations/{conversation}`: a conversation tells of an incident.

use axum::extract::State;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Path, Problem};
use sqlx::PgPool;
use uuid::Uuid;

use super::error::IncidentError;
use super::model::Incident;
use super::store;

/// Link a conversation to an incident. Linking it again changes nothing.
#[utoipa::path(
    put,
    path = "/core/v1/incidents/{id}/conversations/{conversation}",
    operation_id = "link_conversation",
    tag = "incidents",
    security(("token" = [])),
    params(
        ("id" = Uuid, Path, description = "The incident"),
        ("conversation" = Uuid, Path, description = "The conversation"),
    ),
    responses(
        (status = 200, description = "The incident with its conversations", body = Incident),
        (status = 409, description = "`too_many`", body = Problem, content_type = "application/problem+json"),
        NotFound,
        TokenRefused,
        Always,
    ),
)]
pub async fn link(
    State(pool): State<PgPool>,
    member: Member,
    Path((id, conversation)): Path<(Uuid, Uuid)>,
) -> Result<Json<Incident>, Problem> {
    let mut transaction = pool.begin().await?;
    if !store::lock(&mut transaction, member.organization, id).await? {
        return Err(IncidentError::NotFound.into());
    }
    if !store::link(&mut transaction, id, &[conversation], member.id).await? {
        return Ok(Json(store::load_one(&mut *transaction, id).await?));
    }
    if store::is_overfull(&mut transaction, id).await? {
        return Err(IncidentError::TooMany.into());
    }
    store::touch(&mut transaction, id).await?;
    let incident = store::tell(&mut transaction, id).await?;
    transaction.commit().await?;
    Ok(Json(incident))
}
