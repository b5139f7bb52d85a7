//! `PUT /conversations/{id}/location`: the participant tells where they are, once more. The socket's `locate` does the
//! same.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use service_kit::contract::{Always, BodyRefused, NotFound, TokenRefused};
use service_kit::identity::{Caller, Participant};
use service_kit::{Json, Path, Problem};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::error::LiveLocationError;
use super::store;
use crate::bus::Subject;
use crate::conversations;
use crate::conversations::error::ConversationError;
use crate::conversations::model::{ConversationStatus, Part};
use crate::conversations::show::permit;
use crate::live::frames::ServerFrame;
use crate::live::publication::Publication;
use crate::messages::model::{Location, check_location};
use crate::state::App;

/// What limits of these calls count for, as a device's sends do.
const DEVICE: &str = "location";

/// Where the participant is.
#[derive(Debug, Deserialize, Validate, ToSchema)]
pub struct NewPlace {
    /// Degrees north, -90 to 90.
    latitude: f64,
    /// Degrees east, -180 to 180.
    longitude: f64,
    /// Radius in metres within which the place lies.
    accuracy: Option<f64>,
}

/// Tells where the participant is, and goes on sharing it until `DELETE` or the end of the conversation. The newest
/// place stands in the state as `located`.
#[utoipa::path(put, operation_id = "share_location", path = "/messenger/v1/conversations/{id}/location", tag = "conversations",
    params(("id" = Uuid, Path, description = "The conversation.")), request_body = NewPlace,
    responses(Always, TokenRefused, BodyRefused, NotFound, (status = 204, description = "Everybody in the conversation knows."),
        (status = 409, description = "`closed`", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "`too_many_requests`", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn share(
    State(app): State<App>,
    participant: Participant,
    Caller(claims): Caller,
    Path(conversation): Path<Uuid>,
    Json(NewPlace { latitude, longitude, accuracy }): Json<NewPlace>,
) -> Result<StatusCode, Problem> {
    let access = permit(&app, &claims, conversation).await?;
    if access.part != Part::Talks {
        return Err(ConversationError::NotFound.into());
    }
    app.rates
        .check_send(claims.subject, claims.sub, DEVICE)
        .map_err(|milliseconds| Problem::too_many_requests(milliseconds.div_ceil(1_000)))?;
    let location = Location { latitude, longitude, accuracy };
    note(&app, participant.id, conversation, location, Uuid::nil()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Notes where a participant of the conversation is, and tells everybody in it but the socket that it came from.
pub async fn note(
    app: &App,
    person: Uuid,
    conversation: Uuid,
    location: Location,
    origin: Uuid,
) -> Result<(), LiveLocationError> {
    check_location(&location)?;
    let at = match store::go_on(&app.pool, conversation, person, location).await? {
        Some(at) => at,
        None => begin(app, person, conversation, location).await?,
    };
    let Location { latitude, longitude, accuracy } = location;
    let frame = ServerFrame::Located { conversation, person, latitude, longitude, accuracy, at };
    app.bus.publish(Subject::Conversation(conversation), Publication::ephemeral(&frame, origin));
    Ok(())
}

/// That somebody begins to share changes the state, so that nobody misses it.
async fn begin(
    app: &App,
    person: Uuid,
    conversation: Uuid,
    location: Location,
) -> Result<DateTime<Utc>, LiveLocationError> {
    let mut transaction = app.pool.begin().await?;
    match store::lock(&mut transaction, conversation).await? {
        Some(ConversationStatus::Open) => {}
        Some(ConversationStatus::Closed) => return Err(LiveLocationError::Closed),
        None => return Err(ConversationError::NotFound.into()),
    }
    let at = store::begin(&mut transaction, conversation, person, location).await?;
    conversations::store::changed(&mut transaction, conversation).await?;
    transaction.commit().await?;
    app.state_changed();
    Ok(at)
}
