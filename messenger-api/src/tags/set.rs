//! `PUT /conversations/{id}/tags`: files a help conversation under tags.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use service_kit::contract::{Always, BodyRefused, NotFound, TokenRefused};
use service_kit::identity::Caller;
use service_kit::{Json, Path, Problem};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::{model, store};
use crate::conversations;
use crate::conversations::error::ConversationError;
use crate::conversations::show::permit_change;
use crate::notes;
use crate::state::App;

/// What a conversation is filed under.
#[derive(Debug, Deserialize, Serialize, Validate, ToSchema)]
pub struct Tags {
    /// At most 10 tags of 1 to 30 characters. They are kept in lower case, each once.
    tags: Vec<String>,
}

/// Files a help conversation under these tags and no others, for members in it and those who run the organization.
#[utoipa::path(put, operation_id = "set_tags", path = "/messenger/v1/conversations/{id}/tags", tag = "tags",
    params(("id" = Uuid, Path, description = "The help conversation.")), request_body = Tags,
    responses(Always, TokenRefused, BodyRefused, NotFound, (status = 200, body = Tags)),
    security(("token" = [])))]
pub async fn set(
    State(app): State<App>,
    Caller(claims): Caller,
    Path(id): Path<Uuid>,
    Json(wanted): Json<Tags>,
) -> Result<Json<Tags>, Problem> {
    let member = permit_change(&app, &claims, id).await?;
    let tags =
        model::normalise(&wanted.tags).map_err(|invalid| Problem::invalid(invalid.field, invalid.reason))?;
    let mut transaction = app.pool.begin().await?;
    let notes = notes::store::open(&mut transaction, id).await?.ok_or(ConversationError::NotFound)?;
    let fresh = store::put(&mut transaction, notes, &tags).await?;
    store::remember(&mut transaction, member.organization, &fresh).await?;
    conversations::store::changed(&mut transaction, notes).await?;
    transaction.commit().await?;
    app.state_changed();
    Ok(Json(Tags { tags }))
}
