//! `GET /core/v1/saved-replies`: the texts that a member can insert.

use axum::extract::State;
use service_kit::contract::{Always, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Page, Problem};
use sqlx::PgPool;

use super::model::{MOST, SavedReply};
use super::store;

/// List the saved replies of the organization and one's own, by shortcut.
///
/// All of them come at once: there are at most 500 of each.
#[utoipa::path(
    get,
    path = "/core/v1/saved-replies",
    operation_id = "list_saved_replies",
    tag = "saved replies",
    security(("token" = [])),
    responses((status = 200, description = "All of them", body = Page<SavedReply>), TokenRefused, Always),
)]
pub async fn list(State(pool): State<PgPool>, member: Member) -> Result<Json<Page<SavedReply>>, Problem> {
    let items = store::list(&pool, member.organization, member.id, 2 * MOST).await?;
    Ok(Json(Page { items, next: None }))
}
