//! All SQL of members.

use service_kit::identity::Role;
use sqlx::PgConnection;
use uuid::Uuid;

use super::model::{Entry, Member};
use crate::feeds;
use crate::organizations::model::Status;

/// Makes an account a member, for the other services too.
pub async fn insert(
    connection: &mut PgConnection,
    account: Uuid,
    organization: Uuid,
    role: Role,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO organizers.members (account, organization, role) VALUES ($1, $2, $3)",
        account,
        organization,
        role as Role,
    )
    .execute(&mut *connection)
    .await?;
    record(connection, account).await
}

/// One member.
pub async fn find(connection: &mut PgConnection, id: Uuid) -> Result<Option<Member>, sqlx::Error> {
    sqlx::query_as!(
        Member,
        r#"SELECT a.id, m.organization, o.name AS organization_name,
           o.status AS "organization_status: Status", a.name, a.email, a.phone, a.locale,
           m.role AS "role: Role", a.created_at
           FROM organizers.members m
           JOIN organizers.accounts a ON a.id = m.account
           JOIN organizers.organizations o ON o.id = m.organization
           WHERE m.account = $1"#,
        id,
    )
    .fetch_optional(connection)
    .await
}

/// A page of an organization's members, first come first, and one more if there are more.
pub async fn list(
    connection: &mut PgConnection,
    organization: Uuid,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Member>, sqlx::Error> {
    sqlx::query_as!(
        Member,
        r#"SELECT a.id, m.organization, o.name AS organization_name,
           o.status AS "organization_status: Status", a.name, a.email, a.phone, a.locale,
           m.role AS "role: Role", a.created_at
           FROM organizers.members m
           JOIN organizers.accounts a ON a.id = m.account
           JOIN organizers.organizations o ON o.id = m.organization
           WHERE m.organization = $1 AND ($2::uuid IS NULL OR m.account > $2)
           ORDER BY m.account LIMIT $3"#,
        organization,
        after,
        limit + 1,
    )
    .fetch_all(connection)
    .await
}

/// Keeps an organization's owners as they are until the transaction ends, and tells who they are.
pub async fn lock_owners(
    connection: &mut PgConnection,
    organization: Uuid,
) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "SELECT account FROM organizers.members WHERE organization = $1 AND role = 'owner' \
         ORDER BY account FOR UPDATE",
        organization,
    )
    .fetch_all(connection)
    .await
}

/// Stores a member's role.
pub async fn set_role(connection: &mut PgConnection, id: Uuid, role: Role) -> Result<(), sqlx::Error> {
    sqlx::query!("UPDATE organizers.members SET role = $2 WHERE account = $1", id, role as Role)
        .execute(connection)
        .await?;
    Ok(())
}

/// Tells the other services how a member is now; nothing when the account is no member's.
pub async fn record(connection: &mut PgConnection, id: Uuid) -> Result<(), sqlx::Error> {
    match find(connection, id).await? {
        Some(member) => feeds::ORGANIZERS.record(connection, "member", id, &Entry::from(&member)).await,
        None => Ok(()),
    }
}

/// Tells the other services that a member has left.
pub async fn record_deletion(connection: &mut PgConnection, id: Uuid) -> Result<(), sqlx::Error> {
    feeds::ORGANIZERS.record_deletion(connection, "member", id).await
}
