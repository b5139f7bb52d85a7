//! All SQL of help requests: changes here, the queue and reading beside.

mod edit;
mod flow;
mod queue;
mod read;

use chrono::TimeDelta;
use serde_json::json;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

pub use edit::{Judged, edit, judged};
pub use flow::{
    end_of, first_waiting, give, of_conversation, pass, reopen, touch, touched, untouched, untouched_since,
    wait_again,
};
pub use queue::{Patience, count_waiting, handling_seconds, place_of, places, queue, totals, unanswered};
pub use read::{Filter, by_ids, list, of_conversations, parties, queue_page};

use super::model::RequestStatus;
use crate::conversations::store::FEED;
use crate::messages::model::Location;

/// A request that is about to be stored.
#[derive(Debug)]
pub struct NewRow<'a> {
    /// Its id; also the client id of message 1.
    pub id: Uuid,
    /// Its conversation.
    pub conversation: Uuid,
    /// The event.
    pub event: Uuid,
    /// The event's organization.
    pub organization: Uuid,
    /// Who asks.
    pub participant: Uuid,
    /// The category's word.
    pub category: &'a str,
    /// The priority's word.
    pub priority: &'a str,
    /// The triage answers.
    pub triage: serde_json::Value,
    /// The words.
    pub text: &'a str,
    /// The zone.
    pub zone: Option<Uuid>,
    /// The place.
    pub location: Option<Location>,
    /// Share the name, telephone number, e-mail address.
    pub share: (bool, bool, bool),
    /// Queued below others of equal priority.
    pub unverified: bool,
    /// How much earlier it counts.
    pub head_start: TimeDelta,
    /// The key that makes opening it repeatable.
    pub idempotency_key: Option<&'a str>,
    /// Digest of its content.
    pub content: &'a [u8],
}

/// Stores a request. Fails on `one_open_request` and `request_once`.
pub async fn insert(connection: &mut PgConnection, row: &NewRow<'_>) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO help_requests (id, conversation, event, organization, participant, category, priority, triage,
             text, zone, latitude, longitude, accuracy, share_name, share_phone, share_email, unverified, queue_key,
             idempotency_key, content)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
             now() - make_interval(secs => $18), $19, $20)",
        row.id,
        row.conversation,
        row.event,
        row.organization,
        row.participant,
        row.category,
        row.priority,
        row.triage,
        row.text,
        row.zone,
        row.location.map(|location| location.latitude),
        row.location.map(|location| location.longitude),
        row.location.and_then(|location| location.accuracy),
        row.share.0,
        row.share.1,
        row.share.2,
        row.unverified,
        row.head_start.as_seconds_f64(),
        row.idempotency_key,
        row.content
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!("INSERT INTO queues (event) VALUES ($1) ON CONFLICT DO NOTHING", row.event)
        .execute(&mut *connection)
        .await?;
    record(connection, row.id, row.event).await
}

/// Lets every node know that a request changed.
pub async fn record(connection: &mut PgConnection, id: Uuid, event: Uuid) -> Result<(), sqlx::Error> {
    FEED.record(connection, "request", id, &json!({ "event": event })).await
}

/// An earlier request of the same participant.
#[derive(Debug)]
pub struct Earlier {
    /// Which one.
    pub id: Uuid,
    /// Its conversation.
    pub conversation: Uuid,
    /// Digest of its content.
    pub content: Vec<u8>,
}

/// The request that was opened with this key.
pub async fn by_key(
    executor: impl PgExecutor<'_>,
    participant: Uuid,
    key: &str,
) -> Result<Option<Earlier>, sqlx::Error> {
    sqlx::query_as!(
        Earlier,
        "SELECT id, conversation, content FROM help_requests WHERE participant = $1 AND idempotency_key = $2",
        participant,
        key
    )
    .fetch_optional(executor)
    .await
}

/// The participant's open request at this event.
pub async fn open_at(
    executor: impl PgExecutor<'_>,
    participant: Uuid,
    event: Uuid,
) -> Result<Option<Earlier>, sqlx::Error> {
    sqlx::query_as!(
        Earlier,
        "SELECT id, conversation, content FROM help_requests
         WHERE participant = $1 AND event = $2 AND status IN ('waiting', 'taken')",
        participant,
        event
    )
    .fetch_optional(executor)
    .await
}

/// Whether somebody has helped this person before: then they are no stranger.
pub async fn was_helped(executor: impl PgExecutor<'_>, participant: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM help_requests WHERE participant = $1 AND taken_at IS NOT NULL) AS "helped!""#,
        participant
    )
    .fetch_one(executor)
    .await
}

/// What a change of a request needs to know, while its row is held.
#[derive(Debug, Clone)]
pub struct Held {
    /// Which one.
    pub id: Uuid,
    /// Its conversation.
    pub conversation: Uuid,
    /// The event.
    pub event: Uuid,
    /// The tenant.
    pub organization: Uuid,
    /// Who asked.
    pub participant: Uuid,
    /// Who took it.
    pub member: Option<Uuid>,
    /// Where it stands.
    pub status: RequestStatus,
}

struct HeldRow {
    id: Uuid,
    conversation: Uuid,
    event: Uuid,
    organization: Uuid,
    participant: Uuid,
    member: Option<Uuid>,
    status: String,
}

impl TryFrom<HeldRow> for Held {
    type Error = sqlx::Error;

    fn try_from(row: HeldRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.id,
            conversation: row.conversation,
            event: row.event,
            organization: row.organization,
            participant: row.participant,
            member: row.member,
            status: row.status.parse()?,
        })
    }
}

