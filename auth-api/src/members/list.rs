//! The members of the caller's organization.

use axum::extract::State;
use service_kit::contract::{Always, QueryRefused, TokenRefused};
use service_kit::identity::Member as Caller;
use service_kit::{Json, Page, Problem, Query, page};

use super::model::{Filter, Member};
use super::store;
use crate::state::App;

/// Lists the members of the caller's organization.
#[utoipa::path(
    get,
    path = "/auth/v1/members",
    operation_id = "list_members",
    tag = "members",
    params(Filter),
    security(("token" = [])),
    responses((status = 200, body = Page<Member>), QueryRefused, TokenRefused, Always)
)]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(filter): Query<Filter>,
) -> Result<Json<Page<Member>>, Problem> {
    let limit = page::limit(filter.limit);
    let mut connection = app.organizers.acquire().await?;
    let members = store::list(&mut connection, caller.organization, filter.after, limit).await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    Ok(Json(Page::from_surplus(members, limit, |member| member.id.to_string())))
}
