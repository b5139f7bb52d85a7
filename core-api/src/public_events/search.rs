//! `GET /core/v1/public/events`: anybody looks for events.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use service_kit::contract::{Always, QueryRefused};
use service_kit::{Json, Page, Problem, Query, page};
use sqlx::PgPool;
use utoipa::IntoParams;
use validator::{Validate, ValidationError};

use super::model::PublicEvent;
use super::place::Place;
use super::store;
use crate::cursor::Cursor;
use crate::events::is_plausible;
use crate::words;

/// What is searched for.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// Only events in which each of these words begins a word of name, description, address or code.
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    text: Option<String>,
    /// Only events that have not ended at this time: pass the present to leave out what is over.
    #[validate(custom(function = plausible))]
    from: Option<DateTime<Utc>>,
    /// Only events that have begun at this time.
    #[validate(custom(function = plausible))]
    to: Option<DateTime<Utc>>,
    /// Only events within 50 km of this place: `latitude,longitude` in degrees.
    #[param(example = "53.54,9.98")]
    near: Option<String>,
    /// The `next` of the page before.
    after: Option<String>,
    /// Most events in the page, 1 to 200; 50 when left out.
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
}

fn plausible(time: &DateTime<Utc>) -> Result<(), ValidationError> {
    if is_plausible(*time) {
        return Ok(());
    }
    Err(ValidationError::new("year").with_message("must be in the years 1970 to 2199".into()))
}

/// Search public events, earliest first.
#[utoipa::path(
    get,
    path = "/core/v1/public/events",
    operation_id = "search_public_events",
    tag = "public events",
    params(Asked),
    responses(
        (status = 200, description = "A page of events", body = Page<PublicEvent>),
        QueryRefused,
        Always,
    ),
)]
pub async fn search(
    State(pool): State<PgPool>,
    Query(asked): Query<Asked>,
) -> Result<Json<Page<PublicEvent>>, Problem> {
    let limit = page::limit(asked.limit);
    let words = asked.text.as_deref().and_then(words::query);
    let near = asked.near.as_deref().map(str::parse::<Place>).transpose();
    let near = near.map_err(|error| Problem::invalid("near", error.to_string()))?;
    let wanted = store::Wanted {
        words: words.as_deref(),
        from: asked.from,
        to: asked.to,
        near,
        after: Cursor::parameter(asked.after.as_deref())?,
        limit: limit + 1,
    };
    let events = store::search(&pool, wanted).await?;
    let limit = usize::try_from(limit).unwrap_or_default();
    Ok(Json(Page::from_surplus(events, limit, |event| {
        Cursor { at: event.details.starts_at, id: event.id }.to_string()
    })))
}
