//! `PATCH /core/v1/incidents/{id}`: a member changes what is known of an incident, or how far the work is.

use axum::extract::State;
use service_kit::contract::{Always, BodyRefused, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Path, Problem};
use sqlx::PgPool;
use uuid::Uuid;

use super::error::IncidentError;
use super::input::EditIncident;
use super::model::Incident;
use super::store;

/// Edit an incident.
///
/// What is left out stays as it is. `version` is the version that was edited: when somebody else changed the incident in
/// between, nothing happens and `current` of the problem is the incident as it is now. `closed_at` is set the first time
/// that it is resolved or cancelled, and stays.
#[utoipa::path(
    patch,
    path = "/core/v1/incidents/{id}",
    operation_id = "edit_incident",
    tag = "incidents",
    security(("token" = [])),
    params(("id" = Uuid, Path, description = "The incident")),
    request_body = EditIncident,
    responses(
        (status = 200, description = "The incident after the edit", body = Incident),
        (status = 409, description = "`version_conflict`: somebody else changed it; see `current`",
            body = Problem, content_type = "application/problem+json"),
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
    Json(edit): Json<EditIncident>,
) -> Result<Json<Incident>, Problem> {
    let mut transaction = pool.begin().await?;
    if !store::lock(&mut transaction, member.organization, id).await? {
        return Err(IncidentError::NotFound.into());
    }
    let current = store::load_one(&mut *transaction, id).await?;
    if current.version != edit.version {
        return Err(IncidentError::VersionConflict(Box::new(current)).into());
    }
    let details = edit.details(&current.details).map_err(IncidentError::from)?;
    store::update(&mut transaction, id, &details).await?;
    let incident = store::tell(&mut transaction, id).await?;
    transaction.commit().await?;
    Ok(Json(incident))
}
