//! `PUT /conversations/{id}/notes`: makes the conversation of notes beside a help conversation, when it is needed
//! first.

use axum::extract::State;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Caller;
use service_kit::{Json, Path, Problem};
use uuid::Uuid;

use super::store;
use crate::conversations::error::ConversationError;
use crate::conversations::model::Conversation;
use crate::conversations::show::{permit_change, read};
use crate::state::App;

/// The notes beside a help conversation, made if there are none yet. Doing it again changes nothing.
#[utoipa::path(put, operation_id = "open_notes", path = "/messenger/v1/conversations/{id}/notes", tag = "notes",
    params(("id" = Uuid, Path, description = "The help conversation.")),
    responses(Always, TokenRefused, NotFound, (status = 200, body = Conversation)),
    security(("token" = [])))]
pub async fn open(
    State(app): State<App>,
    Caller(claims): Caller,
    Path(id): Path<Uuid>,
) -> Result<Json<Conversation>, Problem> {
    permit_change(&app, &claims, id).await?;
    let notes = match store::beside(&app.pool, id).await? {
        Some(notes) => notes,
        None => make(&app, id).await?.ok_or(ConversationError::NotFound)?,
    };
    Ok(Json(read(&app, notes).await?))
}

async fn make(app: &App, id: Uuid) -> Result<Option<Uuid>, sqlx::Error> {
    let mut transaction = app.pool.begin().await?;
    let notes = store::open(&mut transaction, id).await?;
    transaction.commit().await?;
    app.state_changed();
    Ok(notes)
}
