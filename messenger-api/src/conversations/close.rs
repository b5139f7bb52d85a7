//! `POST /conversations/{id}/close`: ends a help conversation with its outcome.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use service_kit::contract::{Always, BodyRefused, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Path, Problem};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::error::ConversationError;
use super::model::Conversation;
use super::{permit, show, store};
use crate::audit::model::{Action, Facts};
use crate::audit::store::{self as audit, Change};
use crate::help_requests::model::RequestStatus;
use crate::state::App;
use crate::{availability, help_requests};

/// How a request for help ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The person was helped.
    Resolved,
    /// Somebody else goes on, such as an ambulance.
    Referred,
    /// The person did not answer any more.
    Unreachable,
    /// Nobody needed help.
    FalseAlarm,
    /// Something else; the note says what.
    Other,
}

impl Outcome {
    fn as_str(self) -> &'static str {
        match self {
            Self::Resolved => "resolved",
            Self::Referred => "referred",
            Self::Unreachable => "unreachable",
            Self::FalseAlarm => "false_alarm",
            Self::Other => "other",
        }
    }
}

/// How it ended.
#[derive(Debug, Deserialize, Validate, ToSchema)]
pub struct Closing {
    outcome: Outcome,
    /// For colleagues only; the participant never sees it.
    #[validate(length(max = 2000))]
    note: Option<String>,
}

/// Ends a conversation. Ending it again changes nothing.
#[utoipa::path(post, operation_id = "close_conversation", path = "/messenger/v1/conversations/{id}/close", tag = "conversations",
    params(("id" = Uuid, Path, description = "The conversation.")), request_body = Closing,
    responses(Always, TokenRefused, BodyRefused, NotFound, (status = 200, body = Conversation),
        (status = 409, description = "`still_waiting`", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn close(
    State(app): State<App>,
    member: Member,
    Path(id): Path<Uuid>,
    Json(closing): Json<Closing>,
) -> Result<Json<Conversation>, Problem> {
    let event = end(&app, member, id, &closing).await?;
    app.state_changed();
    app.assigner.look_at(event);
    Ok(Json(show::read(&app, id).await?))
}

/// Request, staff row and conversation change together, locked in this order as everywhere.
async fn end(app: &App, member: Member, id: Uuid, closing: &Closing) -> Result<Uuid, ConversationError> {
    permit::colleague(app, member, id).await?;
    let mut transaction = app.pool.begin().await?;
    let request = help_requests::store::lock_of_conversation(&mut transaction, id).await?;
    let request = request.ok_or(ConversationError::NotFound)?;
    match request.status {
        RequestStatus::Waiting => return Err(ConversationError::StillWaiting),
        RequestStatus::Taken => {}
        _ => return Ok(request.event),
    }
    let note = closing.note.as_deref();
    let outcome = closing.outcome.as_str();
    help_requests::store::close(&mut transaction, request.id, Some(member.id), outcome, note).await?;
    if let Some(holder) = request.member {
        availability::store::release(&mut transaction, holder).await?;
    }
    store::close(&mut transaction, id).await?;
    let after = Facts { outcome: Some(closing.outcome), ..Facts::default() };
    let change = Change::of(id, member.id, Action::ConversationClosed);
    let change = Change { facts: Some((Facts::default(), after)), ..change };
    audit::note_change(&mut *transaction, change).await?;
    transaction.commit().await?;
    Ok(request.event)
}
