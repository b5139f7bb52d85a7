//! All SQL of the channels of teams.

use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::conversations::store::record;

/// The channel of the team of an organization's event.
pub async fn of_event(
    executor: impl PgExecutor<'_>,
    event: Uuid,
    organization: Uuid,
) -> Result<Option<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "SELECT id FROM conversations WHERE event = $1 AND organization = $2 AND kind = 'team'",
        event,
        organization
    )
    .fetch_optional(executor)
    .await
}

/// The same, made if there is none yet.
pub async fn open(
    connection: &mut PgConnection,
    event: Uuid,
    organization: Uuid,
) -> Result<Uuid, sqlx::Error> {
    hold(connection, &[organization]).await?;
    if let Some(known) = of_event(&mut *connection, event, organization).await? {
        return Ok(known);
    }
    let made = sqlx::query_scalar!(
        "INSERT INTO conversations (id, kind, event, organization, status) VALUES ($1, 'team', $2, $3, 'open')
         RETURNING id",
        Uuid::now_v7(),
        event,
        organization
    )
    .fetch_one(&mut *connection)
    .await?;
    follow(connection, &[organization], &[]).await?;
    Ok(made)
}

/// Keeps the channels of these organizations in step with their members and events, within the transaction that changed
/// these: all active members are in them, and they are open as long as their events go on. Only channels in which
/// something changed are told of, be it the name of one of these members.
pub async fn follow(
    connection: &mut PgConnection,
    organizations: &[Uuid],
    renamed: &[Uuid],
) -> Result<(), sqlx::Error> {
    if organizations.is_empty() {
        return Ok(());
    }
    hold(connection, organizations).await?;
    let changed = sqlx::query_scalar!(
        "WITH teams AS MATERIALIZED (
             SELECT c.id, c.organization, e.status = 'published' AND o.status = 'approved' AS goes_on
             FROM conversations c JOIN events e ON e.id = c.event JOIN organizations o ON o.id = c.organization
             WHERE c.organization = ANY($1) AND c.kind = 'team' ORDER BY c.id FOR NO KEY UPDATE OF c
         ), people AS MATERIALIZED (
             SELECT t.id AS conversation, m.id AS person FROM teams t JOIN members m ON m.organization = t.organization
             WHERE m.active
         ), gone AS (
             DELETE FROM conversation_people p USING teams t
             WHERE p.conversation = t.id AND NOT EXISTS (
                 SELECT 1 FROM people n WHERE n.conversation = p.conversation AND n.person = p.person)
             RETURNING p.conversation
         ), come AS (
             INSERT INTO conversation_people (conversation, person, kind)
             SELECT conversation, person, 'member' FROM people ON CONFLICT DO NOTHING RETURNING conversation
         ), moved AS (
             SELECT conversation FROM gone UNION SELECT conversation FROM come
             UNION SELECT conversation FROM people WHERE person = ANY($2)
             UNION SELECT t.id FROM teams t JOIN conversations o ON o.id = t.id
                   WHERE (o.status = 'open') <> t.goes_on
         )
         UPDATE conversations c
         SET status = CASE WHEN t.goes_on THEN 'open' ELSE 'closed' END,
             closed_at = CASE WHEN t.goes_on THEN NULL ELSE now() END, version = version + 1
         FROM teams t JOIN moved ON moved.conversation = t.id
         WHERE c.id = t.id AND (t.goes_on OR c.status = 'open') RETURNING c.id",
        organizations,
        renamed
    )
    .fetch_all(&mut *connection)
    .await?;
    for team in changed {
        record(connection, team).await?;
    }
    Ok(())
}

/// Locks organizations in the order of their ids, before anything of them is locked: nobody makes a channel while its
/// members change.
pub async fn hold(connection: &mut PgConnection, organizations: &[Uuid]) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "SELECT id FROM organizations WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE",
        organizations
    )
    .fetch_all(connection)
    .await?;
    Ok(())
}
