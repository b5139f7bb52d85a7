//! All SQL of incidents and their links; comments have their own.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor, PgPool};
use uuid::Uuid;

use super::model::{Details, Incident, Priority, Severity, Status};
use super::rules::MOST_CONVERSATIONS;
use crate::events::store::FEED;
use crate::words;

/// What a list of an organization's incidents is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The organization.
    pub organization: Uuid,
    /// Only those at this event.
    pub event: Option<Uuid>,
    /// Only those of this status.
    pub status: Option<Status>,
    /// Only those on which there is something to be done.
    pub open: bool,
    /// Only those that this conversation tells of.
    pub conversation: Option<Uuid>,
    /// Only those with all these words: a text-search query.
    pub words: Option<&'a str>,
    /// Only those after this one, in the order of the list.
    pub after: Option<Uuid>,
    /// Most incidents.
    pub limit: i64,
}

/// The ids of an organization's incidents, newest first.
pub async fn list(pool: &PgPool, wanted: Wanted<'_>) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "SELECT id FROM incidents
         WHERE organization = $1
           AND ($2::uuid IS NULL OR event = $2)
           AND ($3::text IS NULL OR status = $3)
           AND (NOT $4 OR status IN ('to_do', 'in_progress'))
           AND ($5::uuid IS NULL
                OR EXISTS (SELECT 1 FROM incident_conversations l WHERE l.incident = id AND l.conversation = $5))
           AND ($6::text IS NULL OR search @@ $6::text::tsquery)
           AND ($7::uuid IS NULL OR id < $7)
         ORDER BY id DESC
         LIMIT $8",
        wanted.organization,
        wanted.event,
        wanted.status as Option<Status>,
        wanted.open,
        wanted.conversation,
        wanted.words,
        wanted.after,
        wanted.limit,
    )
    .fetch_all(pool)
    .await
}

struct Row {
    id: Uuid,
    organization: Uuid,
    event: Uuid,
    title: String,
    description: String,
    place: String,
    status: Status,
    priority: Priority,
    severity: Severity,
    owner: Option<Uuid>,
    conversations: Vec<Uuid>,
    version: i32,
    created_by: Uuid,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
}

impl From<Row> for Incident {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            organization: row.organization,
            event: row.event,
            details: Details {
                title: row.title,
                description: row.description,
                place: row.place,
                status: row.status,
                priority: row.priority,
                severity: row.severity,
                owner: row.owner,
            },
            conversations: row.conversations,
            version: row.version,
            created_by: row.created_by,
            created_at: row.created_at,
            updated_at: row.updated_at,
            closed_at: row.closed_at,
        }
    }
}

/// The incidents of these ids, in their order; unknown ones are left out.
pub async fn load(executor: impl PgExecutor<'_>, ids: &[Uuid]) -> Result<Vec<Incident>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT i.id, i.organization, i.event, i.title, i.description, i.place,
             i.status AS "status: Status", i.priority AS "priority: Priority", i.severity AS "severity: Severity",
             i.owner, i.version, i.created_by, i.created_at, i.updated_at, i.closed_at,
             ARRAY(SELECT l.conversation FROM incident_conversations l WHERE l.incident = i.id
                   ORDER BY l.linked_at, l.conversation) AS "conversations!"
           FROM incidents i WHERE i.id = ANY($1) ORDER BY array_position($1, i.id)"#,
        ids,
    )
    .fetch_all(executor)
    .await?;
    Ok(rows.into_iter().map(Incident::from).collect())
}

/// The one incident of this id, which the caller knows to exist.
pub async fn load_one(executor: impl PgExecutor<'_>, id: Uuid) -> Result<Incident, sqlx::Error> {
    load(executor, &[id]).await?.pop().ok_or(sqlx::Error::RowNotFound)
}

/// Whether this organization has this incident.
pub async fn belongs(
    executor: impl PgExecutor<'_>,
    organization: Uuid,
    id: Uuid,
) -> Result<bool, sqlx::Error> {
    let found =
        sqlx::query_scalar!("SELECT id FROM incidents WHERE id = $1 AND organization = $2", id, organization);
    Ok(found.fetch_optional(executor).await?.is_some())
}

/// As [`belongs`], and nobody else changes the incident until the transaction ends.
pub async fn lock(connection: &mut PgConnection, organization: Uuid, id: Uuid) -> Result<bool, sqlx::Error> {
    let found = sqlx::query_scalar!(
        "SELECT id FROM incidents WHERE id = $1 AND organization = $2 FOR UPDATE",
        id,
        organization,
    );
    Ok(found.fetch_optional(connection).await?.is_some())
}

/// What is stored of a new incident beside its details.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// The organization whose it is.
    pub organization: Uuid,
    /// The event at which it happens.
    pub event: Uuid,
    /// The member who creates it.
    pub created_by: Uuid,
    /// What a repetition is known by.
    pub key: Option<&'a str>,
    /// Tells what was asked for from anything else.
    pub body: &'a [u8],
}

