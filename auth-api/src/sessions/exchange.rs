//! Exchanging the session cookie for a token.

use axum::extract::State;
use service_kit::contract::Always;
use service_kit::identity::TOKEN_SECONDS;
use service_kit::{Json, Problem};

use super::caller::Dashboard;
use super::model::AccessToken;
use crate::contract::CookieRefused;
use crate::state::App;

/// Gives the dashboard a token for the next ten minutes. Browsers need the header `X-Requested-With: steward`.
#[utoipa::path(
    post,
    path = "/auth/v1/sessions/token",
    operation_id = "exchange_session",
    tag = "sessions",
    security(("session" = [])),
    responses((status = 200, body = AccessToken), CookieRefused, Always)
)]
pub async fn exchange(State(app): State<App>, caller: Dashboard) -> Result<Json<AccessToken>, Problem> {
    let access_token = app.access_token(&caller.claims)?;
    Ok(Json(AccessToken { access_token, expires_in: TOKEN_SECONDS }))
}
