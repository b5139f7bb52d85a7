//! `DELETE /core/v1/incidents/{id}`: a manager removes an incident that should never have been one.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Manager;
use service_kit::{Path, Problem};
use sqlx::PgPool;
use uuid::Uuid;

use super::error::IncidentError;
use super::store;

/// Delete an incident, with its comments. Its conversations stay; what is over is cancelled or resolved instead.
#[utoipa::path(
    delete,
    path = "/core/v1/incidents/{id}",
    operation_id = "delete_incident",
    tag = "incidents",
    security(("token" = [])),
    params(("id" = Uuid, Path, description = "The incident")),
    responses((status = 204, description = "It is gone"), NotFound, TokenRefused, Always),
)]
pub async fn delete(
    State(pool): State<PgPool>,
    Manager(member): Manager,
    Path(id): Path<Uuid>,
) -> Result<StatusCode, Problem> {
    let mut transaction = pool.begin().await?;
    if !store::lock(&mut transaction, member.organization, id).await? {
        return Err(IncidentError::NotFound.into());
    }
    store::delete(&mut transaction, id).await?;
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
