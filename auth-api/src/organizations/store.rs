//! All SQL of organizations.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use super::model::{Contact, Entry, Filter, Organization, OrganizationDetails, Status};
use crate::feeds;

struct Row {
    id: Uuid,
    name: String,
    address: String,
    website: Option<String>,
    status: Status,
    created_at: DateTime<Utc>,
    version: i64,
    owner_name: Option<String>,
    owner_email: Option<String>,
}

impl From<Row> for Organization {
    fn from(row: Row) -> Self {
        let owner = row.owner_name.zip(row.owner_email).map(|(name, email)| Contact { name, email });
        Self {
            id: row.id,
            name: row.name,
            address: row.address,
            website: row.website,
            status: row.status,
            created_at: row.created_at,
            version: row.version,
            owner,
        }
    }
}

/// Keeps a new organization.
pub async fn insert(
    connection: &mut PgConnection,
    id: Uuid,
    details: &OrganizationDetails,
    status: Status,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO organizers.organizations (id, name, address, website, status) VALUES ($1, $2, $3, $4, $5)",
        id,
        details.name,
        details.address,
        details.website,
        status as Status,
    )
    .execute(&mut *connection)
    .await?;
    record(connection, Entry { id, name: &details.name, status }).await
}

/// One organization with its first owner.
pub async fn find(connection: &mut PgConnection, id: Uuid) -> Result<Option<Organization>, sqlx::Error> {
    let row = sqlx::query_as!(
        Row,
        r#"SELECT o.id, o.name, o.address, o.website, o.status AS "status: Status", o.created_at, o.version,
           w.name AS "owner_name?", w.email AS "owner_email?"
           FROM organizers.organizations o
           LEFT JOIN LATERAL (
               SELECT a.name, a.email FROM organizers.members m JOIN organizers.accounts a ON a.id = m.account
               WHERE m.organization = o.id AND m.role = 'owner' ORDER BY a.id LIMIT 1
           ) w ON true
           WHERE o.id = $1"#,
        id,
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.map(Organization::from))
}

/// Keeps an organization as it is until the transaction ends.
pub async fn lock(connection: &mut PgConnection, id: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("SELECT id FROM organizers.organizations WHERE id = $1 FOR UPDATE", id)
        .fetch_optional(connection)
        .await?;
    Ok(())
}

/// A page of organizations, newest first, and one more if there are more.
pub async fn list(
    connection: &mut PgConnection,
    filter: &Filter,
    limit: i64,
) -> Result<Vec<Organization>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT o.id, o.name, o.address, o.website, o.status AS "status: Status", o.created_at, o.version,
           w.name AS "owner_name?", w.email AS "owner_email?"
           FROM organizers.organizations o
           LEFT JOIN LATERAL (
               SELECT a.name, a.email FROM organizers.members m JOIN organizers.accounts a ON a.id = m.account
               WHERE m.organization = o.id AND m.role = 'owner' ORDER BY a.id LIMIT 1
           ) w ON true
           WHERE ($1::text IS NULL OR o.status = $1)
           AND ($2::text IS NULL OR position(lower($2) IN lower(o.name)) > 0)
           AND ($3::uuid IS NULL OR o.id < $3)
           ORDER BY o.id DESC LIMIT $4"#,
        filter.status as Option<Status>,
        filter.text,
        filter.after,
        limit + 1,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(Organization::from).collect())
}

/// Stores a decision, for the other services too.
pub async fn decide(connection: &mut PgConnection, id: Uuid, status: Status) -> Result<(), sqlx::Error> {
    let name = sqlx::query_scalar!(
        "UPDATE organizers.organizations SET status = $2, version = version + 1 WHERE id = $1 RETURNING name",
        id,
        status as Status,
    )
    .fetch_one(&mut *connection)
    .await?;
    record(connection, Entry { id, name: &name, status }).await
}

/// Blocked organizations, for the gate.
pub async fn blocked(connection: &mut PgConnection) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!("SELECT id FROM organizers.organizations WHERE status = 'blocked'")
        .fetch_all(connection)
        .await
}

async fn record(connection: &mut PgConnection, entry: Entry<'_>) -> Result<(), sqlx::Error> {
    feeds::ORGANIZERS.record(connection, "organization", entry.id, &entry).await
}
