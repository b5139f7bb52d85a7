//! `PUT /help-requests/{id}/satisfaction`: the participant says how the help was.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use service_kit::contract::{Always, BodyRefused, NotFound, TokenRefused};
use service_kit::identity::Participant;
use service_kit::{Json, Path, Problem};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::error::SatisfactionError;
use super::model::{Rating, is_news};
use super::store;
use crate::conversations;
use crate::state::App;

/// How the help was.
#[derive(Debug, Deserialize, Validate, ToSchema)]
pub struct NewSatisfaction {
    rating: Rating,
    /// In the participant's own words.
    #[validate(length(max = 1000))]
    comment: Option<String>,
}

/// Says how the help was. For a day it can be said otherwise; saying the same again changes nothing.
#[utoipa::path(put, operation_id = "rate_help", path = "/messenger/v1/help-requests/{id}/satisfaction", tag = "help requests",
    params(("id" = Uuid, Path, description = "The help request.")), request_body = NewSatisfaction,
    responses(Always, TokenRefused, BodyRefused, NotFound, (status = 204, description = "It is stored."),
        (status = 409, description = "`not_closed`: the help goes on, or nobody helped. `too_late`: it was said more than a day ago.", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn rate(
    State(app): State<App>,
    participant: Participant,
    Path(id): Path<Uuid>,
    Json(said): Json<NewSatisfaction>,
) -> Result<StatusCode, Problem> {
    let comment = said.comment.as_deref().map(str::trim).filter(|comment| !comment.is_empty());
    let mut transaction = app.pool.begin().await?;
    let rateable = store::lock(&mut transaction, id).await?;
    let rateable = rateable.filter(|rateable| rateable.participant == participant.id);
    let rateable = rateable.ok_or(SatisfactionError::NotFound)?;
    if is_news(&rateable, said.rating, comment)? {
        store::rate(&mut transaction, id, said.rating, comment).await?;
        conversations::store::changed(&mut transaction, rateable.conversation).await?;
        transaction.commit().await?;
        app.state_changed();
    }
    Ok(StatusCode::NO_CONTENT)
}
