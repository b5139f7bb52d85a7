//! `PUT /events/{id}/team`: makes the channel of an event's team, when it is needed first.

use axum::extract::State;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Path, Problem};
use uuid::Uuid;

use super::store;
use crate::conversations::model::Conversation;
use crate::conversations::show::read;
use crate::events::error::EventError;
use crate::events::find;
use crate::state::App;

/// The channel of an event's team, made if there is none yet. Doing it again changes nothing.
#[utoipa::path(put, operation_id = "open_team", path = "/messenger/v1/events/{id}/team", tag = "team",
    params(("id" = Uuid, Path, description = "The event.")),
    responses(Always, TokenRefused, NotFound, (status = 200, body = Conversation),
        (status = 409, description = "`event_closed`, and nobody has talked there", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn open(
    State(app): State<App>,
    member: Member,
    Path(id): Path<Uuid>,
) -> Result<Json<Conversation>, Problem> {
    let team = match store::of_event(&app.pool, id, member.organization).await? {
        Some(team) => team,
        None => make(&app, member.organization, id).await?,
    };
    Ok(Json(read(&app, team).await?))
}

async fn make(app: &App, organization: Uuid, event: Uuid) -> Result<Uuid, EventError> {
    find::open_of(app, event, organization).await?;
    let mut transaction = app.pool.begin().await?;
    let team = store::open(&mut transaction, event, organization).await?;
    transaction.commit().await?;
    app.state_changed();
    Ok(team)
}
