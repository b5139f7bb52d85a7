//! `DELETE /participations/{event}`: the participant is not at this event any more.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Participant;
use service_kit::{Path, Problem};
use uuid::Uuid;

use super::store;
use crate::state::App;

/// I am not at this event (any more): its announcements do not come here.
#[utoipa::path(delete, operation_id = "leave_event", path = "/messenger/v1/participations/{id}", tag = "announcements",
    params(("id" = Uuid, Path, description = "The event.")),
    responses(Always, TokenRefused, NotFound, (status = 204, description = "Not there.")),
    security(("token" = [])))]
pub async fn leave(
    State(app): State<App>,
    participant: Participant,
    Path(event): Path<Uuid>,
) -> Result<StatusCode, Problem> {
    let mut transaction = app.pool.begin().await?;
    let was_there = store::leave(&mut transaction, participant.id, event).await?;
    transaction.commit().await?;
    if was_there {
        app.state_changed();
    }
    Ok(StatusCode::NO_CONTENT)
}
