//! All SQL of announcements.

use std::collections::BTreeMap;

use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use super::model::{Announcement, Heard};
use crate::conversations::model::{Conversation, ConversationKind, ConversationStatus, Person};
use crate::conversations::store::Marks;

/// Most events whose announcements one person hears at once: those they came to last.
const EVENTS: i64 = 20;

/// The conversation of an event's announcements, made when it is needed first.
pub async fn conversation(
    connection: &mut PgConnection,
    event: Uuid,
    organization: Uuid,
) -> Result<Uuid, sqlx::Error> {
    let known = find(connection, event).await?;
    if let Some(known) = known {
        return Ok(known);
    }
    sqlx::query!(
        "INSERT INTO conversations (id, kind, event, organization, status) VALUES ($1, 'announcements', $2, $3, 'open')
         ON CONFLICT (event) WHERE kind = 'announcements' DO NOTHING",
        Uuid::now_v7(),
        event,
        organization
    )
    .execute(&mut *connection)
    .await?;
    find(connection, event).await?.ok_or(sqlx::Error::RowNotFound)
}

async fn find(connection: &mut PgConnection, event: Uuid) -> Result<Option<Uuid>, sqlx::Error> {
    sqlx::query_scalar!("SELECT id FROM conversations WHERE event = $1 AND kind = 'announcements'", event)
        .fetch_optional(connection)
        .await
}

/// Keeps how many people an announcement went to.
pub async fn insert(
    connection: &mut PgConnection,
    conversation: Uuid,
    seq: i64,
    sent: i64,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO announcements (conversation, seq, sent) VALUES ($1, $2, $3)",
        conversation,
        seq,
        sent
    )
    .execute(connection)
    .await?;
    Ok(())
}

struct Row {
    conversation: Uuid,
    seq: i64,
    client_id: Uuid,
    at: chrono::DateTime<chrono::Utc>,
    sender: Uuid,
    name: Option<String>,
    body: serde_json::Value,
    sent: i64,
    delivered: i64,
    seen: i64,
}

impl From<Row> for Announcement {
    fn from(row: Row) -> Self {
        Self {
            conversation: row.conversation,
            seq: row.seq,
            client_id: row.client_id,
            at: row.at,
            by: Person { id: row.sender, name: row.name },
            body: row.body,
            sent: row.sent,
            delivered: row.delivered,
            seen: row.seen,
        }
    }
}

/// One announcement.
pub async fn read(pool: &PgPool, conversation: Uuid, seq: i64) -> Result<Option<Announcement>, sqlx::Error> {
    let row = sqlx::query_as!(
        Row,
        r#"SELECT m.conversation, m.seq, m.client_id, m.at, m.sender,
                  (SELECT name FROM members WHERE id = m.sender) AS name, m.body, a.sent, a.delivered, a.seen
           FROM announcements a JOIN messages m ON m.conversation = a.conversation AND m.seq = a.seq
           WHERE a.conversation = $1 AND a.seq = $2"#,
        conversation,
        seq
    )
    .fetch_optional(pool)
    .await?;
    Ok(row.map(Announcement::from))
}

/// Announcements of an event, newest first.
pub async fn list(
    pool: &PgPool,
    event: Uuid,
    after: Option<i64>,
    limit: i64,
) -> Result<Vec<Announcement>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT m.conversation, m.seq, m.client_id, m.at, m.sender,
                  (SELECT name FROM members WHERE id = m.sender) AS name, m.body, a.sent, a.delivered, a.seen
           FROM conversations c
           JOIN announcements a ON a.conversation = c.id
           JOIN messages m ON m.conversation = a.conversation AND m.seq = a.seq
           WHERE c.event = $1 AND c.kind = 'announcements' AND ($2::bigint IS NULL OR a.seq < $2)
           ORDER BY a.seq DESC LIMIT $3"#,
        event,
        after,
        limit
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(Announcement::from).collect())
}

