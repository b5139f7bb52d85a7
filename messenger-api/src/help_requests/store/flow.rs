//! Requests that change hands: given, passed on, ended and reopened.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use super::{Held, record};
use crate::help_requests::passing::{Pass, Untouched, Waiting};

/// Notes who has a request that this transaction holds; `untouched` when they have not chosen it themselves, so that
/// it goes on when they do not look at it.
pub async fn give(
    connection: &mut PgConnection,
    held: &Held,
    member: Uuid,
    untouched: bool,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "UPDATE help_requests SET status = 'taken', member = $2, taken_at = clock_timestamp(),
             untouched_since = CASE WHEN $3 THEN clock_timestamp() END
         WHERE id = $1",
        held.id,
        member,
        untouched
    )
    .execute(&mut *connection)
    .await?;
    record(connection, held.id, held.event).await
}

/// Lets a request that this transaction holds wait again, at its old place. Whom nobody has looked at meanwhile has
/// waited all along.
pub async fn wait_again(connection: &mut PgConnection, held: &Held) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "UPDATE help_requests SET status = 'waiting', member = NULL, taken_at = NULL, untouched_since = NULL,
             waiting_since = CASE WHEN untouched_since IS NULL THEN now() ELSE waiting_since END
         WHERE id = $1",
        held.id
    )
    .execute(&mut *connection)
    .await?;
    record(connection, held.id, held.event).await
}

/// Notes that a member let a request go on.
pub async fn pass(connection: &mut PgConnection, request: Uuid, member: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO passes (request, member) VALUES ($1, $2)
         ON CONFLICT (request, member) DO UPDATE SET at = clock_timestamp()",
        request,
        member
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The first in an event's queue, in order, each with who let it go on; and now, by the database's clock.
pub async fn first_waiting(
    connection: &mut PgConnection,
    event: Uuid,
    limit: i64,
) -> Result<(Vec<Waiting>, DateTime<Utc>), sqlx::Error> {
    let rows = sqlx::query!(
        r#"SELECT id, clock_timestamp() AS "now!",
                  ARRAY(SELECT member FROM passes WHERE request = id ORDER BY member) AS "members!",
                  ARRAY(SELECT at FROM passes WHERE request = id ORDER BY member) AS "times!"
           FROM help_requests WHERE event = $1 AND status = 'waiting'
           ORDER BY (priority = 'critical') DESC, queue_key, id LIMIT $2"#,
        event,
        limit
    )
    .fetch_all(connection)
    .await?;
    let now = rows.first().map_or_else(Utc::now, |row| row.now);
    let waiting = rows.into_iter().map(|row| {
        let passes = row.members.into_iter().zip(row.times);
        Waiting { id: row.id, passes: passes.map(|(member, at)| Pass { member, at }).collect() }
    });
    Ok((waiting.collect(), now))
}

/// Requests whose members were given them and were not seen to look, and whether they wrote since; at most a hundred.
pub async fn untouched(executor: impl PgExecutor<'_>) -> Result<Vec<Untouched>, sqlx::Error> {
    sqlx::query_as!(
        Untouched,
        r#"SELECT r.id, r.untouched_since AS "since!", now() AS "now!",
                  EXISTS (SELECT 1 FROM messages m WHERE m.conversation = r.conversation AND m.sender = r.member
                          AND m.at >= r.untouched_since) AS "has_written!"
           FROM help_requests r WHERE r.status = 'taken' AND r.untouched_since IS NOT NULL
           ORDER BY r.untouched_since LIMIT 100"#
    )
    .fetch_all(executor)
    .await
}

/// Since when a request that this transaction holds is with somebody who has not touched it; and now.
pub async fn untouched_since(
    connection: &mut PgConnection,
    id: Uuid,
) -> Result<Option<(DateTime<Utc>, DateTime<Utc>)>, sqlx::Error> {
    let row = sqlx::query!(
        r#"SELECT untouched_since, clock_timestamp() AS "now!" FROM help_requests WHERE id = $1"#,
        id
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.and_then(|row| row.untouched_since.map(|since| (since, row.now))))
}

/// Notes that whoever has the request of a conversation looks at it; says whether that is new.
pub async fn touch(
    connection: &mut PgConnection,
    conversation: Uuid,
    member: Uuid,
) -> Result<bool, sqlx::Error> {
    let touched = sqlx::query!(
        "UPDATE help_requests SET untouched_since = NULL
         WHERE conversation = $1 AND member = $2 AND untouched_since IS NOT NULL",
        conversation,
        member
    )
    .execute(connection)
    .await?;
    Ok(touched.rows_affected() > 0)
}

/// The same where they wrote; gives the conversations.
pub async fn touched(connection: &mut PgConnection, ids: &[Uuid]) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "UPDATE help_requests SET untouched_since = NULL WHERE id = ANY($1) AND untouched_since IS NOT NULL
         RETURNING conversation",
        ids
    )
    .fetch_all(connection)
    .await
}

/// Event and participant of a conversation's request.
pub async fn of_conversation(
    executor: impl PgExecutor<'_>,
    conversation: Uuid,
) -> Result<Option<(Uuid, Uuid)>, sqlx::Error> {
    let row =
        sqlx::query!("SELECT event, participant FROM help_requests WHERE conversation = $1", conversation)
            .fetch_optional(executor)
            .await?;
    Ok(row.map(|row| (row.event, row.participant)))
}

/// How a request ended.
#[derive(Debug)]
pub struct End {
    /// Who ended it; none when that was not noted.
    pub by: Option<Uuid>,
    /// Whether that was within the time asked for.
    pub is_recent: bool,
}

/// Reads [`End`] of a request that this transaction holds.
pub async fn end_of(connection: &mut PgConnection, id: Uuid, hours: i32) -> Result<End, sqlx::Error> {
    sqlx::query_as!(
        End,
        r#"SELECT closed_by AS by, COALESCE(closed_at > now() - make_interval(hours => $2), false) AS "is_recent!"
           FROM help_requests WHERE id = $1"#,
        id,
        hours
    )
    .fetch_one(connection)
    .await
}

/// Takes the end of a request back that this transaction holds: it is with a member, or waits at its old place. Fails
/// on `one_open_request`.
pub async fn reopen(
    connection: &mut PgConnection,
    held: &Held,
    member: Option<Uuid>,
    untouched: bool,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "UPDATE help_requests SET status = CASE WHEN $2::uuid IS NULL THEN 'waiting' ELSE 'taken' END, member = $2,
             taken_at = CASE WHEN $2::uuid IS NOT NULL THEN clock_timestamp() END,
             untouched_since = CASE WHEN $3 THEN clock_timestamp() END,
             waiting_since = now(), closed_at = NULL, closed_by = NULL, outcome = NULL, version = version + 1
         WHERE id = $1",
        held.id,
        member,
        untouched
    )
    .execute(&mut *connection)
    .await?;
    record(connection, held.id, held.event).await
}
