//! `GET /core/v1/incidents/{id}`: one incident of the caller's organization.

use axum::extract::State;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Path, Problem};
use sqlx::PgPool;
use uuid::Uuid;

use super::error::IncidentError;
use super::model::Incident;
use super::store;

/// Read an incident of one's organization.
#[utoipa::path(
    get,
    path = "/core/v1/incidents/{id}",
    operation_id = "read_incident",
    tag = "incidents",
    security(("token" = [])),
    params(("id" = Uuid, Path, description = "The incident")),
    responses((status = 200, description = "The incident", body = Incident), NotFound, TokenRefused, Always),
)]
pub async fn read(
    State(pool): State<PgPool>,
    member: Member,
    Path(id): Path<Uuid>,
) -> Result<Json<Incident>, Problem> {
    let found = store::load(&pool, &[id]).await?.pop();
    let own = found.filter(|incident| incident.organization == member.organization);
    Ok(Json(own.ok_or(IncidentError::NotFound)?))
}
