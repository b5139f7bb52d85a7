//! Who handed conversations over, and which colleagues there are.

use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::audit::model::Facts;
use crate::conversations::handovers::{Cause, Handover};
use crate::conversations::model::Person;

/// A change of hands that is about to be stored.
#[derive(Debug, Clone, Copy)]
pub struct NewHandover<'a> {
    /// The conversation.
    pub conversation: Uuid,
    /// Who had it.
    pub from: Option<Uuid>,
    /// Who has it now; none for the queue.
    pub to: Option<Uuid>,
    /// Who did it; none when it happened by itself.
    pub by: Option<Uuid>,
    /// Why it happened.
    pub cause: Cause,
    /// In the words of whoever did it.
    pub reason: Option<&'a str>,
}

/// Notes that a conversation changed hands.
pub async fn insert(connection: &mut PgConnection, new: &NewHandover<'_>) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO handovers (id, conversation, from_member, to_member, by_member, cause, reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        Uuid::now_v7(),
        new.conversation,
        new.from,
        new.to,
        new.by,
        new.cause.as_str(),
        new.reason
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// What happened to a conversation, the newest first, at most `limit`: changes of hands, and from the audit log who was
/// invited or taken out, and who judged it anew.
pub async fn list(
    executor: impl PgExecutor<'_>,
    conversation: Uuid,
    limit: i64,
) -> Result<Vec<Handover>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"SELECT from_member, to_member, by_member, cause AS "cause!", reason, before, after, at AS "at!",
                  (SELECT name FROM members m WHERE m.id = from_member) AS from_name,
                  (SELECT name FROM members m WHERE m.id = to_member) AS to_name,
                  (SELECT name FROM members m WHERE m.id = by_member) AS by_name
           FROM (
               SELECT id, from_member, to_member, by_member, cause, reason, NULL::jsonb AS before, NULL::jsonb AS after, at
               FROM handovers WHERE conversation = $1
               UNION ALL
               SELECT e.id, CASE e.action WHEN 'member_removed' THEN e.member END,
                      CASE e.action WHEN 'member_invited' THEN e.member END, e.actor,
                      CASE e.action WHEN 'member_invited' THEN 'invited' WHEN 'member_removed' THEN 'removed' ELSE 'judged' END,
                      NULL, e.before, e.after, e.at
               FROM conversations c JOIN audit_entries e ON e.organization = c.organization AND e.entity = c.id
               WHERE c.id = $1 AND e.action IN ('member_invited', 'member_removed', 'request_judged')
           ) AS changes
           ORDER BY id DESC LIMIT $2"#,
        conversation,
        limit
    )
    .fetch_all(executor)
    .await?;
    let person = |id: Option<Uuid>, name: Option<String>| id.map(|id| Person { id, name });
    let handovers = rows.into_iter().map(|row| {
        Ok(Handover {
            from: person(row.from_member, row.from_name),
            to: person(row.to_member, row.to_name),
            by: person(row.by_member, row.by_name),
            cause: row.cause.parse()?,
            reason: row.reason,
            before: Facts::from_column(row.before),
            after: Facts::from_column(row.after),
            at: row.at,
        })
    });
    handovers.collect()
}

/// Whether somebody is an active member of an organization.
pub async fn is_colleague(
    executor: impl PgExecutor<'_>,
    organization: Uuid,
    member: Uuid,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM members WHERE id = $1 AND organization = $2 AND active) AS "is!""#,
        member,
        organization
    )
    .fetch_one(executor)
    .await
}

/// The members who take part in a conversation.
pub async fn members(connection: &mut PgConnection, conversation: Uuid) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "SELECT person FROM conversation_people WHERE conversation = $1 AND kind = 'member'",
        conversation
    )
    .fetch_all(connection)
    .await
}

/// Opens an ended conversation again.
pub async fn reopen(connection: &mut PgConnection, conversation: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("UPDATE conversations SET status = 'open', closed_at = NULL WHERE id = $1", conversation)
        .execute(&mut *connection)
        .await?;
    super::changed(connection, conversation).await
}
