//! Changing oneself.

use axum::extract::State;
use service_kit::contract::{Always, BodyRefused, TokenRefused};
use service_kit::identity::{Caller, Claims, Subject};
use service_kit::{Json, Problem};

use super::model::{Me, MeChange};
use super::read::person;
use crate::accounts::store::Details as AccountDetails;
use crate::participants::model::Details;
use crate::state::App;
use crate::{accounts, members, participants};

/// Changes name, telephone number or language of the person behind the token.
#[utoipa::path(
    patch,
    path = "/auth/v1/me",
    operation_id = "change_me",
    tag = "me",
    request_body = MeChange,
    security(("token" = [])),
    responses((status = 200, body = Me), BodyRefused, TokenRefused, Always)
)]
pub async fn change(
    State(app): State<App>,
    Caller(claims): Caller,
    Json(change): Json<MeChange>,
) -> Result<Json<Me>, Problem> {
    match claims.subject {
        Subject::Participant { .. } => change_participant(&app, &claims, change).await?,
        Subject::Member { .. } | Subject::Administrator => change_account(&app, &claims, change).await?,
    }
    Ok(Json(person(&app, &claims).await?))
}

async fn change_participant(app: &App, claims: &Claims, change: MeChange) -> Result<(), Problem> {
    let mut transaction = app.participants.begin().await?;
    let Some(before) = participants::store::lock(&mut transaction, claims.sub).await? else { return Ok(()) };
    if !before.guest && change.name == Some(None) {
        return Err(nameless());
    }
    let details = Details {
        name: change.name.unwrap_or(before.name),
        phone: change.phone.unwrap_or(before.phone),
        locale: change.locale.unwrap_or(before.locale),
    };
    participants::store::change(&mut transaction, claims.sub, &details).await?;
    Ok(transaction.commit().await?)
}

async fn change_account(app: &App, claims: &Claims, change: MeChange) -> Result<(), Problem> {
    if change.name == Some(None) {
        return Err(nameless());
    }
    let details = AccountDetails { name: change.name.flatten(), phone: change.phone, locale: change.locale };
    let mut transaction = app.organizers.begin().await?;
    accounts::store::change(&mut transaction, claims.sub, &details).await?;
    members::store::record(&mut transaction, claims.sub).await?;
    Ok(transaction.commit().await?)
}

fn nameless() -> Problem {
    Problem::invalid("name", "must not be cleared: only guests may be without a name")
}
