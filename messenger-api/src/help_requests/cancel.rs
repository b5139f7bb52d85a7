//! `DELETE /help-requests/{id}`: the participant takes a waiting request back.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Participant;
use service_kit::{Path, Problem};
use uuid::Uuid;

use super::error::RequestError;
use super::model::RequestStatus;
use super::store;
use crate::conversations;
use crate::state::App;

/// Takes a waiting request back. Doing it again changes nothing.
#[utoipa::path(delete, operation_id = "cancel_help_request", path = "/messenger/v1/help-requests/{id}", tag = "help requests",
    params(("id" = Uuid, Path, description = "The help request.")),
    responses(Always, TokenRefused, NotFound, (status = 204, description = "It does not wait any more."),
        (status = 409, description = "`already_taken`: somebody helps; tell them instead. `closed`: it has ended.", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn cancel(
    State(app): State<App>,
    participant: Participant,
    Path(id): Path<Uuid>,
) -> Result<StatusCode, Problem> {
    let mut transaction = app.pool.begin().await?;
    let held = store::lock(&mut transaction, id).await?;
    let held = held.filter(|held| held.participant == participant.id).ok_or(RequestError::NotFound)?;
    match held.status {
        RequestStatus::Waiting => {}
        RequestStatus::Cancelled => return Ok(StatusCode::NO_CONTENT),
        RequestStatus::Taken => return Err(RequestError::AlreadyTaken.into()),
        RequestStatus::Closed | RequestStatus::Expired => return Err(RequestError::Closed.into()),
    }
    store::end_waiting(&mut transaction, &held, RequestStatus::Cancelled).await?;
    conversations::store::close(&mut transaction, held.conversation).await?;
    transaction.commit().await?;
    app.state_changed();
    Ok(StatusCode::NO_CONTENT)
}

/// Ends requests that nobody took in time.
pub async fn expire(app: &App) -> Result<(), sqlx::Error> {
    let hours = i32::try_from(app.limits.request_hours).unwrap_or(i32::MAX);
    for id in store::overdue(&app.pool, hours).await? {
        let mut transaction = app.pool.begin().await?;
        let Some(held) = store::lock(&mut transaction, id).await? else { continue };
        if held.status != RequestStatus::Waiting {
            continue;
        }
        store::end_waiting(&mut transaction, &held, RequestStatus::Expired).await?;
        conversations::store::close(&mut transaction, held.conversation).await?;
        transaction.commit().await?;
        app.state_changed();
    }
    Ok(())
}
