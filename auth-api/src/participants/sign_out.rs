//! Signing out on a device.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::Problem;
use service_kit::contract::{Always, TokenRefused};
use service_kit::identity::Participant;

use crate::state::App;
use crate::tokens;

/// Ends the session of this device, everywhere.
#[utoipa::path(
    delete,
    path = "/auth/v1/participants/sessions/current",
    operation_id = "sign_participant_out",
    tag = "participants",
    security(("token" = [])),
    responses((status = 204), TokenRefused, Always)
)]
pub async fn sign_out(State(app): State<App>, caller: Participant) -> Result<StatusCode, Problem> {
    let mut transaction = app.participants.begin().await?;
    tokens::end(&mut transaction, caller.id, caller.session).await?;
    transaction.commit().await?;
    app.gate.end_session(caller.session);
    Ok(StatusCode::NO_CONTENT)
}
