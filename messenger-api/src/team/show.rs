//! `GET /events/{id}/team`: the channel of an event's team.

use axum::extract::State;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Path, Problem};
use uuid::Uuid;

use super::store;
use crate::conversations::error::ConversationError;
use crate::conversations::model::Conversation;
use crate::conversations::show::read;
use crate::state::App;

/// The channel of an event's team, for the members of its organization. 404 also when nobody needed it yet.
#[utoipa::path(get, operation_id = "read_team", path = "/messenger/v1/events/{id}/team", tag = "team",
    params(("id" = Uuid, Path, description = "The event.")),
    responses(Always, TokenRefused, NotFound, (status = 200, body = Conversation)),
    security(("token" = [])))]
pub async fn show(
    State(app): State<App>,
    member: Member,
    Path(id): Path<Uuid>,
) -> Result<Json<Conversation>, Problem> {
    let team = store::of_event(&app.pool, id, member.organization).await?;
    let team = team.ok_or(ConversationError::NotFound)?;
    Ok(Json(read(&app, team).await?))
}
