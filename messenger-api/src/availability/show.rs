//! `GET /availability`: what I offer now.

use axum::extract::State;
use service_kit::identity::Member;
use service_kit::{Json, Problem};

use super::model::Availability;
use super::store;
use crate::state::App;

/// The caller's availability; off when it was never set.
#[utoipa::path(get, path = "/messenger/v1/availability", tag = "availability",
    responses((status = 200, body = Availability), (status = 403, description = "`forbidden`", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn show(State(app): State<App>, member: Member) -> Result<Json<Availability>, Problem> {
    let availability = store::read(&app.pool, member.id).await?;
    Ok(Json(availability.unwrap_or(Availability { events: Vec::new(), capacity: 0, active: 0 })))
}
