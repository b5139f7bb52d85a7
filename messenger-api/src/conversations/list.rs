//! `GET /conversations`: my conversations, or for managers all of the organization.

use axum::extract::State;
use serde::Deserialize;
use service_kit::contract::{Always, QueryRefused, TokenRefused};
use service_kit::identity::{Caller, Claims, Role, Subject};
use service_kit::page::{self, Page};
use service_kit::{Json, Problem, Query};
use utoipa::IntoParams;
use uuid::Uuid;
use validator::Validate;

use super::model::{Conversation, ConversationKind, ConversationStatus};
use super::store::{self, Filter};
use crate::state::App;
use crate::tags;

/// What narrows the list.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Listing {
    /// Only `open` or only `closed` ones.
    status: Option<ConversationStatus>,
    /// Only those of this event.
    event: Option<Uuid>,
    /// Those of this kind; `help` when not given.
    #[param(inline)]
    kind: Option<ConversationKind>,
    /// Managers and owners: all of the organization, not only my own.
    #[serde(default)]
    all: bool,
    /// Cursor of the next page.
    after: Option<Uuid>,
    /// Entries in a page, 1 to 200; 50 when not given.
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
}

/// Conversations, newest first.
#[utoipa::path(get, operation_id = "list_conversations", path = "/messenger/v1/conversations", tag = "conversations", params(Listing),
    responses(Always, TokenRefused, QueryRefused, (status = 200, body = Page<Conversation>)),
    security(("token" = [])))]
pub async fn list(
    State(app): State<App>,
    Caller(claims): Caller,
    Query(listing): Query<Listing>,
) -> Result<Json<Page<Conversation>>, Problem> {
    let limit = page::limit(listing.limit);
    let (person, organization) = scope(&claims, listing.all)?;
    let filter = Filter {
        person,
        organization,
        status: listing.status.map(|status| status.as_str().to_owned()),
        event: listing.event,
        kind: listing.kind.unwrap_or(ConversationKind::Help).as_str().to_owned(),
        after: listing.after,
    };
    let ids = store::list(&app.pool, &filter, limit + 1).await?;
    let limit = usize::try_from(limit).unwrap_or_default();
    let ids = Page::from_surplus(ids, limit, Uuid::to_string);
    let mut items = store::states(&app.pool, &ids.items).await?;
    if matches!(claims.subject, Subject::Member { .. }) {
        tags::store::fill(&app.pool, &mut items).await?;
    }
    items.sort_by_key(|conversation| std::cmp::Reverse(conversation.id));
    Ok(Json(Page { items, next: ids.next }))
}

/// Whose conversations: the person's own, or for those who run the organization all of it.
fn scope(claims: &Claims, all: bool) -> Result<(Option<Uuid>, Option<Uuid>), Problem> {
    match claims.subject {
        Subject::Member { organization, role } if all && role >= Role::Manager => {
            Ok((None, Some(organization)))
        }
        _ if all => {
            Err(Problem::forbidden("All conversations of the organization are for managers and owners."))
        }
        Subject::Administrator => Err(Problem::forbidden("Conversations are for their people.")),
        _ => Ok((Some(claims.sub), None)),
    }
}
