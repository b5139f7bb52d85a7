//! Reading help requests.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::{PgExecutor, PgPool};
use uuid::Uuid;

use crate::conversations::model::Person;
use crate::help_requests::model::{Asker, HelpRequest, Triage};
use crate::messages::model::Location;
use crate::satisfaction::model::Satisfaction;

/// What narrows a list of requests.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only this one's.
    pub participant: Option<Uuid>,
    /// Only this organization's.
    pub organization: Option<Uuid>,
    /// Only this event's.
    pub event: Option<Uuid>,
    /// Only with this status.
    pub status: Option<String>,
    /// Only after this one, in the order of the list (newest first).
    pub after: Option<Uuid>,
}

/// Conversations of requests, newest first.
pub async fn list(pool: &PgPool, filter: &Filter, limit: i64) -> Result<Vec<(Uuid, Uuid)>, sqlx::Error> {
    let rows = sqlx::query!(
        "SELECT id, conversation FROM help_requests
         WHERE ($1::uuid IS NULL OR participant = $1) AND ($2::uuid IS NULL OR organization = $2)
           AND ($3::uuid IS NULL OR event = $3) AND ($4::text IS NULL OR status = $4)
           AND ($5::uuid IS NULL OR id < $5)
         ORDER BY id DESC LIMIT $6",
        filter.participant,
        filter.organization,
        filter.event,
        filter.status,
        filter.after,
        limit
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.conversation)).collect())
}

/// Conversations of the requests that wait at an event, in the order of the queue. The one that the list goes on after
/// may have left it.
pub async fn queue_page(
    pool: &PgPool,
    event: Uuid,
    filter: &Filter,
    limit: i64,
) -> Result<Vec<(Uuid, Uuid)>, sqlx::Error> {
    let rows = sqlx::query!(
        "SELECT id, conversation FROM help_requests
         WHERE event = $1 AND status = 'waiting'
           AND ($2::uuid IS NULL OR participant = $2) AND ($3::uuid IS NULL OR organization = $3)
           AND ($4::uuid IS NULL OR (priority <> 'critical', queue_key, id) >
                (SELECT a.priority <> 'critical', a.queue_key, a.id FROM help_requests a WHERE a.id = $4))
         ORDER BY (priority = 'critical') DESC, queue_key, id LIMIT $5",
        event,
        filter.participant,
        filter.organization,
        filter.after,
        limit
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.conversation)).collect())
}

/// Whose request this is: participant, organization, conversation.
pub async fn parties(
    executor: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<(Uuid, Uuid, Uuid)>, sqlx::Error> {
    let row =
        sqlx::query!("SELECT participant, organization, conversation FROM help_requests WHERE id = $1", id)
            .fetch_optional(executor)
            .await?;
    Ok(row.map(|row| (row.participant, row.organization, row.conversation)))
}

/// The requests with these ids, by id.
pub async fn by_ids(pool: &PgPool, ids: &[Uuid]) -> Result<HashMap<Uuid, HelpRequest>, sqlx::Error> {
    let conversations = sqlx::query_scalar!("SELECT conversation FROM help_requests WHERE id = ANY($1)", ids)
        .fetch_all(pool)
        .await?;
    let requests = of_conversations(pool, &conversations).await?;
    Ok(requests.into_values().map(|request| (request.id, request)).collect())
}

/// The requests of these conversations, by conversation.
pub async fn of_conversations(
    pool: &PgPool,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, HelpRequest>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT r.id, r.conversation, r.event, r.status, r.category, r.priority, r.triage AS "triage: sqlx::types::Json<Triage>",
                  r.text, r.zone, r.latitude, r.longitude, r.accuracy, r.participant, r.member, r.opened_at, r.taken_at,
                  r.closed_at, r.outcome, r.unverified, r.rating, r.rating_comment, r.rated_at, r.version, r.queue_key, r.waiting_since,
                  r.untouched_since IS NOT NULL AS "untouched!",
                  (SELECT name FROM members m WHERE m.id = r.member) AS member_name,
                  (SELECT name FROM people p WHERE p.id = r.participant AND r.share_name) AS name,
                  (SELECT phone FROM people p WHERE p.id = r.participant AND r.share_phone) AS phone,
                  (SELECT email FROM people p WHERE p.id = r.participant AND r.share_email) AS email
           FROM help_requests r WHERE r.conversation = ANY($1)"#,
        ids
    )
    .fetch_all(pool)
    .await?;
    rows.into_iter().map(|row| Ok((row.conversation, HelpRequest::try_from(row)?))).collect()
}

struct Row {
    id: Uuid,
    conversation: Uuid,
    event: Uuid,
    status: String,
    category: String,
    priority: String,
    triage: sqlx::types::Json<Triage>,
    text: String,
    zone: Option<Uuid>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    accuracy: Option<f64>,
    participant: Uuid,
    member: Option<Uuid>,
    opened_at: DateTime<Utc>,
    taken_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
    outcome: Option<String>,
    unverified: bool,
    rating: Option<String>,
    rating_comment: Option<String>,
    rated_at: Option<DateTime<Utc>>,
    version: i64,
    queue_key: DateTime<Utc>,
    waiting_since: DateTime<Utc>,
    untouched: bool,
    member_name: Option<String>,
    name: Option<String>,
    phone: Option<String>,
    email: Option<String>,
}

impl TryFrom<Row> for HelpRequest {
    type Error = sqlx::Error;

    fn try_from(row: Row) -> Result<Self, sqlx::Error> {
        let location = row.latitude.zip(row.longitude);
        Ok(Self {
            id: row.id,
            conversation: row.conversation,
            event: row.event,
            status: row.status.parse()?,
            category: row.category.parse()?,
            priority: row.priority.parse()?,
            triage: row.triage.0,
            text: row.text,
            zone: row.zone,
            location: location.map(|(latitude, longitude)| Location {
                latitude,
                longitude,
                accuracy: row.accuracy,
            }),
            participant: Asker { id: row.participant, name: row.name, phone: row.phone, email: row.email },
            member: row.member.map(|id| Person { id, name: row.member_name }),
            opened_at: row.opened_at,
            taken_at: row.taken_at,
            closed_at: row.closed_at,
            outcome: row.outcome,
            place: None,
            estimated_seconds: None,
            unverified: row.unverified,
            satisfaction: Satisfaction::from_columns(
                row.rating.as_deref(),
                row.rating_comment,
                row.rated_at,
            )?,
            version: row.version,
            counts_since: row.queue_key,
            waiting_since: row.waiting_since,
            untouched: row.untouched,
        })
    }
}
