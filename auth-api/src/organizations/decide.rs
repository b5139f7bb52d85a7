//! Approving and blocking.

use axum::extract::State;
use service_kit::contract::{Always, BodyRefused, NotFound, TokenRefused};
use service_kit::identity::Administrator;
use service_kit::{Json, Path, Problem};
use uuid::Uuid;

use super::error::OrganizationError;
use super::model::{Decision, Organization, Status, may_become};
use super::store;
use crate::contract::OrganizationConflict;
use crate::sessions;
use crate::state::App;

/// Approves or blocks an organization. Blocking ends every session of it, everywhere, within two seconds.
#[utoipa::path(
    patch,
    path = "/auth/v1/organizations/{id}",
    operation_id = "decide_about_organization",
    tag = "organizations",
    params(("id" = Uuid, Path, description = "The organization")),
    request_body = Decision,
    security(("token" = [])),
    responses(
        (status = 200, body = Organization),
        BodyRefused,
        TokenRefused,
        NotFound,
        OrganizationConflict,
        Always,
    )
)]
pub async fn decide(
    State(app): State<App>,
    administrator: Administrator,
    Path(id): Path<Uuid>,
    Json(decision): Json<Decision>,
) -> Result<Json<Organization>, Problem> {
    let mut transaction = app.organizers.begin().await?;
    store::lock(&mut transaction, id).await?;
    let current = store::find(&mut transaction, id).await?.ok_or(OrganizationError::NotFound)?;
    if decision.version.is_some_and(|version| version != current.version) {
        return Err(OrganizationError::VersionConflict(Box::new(current)).into());
    }
    if !may_become(current.status, decision.status) {
        return Err(OrganizationError::Undecided.into());
    }
    if current.status == decision.status {
        return Ok(Json(current));
    }
    store::decide(&mut transaction, id, decision.status).await?;
    if decision.status == Status::Blocked {
        sessions::store::end_of_organization(&mut transaction, id).await?;
    }
    let decided = store::find(&mut transaction, id).await?.ok_or(OrganizationError::NotFound)?;
    transaction.commit().await?;
    tracing::info!(organization = %id, status = ?decision.status, by = %administrator.id, "an organization was decided about");
    app.stand_anew().await;
    Ok(Json(decided))
}
