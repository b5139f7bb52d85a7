//! `POST /help-requests/{id}/decline`: whoever was given a request does not take it.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Path, Problem};
use uuid::Uuid;

use super::error::RequestError;
use super::model::RequestStatus;
use super::{pass_on, store};
use crate::availability;
use crate::conversations::handovers::Cause;
use crate::state::App;

/// Lets a request go on to the next member, from its old place. It does not come back to the caller at once. Declining
/// what somebody else has, or nobody, changes nothing.
#[utoipa::path(post, operation_id = "decline_help_request", path = "/messenger/v1/help-requests/{id}/decline", tag = "help requests",
    params(("id" = Uuid, Path, description = "The help request.")),
    responses(Always, TokenRefused, NotFound, (status = 204, description = "It is not the caller's any more."),
        (status = 409, description = "`closed`: it has ended", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn decline(
    State(app): State<App>,
    member: Member,
    Path(id): Path<Uuid>,
) -> Result<StatusCode, Problem> {
    let mut transaction = app.pool.begin().await?;
    let held = store::lock(&mut transaction, id).await?;
    let held = held.filter(|held| held.organization == member.organization).ok_or(RequestError::NotFound)?;
    match held.status {
        RequestStatus::Taken if held.member == Some(member.id) => {}
        RequestStatus::Taken | RequestStatus::Waiting => return Ok(StatusCode::NO_CONTENT),
        _ => return Err(RequestError::Closed.into()),
    }
    availability::store::release(&mut transaction, member.id).await?;
    pass_on::back_to_queue(&mut transaction, &held, member.id, (Some(member.id), Cause::Declined, None))
        .await?;
    transaction.commit().await?;
    app.state_changed();
    app.assigner.look_at(held.event);
    Ok(StatusCode::NO_CONTENT)
}
