//! All SQL of messages.

use chrono::{DateTime, Utc};
use serde_json::value::RawValue;
use sqlx::types::Json;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use super::content::Content;
use super::model::{Body, Message, Sender, SenderKind};

/// A conversation whose row this transaction holds.
#[derive(Debug, Clone)]
pub struct Locked {
    /// The conversation.
    pub id: Uuid,
    /// Its status.
    pub status: String,
    /// Its version: who wrote under an older one is authorized again.
    pub version: i64,
    /// Number of its last message.
    pub last_seq: i64,
    /// Now, by the database's clock.
    pub now: DateTime<Utc>,
}

/// Locks conversations in the order of their ids, so that two nodes never deadlock.
pub async fn lock(connection: &mut PgConnection, ids: &[Uuid]) -> Result<Vec<Locked>, sqlx::Error> {
    sqlx::query_as!(
        Locked,
        r#"SELECT id, status, version, last_seq, clock_timestamp() AS "now!"
           FROM conversations WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE"#,
        ids
    )
    .fetch_all(connection)
    .await
}

/// Adds an entry of Steward's own to an open conversation.
pub async fn append_notice(
    connection: &mut PgConnection,
    conversation: Uuid,
    client_id: Uuid,
    body: &Body,
) -> Result<(), sqlx::Error> {
    let content = Content::of(body, None)?;
    sqlx::query!(
        "WITH moved AS (
             UPDATE conversations SET last_seq = last_seq + 1 WHERE id = $1 AND status = 'open' RETURNING last_seq
         )
         INSERT INTO messages (conversation, seq, sender, sender_kind, client_id, body, content)
         SELECT $1, last_seq, $2, 'system', $3, $4, $5 FROM moved",
        conversation,
        Uuid::nil(),
        client_id,
        &*content.body as &RawValue,
        &content.digest
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// A message that is stored already.
#[derive(Debug, Clone)]
pub struct Stored {
    /// Its place among the messages that were asked for.
    pub position: i64,
    /// Its number.
    pub seq: i64,
    /// When it was stored.
    pub at: DateTime<Utc>,
    /// Digest of its content.
    pub content: Vec<u8>,
}

/// Finds which of these (conversation, sender, client id) are stored, with an index probe for each.
pub async fn find_stored(
    connection: &mut PgConnection,
    conversations: &[Uuid],
    senders: &[Uuid],
    client_ids: &[Uuid],
) -> Result<Vec<Stored>, sqlx::Error> {
    sqlx::query_as!(
        Stored,
        r#"SELECT i.position AS "position!", m.seq, m.at, m.content
           FROM UNNEST($1::uuid[], $2::uuid[], $3::uuid[]) WITH ORDINALITY AS i (conversation, sender, client_id, position)
           CROSS JOIN LATERAL (
               SELECT seq, at, content FROM messages
               WHERE conversation = i.conversation AND sender = i.sender AND client_id = i.client_id
               OFFSET 0
           ) AS m"#,
        conversations,
        senders,
        client_ids
    )
    .fetch_all(connection)
    .await
}

/// Which of these people may write in which of these conversations.
pub async fn find_writers(
    connection: &mut PgConnection,
    conversations: &[Uuid],
) -> Result<Vec<(Uuid, Uuid)>, sqlx::Error> {
    let rows = sqlx::query!(
        "SELECT conversation, person FROM conversation_people WHERE conversation = ANY($1)",
        conversations
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.conversation, row.person)).collect())
}

/// Columns of the messages to be stored, one vector a column.
#[derive(Debug, Default)]
pub struct Columns<'a> {
    /// The conversation of each.
    pub conversations: Vec<Uuid>,
    /// The number of each; empty when the store gives it.
    pub seqs: Vec<i64>,
    /// The sender of each.
    pub senders: Vec<Uuid>,
    /// The kind of each sender.
    pub sender_kinds: Vec<&'static str>,
    /// The client id of each.
    pub client_ids: Vec<Uuid>,
    /// The time of each; empty when the store gives it.
    pub times: Vec<DateTime<Utc>>,
    /// The body of each.
    pub bodies: Vec<Json<&'a RawValue>>,
    /// What each answers.
    pub replies: Vec<Option<i64>>,
    /// The location of each.
    pub locations: Vec<Option<Json<&'a RawValue>>>,
    /// The digest of each.
    pub contents: Vec<&'a [u8]>,
}

