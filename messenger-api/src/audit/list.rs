//! `GET /audit`: who read, took away or changed what.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use service_kit::contract::{Always, QueryRefused, TokenRefused};
use service_kit::identity::Manager;
use service_kit::page::{self, Page};
use service_kit::{Json, Problem, Query};
use utoipa::IntoParams;
use uuid::Uuid;
use validator::Validate;

use super::model::{Action, AuditEntry};
use super::store::{self, Filter};
use crate::state::App;

/// What narrows the log.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Listing {
    /// Only what was done with this.
    entity: Option<Uuid>,
    /// Only what this person did.
    actor: Option<Uuid>,
    /// Only what was done like this.
    #[param(inline)]
    action: Option<Action>,
    /// Only what was done with conversations of this event.
    event: Option<Uuid>,
    /// Only what was done at this time or later.
    from: Option<DateTime<Utc>>,
    /// Only what was done before this time.
    to: Option<DateTime<Utc>>,
    /// Cursor of the next page.
    after: Option<Uuid>,
    /// Entries in a page, 1 to 200; 50 when not given.
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
}

/// The organization's audit log, newest first.
#[utoipa::path(get, operation_id = "list_audit_entries", path = "/messenger/v1/audit", tag = "audit", params(Listing),
    responses(Always, TokenRefused, QueryRefused, (status = 200, body = Page<AuditEntry>)),
    security(("token" = [])))]
pub async fn list(
    State(app): State<App>,
    Manager(member): Manager,
    Query(listing): Query<Listing>,
) -> Result<Json<Page<AuditEntry>>, Problem> {
    let limit = page::limit(listing.limit);
    let Listing { entity, actor, action, event, from, to, after, .. } = listing;
    let filter = Filter { organization: member.organization, entity, actor, action, event, from, to, after };
    let entries = store::list(&app.pool, filter, limit + 1).await?;
    let limit = usize::try_from(limit).unwrap_or_default();
    Ok(Json(Page::from_surplus(entries, limit, |entry| entry.id.to_string())))
}
