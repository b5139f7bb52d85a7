//! `GET /conversations/{id}/earlier`: other conversations of the same person at the same event.

use axum::extract::State;
use serde::Serialize;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Caller;
use service_kit::{Json, Path, Problem};
use utoipa::ToSchema;
use uuid::Uuid;

use super::model::Conversation;
use super::show::permit_member;
use super::store::{self, earlier};
use crate::state::App;
use crate::tags;

/// Most conversations that are named.
const EARLIER: i64 = 20;

/// What else there was with the same person at the same event.
#[derive(Debug, Serialize, ToSchema)]
pub struct EarlierConversations {
    /// At most 20, the newest first.
    items: Vec<Conversation>,
}

/// Other conversations of the same person at the same event. Whoever helps somebody may read what came before.
#[utoipa::path(get, operation_id = "list_earlier_conversations", path = "/messenger/v1/conversations/{id}/earlier", tag = "conversations",
    params(("id" = Uuid, Path, description = "The help conversation.")),
    responses(Always, TokenRefused, NotFound, (status = 200, body = EarlierConversations)),
    security(("token" = [])))]
pub async fn list(
    State(app): State<App>,
    Caller(claims): Caller,
    Path(id): Path<Uuid>,
) -> Result<Json<EarlierConversations>, Problem> {
    permit_member(&app, &claims, id).await?;
    let ids = earlier::others(&app.pool, id, EARLIER).await?;
    let mut items = store::states(&app.pool, &ids).await?;
    tags::store::fill(&app.pool, &mut items).await?;
    items.sort_by_key(|conversation| std::cmp::Reverse(conversation.id));
    Ok(Json(EarlierConversations { items }))
}
