//! `GET /availability`: what I offer now.

use axum::extract::State;
use service_kit::contract::{Always, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Problem};

use super::model::Availability;
use super::store;
use crate::state::App;

/// The caller's availability; off when it was never set.
#[utoipa::path(get, operation_id = "read_availability", path = "/messenger/v1/availability", tag = "availability",
    responses(Always, TokenRefused, (status = 200, body = Availability)),
    security(("token" = [])))]
pub async fn show(State(app): State<App>, member: Member) -> Result<Json<Availability>, Problem> {
    let availability = store::read(&app.pool, member.id).await?;
    Ok(Json(availability.unwrap_or(Availability { events: Vec::new(), capacity: 0, active: 0 })))
}
