//! Who calls with the session cookie.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use service_kit::Problem;
use service_kit::identity::{Caller, Claims, TokenError};
use tower_sessions::Session;

use super::model::SignedInAs;
use super::store::SIGNED_IN_AS;
use crate::accounts::model::Profile;
use crate::accounts::store;
use crate::state::App;

/// Somebody with the dashboard's session cookie.
#[derive(Debug)]
pub struct Dashboard {
    /// What a token of theirs says.
    pub claims: Claims,
    /// Who they are.
    pub profile: Profile,
    /// The cookie's session.
    pub cookie: Session,
}

impl FromRequestParts<App> for Dashboard {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        app.origin.admits(&parts.method, &parts.headers)?;
        let nobody = || Problem::unauthenticated("Nobody is signed in here. Sign in.");
        let cookie = Session::from_request_parts(parts, app).await.map_err(|_| Problem::unavailable())?;
        let signed_in = cookie.get::<SignedInAs>(SIGNED_IN_AS).await.map_err(|error| unavailable(&error))?;
        let signed_in = signed_in.ok_or_else(nobody)?;
        let mut connection = app.organizers.acquire().await?;
        let profile = store::profile(&mut connection, signed_in.account).await?.ok_or_else(nobody)?;
        if profile.is_blocked() {
            return Err(TokenError::OrganizationBlocked.into());
        }
        let claims = Claims::new(profile.id(), signed_in.session, profile.subject(), app.now());
        Ok(Self { claims, profile, cookie })
    }
}

/// A session that could not be read or written; logged here.
pub fn unavailable(error: &tower_sessions::session::Error) -> Problem {
    tracing::error!(%error, "a session could not be used");
    Problem::unavailable()
}

/// Somebody with a token or the session cookie. A token counts first.
#[derive(Debug)]
pub struct Anybody {
    /// What their token says, or would say.
    pub claims: Claims,
    /// The cookie's session, when they showed no token.
    pub cookie: Option<Session>,
}

impl FromRequestParts<App> for Anybody {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        if parts.headers.contains_key(header::AUTHORIZATION) {
            let Caller(claims) = Caller::from_request_parts(parts, app).await?;
            return Ok(Self { claims, cookie: None });
        }
        let Dashboard { claims, cookie, .. } = Dashboard::from_request_parts(parts, app).await?;
        Ok(Self { claims, cookie: Some(cookie) })
    }
}
