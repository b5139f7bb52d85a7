//! All SQL of availability.

use sqlx::{PgConnection, PgExecutor, PgPool};
use uuid::Uuid;

use super::colleagues::Colleague;
use super::model::Availability;

/// A member's availability; none when it was never set.
pub async fn read(executor: impl PgExecutor<'_>, member: Uuid) -> Result<Option<Availability>, sqlx::Error> {
    sqlx::query_as!(
        Availability,
        "SELECT events, capacity, active FROM availability WHERE member = $1",
        member
    )
    .fetch_optional(executor)
    .await
}

/// Sets what a member offers. The conversations they have stay counted.
pub async fn set(
    executor: impl PgExecutor<'_>,
    member: Uuid,
    organization: Uuid,
    events: &[Uuid],
    capacity: i32,
) -> Result<Availability, sqlx::Error> {
    sqlx::query_as!(
        Availability,
        "INSERT INTO availability (member, organization, events, capacity) VALUES ($1, $2, $3, $4)
         ON CONFLICT (member) DO UPDATE
         SET organization = excluded.organization, events = excluded.events, capacity = excluded.capacity, seen_at = now()
         RETURNING events, capacity, active",
        member,
        organization,
        events,
        capacity
    )
    .fetch_one(executor)
    .await
}

/// A member who never said what they offer takes by hand, up to this capacity.
pub async fn begin_by_hand(
    connection: &mut PgConnection,
    member: Uuid,
    organization: Uuid,
    capacity: i32,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO availability (member, organization, events, capacity) VALUES ($1, $2, '{}', $3)
         ON CONFLICT DO NOTHING",
        member,
        organization,
        capacity
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Takes one unit of a member's capacity, which is a sign of them; false when none is free.
pub async fn occupy(connection: &mut PgConnection, member: Uuid) -> Result<bool, sqlx::Error> {
    let result = sqlx::query!(
        "UPDATE availability SET active = active + 1, assigned_at = clock_timestamp(), seen_at = now()
         WHERE member = $1 AND active < capacity",
        member
    )
    .execute(connection)
    .await?;
    Ok(result.rows_affected() == 1)
}

/// Who is free at this event and was seen lately: the least loaded first, among equals who waited longest; at most 200.
pub async fn free(
    connection: &mut PgConnection,
    event: Uuid,
    gone_seconds: f64,
) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "SELECT member FROM availability
         WHERE events @> ARRAY[$1::uuid] AND active < capacity AND seen_at > now() - make_interval(secs => $2)
         ORDER BY active, assigned_at NULLS FIRST, member LIMIT 200",
        event,
        gone_seconds
    )
    .fetch_all(connection)
    .await
}

/// Takes one unit of the capacity of a member who was seen lately; false when none is free, or they are gone.
pub async fn occupy_present(
    connection: &mut PgConnection,
    member: Uuid,
    gone_seconds: f64,
) -> Result<bool, sqlx::Error> {
    let result = sqlx::query!(
        "UPDATE availability SET active = active + 1, assigned_at = clock_timestamp()
         WHERE member = $1 AND active < capacity AND seen_at > now() - make_interval(secs => $2)",
        member,
        gone_seconds
    )
    .execute(connection)
    .await?;
    Ok(result.rows_affected() == 1)
}

/// Whether a member takes conversations at all, and was seen lately.
pub async fn is_on_duty(
    connection: &mut PgConnection,
    member: Uuid,
    gone_seconds: f64,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM availability WHERE member = $1 AND capacity > 0
                          AND seen_at > now() - make_interval(secs => $2)) AS "is!""#,
        member,
        gone_seconds
    )
    .fetch_one(connection)
    .await
}

/// The active members of an organization but one, with how busy they are: those on duty first, then by load and name.
pub async fn colleagues(
    pool: &PgPool,
    organization: Uuid,
    but: Uuid,
    gone_seconds: f64,
    limit: i64,
) -> Result<Vec<Colleague>, sqlx::Error> {
    sqlx::query_as!(
        Colleague,
        r#"SELECT m.id, m.name, COALESCE(a.capacity, 0) AS "capacity!", COALESCE(a.active, 0) AS "active!",
                  COALESCE(a.capacity > 0 AND a.seen_at > now() - make_interval(secs => $3), false) AS "on_duty!",
                  COALESCE(a.events, '{}') AS "events!", COALESCE(m.connected_until > now(), false) AS "connected!",
                  GREATEST(a.seen_at, CASE WHEN m.connected_until IS NOT NULL THEN LEAST(m.connected_until, now()) END)
                      AS seen_at
           FROM members m LEFT JOIN availability a ON a.member = m.id
           WHERE m.organization = $1 AND m.active AND m.id <> $2
           ORDER BY 5 DESC, COALESCE(a.active >= a.capacity, true), 4, m.name, m.id LIMIT $4"#,
        organization,
        but,
        gone_seconds,
        limit
    )
    .fetch_all(pool)
    .await
}

