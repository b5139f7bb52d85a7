//! Reading oneself.

use axum::extract::State;
use service_kit::contract::{Always, TokenRefused};
use service_kit::identity::{Caller, Claims, Subject};
use service_kit::{Json, Problem};

use super::model::Me;
use crate::state::App;
use crate::{accounts, participants};

/// The person behind the token.
#[utoipa::path(
    get,
    path = "/auth/v1/me",
    operation_id = "read_me",
    tag = "me",
    security(("token" = [])),
    responses((status = 200, body = Me), TokenRefused, Always)
)]
pub async fn read(State(app): State<App>, Caller(claims): Caller) -> Result<Json<Me>, Problem> {
    Ok(Json(person(&app, &claims).await?))
}

/// Who stands behind these claims. A token may outlive its person by seconds.
pub async fn person(app: &App, claims: &Claims) -> Result<Me, Problem> {
    let found = match claims.subject {
        Subject::Participant { .. } => {
            let mut connection = app.participants.acquire().await?;
            participants::store::find(&mut connection, claims.sub).await?.map(Me::Participant)
        }
        Subject::Member { .. } | Subject::Administrator => {
            let mut connection = app.organizers.acquire().await?;
            accounts::store::profile(&mut connection, claims.sub).await?.map(Me::from)
        }
    };
    found.ok_or_else(|| Problem::unauthenticated("This person does not exist any more."))
}
