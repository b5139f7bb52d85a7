//! Signing in to the dashboard.

use axum::extract::State;
use axum::http::HeaderMap;
use service_kit::contract::{Always, BodyRefused};
use service_kit::identity::TokenError;
use service_kit::{Json, Problem};
use tower_sessions::Session;
use uuid::Uuid;

use super::UserAgent;
use super::caller::unavailable;
use super::model::{DashboardSession, SignIn, SignedInAs};
use super::store::SIGNED_IN_AS;
use crate::accounts::error::AccountError;
use crate::accounts::model::Profile;
use crate::accounts::store;
use crate::contract::SignInRefused;
use crate::passwords::ClientAddress;
use crate::state::App;

/// Signs a member or administrator in to the dashboard: sets the session cookie. A session that this browser had
/// before ends.
#[utoipa::path(
    post,
    path = "/auth/v1/sessions",
    operation_id = "sign_in",
    tag = "sessions",
    request_body = SignIn,
    responses((status = 200, body = DashboardSession), BodyRefused, SignInRefused, Always)
)]
pub async fn sign_in(
    State(app): State<App>,
    cookie: Session,
    headers: HeaderMap,
    ClientAddress(address): ClientAddress,
    UserAgent(user_agent): UserAgent,
    Json(input): Json<SignIn>,
) -> Result<Json<DashboardSession>, Problem> {
    app.origin.admits_origin(&headers)?;
    let attempt = app.throttle.attempt(input.email.as_str(), address)?;
    let profile = authenticate(&app, input).await?;
    attempt.succeeded();
    let signed_in = SignedInAs { session: Uuid::now_v7(), account: profile.id(), user_agent };
    begin(&cookie, &signed_in).await.map_err(|error| unavailable(&error))?;
    Ok(Json(profile.into()))
}

async fn authenticate(app: &App, input: SignIn) -> Result<Profile, AccountError> {
    let known = store::by_email(&mut *app.organizers.acquire().await?, &input.email).await?;
    let (id, stored) = known.map(|known| (known.id, known.password)).unzip();
    let right = app.passwords.verify(input.password, stored).await?;
    let id = id.filter(|_| right).ok_or(AccountError::WrongCredentials)?;
    let profile = store::profile(&mut *app.organizers.acquire().await?, id).await?;
    let profile = profile.ok_or(AccountError::WrongCredentials)?;
    if profile.is_blocked() {
        return Err(TokenError::OrganizationBlocked.into());
    }
    Ok(profile)
}

/// A new id at each sign-in, so that nobody can know it beforehand; what this browser had before ends.
async fn begin(cookie: &Session, signed_in: &SignedInAs) -> Result<(), tower_sessions::session::Error> {
    if cookie.id().is_some() {
        cookie.cycle_id().await?;
    }
    cookie.insert(SIGNED_IN_AS, signed_in).await?;
    cookie.save().await
}