impl<'a> Columns<'a> {
    /// Adds what the next one says.
    pub fn say(&mut self, content: &'a Content) {
        self.bodies.push(Json(&content.body));
        self.locations.push(content.location.as_deref().map(Json));
        self.contents.push(&content.digest);
    }
}

/// Stores messages that have their numbers, and moves the heads of their conversations, in one statement.
pub async fn insert(
    connection: &mut PgConnection,
    rows: &Columns<'_>,
    heads: (&[Uuid], &[i64]),
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "WITH moved AS (
             UPDATE conversations SET last_seq = h.seq
             FROM UNNEST($11::uuid[], $12::bigint[]) AS h (id, seq)
             WHERE conversations.id = h.id AND conversations.id = ANY($11::uuid[])
         )
         INSERT INTO messages (conversation, seq, sender, sender_kind, client_id, at, body, reply_to, location, content)
         SELECT * FROM UNNEST($1::uuid[], $2::bigint[], $3::uuid[], $4::text[], $5::uuid[], $6::timestamptz[],
                              $7::jsonb[], $8::bigint[], $9::jsonb[], $10::bytea[])",
        &rows.conversations,
        &rows.seqs,
        &rows.senders,
        &rows.sender_kinds as &[&str],
        &rows.client_ids,
        &rows.times,
        &rows.bodies as &[Json<&RawValue>],
        &rows.replies as &[Option<i64>],
        &rows.locations as &[Option<Json<&RawValue>>],
        &rows.contents as &[&[u8]],
        heads.0,
        heads.1
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// What is known of messages beside their columns, one vector a column.
#[derive(Debug, Default)]
pub struct Sequence {
    /// How many of the batch come before each in its conversation, and itself.
    pub places: Vec<i64>,
    /// The sender's message before each that must be stored already.
    pub previous: Vec<Option<Uuid>>,
}

/// The conversations of a batch, in the order of their ids, and what has to hold so that their messages may be stored
/// as they are; one vector a column.
#[derive(Debug, Default)]
pub struct Heads {
    /// The conversation.
    pub ids: Vec<Uuid>,
    /// Messages of it in the batch.
    pub counts: Vec<i64>,
    /// The version under which their senders were authorized.
    pub versions: Vec<i64>,
    /// The number that must have been given already.
    pub least: Vec<i64>,
}

/// A message that was stored at once.
#[derive(Debug, Clone)]
pub struct Placed {
    /// Its conversation.
    pub conversation: Uuid,
    /// Who wrote it.
    pub sender: Uuid,
    /// Its client id.
    pub client_id: Uuid,
    /// Its number.
    pub seq: i64,
    /// When it was stored.
    pub at: DateTime<Utc>,
}

