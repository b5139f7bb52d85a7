//! Where the caller is signed in.

use axum::extract::State;
use service_kit::contract::Always;
use service_kit::identity::{Claims, Subject};
use service_kit::{Json, Page, Problem};

use super::caller::Anybody;
use super::model::Session;
use super::store;
use crate::contract::SessionRefused;
use crate::state::App;
use crate::tokens;

/// Lists where the caller is signed in, newest first.
#[utoipa::path(
    get,
    path = "/auth/v1/sessions",
    operation_id = "list_sessions",
    tag = "sessions",
    security(("session" = []), ("token" = [])),
    responses((status = 200, body = Page<Session>), SessionRefused, Always)
)]
pub async fn list(State(app): State<App>, caller: Anybody) -> Result<Json<Page<Session>>, Problem> {
    Ok(Json(Page { items: of(&app, &caller.claims).await?, next: None }))
}

/// The sessions of the person behind these claims.
pub async fn of(app: &App, claims: &Claims) -> Result<Vec<Session>, sqlx::Error> {
    match claims.subject {
        Subject::Participant { .. } => {
            tokens::list(&mut *app.participants.acquire().await?, claims.sub, claims.sid).await
        }
        Subject::Member { .. } | Subject::Administrator => {
            store::list(&mut *app.organizers.acquire().await?, claims.sub, claims.sid).await
        }
    }
}
