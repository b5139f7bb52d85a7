//! All SQL of events, zones and contacts.

use chrono::{DateTime, Utc};
use service_kit::feed::Feed;
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use super::code::JoinCode;
use super::model::{Contact, Details, Event, Status, Zone};
use crate::cursor::Cursor;
use crate::words;

/// The feed that tells the other services of events.
pub const FEED: Feed = Feed::in_schema("public");

/// What a list of an organization's events is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The organization.
    pub organization: Uuid,
    /// Only events of this status.
    pub status: Option<Status>,
    /// Only events with all these words: a text-search query.
    pub words: Option<&'a str>,
    /// Only what follows this place.
    pub after: Option<Cursor>,
    /// Most events.
    pub limit: i64,
}

/// The ids of an organization's events, latest first.
pub async fn list(pool: &PgPool, wanted: Wanted<'_>) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "SELECT id FROM events
         WHERE organization = $1
           AND ($2::text IS NULL OR status = $2)
           AND ($3::text IS NULL OR search @@ $3::text::tsquery)
           AND ($4::timestamptz IS NULL OR (starts_at, id) < ($4, $5))
         ORDER BY starts_at DESC, id DESC
         LIMIT $6",
        wanted.organization,
        wanted.status as Option<Status>,
        wanted.words,
        wanted.after.map(|cursor| cursor.at),
        wanted.after.map(|cursor| cursor.id),
        wanted.limit,
    )
    .fetch_all(pool)
    .await
}

/// Whether this organization has this event.
pub async fn belongs(pool: &PgPool, organization: Uuid, id: Uuid) -> Result<bool, sqlx::Error> {
    let found =
        sqlx::query_scalar!("SELECT id FROM events WHERE id = $1 AND organization = $2", id, organization);
    Ok(found.fetch_optional(pool).await?.is_some())
}

/// As [`belongs`], and nobody else changes the event until the transaction ends.
pub async fn lock(connection: &mut PgConnection, organization: Uuid, id: Uuid) -> Result<bool, sqlx::Error> {
    let found = sqlx::query_scalar!(
        "SELECT id FROM events WHERE id = $1 AND organization = $2 FOR UPDATE",
        id,
        organization,
    );
    Ok(found.fetch_optional(connection).await?.is_some())
}

struct Row {
    id: Uuid,
    organization: Uuid,
    code: String,
    status: Status,
    name: String,
    description: String,
    address: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    emergency_number: Option<String>,
    zones: Json<Vec<Zone>>,
    contacts: Json<Vec<Contact>>,
    version: i32,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

/// The events of these ids, whole, in the order of the ids.
pub async fn load(executor: impl sqlx::PgExecutor<'_>, ids: &[Uuid]) -> Result<Vec<Event>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT e.id, e.organization, e.code, e.status AS "status: Status", e.name, e.description, e.address,
             e.latitude, e.longitude, e.starts_at, e.ends_at, e.emergency_number,
             coalesce(
               (SELECT jsonb_agg(jsonb_build_object('id', z.id, 'name', z.name) ORDER BY z.position)
                FROM zones z WHERE z.event = e.id), '[]') AS "zones!: Json<Vec<Zone>>",
             coalesce(
               (SELECT jsonb_agg(
                  jsonb_build_object('id', c.id, 'name', c.name, 'role', c.role, 'phone', c.phone)
                  ORDER BY c.position)
                FROM contacts c WHERE c.event = e.id), '[]') AS "contacts!: Json<Vec<Contact>>",
             e.version, e.created_at, e.updated_at
           FROM events e
           WHERE e.id = ANY($1)
           ORDER BY array_position($1, e.id)"#,
        ids,
    )
    .fetch_all(executor)
    .await?;
    rows.into_iter().map(Event::try_from).collect()
}

impl TryFrom<Row> for Event {
    type Error = sqlx::Error;

