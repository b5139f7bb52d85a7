//! `GET /archive`: finds conversations by what was said, by whom, when and how it ended.

use std::collections::HashMap;

use axum::extract::State;
use serde::Deserialize;
use service_kit::contract::{Always, QueryRefused, TokenRefused};
use service_kit::identity::Member;
use service_kit::page::{self, Page};
use service_kit::{Json, Problem, Query};
use utoipa::IntoParams;
use uuid::Uuid;
use validator::Validate;

use super::model::{Excerpt, Filter, Found, Wanted, excerpt};
use super::store::{self, Said};
use super::words::count_in;
use crate::audit::model::Action;
use crate::conversations::store::states;
use crate::state::App;
use crate::{audit, tags};

/// Which page of what was found.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// Cursor of the next page.
    after: Option<Uuid>,
    /// Entries in a page, 1 to 200; 50 when not given.
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
}

/// Help conversations, newest first: staff find those they are in, managers and owners all of the organization. What
/// was said a moment ago may be found some seconds later.
#[utoipa::path(get, operation_id = "search_archive", path = "/messenger/v1/archive", tag = "archive", params(Wanted, Paging),
    responses(Always, TokenRefused, QueryRefused, (status = 200, body = Page<Found>)),
    security(("token" = [])))]
pub async fn search(
    State(app): State<App>,
    member: Member,
    Query(wanted): Query<Wanted>,
    Query(paging): Query<Paging>,
) -> Result<Json<Page<Found>>, Problem> {
    let filter = Filter::of(member, wanted);
    let Member { id, organization, .. } = member;
    audit::store::note(&app.pool, organization, id, Action::ArchiveSearched, organization).await?;
    let limit = page::limit(paging.limit);
    let ids = store::find(&app.pool, &filter, paging.after, limit + 1).await?;
    let ids = Page::from_surplus(ids, usize::try_from(limit).unwrap_or_default(), Uuid::to_string);
    let items = found(&app, &filter, &ids.items).await?;
    Ok(Json(Page { items, next: ids.next }))
}

/// What was found, with the words that were looked for.
async fn found(app: &App, filter: &Filter, ids: &[Uuid]) -> Result<Vec<Found>, sqlx::Error> {
    let mut conversations = states(&app.pool, ids).await?;
    tags::store::fill(&app.pool, &mut conversations).await?;
    conversations.sort_by_key(|conversation| std::cmp::Reverse(conversation.id));
    let said = if filter.words.is_empty() { HashMap::new() } else { store::said(&app.pool, ids).await? };
    let found = conversations.into_iter().map(|conversation| {
        let lines = said.get(&conversation.id).map_or(&[][..], Vec::as_slice);
        Found { excerpt: best(lines, &filter.words), conversation }
    });
    Ok(found.collect())
}

/// The first of the messages that have most of the words.
fn best(lines: &[Said], words: &[String]) -> Option<Excerpt> {
    let counted = lines.iter().map(|line| (count_in(&line.text, words), line));
    let (count, line) = counted.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    let parts = excerpt(&line.text, words);
    (count > 0).then_some(Excerpt { seq: line.seq, note: line.note, parts })
}
