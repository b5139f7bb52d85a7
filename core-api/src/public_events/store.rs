//! All SQL of what the public sees. The view `visible_events` alone decides what that is.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::PgPool;
use uuid::Uuid;

use super::model::PublicEvent;
use super::place::Place;
use crate::cursor::Cursor;
use crate::events::{self, JoinCode};

/// What a search asks for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Only events with all these words: a text-search query.
    pub words: Option<&'a str>,
    /// Only events that have not ended at this time.
    pub from: Option<DateTime<Utc>>,
    /// Only events that have begun at this time.
    pub to: Option<DateTime<Utc>>,
    /// Only events around this place.
    pub near: Option<Place>,
    /// Only what follows this entry.
    pub after: Option<Cursor>,
    /// Most events.
    pub limit: i64,
}

/// How far around a place events are found.
const AROUND_METRES: f64 = 50_000.0;

struct Visible {
    id: Uuid,
    organization_name: String,
}

/// Visible events, earliest first.
pub async fn search(pool: &PgPool, wanted: Wanted<'_>) -> Result<Vec<PublicEvent>, sqlx::Error> {
    let visible = sqlx::query_as!(
        Visible,
        // Haversine distance on a globe of 6,371 km; `least` keeps rounding within what asin takes.
        r#"SELECT v.id AS "id!", v.organization_name AS "organization_name!"
           FROM visible_events v JOIN events e ON e.id = v.id
           WHERE ($1::text IS NULL OR v.search @@ $1::text::tsquery)
             AND ($2::timestamptz IS NULL OR v.ends_at >= $2)
             AND ($3::timestamptz IS NULL OR v.starts_at <= $3)
             AND ($4::timestamptz IS NULL OR (v.starts_at, v.id) > ($4, $5))
             AND ($6::double precision IS NULL
               OR 2 * 6371000 * asin(sqrt(least(1,
                 sin(radians(e.latitude - $6) / 2) ^ 2
                 + cos(radians($6)) * cos(radians(e.latitude))
                   * sin(radians(e.longitude - $7::double precision) / 2) ^ 2))) <= $8)
           ORDER BY v.starts_at, v.id
           LIMIT $9"#,
        wanted.words,
        wanted.from,
        wanted.to,
        wanted.after.map(|cursor| cursor.at),
        wanted.after.map(|cursor| cursor.id),
        wanted.near.map(|place| place.latitude),
        wanted.near.map(|place| place.longitude),
        AROUND_METRES,
        wanted.limit,
    )
    .fetch_all(pool)
    .await?;
    load(pool, visible).await
}

/// The visible event of this id.
pub async fn of_id(pool: &PgPool, id: Uuid) -> Result<Option<PublicEvent>, sqlx::Error> {
    let visible = sqlx::query_as!(
        Visible,
        r#"SELECT id AS "id!", organization_name AS "organization_name!" FROM visible_events WHERE id = $1"#,
        id,
    );
    let visible = visible.fetch_optional(pool).await?;
    Ok(load(pool, visible.into_iter().collect()).await?.pop())
}

/// The visible event of this code.
pub async fn of_code(pool: &PgPool, code: &JoinCode) -> Result<Option<PublicEvent>, sqlx::Error> {
    let visible = sqlx::query_as!(
        Visible,
        r#"SELECT id AS "id!", organization_name AS "organization_name!" FROM visible_events WHERE code = $1"#,
        code.as_str(),
    );
    let visible = visible.fetch_optional(pool).await?;
    Ok(load(pool, visible.into_iter().collect()).await?.pop())
}

async fn load(pool: &PgPool, visible: Vec<Visible>) -> Result<Vec<PublicEvent>, sqlx::Error> {
    let ids: Vec<Uuid> = visible.iter().map(|visible| visible.id).collect();
    let mut names: HashMap<Uuid, String> =
        visible.into_iter().map(|visible| (visible.id, visible.organization_name)).collect();
    let events = events::store::load(pool, &ids).await?;
    let public = events.into_iter().filter_map(|event| {
        let organization_name = names.remove(&event.id)?;
        Some(PublicEvent::new(event, organization_name))
    });
    Ok(public.collect())
}
