//! `GET /help-requests/{id}`: one help request with its place.

use axum::extract::State;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::{Caller, Claims, Subject};
use service_kit::{Json, Path, Problem};
use uuid::Uuid;

use super::error::RequestError;
use super::model::{DEFAULT_HANDLING_SECONDS, HelpRequest, RequestStatus, estimated_seconds};
use super::store;
use crate::availability;
use crate::state::App;

/// One help request: the participant's own, or one of the member's organization.
#[utoipa::path(get, operation_id = "read_help_request", path = "/messenger/v1/help-requests/{id}", tag = "help requests",
    params(("id" = Uuid, Path, description = "The help request.")),
    responses(Always, TokenRefused, NotFound, (status = 200, body = HelpRequest)),
    security(("token" = [])))]
pub async fn show(
    State(app): State<App>,
    Caller(claims): Caller,
    Path(id): Path<Uuid>,
) -> Result<Json<HelpRequest>, Problem> {
    permit(&app, &claims, id).await?;
    Ok(Json(read(&app, id).await?))
}

/// The request with its place, for those who were permitted.
pub async fn read(app: &App, id: Uuid) -> Result<HelpRequest, RequestError> {
    let mut request = store::by_ids(&app.pool, &[id]).await?.remove(&id).ok_or(RequestError::NotFound)?;
    (request.place, request.estimated_seconds) = estimate(app, &request).await?;
    Ok(request)
}

/// For everybody but its participant and its organization's members it does not exist.
async fn permit(app: &App, claims: &Claims, id: Uuid) -> Result<(), RequestError> {
    let parties = store::parties(&app.pool, id).await?;
    let (participant, organization, _) = parties.ok_or(RequestError::NotFound)?;
    let mine = match claims.subject {
        Subject::Participant { .. } => claims.sub == participant,
        Subject::Member { organization: own, .. } => own == organization,
        Subject::Administrator => false,
    };
    mine.then_some(()).ok_or(RequestError::NotFound)
}

/// Place and estimated seconds of a waiting request.
pub async fn estimate(app: &App, request: &HelpRequest) -> Result<(Option<i64>, Option<i64>), sqlx::Error> {
    if request.status != RequestStatus::Waiting {
        return Ok((None, None));
    }
    let Some(place) = store::place_of(&app.pool, request.id).await? else { return Ok((None, None)) };
    Ok((Some(place), Duty::of(app, request.event).await?.estimate(place)))
}

/// Who is on duty at an event and how long a conversation takes there.
#[derive(Debug, Clone, Copy)]
pub struct Duty {
    slots: i64,
    free: i64,
    handling_seconds: f64,
}

impl Duty {
    /// Reads the present figures.
    pub async fn of(app: &App, event: Uuid) -> Result<Self, sqlx::Error> {
        let (slots, free) = availability::store::slots(&app.pool, event, app.member_gone()).await?;
        let handling = store::handling_seconds(&app.pool, event).await?;
        Ok(Self { slots, free, handling_seconds: handling.unwrap_or(DEFAULT_HANDLING_SECONDS).max(30.0) })
    }

    /// Estimated seconds for a place.
    pub fn estimate(&self, place: i64) -> Option<i64> {
        estimated_seconds(place, self.slots, self.free, self.handling_seconds)
    }
}
