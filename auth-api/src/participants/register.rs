//! Registering: from nothing, or from a guest who keeps everything.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::contract::{Always, BodyRefused};
use service_kit::identity::Participant as Caller;
use service_kit::{Json, Problem};
use uuid::Uuid;

use super::error::ParticipantError;
use super::model::{Details, Login, NewParticipant, SignedIn};
use super::store;
use crate::contract::RegistrationRefused;
use crate::optional::MaybeSent;
use crate::sessions::UserAgent;
use crate::state::App;
use crate::tokens::{self, Device};

/// Registers a participant and signs this device in. With a guest's token the guest becomes registered: id,
/// conversations and session stay, the refresh token is a new one. Repeating such a call after a lost answer
/// signs in.
#[utoipa::path(
    post,
    path = "/auth/v1/participants",
    operation_id = "register_participant",
    tag = "participants",
    request_body = NewParticipant,
    security((), ("token" = [])),
    responses(
        (status = 201, body = SignedIn),
        BodyRefused,
        RegistrationRefused,
        Always,
    )
)]
pub async fn register(
    State(app): State<App>,
    MaybeSent(caller): MaybeSent<Caller>,
    UserAgent(user_agent): UserAgent,
    Json(new): Json<NewParticipant>,
) -> Result<(StatusCode, Json<SignedIn>), Problem> {
    let signed_in = match caller {
        Some(caller) => from_guest(&app, caller, new).await?,
        None => from_nothing(&app, new, user_agent).await?,
    };
    Ok((StatusCode::CREATED, Json(signed_in)))
}

async fn from_nothing(
    app: &App,
    new: NewParticipant,
    user_agent: Option<String>,
) -> Result<SignedIn, Problem> {
    let password = app.passwords.hash(new.password).await?;
    let login = Login { email: new.email, password };
    let details = Details { name: Some(new.name), phone: new.phone, locale: new.locale };
    let mut transaction = app.participants.begin().await?;
    let inserted = store::insert(&mut transaction, Uuid::now_v7(), Some(&login), &details).await;
    let participant = inserted.map_err(ParticipantError::from)?;
    let device = Device { name: new.device, user_agent };
    let token = tokens::open(&mut transaction, participant.id, &device).await?;
    transaction.commit().await?;
    SignedIn::new(app, participant, &token)
}

async fn from_guest(app: &App, caller: Caller, new: NewParticipant) -> Result<SignedIn, Problem> {
    let password = app.passwords.hash(new.password.clone()).await?;
    let login = Login { email: new.email, password };
    let details = Details { name: Some(new.name), phone: new.phone, locale: new.locale };
    let mut transaction = app.participants.begin().await?;
    let registered = store::register(&mut transaction, caller.id, &login, &details).await;
    let Some(participant) = registered.map_err(ParticipantError::from)? else {
        transaction.rollback().await?;
        return repeated(app, caller, &login, new.password).await;
    };
    let token = tokens::reopen(&mut transaction, caller.session).await?;
    let token = token.ok_or(ParticipantError::SessionEnded)?;
    transaction.commit().await?;
    SignedIn::new(app, participant, &token)
}

/// The caller is no guest any more: fine if this same registration made them so.
async fn repeated(app: &App, caller: Caller, login: &Login, password: String) -> Result<SignedIn, Problem> {
    let known = store::by_email(&mut *app.participants.acquire().await?, &login.email).await?;
    let stored = known.filter(|known| known.id == caller.id).and_then(|known| known.password);
    if !app.passwords.verify(password, stored).await? {
        return Err(ParticipantError::AlreadyRegistered.into());
    }
    let mut transaction = app.participants.begin().await?;
    let participant = store::find(&mut transaction, caller.id).await?;
    let participant = participant.ok_or(ParticipantError::SessionEnded)?;
    let token = tokens::reopen(&mut transaction, caller.session).await?;
    let token = token.ok_or(ParticipantError::SessionEnded)?;
    transaction.commit().await?;
    SignedIn::new(app, participant, &token)
}
