//! `DELETE /conversations/{id}/location`: the participant does not want to be seen any more.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::{Caller, Participant};
use service_kit::{Path, Problem};
use uuid::Uuid;

use super::store;
use crate::conversations;
use crate::conversations::error::ConversationError;
use crate::conversations::model::Part;
use crate::conversations::show::permit;
use crate::state::App;

/// Stops sharing where the participant is. Doing it again changes nothing.
#[utoipa::path(delete, operation_id = "stop_sharing_location", path = "/messenger/v1/conversations/{id}/location", tag = "conversations",
    params(("id" = Uuid, Path, description = "The conversation.")),
    responses(Always, TokenRefused, NotFound, (status = 204, description = "Nothing is shared.")),
    security(("token" = [])))]
pub async fn stop(
    State(app): State<App>,
    _participant: Participant,
    Caller(claims): Caller,
    Path(conversation): Path<Uuid>,
) -> Result<StatusCode, Problem> {
    if permit(&app, &claims, conversation).await?.part != Part::Talks {
        return Err(ConversationError::NotFound.into());
    }
    let mut transaction = app.pool.begin().await?;
    store::lock(&mut transaction, conversation).await?;
    if store::end(&mut transaction, conversation).await? {
        conversations::store::changed(&mut transaction, conversation).await?;
        transaction.commit().await?;
        app.state_changed();
    }
    Ok(StatusCode::NO_CONTENT)
}
