//! All SQL of the copies.

use std::collections::{HashMap, HashSet};

use service_kit::identity::Standing;
use sqlx::{PgConnection, PgExecutor, PgPool};
use uuid::Uuid;

use super::model::{EndedSession, Event, Member, Organization, Person};

/// Takes the newest state of an organization.
pub async fn put_organization(connection: &mut PgConnection, row: &Organization) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO organizations (id, name, status) VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, status = excluded.status",
        row.id,
        row.name,
        row.status
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Takes the newest state of a member; says whether they are new, or have another name.
pub async fn put_member(connection: &mut PgConnection, row: &Member) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"INSERT INTO members AS m (id, organization, name, role, active) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (id) DO UPDATE SET organization = excluded.organization, name = excluded.name,
               role = excluded.role, active = excluded.active
           RETURNING m.name IS DISTINCT FROM (SELECT old.name FROM members old WHERE old.id = $1) AS "is_renamed!""#,
        row.id,
        row.organization,
        row.name,
        row.role,
        row.active
    )
    .fetch_one(connection)
    .await
}

/// A member who was removed is nobody's colleague any more; their name stays with what they said. Gives their
/// organization.
pub async fn remove_member(connection: &mut PgConnection, id: Uuid) -> Result<Option<Uuid>, sqlx::Error> {
    sqlx::query_scalar!("UPDATE members SET active = false WHERE id = $1 RETURNING organization", id)
        .fetch_optional(connection)
        .await
}

/// A member who is gone is pushed nothing any more.
pub async fn switch_off(connection: &mut PgConnection, member: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("UPDATE availability SET capacity = 0, events = '{}' WHERE member = $1", member)
        .execute(connection)
        .await?;
    Ok(())
}

/// Takes the newest state of a participant.
pub async fn put_person(connection: &mut PgConnection, row: &Person) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO people (id, name, email, phone) VALUES ($1, $2, $3, $4)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email, phone = excluded.phone",
        row.id,
        row.name,
        row.email,
        row.phone
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Forgets a participant's details.
pub async fn delete_person(connection: &mut PgConnection, id: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("DELETE FROM people WHERE id = $1", id).execute(connection).await?;
    Ok(())
}

/// Notes an ended session.
pub async fn put_ended_session(connection: &mut PgConnection, row: &EndedSession) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO ended_sessions (session, ended_at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        row.id,
        row.ended_at
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Takes the newest state of an event.
pub async fn put_event(connection: &mut PgConnection, row: &Event) -> Result<(), sqlx::Error> {
    let encode = |error: serde_json::Error| sqlx::Error::Encode(error.into());
    sqlx::query!(
        "INSERT INTO events (id, organization, name, code, status, starts_at, ends_at, address, latitude, longitude,
             emergency_number, zones, contacts)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         ON CONFLICT (id) DO UPDATE SET organization = excluded.organization, name = excluded.name,
             code = excluded.code, status = excluded.status, starts_at = excluded.starts_at,
             ends_at = excluded.ends_at, address = excluded.address, latitude = excluded.latitude,
             longitude = excluded.longitude, emergency_number = excluded.emergency_number, zones = excluded.zones,
             contacts = excluded.contacts",
        row.id,
        row.organization,
        row.name,
        row.code,
        row.status,
        row.starts_at,
        row.ends_at,
        row.address,
        row.latitude,
        row.longitude,
        row.emergency_number,
        serde_json::to_value(&row.zones).map_err(encode)?,
        serde_json::to_value(&row.contacts).map_err(encode)?
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// What decides whether help can be asked for at an event.
#[derive(Debug, Clone)]
pub struct EventFacts {
    /// Whose it is.
    pub organization: Uuid,
    /// Whether that organization was approved.
    pub organization_status: String,
    /// Whether the event goes on.
    pub status: String,
    /// Whom to call in an emergency.
    pub emergency_number: Option<String>,
    /// Ids of its zones.
    pub zones: Vec<Uuid>,
}

/// The facts of an event; none when it is unknown here.
pub async fn event_facts(executor: impl PgExecutor<'_>, id: Uuid) -> Result<Option<EventFacts>, sqlx::Error> {
    sqlx::query_as!(
        EventFacts,
        r#"SELECT e.organization, o.status AS organization_status, e.status, e.emergency_number,
                  ARRAY(SELECT (z->>'id')::uuid FROM jsonb_array_elements(e.zones) AS z) AS "zones!"
           FROM events e JOIN organizations o ON o.id = e.organization WHERE e.id = $1"#,
        id
    )
    .fetch_optional(executor)
    .await
}

/// Which of these events belong to an organization.
pub async fn events_of(
    pool: &PgPool,
    organization: Uuid,
    ids: &[Uuid],
) -> Result<HashSet<Uuid>, sqlx::Error> {
    let known = sqlx::query_scalar!(
        "SELECT id FROM events WHERE organization = $1 AND id = ANY($2)",
        organization,
        ids
    )
    .fetch_all(pool)
    .await?;
    Ok(known.into_iter().collect())
}

/// An event as its people see it.
pub struct EventRow {
    /// Which one.
    pub id: Uuid,
    /// Whose.
    pub organization: Uuid,
    /// Its name.
    pub name: String,
    /// Its join code.
    pub code: String,
    /// Whether it goes on.
    pub status: String,
    /// Whom to call in an emergency.
    pub emergency_number: Option<String>,
    /// Its zones.
    pub zones: serde_json::Value,
    /// Whom to call.
    pub contacts: serde_json::Value,
}

/// One event.
pub async fn event(executor: impl PgExecutor<'_>, id: Uuid) -> Result<Option<EventRow>, sqlx::Error> {
    sqlx::query_as!(
        EventRow,
        "SELECT id, organization, name, code, status, emergency_number, zones, contacts FROM events WHERE id = $1",
        id
    )
    .fetch_optional(executor)
    .await
}

/// What ends tokens before their time: sessions ended in the last three hours, blocked organizations.
pub async fn standing(pool: &PgPool) -> Result<Standing, sqlx::Error> {
    let sessions =
        sqlx::query_scalar!("SELECT session FROM ended_sessions WHERE ended_at > now() - interval '3 hours'")
            .fetch_all(pool)
            .await?;
    let organizations =
        sqlx::query_scalar!("SELECT id FROM organizations WHERE status = 'blocked'").fetch_all(pool).await?;
    Ok(Standing {
        ended_sessions: sessions.into_iter().collect(),
        blocked_organizations: organizations.into_iter().collect(),
    })
}

/// The names of those of these people who are members.
pub async fn member_names(pool: &PgPool, ids: &[Uuid]) -> Result<HashMap<Uuid, String>, sqlx::Error> {
    let rows = sqlx::query!("SELECT id, name FROM members WHERE id = ANY($1)", ids).fetch_all(pool).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}
