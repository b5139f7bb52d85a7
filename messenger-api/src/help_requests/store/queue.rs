//! The queue: places, counts, and what estimates are made from.

use sqlx::{PgExecutor, PgPool};
use uuid::Uuid;

/// Somebody's place in the queue.
#[derive(Debug, Clone)]
pub struct Place {
    /// The request.
    pub request: Uuid,
    /// Its conversation.
    pub conversation: Uuid,
    /// Who waits.
    pub participant: Uuid,
    /// From 1.
    pub rank: i64,
}

/// The places of the first `limit` in an event's queue.
pub async fn places(
    executor: impl PgExecutor<'_>,
    event: Uuid,
    limit: i64,
) -> Result<Vec<Place>, sqlx::Error> {
    sqlx::query_as!(
        Place,
        r#"SELECT id AS request, conversation, participant,
                  row_number() OVER (ORDER BY (priority = 'critical') DESC, queue_key, id) AS "rank!"
           FROM help_requests WHERE event = $1 AND status = 'waiting'
           ORDER BY (priority = 'critical') DESC, queue_key, id LIMIT $2"#,
        event,
        limit
    )
    .fetch_all(executor)
    .await
}

/// The place of one waiting request; none when it does not wait.
pub async fn place_of(executor: impl PgExecutor<'_>, id: Uuid) -> Result<Option<i64>, sqlx::Error> {
    sqlx::query_scalar!(
        r#"SELECT (SELECT count(*) FROM help_requests o
                   WHERE o.event = r.event AND o.status = 'waiting'
                     AND ((o.priority <> 'critical'), o.queue_key, o.id)
                      <= ((r.priority <> 'critical'), r.queue_key, r.id)) AS "place!"
           FROM help_requests r WHERE r.id = $1 AND r.status = 'waiting'"#,
        id
    )
    .fetch_optional(executor)
    .await
}

/// How many wait at an event.
pub async fn count_waiting(executor: impl PgExecutor<'_>, event: Uuid) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM help_requests WHERE event = $1 AND status = 'waiting'"#,
        event
    )
    .fetch_one(executor)
    .await
}

/// The queues of all events together.
#[derive(Debug, Clone, Copy)]
pub struct Totals {
    /// Requests that wait.
    pub waiting: i64,
    /// Requests that somebody works on.
    pub taken: i64,
    /// Requests that wait where nobody is on duty.
    pub unattended: i64,
    /// How long the one that waits longest has waited; 0 when none does.
    pub longest_wait_seconds: f64,
}

/// Reads [`Totals`].
pub async fn totals(executor: impl PgExecutor<'_>, gone_seconds: f64) -> Result<Totals, sqlx::Error> {
    sqlx::query_as!(
        Totals,
        r#"SELECT count(*) FILTER (WHERE status = 'waiting') AS "waiting!",
                  count(*) FILTER (WHERE status = 'taken') AS "taken!",
                  count(*) FILTER (WHERE status = 'waiting' AND NOT EXISTS (
                      SELECT 1 FROM availability a
                      WHERE a.events @> ARRAY[r.event] AND a.capacity > 0
                        AND a.seen_at > now() - make_interval(secs => $1))) AS "unattended!",
                  COALESCE(extract(epoch FROM now() - min(waiting_since) FILTER (WHERE status = 'waiting')), 0)::float8
                      AS "longest_wait_seconds!"
           FROM help_requests r WHERE status IN ('waiting', 'taken')"#,
        gone_seconds
    )
    .fetch_one(executor)
    .await
}

/// How long a request may go without an answer before managers are alarmed.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// Seconds.
    pub usual_seconds: f64,
    /// Seconds of a critical one.
    pub critical_seconds: f64,
}

/// A request that nobody has answered for too long.
#[derive(Debug)]
pub struct Unanswered {
    /// Its conversation.
    pub conversation: Uuid,
    /// The event.
    pub event: Uuid,
    /// The tenant.
    pub organization: Uuid,
    /// How many there are at the event.
    pub count: i64,
}

/// The first `each` of every event that have waited for an answer too long: critical ones first, then the oldest. With
/// somebody who was given it and has not touched it, a request is unanswered still.
pub async fn unanswered(
    executor: impl PgExecutor<'_>,
    organizations: &[Uuid],
    patience: Patience,
    each: i64,
) -> Result<Vec<Unanswered>, sqlx::Error> {
    sqlx::query_as!(
        Unanswered,
        r#"SELECT conversation AS "conversation!", event AS "event!", organization AS "organization!", count AS "count!"
           FROM (
               SELECT conversation, event, organization, count(*) OVER (PARTITION BY event) AS count,
                      row_number() OVER (PARTITION BY event
                                         ORDER BY (priority = 'critical') DESC, waiting_since, id) AS rank
               FROM (
                   SELECT * FROM help_requests WHERE status = 'waiting'
                   UNION ALL
                   SELECT * FROM help_requests WHERE status = 'taken' AND untouched_since IS NOT NULL
               ) AS open
               WHERE organization = ANY($1)
                 AND waiting_since < now() - make_interval(secs => CASE WHEN priority = 'critical' THEN $3::float8 ELSE $2::float8 END)
           ) AS ranked
           WHERE rank <= $4 ORDER BY event, rank"#,
        organizations,
        patience.usual_seconds,
        patience.critical_seconds,
        each
    )
    .fetch_all(executor)
    .await
}

/// Mean seconds of the event's last twenty finished conversations.
pub async fn handling_seconds(
    executor: impl PgExecutor<'_>,
    event: Uuid,
) -> Result<Option<f64>, sqlx::Error> {
    sqlx::query_scalar!(
        "SELECT avg(seconds)::float8 FROM (
             SELECT extract(epoch FROM closed_at - taken_at) AS seconds FROM help_requests
             WHERE event = $1 AND status = 'closed' AND taken_at IS NOT NULL ORDER BY closed_at DESC LIMIT 20
         ) AS recent",
        event
    )
    .fetch_one(executor)
    .await
}

/// Conversations of the first `limit` waiting at an event, in the order of the queue.
pub async fn queue(pool: &PgPool, event: Uuid, limit: i64) -> Result<Vec<Uuid>, sqlx::Error> {
    Ok(places(pool, event, limit).await?.into_iter().map(|place| place.conversation).collect())
}
