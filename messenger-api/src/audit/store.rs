//! All SQL of the audit log.

use sqlx::{PgExecutor, PgPool};
use uuid::Uuid;

use super::model::{Action, AuditEntry};
use crate::conversations::model::Person;

/// Notes what somebody did with something of their organization.
pub async fn note(
    executor: impl PgExecutor<'_>,
    organization: Uuid,
    actor: Uuid,
    action: Action,
    entity: Uuid,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO audit_entries (id, organization, actor, action, entity)
         SELECT $1, $2, $3, $4, $5
         WHERE NOT EXISTS (
             SELECT 1 FROM audit_entries
             WHERE organization = $2 AND entity = $5 AND actor = $3 AND action = $4
               AND at > now() - make_interval(mins => $6))",
        Uuid::now_v7(),
        organization,
        actor,
        action.as_str(),
        entity,
        action.again_minutes()
    )
    .execute(executor)
    .await?;
    Ok(())
}

/// Notes that somebody read a conversation that they are not in. Announcements are no secret.
pub async fn note_reading(
    executor: impl PgExecutor<'_>,
    actor: Uuid,
    conversation: Uuid,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO audit_entries (id, organization, actor, action, entity)
         SELECT $1, c.organization, $2, $3, COALESCE(c.about, c.id) FROM conversations c
         WHERE c.id = $4 AND c.kind <> 'announcements' AND NOT EXISTS (
             SELECT 1 FROM audit_entries e
             WHERE e.organization = c.organization AND e.entity = COALESCE(c.about, c.id) AND e.actor = $2
               AND e.action = $3 AND e.at > now() - make_interval(mins => $5))",
        Uuid::now_v7(),
        actor,
        Action::ConversationRead.as_str(),
        conversation,
        Action::ConversationRead.again_minutes()
    )
    .execute(executor)
    .await?;
    Ok(())
}

/// What narrows the log.
#[derive(Debug, Clone, Copy)]
pub struct Filter {
    /// Whose log.
    pub organization: Uuid,
    /// Only what was done with this.
    pub entity: Option<Uuid>,
    /// Only what this person did.
    pub actor: Option<Uuid>,
    /// Only entries after this one, in the order of the list (newest first).
    pub after: Option<Uuid>,
}

/// Entries, newest first.
pub async fn list(pool: &PgPool, filter: Filter, limit: i64) -> Result<Vec<AuditEntry>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"SELECT e.id, e.actor, (SELECT name FROM members m WHERE m.id = e.actor) AS name, e.action, e.entity, e.at
           FROM audit_entries e
           WHERE e.organization = $1 AND ($2::uuid IS NULL OR e.entity = $2) AND ($3::uuid IS NULL OR e.actor = $3)
             AND ($4::uuid IS NULL OR e.id < $4)
           ORDER BY e.id DESC LIMIT $5"#,
        filter.organization,
        filter.entity,
        filter.actor,
        filter.after,
        limit
    )
    .fetch_all(pool)
    .await?;
    let entries = rows.into_iter().map(|row| AuditEntry {
        id: row.id,
        actor: Person { id: row.actor, name: row.name },
        action: row.action,
        entity: row.entity,
        at: row.at,
    });
    Ok(entries.collect())
}
