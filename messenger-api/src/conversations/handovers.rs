//! `GET /conversations/{id}/handovers`: who handed a conversation to whom, and why; who was invited, and who judged it
//! anew. Colleagues only: the reasons are not for the person whom it is about, so that they stand in no state.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Path, Problem};
use utoipa::ToSchema;
use uuid::Uuid;

use super::model::Person;
use super::{permit, store};
use crate::audit::model::Facts;
use crate::state::App;
use crate::words::words;

/// Changes of hands in one answer; a conversation has a handful.
const MOST: i64 = 100;

/// What happened to a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Somebody gave it to a colleague, or back to the queue.
    Transferred,
    /// Its member did not take it.
    Declined,
    /// Its member neither looked at it nor wrote.
    Untouched,
    /// Its member gave no sign any more.
    Vanished,
    /// It had ended, and was opened again.
    Reopened,
    /// A colleague takes part beside its member since.
    Invited,
    /// Somebody who took part left, or was taken out.
    Removed,
    /// Its request was judged anew.
    Judged,
}

words!(Cause {
    Transferred => "transferred",
    Declined => "declined",
    Untouched => "untouched",
    Vanished => "vanished",
    Reopened => "reopened",
    Invited => "invited",
    Removed => "removed",
    Judged => "judged",
});

/// One change of hands, or of who takes part, or of how urgent it is.
#[derive(Debug, Serialize, ToSchema)]
pub struct Handover {
    /// Who had it before, or was taken out; null when it had ended.
    pub from: Option<Person>,
    /// Who has it since, or was invited; null for the queue.
    pub to: Option<Person>,
    /// Who did it; null when it happened by itself.
    pub by: Option<Person>,
    /// Why.
    pub cause: Cause,
    /// In the words of whoever did it.
    pub reason: Option<String>,
    /// How it was judged before; null when it was not judged anew.
    pub before: Option<Facts>,
    /// How it is judged since.
    pub after: Option<Facts>,
    /// When.
    pub at: DateTime<Utc>,
}

/// What happened to a conversation.
#[derive(Debug, Serialize, ToSchema)]
pub struct Handovers {
    /// The newest first, at most 100.
    items: Vec<Handover>,
}

/// Who handed a conversation to whom, and why; who was invited or taken out, and who judged it anew: for members who take
/// part in it, managers and owners.
#[utoipa::path(get, operation_id = "list_handovers", path = "/messenger/v1/conversations/{id}/handovers", tag = "conversations",
    params(("id" = Uuid, Path, description = "The conversation.")),
    responses(Always, TokenRefused, NotFound, (status = 200, body = Handovers)),
    security(("token" = [])))]
pub async fn list(
    State(app): State<App>,
    member: Member,
    Path(id): Path<Uuid>,
) -> Result<Json<Handovers>, Problem> {
    permit::colleague(&app, member, id).await?;
    let items = store::handovers::list(&app.pool, id, MOST).await?;
    Ok(Json(Handovers { items }))
}
