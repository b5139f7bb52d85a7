//! Ending sessions.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::contract::{Always, NotFound};
use service_kit::identity::{Claims, Subject};
use service_kit::{Path, Problem};
use uuid::Uuid;

use super::caller::{Anybody, unavailable};
use super::store;
use crate::contract::SessionRefused;
use crate::state::App;
use crate::tokens;

/// Signs the caller out: ends this session, everywhere.
#[utoipa::path(
    delete,
    path = "/auth/v1/sessions/current",
    operation_id = "sign_out",
    tag = "sessions",
    security(("session" = []), ("token" = [])),
    responses((status = 204), SessionRefused, Always)
)]
pub async fn end_current(State(app): State<App>, caller: Anybody) -> Result<StatusCode, Problem> {
    let session = caller.claims.sid;
    end_session(&app, caller, session).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ends one of the caller's sessions, everywhere.
#[utoipa::path(
    delete,
    path = "/auth/v1/sessions/{id}",
    operation_id = "end_session",
    tag = "sessions",
    params(("id" = Uuid, Path, description = "The session")),
    security(("session" = []), ("token" = [])),
    responses((status = 204), SessionRefused, NotFound, Always)
)]
pub async fn end(
    State(app): State<App>,
    caller: Anybody,
    Path(id): Path<Uuid>,
) -> Result<StatusCode, Problem> {
    if end_session(&app, caller, id).await? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(Problem::not_found("session"))
    }
}

/// Ends a session of the caller, and takes the cookie back when it is the cookie's own.
async fn end_session(app: &App, caller: Anybody, session: Uuid) -> Result<bool, Problem> {
    let ended = end_stored(app, &caller.claims, session).await?;
    if ended {
        app.gate.end_session(session);
    }
    if let Some(cookie) = caller.cookie.filter(|_| session == caller.claims.sid) {
        cookie.flush().await.map_err(|error| unavailable(&error))?;
    }
    Ok(ended)
}

async fn end_stored(app: &App, claims: &Claims, session: Uuid) -> Result<bool, sqlx::Error> {
    let participant = matches!(claims.subject, Subject::Participant { .. });
    let pool = if participant { &app.participants } else { &app.organizers };
    let mut transaction = pool.begin().await?;
    let ended = if participant {
        tokens::end(&mut transaction, claims.sub, session).await?
    } else {
        store::end(&mut transaction, claims.sub, session).await?
    };
    transaction.commit().await?;
    Ok(ended)
}
