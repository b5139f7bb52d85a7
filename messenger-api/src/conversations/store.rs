//! All SQL of conversations; changes of hands beside.

pub mod handovers;

pub mod earlier;

use std::collections::{BTreeMap, HashMap};

use serde_json::json;
use service_kit::feed::Feed;
use sqlx::{PgConnection, PgExecutor, PgPool};
use uuid::Uuid;

use super::model::{AccessFacts, Conversation, ConversationKind, ConversationStatus, Person};
use crate::live::receipts::Mark;
use crate::{help_requests, live_locations, notes};

/// This service's own feed, from which every node learns of changes of state.
pub const FEED: Feed = Feed::in_schema("public");

/// What decides about one person's access to one conversation.
pub async fn access_facts(
    executor: impl PgExecutor<'_>,
    conversation: Uuid,
    person: Uuid,
) -> Result<Option<AccessFacts>, sqlx::Error> {
    let row = sqlx::query!(
        r#"SELECT c.organization, c.version, c.last_seq, c.status, c.kind,
                  CASE WHEN c.kind = 'announcements'
                       THEN EXISTS (SELECT 1 FROM participations p WHERE p.participant = $2 AND p.event = c.event)
                       ELSE EXISTS (SELECT 1 FROM conversation_people p WHERE p.conversation = c.id AND p.person = $2)
                  END AS "belongs!"
           FROM conversations c WHERE c.id = $1"#,
        conversation,
        person
    )
    .fetch_optional(executor)
    .await?;
    Ok(row.map(|row| AccessFacts {
        organization: row.organization,
        version: row.version,
        last_seq: row.last_seq,
        status: ConversationStatus::from_column(&row.status),
        kind: ConversationKind::from_column(&row.kind),
        belongs: row.belongs,
    }))
}

/// The states of these conversations; unknown ones are left out.
pub async fn states(pool: &PgPool, ids: &[Uuid]) -> Result<Vec<Conversation>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        "SELECT id, kind, event, about, tags, status, version, first_seq, last_seq, opened_at, closed_at
         FROM conversations WHERE id = ANY($1) ORDER BY id",
        ids
    )
    .fetch_all(pool)
    .await?;
    let mut people = people(pool, ids).await?;
    let mut receipts = receipts(pool, ids).await?;
    let mut requests = help_requests::store::of_conversations(pool, ids).await?;
    let mut located = live_locations::store::of_conversations(pool, ids).await?;
    let states = rows.into_iter().map(|row| {
        let (participants, members) = people.remove(&row.id).unwrap_or_default();
        let (received, seen) = receipts.remove(&row.id).unwrap_or_default();
        Conversation {
            id: row.id,
            kind: row.kind,
            event: row.event,
            about: row.about,
            tags: row.tags,
            status: ConversationStatus::from_column(&row.status),
            version: row.version,
            first_seq: row.first_seq,
            last_seq: row.last_seq,
            participants,
            members,
            received,
            seen,
            request: requests.remove(&row.id),
            located: located.remove(&row.id),
            opened_at: row.opened_at,
            closed_at: row.closed_at,
        }
    });
    Ok(states.collect())
}

/// The state of one conversation.
pub async fn state(pool: &PgPool, id: Uuid) -> Result<Option<Conversation>, sqlx::Error> {
    Ok(states(pool, &[id]).await?.pop())
}

type People = HashMap<Uuid, (Vec<Person>, Vec<Person>)>;

async fn people(pool: &PgPool, ids: &[Uuid]) -> Result<People, sqlx::Error> {
    let rows = sqlx::query!(
        r#"SELECT p.conversation, p.person, p.kind,
                  CASE WHEN p.kind = 'member' THEN (SELECT name FROM members m WHERE m.id = p.person)
                       ELSE (SELECT n.name FROM people n, help_requests r
                             WHERE n.id = p.person AND r.conversation = p.conversation AND r.share_name)
                  END AS name
           FROM conversation_people p
           WHERE p.conversation = ANY($1) ORDER BY p.conversation, p.person"#,
        ids
    )
    .fetch_all(pool)
    .await?;
    let mut people = People::new();
    for row in rows {
        let (participants, members) = people.entry(row.conversation).or_default();
        let list = if row.kind == "member" { members } else { participants };
        list.push(Person { id: row.person, name: row.name });
    }
    Ok(people)
}

