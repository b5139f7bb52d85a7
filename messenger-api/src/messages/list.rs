//! `GET /conversations/{id}/messages`: reads messages, forwards or backwards.

use axum::extract::State;
use serde::Deserialize;
use service_kit::contract::{Always, NotFound, QueryRefused, TokenRefused};
use service_kit::identity::Caller;
use service_kit::page::Page;
use service_kit::{Json, Path, Problem, Query};
use utoipa::IntoParams;
use uuid::Uuid;
use validator::Validate;

use super::model::Message;
use super::store;
use crate::conversations::show::permit_reading;
use crate::state::App;

/// Entries in a page when the caller does not say.
const DEFAULT_LIMIT: i64 = 100;

/// From where to read.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Reading {
    /// Only messages with a higher number, oldest first; 0 when not given.
    #[validate(range(min = 0))]
    after_seq: Option<i64>,
    /// Only messages with a lower number: the newest of them.
    #[validate(range(min = 1))]
    before_seq: Option<i64>,
    /// Entries in a page, 1 to 500; 100 when not given.
    #[validate(range(min = 1, max = 500))]
    #[param(minimum = 1, maximum = 500)]
    limit: Option<i64>,
}

/// Messages in order. `next` is the `after_seq` (or, reading backwards, the `before_seq`) of the next page.
#[utoipa::path(get, operation_id = "list_messages", path = "/messenger/v1/conversations/{id}/messages", tag = "messages",
    params(("id" = Uuid, Path, description = "The conversation."), Reading),
    responses(Always, TokenRefused, QueryRefused, NotFound, (status = 200, body = Page<Message>)),
    security(("token" = [])))]
pub async fn list(
    State(app): State<App>,
    Caller(claims): Caller,
    Path(id): Path<Uuid>,
    Query(reading): Query<Reading>,
) -> Result<Json<Page<Message>>, Problem> {
    permit_reading(&app, &claims, id).await?;
    let limit = reading.limit.unwrap_or(DEFAULT_LIMIT);
    let size = usize::try_from(limit).unwrap_or_default();
    let Some(before) = reading.before_seq else {
        let rows = store::read_after(&app.pool, id, reading.after_seq.unwrap_or(0), limit + 1).await?;
        return Ok(Json(Page::from_surplus(rows, size, |message| message.seq.to_string())));
    };
    let mut items = store::read_before(&app.pool, id, before, limit + 1).await?;
    let more = items.len() > size;
    if more {
        items.remove(0);
    }
    let next = items.first().filter(|_| more).map(|message| message.seq.to_string());
    Ok(Json(Page { items, next }))
}
