//! Who is signed in to this dashboard.

use service_kit::contract::Always;
use service_kit::{Json, Problem};

use super::caller::Dashboard;
use super::model::DashboardSession;
use crate::contract::CookieRefused;

/// Tells who is signed in to this dashboard.
#[utoipa::path(
    get,
    path = "/auth/v1/sessions/current",
    operation_id = "read_current_session",
    tag = "sessions",
    security(("session" = [])),
    responses((status = 200, body = DashboardSession), CookieRefused, Always)
)]
pub async fn current(caller: Dashboard) -> Result<Json<DashboardSession>, Problem> {
    Ok(Json(caller.profile.into()))
}