/// Locks a request.
pub async fn lock(connection: &mut PgConnection, id: Uuid) -> Result<Option<Held>, sqlx::Error> {
    let row = sqlx::query_as!(
        HeldRow,
        "SELECT id, conversation, event, organization, participant, member, status
         FROM help_requests WHERE id = $1 FOR UPDATE",
        id
    )
    .fetch_optional(connection)
    .await?;
    row.map(Held::try_from).transpose()
}

/// Locks a participant's open requests.
pub async fn lock_open_of_participant(
    connection: &mut PgConnection,
    participant: Uuid,
) -> Result<Vec<Held>, sqlx::Error> {
    let rows = sqlx::query_as!(
        HeldRow,
        "SELECT id, conversation, event, organization, participant, member, status
         FROM help_requests WHERE participant = $1 AND status IN ('waiting', 'taken') ORDER BY id FOR UPDATE",
        participant
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Held::try_from).collect()
}

/// Locks the request of a conversation.
pub async fn lock_of_conversation(
    connection: &mut PgConnection,
    conversation: Uuid,
) -> Result<Option<Held>, sqlx::Error> {
    let row = sqlx::query_as!(
        HeldRow,
        "SELECT id, conversation, event, organization, participant, member, status
         FROM help_requests WHERE conversation = $1 FOR UPDATE",
        conversation
    )
    .fetch_optional(connection)
    .await?;
    row.map(Held::try_from).transpose()
}

/// Locks the next in an event's queue, passing over those that somebody is just taking by name. Whoever takes the next
/// waits for whoever else looks at the queue: passing over what is only looked at would break its order.
pub async fn lock_next(connection: &mut PgConnection, event: Uuid) -> Result<Option<Held>, sqlx::Error> {
    lock_queue(connection, event).await?;
    let row = sqlx::query_as!(
        HeldRow,
        "SELECT id, conversation, event, organization, participant, member, status FROM help_requests
         WHERE event = $1 AND status = 'waiting'
         ORDER BY (priority = 'critical') DESC, queue_key, id LIMIT 1 FOR UPDATE SKIP LOCKED",
        event
    )
    .fetch_optional(connection)
    .await?;
    row.map(Held::try_from).transpose()
}

/// Locks a request that waits; none when it does not any more, or when somebody is just taking it by name.
pub async fn lock_waiting(connection: &mut PgConnection, id: Uuid) -> Result<Option<Held>, sqlx::Error> {
    let row = sqlx::query_as!(
        HeldRow,
        "SELECT id, conversation, event, organization, participant, member, status
         FROM help_requests WHERE id = $1 AND status = 'waiting' FOR UPDATE SKIP LOCKED",
        id
    )
    .fetch_optional(connection)
    .await?;
    row.map(Held::try_from).transpose()
}

/// Locks the event's queue, so that one node at a time assigns.
pub async fn lock_queue(connection: &mut PgConnection, event: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("SELECT event FROM queues WHERE event = $1 FOR UPDATE", event)
        .fetch_optional(connection)
        .await?;
    Ok(())
}

/// Events in which somebody waits.
pub async fn events_waiting(executor: impl PgExecutor<'_>) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!("SELECT DISTINCT event FROM help_requests WHERE status = 'waiting'")
        .fetch_all(executor)
        .await
}

/// Ends a request with its outcome; `by` a member, or none when Steward itself does.
pub async fn close(
    connection: &mut PgConnection,
    id: Uuid,
    by: Option<Uuid>,
    outcome: &str,
    note: Option<&str>,
) -> Result<(), sqlx::Error> {
    let event = sqlx::query_scalar!(
        "UPDATE help_requests SET status = 'closed', closed_by = $4, outcome = $2, note = $3, closed_at = now(),
             untouched_since = NULL
         WHERE id = $1
         RETURNING event",
        id,
        outcome,
        note,
        by
    )
    .fetch_one(&mut *connection)
    .await?;
    record(connection, id, event).await
}

/// Ends a waiting request without help: `cancelled` or `expired`.
pub async fn end_waiting(
    connection: &mut PgConnection,
    held: &Held,
    status: RequestStatus,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "UPDATE help_requests SET status = $2, closed_at = now() WHERE id = $1",
        held.id,
        status.as_str()
    )
    .execute(&mut *connection)
    .await?;
    record(connection, held.id, held.event).await
}

/// Open requests of blocked organizations, at most a hundred at once.
pub async fn open_of_blocked(executor: impl PgExecutor<'_>) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "SELECT r.id FROM organizations o JOIN help_requests r ON r.organization = o.id
         WHERE o.status = 'blocked' AND r.status IN ('waiting', 'taken') ORDER BY r.id LIMIT 100"
    )
    .fetch_all(executor)
    .await
}

/// Requests of members who gave no sign for too long, at most a hundred at once.
pub async fn of_gone(executor: impl PgExecutor<'_>, gone_seconds: f64) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "SELECT r.id FROM availability a
         JOIN help_requests r ON r.organization = a.organization AND r.member = a.member AND r.status = 'taken'
         WHERE a.active > 0 AND a.seen_at < now() - make_interval(secs => $1) ORDER BY r.id LIMIT 100",
        gone_seconds
    )
    .fetch_all(executor)
    .await
}

/// Requests that waited too long, counted from when they last began to wait; at most a hundred at once.
pub async fn overdue(executor: impl PgExecutor<'_>, hours: i32) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "SELECT id FROM help_requests WHERE status = 'waiting' AND waiting_since < now() - make_interval(hours => $1) LIMIT 100",
        hours
    )
    .fetch_all(executor)
    .await
}
