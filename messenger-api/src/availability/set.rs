//! `PUT /availability`: turns being pushed on and off.

use axum::extract::State;
use serde::Deserialize;
use service_kit::contract::{Always, BodyRefused, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Problem};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::model::{Availability, MAX_CAPACITY};
use super::store;
use crate::conversations::store::FEED;
use crate::copies::patience::Patience;
use crate::copies::store as copies;
use crate::state::App;

/// What a member offers.
#[derive(Debug, Deserialize, Validate, ToSchema)]
pub struct Offer {
    /// Push requests of these events, at most 100. Empty: take by hand only.
    #[validate(length(max = 100, message = "must be at most 100 events"))]
    events: Vec<Uuid>,
    /// Most conversations at once, 0 to 20,000; 0 is off.
    #[validate(range(min = 0, max = MAX_CAPACITY))]
    capacity: i32,
}

/// Sets the caller's availability. Lowering the capacity ends no conversation.
#[utoipa::path(put, operation_id = "set_availability", path = "/messenger/v1/availability", tag = "availability", request_body = Offer,
    responses(Always, TokenRefused, BodyRefused, (status = 200, body = Availability),
        (status = 422, description = "`invalid`: also events that are not your organization's", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn set(
    State(app): State<App>,
    member: Member,
    Json(mut offer): Json<Offer>,
) -> Result<Json<Availability>, Problem> {
    check_events(&app, member.organization, &offer.events).await?;
    offer.events.sort_unstable();
    offer.events.dedup();
    let mut transaction = app.pool.begin().await?;
    let (id, organization) = (member.id, member.organization);
    let availability = store::set(&mut *transaction, id, organization, &offer.events, offer.capacity).await?;
    // The member's sockets may be on any node: each follows the queues when it reads this.
    FEED.record(&mut transaction, "availability", id, &serde_json::json!({})).await?;
    transaction.commit().await?;
    app.state_changed();
    for event in &availability.events {
        app.assigner.look_at(*event);
    }
    Ok(Json(availability))
}

/// Refuses events of others. An event that was made a moment ago may still be on its way here.
async fn check_events(app: &App, organization: Uuid, events: &[Uuid]) -> Result<(), Problem> {
    let mut looks = Patience::default();
    loop {
        let known = copies::events_of(&app.pool, organization, events).await?;
        let Some(index) = events.iter().position(|event| !known.contains(event)) else { return Ok(()) };
        if !looks.again().await {
            return Err(Problem::invalid(format!("events[{index}]"), "is not an event of your organization"));
        }
    }
}
