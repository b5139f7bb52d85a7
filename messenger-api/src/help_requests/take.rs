//! Taking a request by hand: a certain one, or the next in the queue.
//!
//! Locks go request, staff row, conversation, as everywhere; the request's row makes sure that two people never
//! get the same one, the conditional update of the staff row that no capacity is passed.

use axum::extract::State;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Path, Problem};
use sqlx::PgConnection;
use uuid::Uuid;

use super::error::RequestError;
use super::model::RequestStatus;
use super::store::{self, Held};
use crate::availability;
use crate::availability::model::CAPACITY_BY_HAND;
use crate::conversations::model::Conversation;
use crate::conversations::{self, show};
use crate::copies::store as copies;
use crate::events::error::EventError;
use crate::state::App;

/// Takes a waiting request.
#[utoipa::path(post, operation_id = "take_help_request", path = "/messenger/v1/help-requests/{id}/take", tag = "help requests",
    params(("id" = Uuid, Path, description = "The help request.")),
    responses(Always, TokenRefused, NotFound, (status = 200, body = Conversation),
        (status = 409, description = "`already_taken`, `at_capacity`, `closed`", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn take(
    State(app): State<App>,
    member: Member,
    Path(id): Path<Uuid>,
) -> Result<Json<Conversation>, Problem> {
    let mut transaction = app.pool.begin().await?;
    let held = store::lock(&mut transaction, id).await?;
    let held = held.filter(|held| held.organization == member.organization).ok_or(RequestError::NotFound)?;
    match held.status {
        RequestStatus::Waiting => {}
        // Taking one's own again is a repeat whose first answer was lost.
        RequestStatus::Taken if held.member == Some(member.id) => {
            // Reading needs a connection: whoever waits for one must not hold another.
            transaction.rollback().await?;
            return Ok(Json(show::read(&app, held.conversation).await?));
        }
        RequestStatus::Taken => return Err(RequestError::AlreadyTaken.into()),
        _ => return Err(RequestError::Closed.into()),
    }
    claim(&mut transaction, &held, member).await?;
    transaction.commit().await?;
    app.state_changed();
    Ok(Json(show::read(&app, held.conversation).await?))
}

/// Takes the next in an event's queue.
#[utoipa::path(post, operation_id = "take_next_help_request", path = "/messenger/v1/events/{id}/queue/take", tag = "help requests",
    params(("id" = Uuid, Path, description = "The event.")),
    responses(Always, TokenRefused, NotFound, (status = 200, body = Conversation), (status = 404, description = "`queue_empty`, `not_found`", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`at_capacity`", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn take_next(
    State(app): State<App>,
    member: Member,
    Path(event): Path<Uuid>,
) -> Result<Json<Conversation>, Problem> {
    let facts = copies::event_facts(&app.pool, event).await?;
    if facts.is_none_or(|facts| facts.organization != member.organization) {
        return Err(EventError::NotFound.into());
    }
    let mut transaction = app.pool.begin().await?;
    let held = store::lock_next(&mut transaction, event).await?.ok_or(RequestError::QueueEmpty)?;
    claim(&mut transaction, &held, member).await?;
    transaction.commit().await?;
    app.state_changed();
    Ok(Json(show::read(&app, held.conversation).await?))
}

/// Gives a request that this transaction holds to a member, if their capacity allows.
async fn claim(connection: &mut PgConnection, held: &Held, member: Member) -> Result<(), RequestError> {
    let Member { id, organization, .. } = member;
    availability::store::begin_by_hand(connection, id, organization, CAPACITY_BY_HAND).await?;
    if !availability::store::occupy(connection, id).await? {
        return Err(RequestError::AtCapacity);
    }
    give(connection, held, id, false).await?;
    Ok(())
}

/// Notes everywhere that the member, whose capacity was taken already, has the request now; `untouched` when they did
/// not choose it themselves.
pub async fn give(
    connection: &mut PgConnection,
    held: &Held,
    member: Uuid,
    untouched: bool,
) -> Result<(), sqlx::Error> {
    store::give(connection, held, member, untouched).await?;
    conversations::store::add_person(connection, held.conversation, member, "member").await?;
    conversations::store::changed(connection, held.conversation).await
}
