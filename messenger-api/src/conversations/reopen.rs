//! `POST /conversations/{id}/reopen`: an end that came too early is taken back.

use axum::extract::State;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Path, Problem, database};
use sqlx::PgConnection;
use uuid::Uuid;

use super::error::ConversationError;
use super::handovers::Cause;
use super::model::Conversation;
use super::store::handovers::{self, NewHandover};
use super::{permit, show, store};
use crate::audit::model::Action;
use crate::audit::store::{self as audit, Change};
use crate::availability;
use crate::events::find;
use crate::help_requests::model::RequestStatus;
use crate::help_requests::store::{self as help_requests, Held};
use crate::state::App;

/// Opens an ended conversation again: by whoever ended it, or a manager. It goes back to whoever had it, when they are
/// on duty and have room; else it waits at its old place. Opening an open one changes nothing.
#[utoipa::path(post, operation_id = "reopen_conversation", path = "/messenger/v1/conversations/{id}/reopen", tag = "conversations",
    params(("id" = Uuid, Path, description = "The conversation.")),
    responses(Always, TokenRefused, NotFound, (status = 200, body = Conversation),
        (status = 409, description = "`already_open` with `id` and `conversation`: the participant asked anew; `too_late`; `closed`: it was never taken; `event_closed`", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn reopen(
    State(app): State<App>,
    member: Member,
    Path(id): Path<Uuid>,
) -> Result<Json<Conversation>, Problem> {
    permit::colleague(&app, member, id).await?;
    let event = match open_again(&app, member, id).await {
        Err(ConversationError::Store(error)) if database::violates(&error, "one_open_request") => {
            return Err(already_open(&app, id).await?.into());
        }
        other => other?,
    };
    app.state_changed();
    app.assigner.look_at(event);
    Ok(Json(show::read(&app, id).await?))
}

/// Request, staff row and conversation change together, locked in this order as everywhere.
async fn open_again(app: &App, member: Member, id: Uuid) -> Result<Uuid, ConversationError> {
    let request = help_requests::of_conversation(&app.pool, id).await?;
    let (event, _) = request.ok_or(ConversationError::NotFound)?;
    find::open(app, event).await?;
    let mut transaction = app.pool.begin().await?;
    let held = help_requests::lock_of_conversation(&mut transaction, id).await?;
    let held = held.ok_or(ConversationError::NotFound)?;
    match held.status {
        RequestStatus::Closed => {}
        RequestStatus::Waiting | RequestStatus::Taken => return Ok(event),
        RequestStatus::Cancelled | RequestStatus::Expired => return Err(ConversationError::Closed),
    }
    let hours = i32::try_from(app.limits.reopen_hours).unwrap_or(i32::MAX);
    let end = help_requests::end_of(&mut transaction, held.id, hours).await?;
    if end.by.or(held.member) != Some(member.id) && !permit::leads(member) {
        return Err(ConversationError::NotTheCloser);
    }
    if !end.is_recent {
        return Err(ConversationError::TooLate);
    }
    let holder = room_of_holder(&mut transaction, app, &held, member).await?;
    help_requests::reopen(&mut transaction, &held, holder, holder.is_some_and(|id| id != member.id)).await?;
    if let Some(gone) = held.member.filter(|_| holder.is_none()) {
        store::remove_person(&mut transaction, id, gone).await?;
    }
    handovers::reopen(&mut transaction, id).await?;
    let handover = NewHandover {
        conversation: id,
        from: None,
        to: holder,
        by: Some(member.id),
        cause: Cause::Reopened,
        reason: None,
    };
    handovers::insert(&mut transaction, &handover).await?;
    let change = Change { member: holder, ..Change::of(id, member.id, Action::ConversationReopened) };
    audit::note_change(&mut *transaction, change).await?;
    transaction.commit().await?;
    Ok(event)
}

/// Whoever had it, with a unit of their capacity taken; none when they are away or full. Who opens it again is there.
async fn room_of_holder(
    connection: &mut PgConnection,
    app: &App,
    held: &Held,
    member: Member,
) -> Result<Option<Uuid>, sqlx::Error> {
    let Some(holder) = held.member else { return Ok(None) };
    let has_room = if holder == member.id {
        availability::store::occupy(connection, holder).await?
    } else {
        availability::store::occupy_present(connection, holder, app.member_gone()).await?
    };
    Ok(has_room.then_some(holder))
}

/// What the participant has open instead.
async fn already_open(app: &App, id: Uuid) -> Result<ConversationError, ConversationError> {
    let request = help_requests::of_conversation(&app.pool, id).await?;
    let (event, participant) = request.ok_or(ConversationError::NotFound)?;
    let open = help_requests::open_at(&app.pool, participant, event).await?;
    Ok(open.map_or(ConversationError::NotFound, |open| ConversationError::AlreadyOpen {
        id: open.id,
        conversation: open.conversation,
    }))
}