/// Locks the rows of members, in the order of their ids, so that two hand-overs never wait for each other.
pub async fn lock(connection: &mut PgConnection, members: &[Uuid]) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "SELECT member FROM availability WHERE member = ANY($1) ORDER BY member FOR UPDATE",
        members
    )
    .fetch_all(connection)
    .await?;
    Ok(())
}

/// Gives one unit of capacity back.
pub async fn release(connection: &mut PgConnection, member: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("UPDATE availability SET active = GREATEST(active - 1, 0) WHERE member = $1", member)
        .execute(connection)
        .await?;
    Ok(())
}

/// Gives one unit of capacity back for a member who gave no sign for too long; false when they are back.
pub async fn release_gone(
    connection: &mut PgConnection,
    member: Uuid,
    gone_seconds: f64,
) -> Result<bool, sqlx::Error> {
    let result = sqlx::query!(
        "UPDATE availability SET active = GREATEST(active - 1, 0)
         WHERE member = $1 AND seen_at < now() - make_interval(secs => $2)",
        member,
        gone_seconds
    )
    .execute(connection)
    .await?;
    Ok(result.rows_affected() == 1)
}

/// Notes when these members last gave a sign, each so many seconds ago, by the database's clock.
pub async fn stamp(
    executor: impl PgExecutor<'_>,
    members: &[Uuid],
    silent_seconds: &[f64],
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "UPDATE availability a SET seen_at = GREATEST(a.seen_at, now() - make_interval(secs => s.silent))
         FROM UNNEST($1::uuid[], $2::float8[]) AS s (member, silent) WHERE a.member = s.member",
        members,
        silent_seconds
    )
    .execute(executor)
    .await?;
    Ok(())
}

/// These members count as connected for so many seconds. Whose row is just being changed is said to be there the next
/// time: so nobody waits for anybody.
pub async fn connect(
    executor: impl PgExecutor<'_>,
    members: &[Uuid],
    seconds: f64,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "UPDATE members m SET connected_until = now() + make_interval(secs => $2)
         FROM (SELECT id FROM members WHERE id = ANY($1) FOR NO KEY UPDATE SKIP LOCKED) AS free WHERE m.id = free.id",
        members,
        seconds
    )
    .execute(executor)
    .await?;
    Ok(())
}

/// A member is not connected any more.
pub async fn disconnect(executor: impl PgExecutor<'_>, member: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "UPDATE members SET connected_until = now() WHERE id = $1 AND connected_until > now()",
        member
    )
    .execute(executor)
    .await?;
    Ok(())
}

/// Conversations that the people on duty at an event can have at once, and how many of these are free.
pub async fn slots(pool: &PgPool, event: Uuid, gone_seconds: f64) -> Result<(i64, i64), sqlx::Error> {
    let row = sqlx::query!(
        r#"SELECT COALESCE(sum(capacity), 0) AS "slots!", COALESCE(sum(GREATEST(capacity - active, 0)), 0) AS "free!"
           FROM availability
           WHERE events @> ARRAY[$1::uuid] AND capacity > 0 AND seen_at > now() - make_interval(secs => $2)"#,
        event,
        gone_seconds
    )
    .fetch_one(pool)
    .await?;
    Ok((row.slots, row.free))
}

/// How many people are on duty, at whichever event.
pub async fn all_on_duty(pool: &PgPool, gone_seconds: f64) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM availability
           WHERE events <> '{}' AND capacity > 0 AND seen_at > now() - make_interval(secs => $1)"#,
        gone_seconds
    )
    .fetch_one(pool)
    .await
}

/// How many people are on duty at an event.
pub async fn on_duty(pool: &PgPool, event: Uuid, gone_seconds: f64) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM availability
           WHERE events @> ARRAY[$1::uuid] AND capacity > 0 AND seen_at > now() - make_interval(secs => $2)"#,
        event,
        gone_seconds
    )
    .fetch_one(pool)
    .await
}
