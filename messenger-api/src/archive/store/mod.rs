//! All SQL of the archive: finding here, filling beside.

mod fill;

use std::collections::HashMap;

use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

pub use fill::{Facts, Line, News, facts, lines, open_ones, put};

use super::model::Filter;

/// Messages of a conversation in which an excerpt is looked for.
const LOOKED_THROUGH: i64 = 300;

/// Conversations that were found, newest first.
pub async fn find(
    pool: &PgPool,
    filter: &Filter,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Uuid>, sqlx::Error> {
    let mut transaction = pool.begin().await?;
    // What is looked for differs so much that no plan fits all of it.
    sqlx::query!("SET LOCAL plan_cache_mode = force_custom_plan").execute(&mut *transaction).await?;
    let found = match filter.query {
        Some(_) => by_words(&mut transaction, filter, after, limit).await,
        None => by_facts(&mut transaction, filter, after, limit).await,
    };
    transaction.commit().await?;
    found
}

/// The index of words is asked first, whatever the planner thinks of the order: to walk through the newest ones until
/// enough have a rare word would take seconds.
async fn by_words(
    connection: &mut PgConnection,
    filter: &Filter,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Uuid>, sqlx::Error> {
    let wanted = &filter.wanted;
    sqlx::query_scalar!(
        "WITH found AS MATERIALIZED (
             SELECT conversation, event, participant, members, tags, outcome, is_open, opened_at
             FROM archive_entries WHERE organization = $1 AND words @@ $2::text::tsquery
         )
         SELECT conversation FROM found
         WHERE ($3::uuid IS NULL OR EXISTS (
                   SELECT 1 FROM conversation_people p WHERE p.conversation = found.conversation AND p.person = $3))
           AND ($4::uuid IS NULL OR participant = $4) AND ($5::uuid IS NULL OR event = $5)
           AND ($6::uuid IS NULL OR members @> ARRAY[$6]) AND ($7::text IS NULL OR tags @> ARRAY[$7])
           AND ($8::text IS NULL OR outcome = $8) AND ($9::boolean IS NULL OR is_open <> $9)
           AND ($10::timestamptz IS NULL OR opened_at >= $10) AND ($11::timestamptz IS NULL OR opened_at < $11)
           AND ($12::uuid IS NULL OR conversation < $12)
         ORDER BY conversation DESC LIMIT $13",
        filter.organization,
        filter.query.as_deref(),
        filter.within,
        wanted.participant,
        wanted.event,
        wanted.member,
        wanted.tag.as_deref(),
        wanted.outcome.as_deref(),
        wanted.closed,
        wanted.from,
        wanted.to,
        after,
        limit
    )
    .fetch_all(connection)
    .await
}

async fn by_facts(
    connection: &mut PgConnection,
    filter: &Filter,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Uuid>, sqlx::Error> {
    let wanted = &filter.wanted;
    sqlx::query_scalar!(
        "SELECT conversation FROM archive_entries a
         WHERE organization = $1
           AND ($2::uuid IS NULL OR EXISTS (
                   SELECT 1 FROM conversation_people p WHERE p.conversation = a.conversation AND p.person = $2))
           AND ($3::uuid IS NULL OR participant = $3) AND ($4::uuid IS NULL OR event = $4)
           AND ($5::uuid IS NULL OR members @> ARRAY[$5]) AND ($6::text IS NULL OR tags @> ARRAY[$6])
           AND ($7::text IS NULL OR outcome = $7) AND ($8::boolean IS NULL OR is_open <> $8)
           AND ($9::timestamptz IS NULL OR opened_at >= $9) AND ($10::timestamptz IS NULL OR opened_at < $10)
           AND ($11::uuid IS NULL OR conversation < $11)
         ORDER BY conversation DESC LIMIT $12",
        filter.organization,
        filter.within,
        wanted.participant,
        wanted.event,
        wanted.member,
        wanted.tag.as_deref(),
        wanted.outcome.as_deref(),
        wanted.closed,
        wanted.from,
        wanted.to,
        after,
        limit
    )
    .fetch_all(connection)
    .await
}

/// What was said or noted in a conversation that was found.
#[derive(Debug)]
pub struct Said {
    /// Its number.
    pub seq: i64,
    /// Whether it is a note.
    pub note: bool,
    /// The words.
    pub text: String,
}

/// The first messages and notes of these conversations, by conversation.
pub async fn said(pool: &PgPool, conversations: &[Uuid]) -> Result<HashMap<Uuid, Vec<Said>>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"SELECT COALESCE(c.about, c.id) AS "conversation!", c.kind = 'notes' AS "note!", m.seq AS "seq!", m.text AS "text!"
           FROM (
               SELECT id, about, kind FROM conversations WHERE id = ANY($1)
               UNION ALL
               SELECT id, about, kind FROM conversations WHERE about = ANY($1) AND kind = 'notes'
           ) AS c
           CROSS JOIN LATERAL (
               SELECT seq, body->>'text' AS text FROM messages WHERE conversation = c.id ORDER BY seq LIMIT $2
           ) AS m
           WHERE m.text IS NOT NULL"#,
        conversations,
        LOOKED_THROUGH
    )
    .fetch_all(pool)
    .await?;
    let mut said: HashMap<Uuid, Vec<Said>> = HashMap::new();
    for row in rows {
        let line = Said { seq: row.seq, note: row.note, text: row.text };
        said.entry(row.conversation).or_default().push(line);
    }
    Ok(said)
}

/// What an export tells beside a conversation's state.
#[derive(Debug, Clone, Default)]
pub struct Details {
    /// The event's name.
    pub event: Option<String>,
    /// What whoever closed it left for colleagues.
    pub closing_note: Option<String>,
}

/// The details of these conversations.
pub async fn details(pool: &PgPool, conversations: &[Uuid]) -> Result<HashMap<Uuid, Details>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"SELECT r.conversation, r.note, (SELECT name FROM events e WHERE e.id = r.event) AS event
           FROM help_requests r WHERE r.conversation = ANY($1)"#,
        conversations
    )
    .fetch_all(pool)
    .await?;
    let details =
        rows.into_iter().map(|row| (row.conversation, Details { event: row.event, closing_note: row.note }));
    Ok(details.collect())
}