/// What these people hear: the announcements of the events they are at, as long as those go on, and of the named
/// conversations also afterwards.
pub async fn heard(pool: &PgPool, people: &[Uuid], named: &[Uuid]) -> Result<Vec<Heard>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"SELECT p.participant, p.received, p.seen, c.id, c.event, c.version, c.first_seq, c.last_seq, c.opened_at,
                e.status = 'published' AS "goes_on!"
         FROM UNNEST($1::uuid[]) AS w (participant)
         CROSS JOIN LATERAL (
             SELECT * FROM participations WHERE participant = w.participant ORDER BY joined_at DESC LIMIT $3
         ) AS p
         JOIN conversations c ON c.event = p.event AND c.kind = 'announcements'
         JOIN events e ON e.id = p.event
         WHERE e.status = 'published' OR c.id = ANY($2)"#,
        people,
        named,
        EVENTS
    )
    .fetch_all(pool)
    .await?;
    let heard = rows.into_iter().map(|row| {
        let marks =
            |seq: i64| (seq > 0).then_some((row.participant, seq)).into_iter().collect::<BTreeMap<_, _>>();
        let state = Conversation {
            id: row.id,
            kind: ConversationKind::Announcements.as_str().to_owned(),
            event: row.event,
            about: None,
            tags: None,
            status: ConversationStatus::Open,
            version: row.version,
            first_seq: row.first_seq,
            last_seq: row.last_seq,
            participants: Vec::new(),
            members: Vec::new(),
            received: marks(row.received),
            seen: marks(row.seen),
            request: None,
            located: None,
            opened_at: row.opened_at,
            closed_at: None,
        };
        Heard { person: row.participant, state, goes_on: row.goes_on }
    });
    Ok(heard.collect())
}

/// Stores marks of people who are at the events, and counts them: each person once for each announcement that was
/// sent to them. The rows of the people, and then those of the announcements, are locked in one order, so that nodes that
/// mark at the same time wait for each other; they are read as they are then.
pub async fn mark(pool: &PgPool, marks: &Marks) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "WITH news AS MATERIALIZED (
             SELECT p.participant, p.event, p.after_seq, p.received, p.seen, c.id AS conversation,
                    LEAST(m.received, c.last_seq) AS now_received, LEAST(m.seen, c.last_seq) AS now_seen
             FROM UNNEST($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[]) AS m (conversation, person, received, seen)
             JOIN conversations c ON c.id = m.conversation AND c.kind = 'announcements'
             JOIN participations p ON p.participant = m.person AND p.event = c.event
             ORDER BY p.participant, p.event FOR UPDATE OF p
         ),
         marked AS (
             UPDATE participations p
             SET received = GREATEST(p.received, n.now_received), seen = GREATEST(p.seen, n.now_seen)
             FROM news n
             WHERE p.participant = n.participant AND p.event = n.event
               AND (n.now_received > n.received OR n.now_seen > n.seen)
         ),
         counted AS (
             SELECT a.conversation, a.seq,
                    count(*) FILTER (WHERE a.seq > n.received AND a.seq <= n.now_received) AS delivered,
                    count(*) FILTER (WHERE a.seq > n.seen AND a.seq <= n.now_seen) AS seen
             FROM news n JOIN announcements a ON a.conversation = n.conversation
               AND a.seq > GREATEST(n.after_seq, n.seen) AND a.seq <= n.now_received
             GROUP BY a.conversation, a.seq
         ),
         held AS MATERIALIZED (
             SELECT a.conversation, a.seq, n.delivered, n.seen
             FROM counted n JOIN announcements a ON a.conversation = n.conversation AND a.seq = n.seq
             ORDER BY a.conversation, a.seq FOR NO KEY UPDATE OF a
         )
         UPDATE announcements a SET delivered = a.delivered + h.delivered, seen = a.seen + h.seen
         FROM held h WHERE a.conversation = h.conversation AND a.seq = h.seq",
        &marks.conversations,
        &marks.people,
        &marks.received,
        &marks.seen
    )
    .execute(pool)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests;