type Receipts = HashMap<Uuid, (BTreeMap<Uuid, i64>, BTreeMap<Uuid, i64>)>;

async fn receipts(pool: &PgPool, ids: &[Uuid]) -> Result<Receipts, sqlx::Error> {
    let rows = sqlx::query!(
        "SELECT conversation, person, received, seen FROM receipts WHERE conversation = ANY($1)",
        ids
    )
    .fetch_all(pool)
    .await?;
    let mut receipts = Receipts::new();
    for row in rows {
        let (received, seen) = receipts.entry(row.conversation).or_default();
        received.insert(row.person, row.received);
        seen.insert(row.person, row.seen);
    }
    Ok(receipts)
}

/// The open conversations that people are in, each with whose it is; the newest first, at most `limit` a person.
pub async fn open_of_people(
    pool: &PgPool,
    people: &[Uuid],
    limit: i64,
) -> Result<Vec<(Uuid, Uuid)>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"SELECT w.person AS "person!", o.id FROM UNNEST($1::uuid[]) AS w (person)
           CROSS JOIN LATERAL (
               SELECT c.id FROM conversation_people p JOIN conversations c ON c.id = p.conversation
               WHERE p.person = w.person AND c.status = 'open' ORDER BY p.conversation DESC LIMIT $2
           ) AS o"#,
        people,
        limit
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| (row.person, row.id)).collect())
}

/// Which of these people are in which of these conversations: the columns of a list of pairs.
pub async fn of_people(
    pool: &PgPool,
    people: &[Uuid],
    conversations: &[Uuid],
) -> Result<Vec<(Uuid, Uuid)>, sqlx::Error> {
    let rows = sqlx::query!(
        "SELECT p.person, p.conversation FROM UNNEST($1::uuid[], $2::uuid[]) AS w (person, conversation)
         JOIN conversation_people p ON p.conversation = w.conversation AND p.person = w.person",
        people,
        conversations
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| (row.person, row.conversation)).collect())
}

/// What narrows a list of conversations.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only those this person is in.
    pub person: Option<Uuid>,
    /// Only those of this organization.
    pub organization: Option<Uuid>,
    /// Only those with this status.
    pub status: Option<String>,
    /// Only those of this event.
    pub event: Option<Uuid>,
    /// Those of this kind.
    pub kind: String,
    /// Only those after this one, in the order of the list (newest first).
    pub after: Option<Uuid>,
}

/// Ids of conversations, newest first.
pub async fn list(pool: &PgPool, filter: &Filter, limit: i64) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "SELECT c.id FROM conversations c
         WHERE ($1::uuid IS NULL
                OR EXISTS (SELECT 1 FROM conversation_people p WHERE p.conversation = c.id AND p.person = $1)
                OR ($5 = 'announcements'
                    AND EXISTS (SELECT 1 FROM participations p WHERE p.participant = $1 AND p.event = c.event)))
           AND ($2::uuid IS NULL OR c.organization = $2)
           AND ($3::text IS NULL OR c.status = $3)
           AND ($4::uuid IS NULL OR c.event = $4)
           AND c.kind = $5
           AND ($6::uuid IS NULL OR c.id < $6)
         ORDER BY c.id DESC LIMIT $7",
        filter.person,
        filter.organization,
        filter.status.as_deref(),
        filter.event,
        filter.kind,
        filter.after,
        limit
    )
    .fetch_all(pool)
    .await
}

/// Creates the conversation of a help request, with its participant and without messages.
pub async fn create(
    connection: &mut PgConnection,
    id: Uuid,
    event: Uuid,
    organization: Uuid,
    participant: Uuid,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO conversations (id, kind, event, organization, status, last_seq) VALUES ($1, 'help', $2, $3, 'open', 1)",
        id,
        event,
        organization
    )
    .execute(&mut *connection)
    .await?;
    add_person(connection, id, participant, "participant").await
}