    fn try_from(row: Row) -> Result<Self, sqlx::Error> {
        let code: JoinCode = row.code.parse().map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
        let details = Details {
            name: row.name,
            description: row.description,
            address: row.address,
            latitude: row.latitude,
            longitude: row.longitude,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            emergency_number: row.emergency_number,
            zones: row.zones.0,
            contacts: row.contacts.0,
        };
        Ok(Self {
            id: row.id,
            organization: row.organization,
            code,
            status: row.status,
            details,
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}

/// The one event of this id, which the caller knows to exist.
pub async fn load_one(executor: impl sqlx::PgExecutor<'_>, id: Uuid) -> Result<Event, sqlx::Error> {
    load(executor, &[id]).await?.pop().ok_or(sqlx::Error::RowNotFound)
}

/// Stores a new event, unless its code is taken; says whether it did.
pub async fn insert(
    connection: &mut PgConnection,
    id: Uuid,
    organization: Uuid,
    code: &JoinCode,
    details: &Details,
) -> Result<bool, sqlx::Error> {
    let inserted = sqlx::query!(
        "INSERT INTO events (id, organization, code, status, name, description, address, latitude, longitude,
           starts_at, ends_at, emergency_number, search)
         VALUES ($1, $2, $3, 'published', $4, $5, $6, $7, $8, $9, $10, $11, array_to_tsvector($12))
         ON CONFLICT (code) DO NOTHING",
        id,
        organization,
        code.as_str(),
        details.name,
        details.description,
        details.address,
        details.latitude,
        details.longitude,
        details.starts_at,
        details.ends_at,
        details.emergency_number,
        &search_words(code, details),
    )
    .execute(&mut *connection)
    .await?;
    if inserted.rows_affected() == 0 {
        return Ok(false);
    }
    put_zones(connection, id, &details.zones).await?;
    put_contacts(connection, id, &details.contacts).await?;
    Ok(true)
}

/// Stores an edit of a locked event.
pub async fn update(
    connection: &mut PgConnection,
    current: &Event,
    status: Status,
    details: &Details,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "UPDATE events SET status = $2, name = $3, description = $4, address = $5, latitude = $6,
           longitude = $7, starts_at = $8, ends_at = $9, emergency_number = $10,
           search = array_to_tsvector($11), version = version + 1, updated_at = now()
         WHERE id = $1",
        current.id,
        status as Status,
        details.name,
        details.description,
        details.address,
        details.latitude,
        details.longitude,
        details.starts_at,
        details.ends_at,
        details.emergency_number,
        &search_words(&current.code, details),
    )
    .execute(&mut *connection)
    .await?;
    put_zones(connection, current.id, &details.zones).await?;
    put_contacts(connection, current.id, &details.contacts).await
}

/// Archives an event of this organization; says whether it was not archived yet.
pub async fn archive(
    connection: &mut PgConnection,
    organization: Uuid,
    id: Uuid,
) -> Result<bool, sqlx::Error> {
    let archived = sqlx::query!(
        "UPDATE events SET status = 'archived', version = version + 1, updated_at = now()
         WHERE id = $1 AND organization = $2 AND status <> 'archived'",
        id,
        organization,
    );
    Ok(archived.execute(connection).await?.rows_affected() == 1)
}

/// Tells the other services what the event is now, and returns it. Belongs to every change, in its transaction.
pub async fn tell(connection: &mut PgConnection, id: Uuid) -> Result<Event, sqlx::Error> {
    let event = load_one(&mut *connection, id).await?;
    FEED.record(connection, "event", id, &event).await?;
    Ok(event)
}

fn search_words(code: &JoinCode, details: &Details) -> Vec<String> {
    words::words([
        details.name.as_str(),
        details.description.as_str(),
        details.address.as_str(),
        code.as_str(),
    ])
}

async fn put_zones(connection: &mut PgConnection, event: Uuid, zones: &[Zone]) -> Result<(), sqlx::Error> {
    let ids: Vec<Uuid> = zones.iter().map(|zone| zone.id).collect();
    let names: Vec<String> = zones.iter().map(|zone| zone.name.clone()).collect();
    sqlx::query!("DELETE FROM zones WHERE event = $1 AND id <> ALL($2)", event, &ids)
        .execute(&mut *connection)
        .await?;
    sqlx::query!(
        "INSERT INTO zones (id, event, position, name)
         SELECT id, $1, position::integer, name
         FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS listed (id, name, position)
         ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name",
        event,
        &ids,
        &names,
    )
    .execute(connection)
    .await?;
    Ok(())
}

async fn put_contacts(
    connection: &mut PgConnection,
    event: Uuid,
    contacts: &[Contact],
) -> Result<(), sqlx::Error> {
    let ids: Vec<Uuid> = contacts.iter().map(|contact| contact.id).collect();
    let names: Vec<String> = contacts.iter().map(|contact| contact.name.clone()).collect();
    let roles: Vec<Option<String>> = contacts.iter().map(|contact| contact.role.clone()).collect();
    let phones: Vec<String> = contacts.iter().map(|contact| contact.phone.clone()).collect();
    sqlx::query!("DELETE FROM contacts WHERE event = $1 AND id <> ALL($2)", event, &ids)
        .execute(&mut *connection)
        .await?;
    sqlx::query!(
        "INSERT INTO contacts (id, event, position, name, role, phone)
         SELECT id, $1, position::integer, name, role, phone
         FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[])
           WITH ORDINALITY AS listed (id, name, role, phone, position)
         ON CONFLICT (id) DO UPDATE
         SET position = excluded.position, name = excluded.name, role = excluded.role, phone = excluded.phone",
        event,
        &ids,
        &names,
        &roles as &[Option<String>],
        &phones,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Takes an idempotency key for the event that is being created. When it was taken before: what it stood for.
pub async fn take_key(
    connection: &mut PgConnection,
    person: Uuid,
    key: &str,
    body: &[u8],
    event: Uuid,
) -> Result<Option<(Vec<u8>, Uuid)>, sqlx::Error> {
    let taken = sqlx::query!(
        "INSERT INTO idempotency_keys (person, key, body, event) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        person,
        key,
        body,
        event,
    );
    if taken.execute(&mut *connection).await?.rows_affected() == 1 {
        return Ok(None);
    }
    let before =
        sqlx::query!("SELECT body, event FROM idempotency_keys WHERE person = $1 AND key = $2", person, key)
            .fetch_one(connection)
            .await?;
    Ok(Some((before.body, before.event)))
}

/// Forgets idempotency keys after a day: by then nobody repeats a creation.
pub async fn forget_keys(pool: &PgPool) -> Result<u64, sqlx::Error> {
    let forgotten = sqlx::query!("DELETE FROM idempotency_keys WHERE created_at < now() - interval '1 day'");
    Ok(forgotten.execute(pool).await?.rows_affected())
}

/// The organization's event with this code, if it is theirs.
pub async fn of_code(
    connection: &mut PgConnection,
    organization: Uuid,
    code: &JoinCode,
) -> Result<Option<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "SELECT id FROM events WHERE code = $1 AND organization = $2",
        code.as_str(),
        organization,
    )
    .fetch_optional(connection)
    .await
}
