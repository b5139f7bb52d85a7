//! Filling the archive.

use sqlx::PgPool;
use uuid::Uuid;

/// What is to be known of a help conversation to bring its entry up to date.
#[derive(Debug)]
pub struct Facts {
    /// The conversation.
    pub conversation: Uuid,
    /// The notes beside it.
    pub notes: Option<Uuid>,
    /// The name that the person shares.
    pub name: Option<String>,
    /// Up to which number its messages stand in the entry.
    pub messages_seq: i64,
    /// Up to which number its notes do.
    pub notes_seq: i64,
}

/// Facts of the help conversations that these are, or stand beside.
pub async fn facts(pool: &PgPool, conversations: &[Uuid]) -> Result<Vec<Facts>, sqlx::Error> {
    sqlx::query_as!(
        Facts,
        r#"SELECT h.id AS "conversation!", n.id AS "notes?",
                  (SELECT p.name FROM people p WHERE p.id = r.participant AND r.share_name) AS name,
                  COALESCE(a.messages_seq, 0) AS "messages_seq!", COALESCE(a.notes_seq, 0) AS "notes_seq!"
           FROM (SELECT DISTINCT COALESCE(about, id) AS id FROM conversations
                 WHERE id = ANY($1) AND kind IN ('help', 'notes')) AS h
           JOIN help_requests r ON r.conversation = h.id
           LEFT JOIN conversations n ON n.about = h.id AND n.kind = 'notes'
           LEFT JOIN archive_entries a ON a.conversation = h.id"#,
        conversations
    )
    .fetch_all(pool)
    .await
}

/// What was said.
#[derive(Debug)]
pub struct Line {
    /// Where: a help conversation or notes.
    pub conversation: Uuid,
    /// Its number.
    pub seq: i64,
    /// The words, if it has any.
    pub text: Option<String>,
}

/// What follows these numbers in these conversations, in order, at most `limit` of each.
pub async fn lines(
    pool: &PgPool,
    conversations: &[Uuid],
    after: &[i64],
    limit: i64,
) -> Result<Vec<Line>, sqlx::Error> {
    sqlx::query_as!(
        Line,
        r#"SELECT w.conversation AS "conversation!", m.seq, m.text
           FROM UNNEST($1::uuid[], $2::bigint[]) AS w (conversation, after)
           CROSS JOIN LATERAL (
               SELECT seq, body->>'text' AS text FROM messages
               WHERE conversation = w.conversation AND seq > w.after ORDER BY seq LIMIT $3
           ) AS m"#,
        conversations,
        after,
        limit
    )
    .fetch_all(pool)
    .await
}

/// What is new for entries, a column each.
#[derive(Debug, Default)]
pub struct News {
    /// The conversations, each once.
    pub conversations: Vec<Uuid>,
    /// Words that came, each once, with a space between them.
    pub words: Vec<String>,
    /// Up to which number the messages stand in the entry now.
    pub messages: Vec<i64>,
    /// Up to which number the notes do.
    pub notes: Vec<i64>,
}

/// Brings entries up to date with their conversations. An entry that holds a
/// quarter of a megabyte of words takes no more: Postgres keeps at most a megabyte of them.
pub async fn put(pool: &PgPool, news: &News) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO archive_entries AS a (conversation, organization, event, participant, members, tags, outcome,
             is_open, opened_at, words, messages_seq, notes_seq)
         SELECT c.id, c.organization, c.event, r.participant,
                ARRAY(SELECT person FROM conversation_people WHERE conversation = c.id AND kind = 'member'
                      UNION SELECT r.member WHERE r.member IS NOT NULL),
                COALESCE((SELECT n.tags FROM conversations n WHERE n.about = c.id AND n.kind = 'notes'), '{}'),
                COALESCE(r.outcome, CASE WHEN r.status IN ('cancelled', 'expired') THEN r.status END),
                c.status = 'open', c.opened_at, array_to_tsvector(string_to_array(e.words, ' ')), e.messages, e.notes
         FROM UNNEST($1::uuid[], $2::text[], $3::bigint[], $4::bigint[]) AS e (conversation, words, messages, notes)
         JOIN conversations c ON c.id = e.conversation JOIN help_requests r ON r.conversation = c.id
         ON CONFLICT (conversation) DO UPDATE SET
             members = ARRAY(SELECT unnest(a.members) UNION SELECT unnest(excluded.members)),
             tags = excluded.tags, outcome = excluded.outcome, is_open = excluded.is_open,
             words = CASE WHEN pg_column_size(a.words) < 250000 THEN a.words || excluded.words ELSE a.words END,
             messages_seq = GREATEST(a.messages_seq, excluded.messages_seq),
             notes_seq = GREATEST(a.notes_seq, excluded.notes_seq)",
        &news.conversations,
        &news.words,
        &news.messages,
        &news.notes
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Open conversations that follow this one, by their ids, with whether more was said than their entries have.
pub async fn open_ones(pool: &PgPool, after: Uuid, limit: usize) -> Result<Vec<(Uuid, bool)>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"SELECT a.conversation,
                  c.last_seq > a.messages_seq OR COALESCE(n.last_seq, 0) > a.notes_seq AS "news!"
           FROM archive_entries a JOIN conversations c ON c.id = a.conversation
           LEFT JOIN conversations n ON n.about = c.id AND n.kind = 'notes'
           WHERE a.is_open AND a.conversation > $1
           ORDER BY a.conversation LIMIT $2"#,
        after,
        i64::try_from(limit).unwrap_or(i64::MAX)
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| (row.conversation, row.news)).collect())
}
