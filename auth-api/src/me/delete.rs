//! Deleting oneself.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::Problem;
use service_kit::contract::{Always, TokenRefused};
use service_kit::identity::{Caller, Subject};
use uuid::Uuid;

use crate::accounts::model::Profile;
use crate::contract::LastOne;
use crate::state::App;
use crate::{accounts, administrators, members, participants, sessions, tokens};

/// Deletes the person behind the token and all that is stored about them; their sessions end at once, everywhere.
#[utoipa::path(
    delete,
    path = "/auth/v1/me",
    operation_id = "delete_me",
    tag = "me",
    security(("token" = [])),
    responses((status = 204), TokenRefused, LastOne, Always)
)]
pub async fn delete(State(app): State<App>, Caller(claims): Caller) -> Result<StatusCode, Problem> {
    match claims.subject {
        Subject::Participant { .. } => delete_participant(&app, claims.sub).await?,
        Subject::Member { .. } | Subject::Administrator => delete_account(&app, claims.sub).await?,
    }
    app.stand_anew().await;
    Ok(StatusCode::NO_CONTENT)
}

async fn delete_participant(app: &App, id: Uuid) -> Result<(), Problem> {
    let mut transaction = app.participants.begin().await?;
    tokens::end_all(&mut transaction, id).await?;
    participants::store::delete(&mut transaction, id).await?;
    Ok(transaction.commit().await?)
}

async fn delete_account(app: &App, id: Uuid) -> Result<(), Problem> {
    let mut transaction = app.organizers.begin().await?;
    match accounts::store::profile(&mut transaction, id).await? {
        Some(Profile::Member(member)) => members::remove::leave(&mut transaction, &member).await?,
        Some(Profile::Administrator(_)) => {
            if administrators::store::lock_and_count(&mut transaction).await? == 1 {
                let detail = "This is the last administrator of the platform.";
                return Err(Problem::conflict("last_administrator", detail));
            }
            sessions::store::end_of_account(&mut transaction, id).await?;
            accounts::store::delete(&mut transaction, id).await?;
        }
        None => return Ok(()),
    }
    Ok(transaction.commit().await?)
}
