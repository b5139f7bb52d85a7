//! `GET /incidents/{id}/conversations`: who told of an incident, and how far each has been helped.

use axum::extract::State;
use serde::Deserialize;
use service_kit::contract::{Always, NotFound, QueryRefused, TokenRefused};
use service_kit::identity::Member;
use service_kit::page::{self, Page};
use service_kit::{Json, Path, Problem, Query};
use utoipa::IntoParams;
use uuid::Uuid;
use validator::Validate;

use super::error::IncidentError;
use super::store;
use crate::copies::patience::Patience;
use crate::help_requests::model::HelpRequest;
use crate::help_requests::store::of_conversations;
use crate::state::App;

/// Which part of the list.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Listing {
    /// Cursor of the next page.
    after: Option<Uuid>,
    /// Entries in a page, 1 to 200; 50 when not given.
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
}

/// The help requests whose conversations tell of an incident, newest first: what every member sees of a request, and
/// nothing of what was said since.
#[utoipa::path(get, operation_id = "list_incident_conversations", path = "/messenger/v1/incidents/{id}/conversations", tag = "incidents",
    params(("id" = Uuid, Path, description = "The incident."), Listing),
    responses(Always, TokenRefused, QueryRefused, NotFound, (status = 200, body = Page<HelpRequest>)),
    security(("token" = [])))]
pub async fn list(
    State(app): State<App>,
    member: Member,
    Path(id): Path<Uuid>,
    Query(listing): Query<Listing>,
) -> Result<Json<Page<HelpRequest>>, Problem> {
    known(&app, member, id).await?;
    let limit = page::limit(listing.limit);
    let ids = store::conversations(&app.pool, id, listing.after, limit + 1).await?;
    let ids = Page::from_surplus(ids, usize::try_from(limit).unwrap_or_default(), Uuid::to_string);
    let mut requests = of_conversations(&app.pool, &ids.items).await?;
    let items = ids.items.iter().filter_map(|conversation| requests.remove(conversation)).collect();
    Ok(Json(Page { items, next: ids.next }))
}

/// Goes on when the organization has this incident; one that was just made may still be on its way here.
pub async fn known(app: &App, member: Member, id: Uuid) -> Result<(), IncidentError> {
    let mut patience = Patience::default();
    while !store::belongs(&app.pool, member.organization, id).await? {
        if !patience.again().await {
            return Err(IncidentError::NotFound);
        }
    }
    Ok(())
}
