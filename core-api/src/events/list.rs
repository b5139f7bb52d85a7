//! `GET /core/v1/events`: the events of the caller's organization.

use axum::extract::State;
use serde::Deserialize;
use service_kit::contract::{Always, QueryRefused, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Page, Problem, Query, page};
use sqlx::PgPool;
use utoipa::IntoParams;
use validator::Validate;

use super::model::{Event, Status};
use super::store;
use crate::cursor::Cursor;
use crate::words;

/// What the list is asked for.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// Only events in which each of these words begins a word of name, description, address or code.
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    text: Option<String>,
    /// Only events of this status.
    status: Option<Status>,
    /// The `next` of the page before.
    after: Option<String>,
    /// Most events in the page, 1 to 200; 50 when left out.
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
}

/// List the events of one's organization, latest first.
#[utoipa::path(
    get,
    path = "/core/v1/events",
    operation_id = "list_events",
    tag = "events",
    security(("token" = [])),
    params(Asked),
    responses(
        (status = 200, description = "A page of events", body = Page<Event>),
        QueryRefused,
        TokenRefused,
        Always,
    ),
)]
pub async fn list(
    State(pool): State<PgPool>,
    member: Member,
    Query(asked): Query<Asked>,
) -> Result<Json<Page<Event>>, Problem> {
    let limit = page::limit(asked.limit);
    let words = asked.text.as_deref().and_then(words::query);
    let wanted = store::Wanted {
        organization: member.organization,
        status: asked.status,
        words: words.as_deref(),
        after: Cursor::parameter(asked.after.as_deref())?,
        limit: limit + 1,
    };
    let ids = store::list(&pool, wanted).await?;
    let events = store::load(&pool, &ids).await?;
    let limit = usize::try_from(limit).unwrap_or_default();
    Ok(Json(Page::from_surplus(events, limit, |event| {
        Cursor { at: event.details.starts_at, id: event.id }.to_string()
    })))
}
