//! All SQL of attachments.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor, PgPool};
use uuid::Uuid;

use super::begin::NewAttachment;
use super::model::{Attachment, AttachmentKind};

/// An attachment as it is stored.
#[derive(Debug, Clone)]
pub struct Row {
    /// Which one.
    pub id: Uuid,
    /// Where it may be sent.
    pub conversation: Uuid,
    /// Who uploads it.
    pub owner: Uuid,
    /// The table's word for its kind.
    pub kind: String,
    /// As it was announced; of a finished one, as it is served.
    pub media_type: String,
    /// How long it is.
    pub bytes: i64,
    /// How much of it has arrived.
    pub received: i64,
    /// Pixels of a finished photo.
    pub width: Option<i32>,
    /// Pixels of a finished photo.
    pub height: Option<i32>,
    /// Length of a finished clip.
    pub seconds: Option<i32>,
    /// When it was ready.
    pub finished_at: Option<DateTime<Utc>>,
}

impl Row {
    /// What it is for.
    pub fn kind(&self) -> AttachmentKind {
        AttachmentKind::from_column(&self.kind)
    }

    /// Whether a message may carry it.
    pub fn is_finished(&self) -> bool {
        self.finished_at.is_some()
    }

    /// What its uploader sees of it.
    pub fn shown(self) -> Attachment {
        Attachment {
            id: self.id,
            conversation: self.conversation,
            kind: self.kind(),
            offset: self.received,
            bytes: self.bytes,
            finished: self.is_finished(),
            width: self.width,
            height: self.height,
            seconds: self.seconds,
        }
    }
}

/// What is known of a file once it is ready.
#[derive(Debug, Clone, Copy)]
pub struct Finished<'a> {
    /// The type that it is served with.
    pub media_type: &'a str,
    /// Pixels of a photo.
    pub width: Option<i32>,
    /// Pixels of a photo.
    pub height: Option<i32>,
    /// Length of a clip.
    pub seconds: Option<i32>,
}

/// Keeps an announcement; false when its id is known.
pub async fn insert(
    executor: impl PgExecutor<'_>,
    owner: Uuid,
    new: &NewAttachment,
) -> Result<bool, sqlx::Error> {
    // Files of an earlier life of this id are not waiting to be removed any more: its own come.
    let done = sqlx::query!(
        "WITH back AS (DELETE FROM removed_attachments WHERE id = $1)
         INSERT INTO attachments (id, conversation, owner, kind, media_type, bytes)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING",
        new.id,
        new.conversation,
        owner,
        new.kind.as_str(),
        new.media_type,
        new.bytes
    )
    .execute(executor)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// One attachment.
pub async fn read(executor: impl PgExecutor<'_>, id: Uuid) -> Result<Option<Row>, sqlx::Error> {
    sqlx::query_as!(
        Row,
        "SELECT id, conversation, owner, kind, media_type, bytes, received, width, height, seconds, finished_at
         FROM attachments WHERE id = $1",
        id
    )
    .fetch_optional(executor)
    .await
}

/// Those of these that this person may send in this conversation now.
pub async fn ready(
    executor: impl PgExecutor<'_>,
    conversation: Uuid,
    owner: Uuid,
    ids: &[Uuid],
) -> Result<Vec<Row>, sqlx::Error> {
    sqlx::query_as!(
        Row,
        "SELECT id, conversation, owner, kind, media_type, bytes, received, width, height, seconds, finished_at
         FROM attachments
         WHERE id = ANY($1) AND conversation = $2 AND owner = $3 AND finished_at IS NOT NULL",
        ids,
        conversation,
        owner
    )
    .fetch_all(executor)
    .await
}

/// Bytes that a person announced within a day, sent or not.
pub async fn announced_today(executor: impl PgExecutor<'_>, owner: Uuid) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar!(
        r#"SELECT coalesce(sum(bytes), 0)::bigint AS "bytes!"
           FROM attachments WHERE owner = $1 AND created_at > now() - interval '1 day'"#,
        owner
    )
    .fetch_one(executor)
    .await
}

/// Adds a piece that begins where the last one ended; false when it does not. Of two at once, one does.
pub async fn append(
    executor: impl PgExecutor<'_>,
    id: Uuid,
    offset: i64,
    piece: &[u8],
) -> Result<bool, sqlx::Error> {
    let done = sqlx::query!(
        "WITH moved AS (
             UPDATE attachments SET received = received + octet_length($3::bytea)
             WHERE id = $1 AND received = $2 AND finished_at IS NULL RETURNING id
         )
         INSERT INTO attachment_pieces (attachment, start, bytes) SELECT id, $2, $3::bytea FROM moved",
        id,
        offset,
        piece
    )
    .execute(executor)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// What has arrived, in order: at most as much as the largest attachment.
pub async fn pieces(executor: impl PgExecutor<'_>, id: Uuid) -> Result<Vec<Vec<u8>>, sqlx::Error> {
    sqlx::query_scalar!("SELECT bytes FROM attachment_pieces WHERE attachment = $1 ORDER BY start", id)
        .fetch_all(executor)
        .await
}

/// It is ready, and its pieces are not needed any more.
pub async fn finish(pool: &PgPool, id: Uuid, finished: &Finished<'_>) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "WITH gone AS (DELETE FROM attachment_pieces WHERE attachment = $1)
         UPDATE attachments SET finished_at = now(), media_type = $2, width = $3, height = $4, seconds = $5
         WHERE id = $1 AND finished_at IS NULL",
        id,
        finished.media_type,
        finished.width,
        finished.height,
        finished.seconds
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Forgets one that is of no use.
pub async fn discard(executor: impl PgExecutor<'_>, id: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("DELETE FROM attachments WHERE id = $1 AND finished_at IS NULL", id)
        .execute(executor)
        .await?;
    Ok(())
}

/// Forgets uploads that did not come to their end within a day; whoever goes on begins anew.
pub async fn drop_unfinished(executor: impl PgExecutor<'_>) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "DELETE FROM attachments WHERE id IN (
             SELECT id FROM attachments
             WHERE finished_at IS NULL AND created_at < now() - interval '1 day' ORDER BY created_at LIMIT 500
         )"
    )
    .execute(executor)
    .await?;
    Ok(())
}

/// Forgets those that no message carries a week after they were ready, and notes which are carried: a phone may be
/// without a network between its last piece and its message.
pub async fn drop_unsent(executor: impl PgExecutor<'_>) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "WITH judged AS MATERIALIZED (
             SELECT a.id, EXISTS (
                 SELECT FROM messages AS m
                 WHERE m.conversation = a.conversation AND m.sender = a.owner
                     AND (m.body ->> 'attachment' = a.id::text
                         OR m.body -> 'attachments' @> jsonb_build_array(jsonb_build_object('id', a.id)))
             ) AS sent
             FROM attachments AS a
             WHERE NOT a.sent AND a.finished_at < now() - interval '7 days' ORDER BY a.finished_at LIMIT 500
         ), gone AS (
             DELETE FROM attachments USING judged WHERE attachments.id = judged.id AND NOT judged.sent
         )
         UPDATE attachments SET sent = true FROM judged WHERE attachments.id = judged.id AND judged.sent"
    )
    .execute(executor)
    .await?;
    Ok(())
}

/// Attachments whose files are to be removed, at most 100; held until the transaction ends.
pub async fn take_removed(connection: &mut PgConnection) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "DELETE FROM removed_attachments WHERE id IN (
             SELECT id FROM removed_attachments ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED
         ) RETURNING id"
    )
    .fetch_all(connection)
    .await
}
