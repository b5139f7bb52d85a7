//! Exchanging a refresh token for the next pair of tokens.

use axum::extract::State;
use service_kit::contract::{Always, BodyRefused};
use service_kit::identity::{Claims, Subject};
use service_kit::{Json, Problem};
use sqlx::PgConnection;

use super::error::TokenError;
use super::model::{Refresh, RefreshToken, Secret, Tokens, Verdict, judge};
use super::store;
use crate::contract::RefreshRefused;
use crate::state::App;

/// Exchanges a refresh token for new tokens. Repeating the call after a lost answer gives the same refresh token.
#[utoipa::path(
    post,
    path = "/auth/v1/tokens",
    operation_id = "refresh_tokens",
    tag = "tokens",
    request_body = Refresh,
    responses(
        (status = 200, body = Tokens),
        BodyRefused,
        Always,
        RefreshRefused,
    )
)]
pub async fn refresh(State(app): State<App>, Json(input): Json<Refresh>) -> Result<Json<Tokens>, Problem> {
    let token: RefreshToken = input.refresh_token.parse().map_err(|_| TokenError::Invalid)?;
    let mut transaction = app.participants.begin().await?;
    let outcome = exchange(&mut transaction, &token, app.now()).await;
    transaction.commit().await?;
    let (claims, next) = outcome?;
    Ok(Json(Tokens::new(app.access_token(&claims)?, &next)))
}

/// Decides under the session's lock. A reuse ends the session, which must be committed although it is an error.
async fn exchange(
    connection: &mut PgConnection,
    token: &RefreshToken,
    now: i64,
) -> Result<(Claims, RefreshToken), TokenError> {
    let session = token.session();
    let locked = store::lock(connection, session).await?.ok_or(TokenError::Invalid)?;
    let secret = locked.secret.try_into().map(Secret).map_err(|_| TokenError::Invalid)?;
    let next = match judge(&secret, &locked.newest, token) {
        Verdict::Unknown => return Err(TokenError::Invalid),
        Verdict::Reused => {
            tracing::warn!(%session, "an old refresh token was used again: the session ends");
            store::end(connection, locked.participant, session).await?;
            return Err(TokenError::Invalid);
        }
        Verdict::Repeat(next) => next,
        Verdict::Advance(next) => {
            store::advance(connection, &next).await?;
            next
        }
    };
    let subject = Subject::Participant { guest: locked.guest };
    Ok((Claims::new(locked.participant, session, subject, now), next))
}
