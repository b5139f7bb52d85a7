//! All SQL of the audit log.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::{PgExecutor, PgPool};
use uuid::Uuid;

use super::model::{Action, AuditEntry, Facts};
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

/// Notes that somebody answers everybody who told of an incident, with what it is called now: it may be called something
/// else later, or be deleted.
pub async fn note_answer(
    executor: impl PgExecutor<'_>,
    actor: Uuid,
    incident: Uuid,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO audit_entries (id, organization, actor, action, entity, after)
         SELECT $1, organization, $2, $3, id, jsonb_build_object('title', title) FROM incidents WHERE id = $4",
        Uuid::now_v7(),
        actor,
        Action::IncidentAnswered.as_str(),
        incident
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

/// A change of a conversation that is about to be noted.
#[derive(Debug)]
pub struct Change {
    /// What was changed.
    pub conversation: Uuid,
    /// Who did it.
    pub actor: Uuid,
    /// What they did.
    pub action: Action,
    /// Whom of the organization it concerned, beside them.
    pub member: Option<Uuid>,
    /// What stood there before and after.
    pub facts: Option<(Facts, Facts)>,
}

impl Change {
    /// Somebody did something, and there is no more to tell of it.
    pub fn of(conversation: Uuid, actor: Uuid, action: Action) -> Self {
        Self { conversation, actor, action, member: None, facts: None }
    }
}

/// Notes a change, in the transaction that makes it.
pub async fn note_change(executor: impl PgExecutor<'_>, change: Change) -> Result<(), sqlx::Error> {
    let (before, after) = change.facts.unzip();
    sqlx::query!(
        "INSERT INTO audit_entries (id, organization, actor, action, entity, member, before, after)
         SELECT $1, organization, $2, $3, id, $5, $6, $7 FROM conversations WHERE id = $4",
        Uuid::now_v7(),
        change.actor,
        change.action.as_str(),
        change.conversation,
        change.member,
        before.map(|facts| json!(facts)),
        after.map(|facts| json!(facts))
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
    /// Only what was done like this.
    pub action: Option<Action>,
    /// Only what was done with conversations of this event.
    pub event: Option<Uuid>,
    /// Only what was done at this time or later.
    pub from: Option<DateTime<Utc>>,
    /// Only what was done before this time.
    pub to: Option<DateTime<Utc>>,
    /// Only entries after this one, in the order of the list (newest first).
    pub after: Option<Uuid>,
}

/// Entries, newest first.
pub async fn list(pool: &PgPool, filter: Filter, limit: i64) -> Result<Vec<AuditEntry>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"SELECT e.id, e.actor, e.action, e.entity, e.member, e.before, e.after, e.at,
                  r.event AS "event?", r.participant AS "participant?",
                  (SELECT title FROM incidents n WHERE n.id = e.entity AND n.organization = e.organization) AS incident,
                  (SELECT name FROM events v WHERE v.id = r.event) AS event_name,
                  (SELECT name FROM members m WHERE m.id = e.actor) AS actor_name,
                  (SELECT name FROM members m WHERE m.id = e.member) AS member_name,
                  (SELECT name FROM people p WHERE p.id = r.participant AND r.share_name) AS participant_name
           FROM audit_entries e LEFT JOIN help_requests r ON r.conversation = e.entity
           WHERE e.organization = $1 AND ($2::uuid IS NULL OR e.entity = $2) AND ($3::uuid IS NULL OR e.actor = $3)
             AND ($4::text IS NULL OR e.action = $4) AND ($5::uuid IS NULL OR r.event = $5)
             AND ($6::timestamptz IS NULL OR e.at >= $6) AND ($7::timestamptz IS NULL OR e.at < $7)
             AND ($8::uuid IS NULL OR e.id < $8)
           ORDER BY e.id DESC LIMIT $9"#,
        filter.organization,
        filter.entity,
        filter.actor,
        filter.action.map(Action::as_str),
        filter.event,
        filter.from,
        filter.to,
        filter.after,
        limit
    )
    .fetch_all(pool)
    .await?;
    let entries = rows.into_iter().map(|row| AuditEntry {
        id: row.id,
        actor: Person { id: row.actor, name: row.actor_name },
        action: row.action,
        entity: row.entity,
        participant: row.participant.map(|id| Person { id, name: row.participant_name }),
        event: row.event,
        event_name: row.event_name,
        incident: row.incident,
        member: row.member.map(|id| Person { id, name: row.member_name }),
        before: Facts::from_column(row.before),
        after: Facts::from_column(row.after),
        at: row.at,
    });
    Ok(entries.collect())
}
