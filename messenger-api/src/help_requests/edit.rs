//! `PATCH /help-requests/{id}`: staff judge a request anew, since the answers of somebody in need are not all there is
//! to know.

use axum::extract::State;
use serde::Deserialize;
use service_kit::contract::{Always, BodyRefused, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Path, Problem};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::error::RequestError;
use super::model::{Category, HelpRequest, Priority, head_start};
use super::show;
use super::store::{self, Judged};
use crate::audit::model::{Action, Facts};
use crate::audit::store::{self as audit, Change};
use crate::conversations;
use crate::state::App;

/// What is different; what is left out stays.
#[derive(Debug, Deserialize, Validate, ToSchema)]
pub struct EditHelpRequest {
    /// How urgent it is; with it changes the place in the queue, as if it had been opened so.
    priority: Option<Priority>,
    /// What kind of help is needed.
    category: Option<Category>,
    /// The version that was edited: when somebody else changed it in between, nothing happens.
    version: Option<i64>,
}

/// Changes priority or category of an open request.
#[utoipa::path(patch, operation_id = "edit_help_request", path = "/messenger/v1/help-requests/{id}", tag = "help requests",
    params(("id" = Uuid, Path, description = "The help request.")), request_body = EditHelpRequest,
    responses(Always, TokenRefused, BodyRefused, NotFound, (status = 200, body = HelpRequest),
        (status = 409, description = "`closed`: it has ended; `version_conflict` with `current`: somebody else changed it", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn edit(
    State(app): State<App>,
    member: Member,
    Path(id): Path<Uuid>,
    Json(edit): Json<EditHelpRequest>,
) -> Result<Json<HelpRequest>, Problem> {
    let changed = match judge(&app, member, id, &edit).await {
        Ok(changed) => changed,
        Err(RequestError::VersionConflict(_)) => {
            let current = show::read(&app, id).await?;
            return Err(RequestError::VersionConflict(Some(Box::new(current))).into());
        }
        Err(error) => return Err(error.into()),
    };
    let request = show::read(&app, id).await?;
    if changed {
        app.state_changed();
        app.assigner.look_at(request.event);
    }
    Ok(Json(request))
}

/// Says whether anything changed.
async fn judge(app: &App, member: Member, id: Uuid, edit: &EditHelpRequest) -> Result<bool, RequestError> {
    let mut transaction = app.pool.begin().await?;
    let held = store::lock(&mut transaction, id).await?;
    let held = held.filter(|held| held.organization == member.organization).ok_or(RequestError::NotFound)?;
    if !held.status.is_open() {
        return Err(RequestError::Closed);
    }
    let now = store::judged(&mut transaction, id).await?;
    let wanted = Judged {
        priority: edit.priority.unwrap_or(now.priority),
        category: edit.category.unwrap_or(now.category),
        ..now
    };
    if (wanted.priority, wanted.category) == (now.priority, now.category) {
        return Ok(false);
    }
    if edit.version.is_some_and(|version| version != now.version) {
        return Err(RequestError::VersionConflict(None));
    }
    let head_start = head_start(wanted.priority, now.unverified);
    store::edit(&mut transaction, id, wanted, head_start).await?;
    conversations::store::changed(&mut transaction, held.conversation).await?;
    let change = Change::of(held.conversation, member.id, Action::RequestJudged);
    let change = Change { facts: Some((facts(now), facts(wanted))), ..change };
    audit::note_change(&mut *transaction, change).await?;
    transaction.commit().await?;
    Ok(true)
}

fn facts(judged: Judged) -> Facts {
    Facts { priority: Some(judged.priority), category: Some(judged.category), ..Facts::default() }
}
