//! `GET /core/v1/incidents`: the incidents of the caller's organization.

use axum::extract::State;
use serde::Deserialize;
use service_kit::contract::{Always, QueryRefused, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Page, Problem, Query, page};
use sqlx::PgPool;
use utoipa::IntoParams;
use uuid::Uuid;
use validator::Validate;

use super::model::{Incident, Status};
use super::store;
use crate::words;

/// What the list is asked for.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// Only those at this event.
    event: Option<Uuid>,
    /// Only those of this status.
    status: Option<Status>,
    /// Only those that are neither resolved nor cancelled.
    #[serde(default)]
    open: bool,
    /// Only those that this conversation tells of.
    conversation: Option<Uuid>,
    /// Only those in which each of these words begins a word of title, description or place.
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    text: Option<String>,
    /// The `next` of the page before.
    after: Option<Uuid>,
    /// Most incidents in the page, 1 to 200; 50 when left out.
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
}

/// List the incidents of one's organization, newest first.
#[utoipa::path(
    get,
    path = "/core/v1/incidents",
    operation_id = "list_incidents",
    tag = "incidents",
    security(("token" = [])),
    params(Asked),
    responses(
        (status = 200, description = "A page of incidents", body = Page<Incident>),
        QueryRefused,
        TokenRefused,
        Always,
    ),
)]
pub async fn list(
    State(pool): State<PgPool>,
    member: Member,
    Query(asked): Query<Asked>,
) -> Result<Json<Page<Incident>>, Problem> {
    let limit = page::limit(asked.limit);
    let words = asked.text.as_deref().and_then(words::query);
    let wanted = store::Wanted {
        organization: member.organization,
        event: asked.event,
        status: asked.status,
        open: asked.open,
        conversation: asked.conversation,
        words: words.as_deref(),
        after: asked.after,
        limit: limit + 1,
    };
    let ids = store::list(&pool, wanted).await?;
    let incidents = store::load(&pool, &ids).await?;
    let limit = usize::try_from(limit).unwrap_or_default();
    Ok(Json(Page::from_surplus(incidents, limit, |incident| incident.id.to_string())))
}
