//! `GET /announcements`: what was said to everybody at an event, and how far it came.

use axum::extract::State;
use serde::Deserialize;
use service_kit::contract::{Always, QueryRefused, TokenRefused};
use service_kit::identity::Member;
use service_kit::page::{self, Page};
use service_kit::{Json, Problem, Query};
use utoipa::IntoParams;
use uuid::Uuid;
use validator::Validate;

use super::model::Announcement;
use super::store;
use crate::copies::store as copies;
use crate::events::error::EventError;
use crate::state::App;

/// Whose announcements.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Listing {
    /// The event.
    event: Uuid,
    /// Cursor of the next page.
    #[validate(range(min = 1))]
    #[param(minimum = 1)]
    after: Option<i64>,
    /// Entries in a page, 1 to 200; 50 when not given.
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
}

/// Announcements of an event, newest first. The people at the event read them as messages of their conversation.
#[utoipa::path(get, operation_id = "list_announcements", path = "/messenger/v1/announcements", tag = "announcements", params(Listing),
    responses(Always, TokenRefused, QueryRefused, (status = 200, body = Page<Announcement>),
        (status = 404, description = "`not_found`: the event", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn list(
    State(app): State<App>,
    member: Member,
    Query(listing): Query<Listing>,
) -> Result<Json<Page<Announcement>>, Problem> {
    if copies::events_of(&app.pool, member.organization, &[listing.event]).await?.is_empty() {
        return Err(EventError::NotFound.into());
    }
    let limit = page::limit(listing.limit);
    let rows = store::list(&app.pool, listing.event, listing.after, limit + 1).await?;
    let size = usize::try_from(limit).unwrap_or_default();
    Ok(Json(Page::from_surplus(rows, size, |row| row.seq.to_string())))
}
