//! `POST /conversations/{id}/invite`: a colleague takes part beside whoever has the conversation, reads and writes, and
//! it does not count as one of theirs.

use axum::extract::State;
use serde::Deserialize;
use service_kit::contract::{Always, BodyRefused, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Path, Problem};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::error::ConversationError;
use super::model::Conversation;
use super::store::handovers;
use super::{permit, show, store};
use crate::audit::model::Action;
use crate::audit::store::{self as audit, Change};
use crate::help_requests::store as help_requests;
use crate::state::App;

/// Most members in one conversation: each hears all of it, and a person in need cannot talk with more.
const MOST: usize = 20;

/// Who is to take part.
#[derive(Debug, Deserialize, Validate, ToSchema)]
pub struct Invitation {
    member: Uuid,
}

/// Lets a colleague take part: by whoever does, or a manager, who may name themselves. Inviting again changes nothing.
#[utoipa::path(post, operation_id = "invite_member", path = "/messenger/v1/conversations/{id}/invite", tag = "conversations",
    params(("id" = Uuid, Path, description = "The conversation.")), request_body = Invitation,
    responses(Always, TokenRefused, BodyRefused, NotFound, (status = 200, body = Conversation),
        (status = 409, description = "`closed`, `too_many`: 20 members take part", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn invite(
    State(app): State<App>,
    member: Member,
    Path(id): Path<Uuid>,
    Json(invitation): Json<Invitation>,
) -> Result<Json<Conversation>, Problem> {
    permit::colleague(&app, member, id).await?;
    if !handovers::is_colleague(&app.pool, member.organization, invitation.member).await? {
        return Err(Problem::invalid("member", "is not a member of your organization"));
    }
    let_in(&app, member, id, invitation.member).await?;
    app.state_changed();
    Ok(Json(show::read(&app, id).await?))
}

/// The request is held, so that the conversation does not end meanwhile.
async fn let_in(app: &App, by: Member, id: Uuid, member: Uuid) -> Result<(), ConversationError> {
    let mut transaction = app.pool.begin().await?;
    let held = help_requests::lock_of_conversation(&mut transaction, id).await?;
    let held = held.ok_or(ConversationError::NotFound)?;
    if !held.status.is_open() {
        return Err(ConversationError::Closed);
    }
    let members = handovers::members(&mut transaction, id).await?;
    if members.contains(&member) {
        return Ok(());
    }
    if members.len() >= MOST {
        return Err(ConversationError::TooMany);
    }
    store::add_person(&mut transaction, id, member, "member").await?;
    store::changed(&mut transaction, id).await?;
    let change = Change { member: Some(member), ..Change::of(id, by.id, Action::MemberInvited) };
    audit::note_change(&mut *transaction, change).await?;
    transaction.commit().await?;
    Ok(())
}
