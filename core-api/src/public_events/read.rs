//! `GET /core/v1/public/events/{id}`: anybody reads an event.

use axum::extract::State;
use service_kit::contract::{Always, NotFound};
use service_kit::{Json, Path, Problem};
use sqlx::PgPool;
use uuid::Uuid;

use super::model::PublicEvent;
use super::store;

/// Read a public event.
#[utoipa::path(
    get,
    path = "/core/v1/public/events/{id}",
    operation_id = "read_public_event",
    tag = "public events",
    params(("id" = Uuid, Path, description = "The event")),
    responses((status = 200, description = "The event", body = PublicEvent), NotFound, Always),
)]
pub async fn read(State(pool): State<PgPool>, Path(id): Path<Uuid>) -> Result<Json<PublicEvent>, Problem> {
    let event = store::of_id(&pool, id).await?;
    event.map(Json).ok_or_else(|| Problem::not_found("event"))
}
