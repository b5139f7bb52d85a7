//! `DELETE /core/v1/events/{id}`: an organizer archives an event.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Manager;
use service_kit::{Path, Problem};
use sqlx::PgPool;
use uuid::Uuid;

use super::error::EventError;
use super::store;

/// Archive an event.
///
/// The public no longer sees it; its organization still does. Archiving again changes nothing.
#[utoipa::path(
    delete,
    path = "/core/v1/events/{id}",
    operation_id = "archive_event",
    tag = "events",
    security(("token" = [])),
    params(("id" = Uuid, Path, description = "The event")),
    responses((status = 204, description = "It is archived"), NotFound, TokenRefused, Always),
)]
pub async fn archive(
    State(pool): State<PgPool>,
    Manager(member): Manager,
    Path(id): Path<Uuid>,
) -> Result<StatusCode, Problem> {
    let mut transaction = pool.begin().await?;
    if !store::lock(&mut transaction, member.organization, id).await? {
        return Err(EventError::NotFound.into());
    }
    if store::archive(&mut transaction, member.organization, id).await? {
        store::tell(&mut transaction, id).await?;
    }
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
