//! Signing in on a device.

use axum::extract::State;
use service_kit::contract::{Always, BodyRefused};
use service_kit::{Json, Problem};

use super::error::ParticipantError;
use super::model::{Credentials, SignedIn};
use super::store;
use crate::contract::SignInRefused;
use crate::passwords::ClientAddress;
use crate::sessions::UserAgent;
use crate::state::App;
use crate::tokens::{self, Device};

/// Signs a registered participant in on this device.
#[utoipa::path(
    post,
    path = "/auth/v1/participants/sessions",
    operation_id = "sign_participant_in",
    tag = "participants",
    request_body = Credentials,
    responses(
        (status = 200, body = SignedIn),
        BodyRefused,
        Always,
        SignInRefused,
    )
)]
pub async fn sign_in(
    State(app): State<App>,
    ClientAddress(address): ClientAddress,
    UserAgent(user_agent): UserAgent,
    Json(credentials): Json<Credentials>,
) -> Result<Json<SignedIn>, Problem> {
    let attempt = app.throttle.attempt(credentials.email.as_str(), address)?;
    let known = store::by_email(&mut *app.participants.acquire().await?, &credentials.email).await?;
    let (id, stored) = known.map_or((None, None), |known| (Some(known.id), known.password));
    let right = app.passwords.verify(credentials.password, stored).await?;
    let id = id.filter(|_| right).ok_or(ParticipantError::WrongCredentials)?;
    attempt.succeeded();
    let mut transaction = app.participants.begin().await?;
    let participant = store::find(&mut transaction, id).await?.ok_or(ParticipantError::WrongCredentials)?;
    let token = tokens::open(&mut transaction, id, &Device { name: credentials.device, user_agent }).await?;
    transaction.commit().await?;
    Ok(Json(SignedIn::new(&app, participant, &token)?))
}