/// Numbers messages and stores them, in one statement that is a transaction of its own. Leaves out all messages of a
/// conversation when it needs a closer look: it is not among the heads, unknown, closed or has another version; one of
/// its messages is stored already, or what it follows or answers is not stored.
///
/// Conversations are moved, and so locked, in the order of their ids, so that two nodes never deadlock: both sides of
/// that join come in this order. Scalar sub-selects keep the planner at an index probe a message. A repeat that commits
/// between the snapshot and the lock is a unique violation.
pub async fn insert_at_once(
    connection: &mut PgConnection,
    rows: &Columns<'_>,
    sequence: &Sequence,
    heads: &Heads,
) -> Result<Vec<Placed>, sqlx::Error> {
    sqlx::query_as!(
        Placed,
        "WITH sent AS MATERIALIZED (
             SELECT s.*,
                 (SELECT seq FROM messages WHERE conversation = s.conversation AND sender = s.sender
                  AND client_id = s.client_id) IS NULL
                 AND (s.previous IS NULL OR
                      (SELECT seq FROM messages WHERE conversation = s.conversation AND sender = s.sender
                       AND client_id = s.previous) IS NOT NULL) AS plain
             FROM UNNEST($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::jsonb[], $6::bigint[], $7::jsonb[],
                         $8::bytea[], $9::bigint[], $10::uuid[])
                 AS s (conversation, sender, sender_kind, client_id, body, reply_to, location, content, place, previous)
         ), moved AS (
             UPDATE conversations SET last_seq = last_seq + h.count
             FROM UNNEST($11::uuid[], $12::bigint[], $13::bigint[], $14::bigint[]) AS h (id, count, version, least)
             WHERE conversations.id = h.id AND conversations.id = ANY($11::uuid[])
                 AND conversations.status = 'open' AND conversations.version = h.version
                 AND conversations.last_seq >= h.least
                 AND conversations.id <> ALL (COALESCE(
                     (SELECT array_agg(conversation) FROM sent WHERE NOT plain), '{}'))
             RETURNING conversations.id, conversations.last_seq - h.count AS base
         )
         INSERT INTO messages (conversation, seq, sender, sender_kind, client_id, at, body, reply_to, location, content)
         SELECT sent.conversation, moved.base + sent.place, sent.sender, sent.sender_kind, sent.client_id,
             clock_timestamp(), sent.body, sent.reply_to, sent.location, sent.content
         FROM sent JOIN moved ON moved.id = sent.conversation
         RETURNING conversation, sender, client_id, seq, at",
        &rows.conversations,
        &rows.senders,
        &rows.sender_kinds as &[&str],
        &rows.client_ids,
        &rows.bodies as &[Json<&RawValue>],
        &rows.replies as &[Option<i64>],
        &rows.locations as &[Option<Json<&RawValue>>],
        &rows.contents as &[&[u8]],
        &sequence.places,
        &sequence.previous as &[Option<Uuid>],
        &heads.ids,
        &heads.counts,
        &heads.versions,
        &heads.least
    )
    .fetch_all(connection)
    .await
}

/// The messages that follow `after`, in order, at most `limit`.
pub async fn read_after(
    executor: impl PgExecutor<'_>,
    conversation: Uuid,
    after: i64,
    limit: i64,
) -> Result<Vec<Message>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT conversation, seq, sender, sender_kind, client_id, at, body AS "body: Box<RawValue>", reply_to,
             location AS "location: Box<RawValue>"
         FROM messages WHERE conversation = $1 AND seq > $2 ORDER BY seq LIMIT $3"#,
        conversation,
        after,
        limit
    )
    .fetch_all(executor)
    .await?;
    Ok(rows.into_iter().map(Message::from).collect())
}

/// The newest messages before `before`, in order, at most `limit`.
pub async fn read_before(
    executor: impl PgExecutor<'_>,
    conversation: Uuid,
    before: i64,
    limit: i64,
) -> Result<Vec<Message>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT conversation, seq, sender, sender_kind, client_id, at, body AS "body: Box<RawValue>", reply_to,
             location AS "location: Box<RawValue>"
         FROM messages WHERE conversation = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3"#,
        conversation,
        before,
        limit
    )
    .fetch_all(executor)
    .await?;
    Ok(rows.into_iter().rev().map(Message::from).collect())
}

struct Row {
    conversation: Uuid,
    seq: i64,
    sender: Uuid,
    sender_kind: String,
    client_id: Uuid,
    at: DateTime<Utc>,
    body: Box<RawValue>,
    reply_to: Option<i64>,
    location: Option<Box<RawValue>>,
}

impl From<Row> for Message {
    fn from(row: Row) -> Self {
        Self {
            conversation: row.conversation,
            seq: row.seq,
            client_id: row.client_id,
            sender: Sender { id: row.sender, kind: SenderKind::from_column(&row.sender_kind) },
            at: row.at,
            body: row.body,
            reply_to: row.reply_to,
            location: row.location,
        }
    }
}
