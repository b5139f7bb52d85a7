//! `GET /help-requests`: my help requests, or those of my organization.

use axum::extract::State;
use serde::Deserialize;
use service_kit::contract::{Always, QueryRefused, TokenRefused};
use service_kit::identity::{Caller, Subject};
use service_kit::page::{self, Page};
use service_kit::{Json, Problem, Query};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use super::model::{HelpRequest, RequestStatus};
use super::store::{self, Filter};
use crate::state::App;

/// What narrows the list.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Listing {
    /// Only those of this event.
    event: Option<Uuid>,
    /// Only those with this status.
    status: Option<RequestStatus>,
    /// In which order; `queue` needs an event and the status `waiting`.
    #[serde(default)]
    #[param(inline)]
    order: Order,
    /// Cursor of the next page.
    after: Option<Uuid>,
    /// Entries in a page, 1 to 200; 50 when not given.
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
}

/// The order of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// The newest first.
    #[default]
    Newest,
    /// As they will be helped.
    Queue,
}

/// Help requests, newest first or as they wait: a participant's own, a member's organization's.
#[utoipa::path(get, operation_id = "list_help_requests", path = "/messenger/v1/help-requests", tag = "help requests", params(Listing),
    responses(Always, TokenRefused, QueryRefused, (status = 200, body = Page<HelpRequest>)),
    security(("token" = [])))]
pub async fn list(
    State(app): State<App>,
    Caller(claims): Caller,
    Query(listing): Query<Listing>,
) -> Result<Json<Page<HelpRequest>>, Problem> {
    let (participant, organization) = match claims.subject {
        Subject::Participant { .. } => (Some(claims.sub), None),
        Subject::Member { organization, .. } => (None, Some(organization)),
        Subject::Administrator => return Err(Problem::forbidden("Help requests are for their people.")),
    };
    let limit = page::limit(listing.limit);
    let filter = Filter {
        participant,
        organization,
        event: listing.event,
        status: listing.status.map(|status| status.as_str().to_owned()),
        after: listing.after,
    };
    let rows = match (listing.order, listing.event, listing.status) {
        (Order::Newest, ..) => store::list(&app.pool, &filter, limit + 1).await?,
        (Order::Queue, Some(event), Some(RequestStatus::Waiting)) => {
            store::queue_page(&app.pool, event, &filter, limit + 1).await?
        }
        (Order::Queue, ..) => {
            return Err(Problem::invalid("order", "needs `event` and the status `waiting`"));
        }
    };
    let rows = Page::from_surplus(rows, usize::try_from(limit).unwrap_or_default(), |row| row.0.to_string());
    let conversations: Vec<Uuid> = rows.items.iter().map(|row| row.1).collect();
    let mut requests = store::of_conversations(&app.pool, &conversations).await?;
    let items = conversations.iter().filter_map(|conversation| requests.remove(conversation)).collect();
    Ok(Json(Page { items, next: rows.next }))
}
