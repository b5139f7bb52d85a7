//! All SQL of the copy of organizers.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

/// Empties the copy, before it is filled anew.
pub async fn forget_all(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::query!("DELETE FROM organizations").execute(&mut *connection).await?;
    sqlx::query!("DELETE FROM ended_sessions").execute(connection).await?;
    Ok(())
}

/// Stores what an organization is now.
pub async fn put_organization(
    connection: &mut PgConnection,
    id: Uuid,
    name: &str,
    status: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO organizations (id, name, status) VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, status = excluded.status",
        id,
        name,
        status,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Removes an organization that no longer exists.
pub async fn forget_organization(connection: &mut PgConnection, id: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("DELETE FROM organizations WHERE id = $1", id).execute(connection).await?;
    Ok(())
}

/// Stores that a session was ended.
pub async fn put_ended_session(
    connection: &mut PgConnection,
    session: Uuid,
    ended_at: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO ended_sessions (session, ended_at) VALUES ($1, $2) ON CONFLICT (session) DO NOTHING",
        session,
        ended_at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Sessions that were ended so lately (three hours) that a token of theirs may still be around.
pub async fn ended_sessions(pool: &PgPool) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!("SELECT session FROM ended_sessions WHERE ended_at > now() - interval '3 hours'")
        .fetch_all(pool)
        .await
}

/// Organizations that an administrator blocked.
pub async fn blocked_organizations(pool: &PgPool) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!("SELECT id FROM organizations WHERE status = 'blocked'").fetch_all(pool).await
}

/// Removes ended sessions whose tokens are all over.
pub async fn forget_sessions(pool: &PgPool) -> Result<u64, sqlx::Error> {
    let forgotten = sqlx::query!("DELETE FROM ended_sessions WHERE ended_at < now() - interval '3 hours'");
    Ok(forgotten.execute(pool).await?.rows_affected())
}
