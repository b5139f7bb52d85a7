//! Exporting oneself.

use axum::extract::State;
use chrono::Utc;
use service_kit::contract::{Always, TokenRefused};
use service_kit::identity::Caller;
use service_kit::{Json, Problem};

use super::model::Export;
use super::read::person;
use crate::sessions;
use crate::state::App;

/// All that auth-api stores about the person behind the token.
#[utoipa::path(
    get,
    path = "/auth/v1/me/export",
    operation_id = "export_me",
    tag = "me",
    security(("token" = [])),
    responses((status = 200, body = Export), TokenRefused, Always)
)]
pub async fn export(State(app): State<App>, Caller(claims): Caller) -> Result<Json<Export>, Problem> {
    let person = person(&app, &claims).await?;
    let sessions = sessions::list::of(&app, &claims).await?;
    Ok(Json(Export { exported_at: Utc::now(), person, sessions }))
}
