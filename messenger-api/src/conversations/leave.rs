//! `DELETE /conversations/{id}/members/{member}`: somebody who was invited leaves, or is taken out.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Path, Problem};
use uuid::Uuid;

use super::error::ConversationError;
use super::store::handovers;
use super::{permit, store};
use crate::audit::model::Action;
use crate::audit::store::{self as audit, Change};
use crate::help_requests::store as help_requests;
use crate::state::App;

/// Ends taking part: one's own, or by whoever has the conversation, or a manager. From then on nothing more of it is
/// delivered to them. Doing it again changes nothing.
#[utoipa::path(delete, operation_id = "remove_conversation_member", path = "/messenger/v1/conversations/{id}/members/{member}", tag = "conversations",
    params(("id" = Uuid, Path, description = "The conversation."), ("member" = Uuid, Path, description = "Who leaves.")),
    responses(Always, TokenRefused, NotFound, (status = 204, description = "They take no part any more."),
        (status = 409, description = "`holder`: they have it; transfer or close it", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn leave(
    State(app): State<App>,
    member: Member,
    Path((id, leaving)): Path<(Uuid, Uuid)>,
) -> Result<StatusCode, Problem> {
    permit::colleague(&app, member, id).await?;
    take_out(&app, member, id, leaving).await?;
    app.state_changed();
    Ok(StatusCode::NO_CONTENT)
}

/// The request is held, so that nobody becomes the holder meanwhile.
async fn take_out(app: &App, member: Member, id: Uuid, leaving: Uuid) -> Result<(), ConversationError> {
    let mut transaction = app.pool.begin().await?;
    let held = help_requests::lock_of_conversation(&mut transaction, id).await?;
    let held = held.ok_or(ConversationError::NotFound)?;
    let may = leaving == member.id || held.member == Some(member.id) || permit::leads(member);
    if !may {
        return Err(ConversationError::NotTheHolder);
    }
    if held.status.is_open() && held.member == Some(leaving) {
        return Err(ConversationError::Holder);
    }
    if !handovers::members(&mut transaction, id).await?.contains(&leaving) {
        return Ok(());
    }
    store::remove_person(&mut transaction, id, leaving).await?;
    store::changed(&mut transaction, id).await?;
    let change = Change { member: Some(leaving), ..Change::of(id, member.id, Action::MemberRemoved) };
    audit::note_change(&mut *transaction, change).await?;
    transaction.commit().await?;
    Ok(())
}
