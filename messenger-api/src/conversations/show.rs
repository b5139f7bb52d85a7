//! `GET /conversations/{id}`: the state of one conversation.

use axum::extract::State;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::{Caller, Claims};
use service_kit::{Json, Path, Problem};
use uuid::Uuid;

use super::error::ConversationError;
use super::model::{Access, Conversation, access};
use super::store;
use crate::state::App;

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
    permit(&app, &claims, id).await?;
    Ok(Json(read(&app, id).await?))
}

/// What the caller may do there; for strangers it does not exist.
pub async fn permit(app: &App, claims: &Claims, id: Uuid) -> Result<Access, ConversationError> {
    let facts = store::access_facts(&app.pool, id, claims.sub).await?;
    facts.and_then(|facts| access(claims, &facts)).ok_or(ConversationError::NotFound)
}

/// The state, for those who were permitted.
pub async fn read(app: &App, id: Uuid) -> Result<Conversation, ConversationError> {
    store::state(&app.pool, id).await?.ok_or(ConversationError::NotFound)
}
