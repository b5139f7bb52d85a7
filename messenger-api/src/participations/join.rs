//! `PUT /participations/{event}`: the participant is at this event. Asking for help there says the same.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Participant;
use service_kit::{Json, Path, Problem};
use utoipa::ToSchema;
use uuid::Uuid;

use super::store;
use crate::events::error::EventError;
use crate::events::find;
use crate::state::App;

/// A person at an event.
#[derive(Debug, Serialize, ToSchema)]
pub struct Participation {
    /// The event.
    pub event: Uuid,
    /// The conversation of its announcements.
    pub conversation: Uuid,
    /// Since when.
    pub joined_at: DateTime<Utc>,
}

/// I am at this event. Saying it again changes nothing.
#[utoipa::path(put, operation_id = "join_event", path = "/messenger/v1/participations/{id}", tag = "announcements",
    params(("id" = Uuid, Path, description = "The event.")),
    responses(Always, TokenRefused, NotFound, (status = 200, body = Participation),
        (status = 409, description = "`event_closed`", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn join(
    State(app): State<App>,
    participant: Participant,
    Path(id): Path<Uuid>,
) -> Result<Json<Participation>, Problem> {
    let event = find::open(&app, id).await?;
    let mut transaction = app.pool.begin().await?;
    let is_new = store::join(&mut transaction, participant.id, id, event.organization).await?;
    transaction.commit().await?;
    if is_new {
        app.state_changed();
    }
    let participation = store::read(&app.pool, participant.id, id).await?;
    Ok(Json(participation.ok_or(EventError::NotFound)?))
}