/// Stores a new incident, unless its key was used before; says whether it did.
pub async fn insert(
    connection: &mut PgConnection,
    id: Uuid,
    origin: Origin<'_>,
    details: &Details,
) -> Result<bool, sqlx::Error> {
    let inserted = sqlx::query!(
        "INSERT INTO incidents (id, organization, event, title, description, place, status, priority, severity, owner,
           search, created_by, idempotency_key, idempotency_body)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, array_to_tsvector($11), $12, $13, $14)
         ON CONFLICT DO NOTHING",
        id,
        origin.organization,
        origin.event,
        details.title,
        details.description,
        details.place,
        details.status as Status,
        details.priority as Priority,
        details.severity as Severity,
        details.owner,
        &search_words(details),
        origin.created_by,
        origin.key,
        origin.key.map(|_| origin.body),
    );
    Ok(inserted.execute(connection).await?.rows_affected() == 1)
}

/// The incident that this key created before, and what was asked for then.
pub async fn of_key(
    connection: &mut PgConnection,
    created_by: Uuid,
    key: &str,
) -> Result<Option<(Uuid, Vec<u8>)>, sqlx::Error> {
    let row = sqlx::query!(
        "SELECT id, idempotency_body FROM incidents WHERE created_by = $1 AND idempotency_key = $2",
        created_by,
        key,
    );
    Ok(row.fetch_optional(connection).await?.map(|row| (row.id, row.idempotency_body.unwrap_or_default())))
}

/// Stores an edit of a locked incident. The first time that it is closed stays.
pub async fn update(connection: &mut PgConnection, id: Uuid, details: &Details) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "UPDATE incidents SET title = $2, description = $3, place = $4, status = $5, priority = $6, severity = $7,
           owner = $8, search = array_to_tsvector($9), version = version + 1, updated_at = now(),
           closed_at = CASE WHEN $10 THEN COALESCE(closed_at, now()) ELSE closed_at END
         WHERE id = $1",
        id,
        details.title,
        details.description,
        details.place,
        details.status as Status,
        details.priority as Priority,
        details.severity as Severity,
        details.owner,
        &search_words(details),
        details.status.is_closed(),
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Links conversations to a locked incident. Those that are linked stay as they are; says whether any was not.
pub async fn link(
    connection: &mut PgConnection,
    id: Uuid,
    conversations: &[Uuid],
    by: Uuid,
) -> Result<bool, sqlx::Error> {
    let linked = sqlx::query!(
        "INSERT INTO incident_conversations (incident, conversation, linked_by, linked_at)
         SELECT $1, conversation, $3, clock_timestamp() FROM UNNEST($2::uuid[]) AS named (conversation)
         ON CONFLICT DO NOTHING",
        id,
        conversations,
        by,
    );
    Ok(linked.execute(connection).await?.rows_affected() > 0)
}

/// Whether a locked incident has more conversations than it may.
pub async fn is_overfull(connection: &mut PgConnection, id: Uuid) -> Result<bool, sqlx::Error> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM incident_conversations WHERE incident = $1"#,
        id
    );
    Ok(usize::try_from(count.fetch_one(connection).await?).unwrap_or_default() > MOST_CONVERSATIONS)
}

/// Takes a conversation off a locked incident; says whether it was linked.
pub async fn unlink(
    connection: &mut PgConnection,
    id: Uuid,
    conversation: Uuid,
) -> Result<bool, sqlx::Error> {
    let unlinked = sqlx::query!(
        "DELETE FROM incident_conversations WHERE incident = $1 AND conversation = $2",
        id,
        conversation,
    );
    Ok(unlinked.execute(connection).await?.rows_affected() > 0)
}

/// Notes that something about a locked incident changed that is no edit of it.
pub async fn touch(connection: &mut PgConnection, id: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("UPDATE incidents SET updated_at = now() WHERE id = $1", id).execute(connection).await?;
    Ok(())
}

/// Removes a locked incident with its links and comments, and lets the other services know.
pub async fn delete(connection: &mut PgConnection, id: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("DELETE FROM incidents WHERE id = $1", id).execute(&mut *connection).await?;
    FEED.record_deletion(connection, "incident", id).await
}

/// Tells the other services what the incident is now, and returns it. Belongs to every change, in its transaction.
pub async fn tell(connection: &mut PgConnection, id: Uuid) -> Result<Incident, sqlx::Error> {
    let incident = load_one(&mut *connection, id).await?;
    FEED.record(connection, "incident", id, &incident).await?;
    Ok(incident)
}

fn search_words(details: &Details) -> Vec<String> {
    words::words([details.title.as_str(), details.description.as_str(), details.place.as_str()])
}
