//! `GET /core/v1/events/{id}`: one event of the caller's organization.

use axum::extract::State;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Path, Problem};
use sqlx::PgPool;
use uuid::Uuid;

use super::error::EventError;
use super::model::Event;
use super::store;

/// Read an event of one's organization.
#[utoipa::path(
    get,
    path = "/core/v1/events/{id}",
    operation_id = "read_event",
    tag = "events",
    security(("token" = [])),
    params(("id" = Uuid, Path, description = "The event")),
    responses((status = 200, description = "The event", body = Event), NotFound, TokenRefused, Always),
)]
pub async fn read(
    State(pool): State<PgPool>,
    member: Member,
    Path(id): Path<Uuid>,
) -> Result<Json<Event>, Problem> {
    if !store::belongs(&pool, member.organization, id).await? {
        return Err(EventError::NotFound.into());
    }
    Ok(Json(store::load_one(&pool, id).await?))
}