/// Lets a person in.
pub async fn add_person(
    connection: &mut PgConnection,
    conversation: Uuid,
    person: Uuid,
    kind: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO conversation_people (conversation, person, kind) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        conversation,
        person,
        kind
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Takes somebody out of a conversation.
pub async fn remove_person(
    connection: &mut PgConnection,
    conversation: Uuid,
    person: Uuid,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "DELETE FROM conversation_people WHERE conversation = $1 AND person = $2",
        conversation,
        person
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Moves the version on after a change, and lets every node know through the feed. Notes beside it follow.
pub async fn changed(connection: &mut PgConnection, conversation: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("UPDATE conversations SET version = version + 1 WHERE id = $1", conversation)
        .execute(&mut *connection)
        .await?;
    record(connection, conversation).await?;
    notes::store::follow(connection, conversation).await
}

/// Lets every node know of a conversation's present state.
pub async fn record(connection: &mut PgConnection, conversation: Uuid) -> Result<(), sqlx::Error> {
    FEED.record(connection, "conversation", conversation, &json!({})).await
}

/// Ends a conversation, and with it the sharing of where its participant is.
pub async fn close(connection: &mut PgConnection, conversation: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "UPDATE conversations SET status = 'closed', closed_at = now() WHERE id = $1 AND status = 'open'",
        conversation
    )
    .execute(&mut *connection)
    .await?;
    live_locations::store::end(connection, conversation).await?;
    changed(connection, conversation).await
}

/// The heads and versions of these conversations that are ahead of what this node knows.
pub async fn ahead(pool: &PgPool, ids: &[Uuid], heads: &[i64]) -> Result<Vec<(Uuid, i64)>, sqlx::Error> {
    let rows = sqlx::query!(
        "SELECT c.id, c.last_seq FROM UNNEST($1::uuid[], $2::bigint[]) AS k (id, seq)
         JOIN conversations c ON c.id = k.id WHERE c.last_seq > k.seq",
        ids,
        heads
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.last_seq)).collect())
}

/// How far people have received and read; numbers only grow and never pass the head.
#[derive(Debug, Default)]
pub struct Marks {
    /// The conversation of each.
    pub conversations: Vec<Uuid>,
    /// The person of each.
    pub people: Vec<Uuid>,
    /// Received up to here.
    pub received: Vec<i64>,
    /// Read up to here.
    pub seen: Vec<i64>,
}

impl Marks {
    /// Marks as they were gathered: conversation and person, received and seen.
    pub fn gathered(marks: &[Mark]) -> Self {
        let mut columns = Self::default();
        for ((conversation, person), (received, seen)) in marks {
            columns.conversations.push(*conversation);
            columns.people.push(*person);
            columns.received.push(*received);
            columns.seen.push(*seen);
        }
        columns
    }
}

/// A mark as it is stored.
#[derive(Debug)]
pub struct Marked {
    /// The conversation.
    pub conversation: Uuid,
    /// The person.
    pub person: Uuid,
    /// Received up to here.
    pub received: i64,
    /// Read up to here.
    pub seen: i64,
}

/// Stores marks of people who are in the conversations, and gives them as they are now.
pub async fn mark(pool: &PgPool, marks: &Marks) -> Result<Vec<Marked>, sqlx::Error> {
    sqlx::query_as!(
        Marked,
        "INSERT INTO receipts AS r (conversation, person, received, seen)
         SELECT m.conversation, m.person, LEAST(m.received, c.last_seq), LEAST(m.seen, c.last_seq)
         FROM UNNEST($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[]) AS m (conversation, person, received, seen)
         JOIN conversations c ON c.id = m.conversation
         JOIN conversation_people p ON p.conversation = m.conversation AND p.person = m.person
         ORDER BY m.conversation, m.person
         ON CONFLICT (conversation, person) DO UPDATE
         SET received = GREATEST(r.received, excluded.received), seen = GREATEST(r.seen, excluded.seen)
         RETURNING r.conversation, r.person, r.received, r.seen",
        &marks.conversations,
        &marks.people,
        &marks.received,
        &marks.seen
    )
    .fetch_all(pool)
    .await
}
