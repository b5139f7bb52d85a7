//! What administrators see of organizations.

use axum::extract::State;
use service_kit::contract::{Always, QueryRefused, TokenRefused};
use service_kit::identity::Administrator;
use service_kit::{Json, Page, Problem, Query, page};

use super::model::{Filter, Organization};
use super::store;
use crate::state::App;

/// Lists organizations, newest first.
#[utoipa::path(
    get,
    path = "/auth/v1/organizations",
    operation_id = "list_organizations",
    tag = "organizations",
    params(Filter),
    security(("token" = [])),
    responses((status = 200, body = Page<Organization>), QueryRefused, TokenRefused, Always)
)]
pub async fn list(
    State(app): State<App>,
    _: Administrator,
    Query(filter): Query<Filter>,
) -> Result<Json<Page<Organization>>, Problem> {
    let limit = page::limit(filter.limit);
    let mut connection = app.organizers.acquire().await?;
    let organizations = store::list(&mut connection, &filter, limit).await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    Ok(Json(Page::from_surplus(organizations, limit, |organization| organization.id.to_string())))
}
