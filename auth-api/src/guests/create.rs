//! Becoming a guest.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::contract::{Always, BodyRefused};
use service_kit::{Json, Problem};
use uuid::Uuid;

use super::model::NewGuest;
use crate::participants::model::{Details, SignedIn};
use crate::participants::store;
use crate::sessions::UserAgent;
use crate::state::App;
use crate::tokens::{self, Device};

/// Makes a participant without registration and signs this device in.
#[utoipa::path(
    post,
    path = "/auth/v1/guests",
    operation_id = "create_guest",
    tag = "guests",
    request_body = NewGuest,
    responses((status = 201, body = SignedIn), BodyRefused, Always)
)]
pub async fn create(
    State(app): State<App>,
    UserAgent(user_agent): UserAgent,
    Json(new): Json<NewGuest>,
) -> Result<(StatusCode, Json<SignedIn>), Problem> {
    let details = Details { name: new.name, phone: None, locale: new.locale };
    let device = Device { name: Some(new.device), user_agent };
    let mut transaction = app.participants.begin().await?;
    let guest = store::insert(&mut transaction, Uuid::now_v7(), None, &details).await?;
    let token = tokens::open(&mut transaction, guest.id, &device).await?;
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(SignedIn::new(&app, guest, &token)?)))
}
