//! `POST /conversations/{id}/transfer`: hands a conversation to a colleague, or back to the queue.

use axum::extract::State;
use serde::Deserialize;
use service_kit::contract::{Always, BodyRefused, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Path, Problem};
use sqlx::PgConnection;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::error::ConversationError;
use super::handovers::Cause;
use super::model::Conversation;
use super::store::handovers::{self, NewHandover};
use super::{permit, show, store};
use crate::audit::model::Action;
use crate::audit::store::{self as audit, Change};
use crate::availability;
use crate::help_requests::model::RequestStatus;
use crate::help_requests::pass_on;
use crate::help_requests::store::{self as help_requests, Held};
use crate::state::App;

/// Whom a conversation goes to.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Receiver {
    /// A colleague who is on duty and has room.
    Member {
        /// Who.
        member: Uuid,
    },
    /// Whoever is next: it waits at its old place.
    Queue,
}

impl Receiver {
    fn member(self) -> Option<Uuid> {
        match self {
            Self::Member { member } => Some(member),
            Self::Queue => None,
        }
    }
}

/// What is handed over.
#[derive(Debug, Deserialize, Validate, ToSchema)]
pub struct Transfer {
    to: Receiver,
    /// For whoever goes on with it, at most 500 characters; the participant never sees it. A colleague has to be told
    /// why.
    #[validate(length(max = 500))]
    reason: Option<String>,
}

impl Transfer {
    fn reason(&self) -> Option<&str> {
        self.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty())
    }
}

/// Hands a conversation over: whoever has it, or a manager. Whoever had it is out of it.
#[utoipa::path(post, operation_id = "transfer_conversation", path = "/messenger/v1/conversations/{id}/transfer", tag = "conversations",
    params(("id" = Uuid, Path, description = "The conversation.")), request_body = Transfer,
    responses(Always, TokenRefused, BodyRefused, NotFound, (status = 200, body = Conversation),
        (status = 409, description = "`not_on_duty`, `at_capacity`: the colleague; `still_waiting`: nobody has it; `closed`", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn transfer(
    State(app): State<App>,
    member: Member,
    Path(id): Path<Uuid>,
    Json(transfer): Json<Transfer>,
) -> Result<Json<Conversation>, Problem> {
    permit::colleague(&app, member, id).await?;
    if let Some(receiver) = transfer.to.member() {
        check_receiver(&app, member, receiver, &transfer).await?;
    }
    let event = hand_over(&app, member, id, &transfer).await?;
    app.state_changed();
    app.assigner.look_at(event);
    Ok(Json(show::read(&app, id).await?))
}

async fn check_receiver(
    app: &App,
    member: Member,
    receiver: Uuid,
    transfer: &Transfer,
) -> Result<(), Problem> {
    if transfer.reason().is_none() {
        return Err(Problem::invalid("reason", "must say why, for the colleague"));
    }
    if !handovers::is_colleague(&app.pool, member.organization, receiver).await? {
        return Err(Problem::invalid("to.member", "is not a member of your organization"));
    }
    Ok(())
}

/// Request, staff rows and conversation change together, locked in this order as everywhere.
async fn hand_over(
    app: &App,
    member: Member,
    id: Uuid,
    transfer: &Transfer,
) -> Result<Uuid, ConversationError> {
    let mut transaction = app.pool.begin().await?;
    let held = help_requests::lock_of_conversation(&mut transaction, id).await?;
    let held = held.ok_or(ConversationError::NotFound)?;
    let holder = match (held.status, held.member) {
        (RequestStatus::Taken, Some(holder)) => holder,
        (RequestStatus::Waiting | RequestStatus::Taken, _) => return Err(ConversationError::StillWaiting),
        _ => return Err(ConversationError::Closed),
    };
    if holder != member.id && !permit::leads(member) {
        return Err(ConversationError::NotTheHolder);
    }
    match transfer.to {
        // The repeat of a manager whose first answer was lost.
        Receiver::Member { member: receiver } if receiver == holder => return Ok(held.event),
        Receiver::Member { member: receiver } => {
            let to = (receiver, app.member_gone());
            to_colleague(&mut transaction, &held, (holder, member.id), to, transfer.reason()).await?;
        }
        Receiver::Queue => {
            let by = (Some(member.id), Cause::Transferred, transfer.reason());
            availability::store::release(&mut transaction, holder).await?;
            pass_on::back_to_queue(&mut transaction, &held, holder, by).await?;
        }
    }
    let change = Change::of(id, member.id, Action::ConversationTransferred);
    let change = Change { member: transfer.to.member(), ..change };
    audit::note_change(&mut *transaction, change).await?;
    transaction.commit().await?;
    Ok(held.event)
}

async fn to_colleague(
    connection: &mut PgConnection,
    held: &Held,
    (holder, by): (Uuid, Uuid),
    (receiver, gone_seconds): (Uuid, f64),
    reason: Option<&str>,
) -> Result<(), ConversationError> {
    availability::store::lock(connection, &[holder, receiver]).await?;
    if !availability::store::occupy_present(connection, receiver, gone_seconds).await? {
        let is_there = availability::store::is_on_duty(connection, receiver, gone_seconds).await?;
        return Err(if is_there { ConversationError::AtCapacity } else { ConversationError::NotOnDuty });
    }
    availability::store::release(connection, holder).await?;
    help_requests::give(connection, held, receiver, receiver != by).await?;
    store::remove_person(connection, held.conversation, holder).await?;
    store::add_person(connection, held.conversation, receiver, "member").await?;
    store::changed(connection, held.conversation).await?;
    let handover = NewHandover {
        conversation: held.conversation,
        from: Some(holder),
        to: Some(receiver),
        by: Some(by),
        cause: Cause::Transferred,
        reason,
    };
    Ok(handovers::insert(connection, &handover).await?)
}
