//! `GET /core/v1/public/events/by-code/{code}`: somebody joins an event with the code they were given.

use axum::extract::State;
use service_kit::contract::{Always, NotFound};
use service_kit::{Json, Path, Problem};
use sqlx::PgPool;

use super::model::PublicEvent;
use super::store;
use crate::events::JoinCode;

/// Find a public event by its join code.
///
/// The code is read as it is typed: case, spaces and hyphens do not matter, O counts as 0, I and L as 1.
#[utoipa::path(
    get,
    path = "/core/v1/public/events/by-code/{code}",
    operation_id = "find_public_event_by_code",
    tag = "public events",
    params(("code" = String, Path, description = "The join code, such as `FEST26`")),
    responses((status = 200, description = "The event", body = PublicEvent), NotFound, Always),
)]
pub async fn find_by_code(
    State(pool): State<PgPool>,
    Path(code): Path<String>,
) -> Result<Json<PublicEvent>, Problem> {
    let unknown = || Problem::not_found("event");
    let code: JoinCode = code.parse().map_err(|_| unknown())?;
    let event = store::of_code(&pool, &code).await?;
    event.map(Json).ok_or_else(unknown)
}
