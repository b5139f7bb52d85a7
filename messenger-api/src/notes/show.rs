//! `GET /conversations/{id}/notes`: the conversation of notes beside a help conversation.

use axum::extract::State;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Caller;
use service_kit::{Json, Path, Problem};
use uuid::Uuid;

use super::store;
use crate::conversations::error::ConversationError;
use crate::conversations::model::Conversation;
use crate::conversations::show::{permit_member, read};
use crate::state::App;

/// The notes beside a help conversation, for its members and those who run the organization. 404 also when nobody
/// needed any yet.
#[utoipa::path(get, operation_id = "read_notes", path = "/messenger/v1/conversations/{id}/notes", tag = "notes",
    params(("id" = Uuid, Path, description = "The help conversation.")),
    responses(Always, TokenRefused, NotFound, (status = 200, body = Conversation)),
    security(("token" = [])))]
pub async fn show(
    State(app): State<App>,
    Caller(claims): Caller,
    Path(id): Path<Uuid>,
) -> Result<Json<Conversation>, Problem> {
    permit_member(&app, &claims, id).await?;
    let notes = store::beside(&app.pool, id).await?.ok_or(ConversationError::NotFound)?;
    Ok(Json(read(&app, notes).await?))
}
