//! `GET /events/{id}`: whom to call, and how many are on duty.

use axum::extract::State;
use serde::Serialize;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::{Caller, Subject};
use service_kit::{Json, Path, Problem};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::availability;
use crate::copies::model::{Contact, Zone};
use crate::copies::store;
use crate::participations;
use crate::state::App;

/// What the people in a conversation need to know about its event.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventContext {
    id: Uuid,
    name: String,
    code: String,
    /// `published` or `archived`.
    status: String,
    emergency_number: Option<String>,
    #[schema(value_type = Vec<Zone>)]
    zones: serde_json::Value,
    #[schema(value_type = Vec<Contact>)]
    contacts: serde_json::Value,
    /// How many people take requests of this event now.
    staff_on_duty: i64,
    /// For members: how many people are at the event, whom an announcement reaches. Null for participants.
    participants: Option<i64>,
}

/// One event. Members see those of their organization.
#[utoipa::path(get, operation_id = "read_event_context", path = "/messenger/v1/events/{id}", tag = "events",
    params(("id" = Uuid, Path, description = "The event.")),
    responses(Always, TokenRefused, NotFound, (status = 200, body = EventContext)),
    security(("token" = [])))]
pub async fn show(
    State(app): State<App>,
    Caller(claims): Caller,
    Path(id): Path<Uuid>,
) -> Result<Json<EventContext>, Problem> {
    let event = store::event(&app.pool, id).await?;
    let event = event.filter(|event| match claims.subject {
        Subject::Member { organization, .. } => organization == event.organization,
        Subject::Participant { .. } => true,
        Subject::Administrator => false,
    });
    let event = event.ok_or_else(|| Problem::not_found("event"))?;
    let participants = match claims.subject {
        Subject::Member { .. } => Some(participations::store::count(&app.pool, id).await?),
        _ => None,
    };
    let staff_on_duty = availability::store::on_duty(&app.pool, id, app.member_gone()).await?;
    Ok(Json(EventContext {
        id: event.id,
        name: event.name,
        code: event.code,
        status: event.status,
        emergency_number: event.emergency_number,
        zones: event.zones,
        contacts: event.contacts,
        staff_on_duty,
        participants,
    }))
}
