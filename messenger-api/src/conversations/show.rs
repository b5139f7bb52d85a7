//! `GET /conversations/{id}`: the state of one conversation.

use axum::extract::State;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::{Caller, Claims, Member, Role, Subject};
use service_kit::{Json, Path, Problem};
use uuid::Uuid;

use super::error::ConversationError;
use super::model::{Access, Conversation, Part, access};
use super::store::{self, earlier};
use crate::state::App;
use crate::{audit, tags};

/// The state of a conversation: its people, marks and help request.
#[utoipa::path(get, operation_id = "read_conversation", path = "/messenger/v1/conversations/{id}", tag = "conversations",
    params(("id" = Uuid, Path, description = "The conversation.")),
    responses(Always, TokenRefused, NotFound, (status = 200, body = Conversation)),
    security(("token" = [])))]
pub async fn show(
    State(app): State<App>,
    Caller(claims): Caller,
    Path(id): Path<Uuid>,
) -> Result<Json<Conversation>, Problem> {
    permit_reading(&app, &claims, id).await?;
    let mut conversation = read(&app, id).await?;
    if matches!(claims.subject, Subject::Member { .. }) {
        tags::store::fill(&app.pool, std::slice::from_mut(&mut conversation)).await?;
    }
    Ok(Json(conversation))
}

/// What the caller may do there; for strangers it does not exist. Members may read what came before a conversation of
/// theirs.
pub async fn permit(app: &App, claims: &Claims, id: Uuid) -> Result<Access, ConversationError> {
    let facts = store::access_facts(&app.pool, id, claims.sub).await?.ok_or(ConversationError::NotFound)?;
    let allowed = access(claims, &facts);
    if let Some(allowed) = allowed {
        return Ok(allowed);
    }
    let is_colleague =
        matches!(claims.subject, Subject::Member { organization, .. } if organization == facts.organization);
    if is_colleague && earlier::leads_to_one_of(&app.pool, id, claims.sub).await? {
        return Ok(facts.supervised());
    }
    Err(ConversationError::NotFound)
}

/// The same for somebody who reads what was said: whoever is not in it leaves an entry in the audit log.
pub async fn permit_reading(app: &App, claims: &Claims, id: Uuid) -> Result<Access, ConversationError> {
    let access = permit(app, claims, id).await?;
    if access.part == Part::Supervises {
        audit::store::note_reading(&app.pool, claims.sub, id).await?;
    }
    Ok(access)
}

/// The same for those of the organization alone: whatever stands beside a conversation, its participant must not learn
/// that it exists.
pub async fn permit_member(app: &App, claims: &Claims, id: Uuid) -> Result<Member, Problem> {
    let member = Member::try_from(claims)?;
    permit(app, claims, id).await?;
    Ok(member)
}

/// The same for those who may change what stands beside it: members in it, and those who run the organization.
pub async fn permit_change(app: &App, claims: &Claims, id: Uuid) -> Result<Member, Problem> {
    let member = Member::try_from(claims)?;
    let access = permit(app, claims, id).await?;
    if access.part == Part::Supervises && member.role < Role::Manager {
        return Err(ConversationError::NotFound.into());
    }
    Ok(member)
}

/// The state, for those who were permitted.
pub async fn read(app: &App, id: Uuid) -> Result<Conversation, ConversationError> {
    store::state(&app.pool, id).await?.ok_or(ConversationError::NotFound)
}
