//! All SQL of cookie sessions, and the store behind tower-sessions. A cookie's id is stored as a digest, so that a
//! copy of the table signs nobody in.

use async_trait::async_trait;
use sha2::{Digest, Sha256};
use sqlx::{PgConnection, PgPool};
use time::OffsetDateTime;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result as StoreResult};
use uuid::Uuid;

use super::cookie::ABSOLUTE;
use super::model::{Session, SignedInAs};
use crate::feeds;

/// Under which key a session holds [`SignedInAs`]: all that it holds.
pub const SIGNED_IN_AS: &str = "signed_in_as";

/// Keeps sessions in the database `organizers`. Limits are decided by its clock.
#[derive(Debug, Clone)]
pub struct Sessions(pub PgPool);

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> StoreResult<()> {
        let value = record.data.get(SIGNED_IN_AS).cloned().unwrap_or_default();
        let signed_in: SignedInAs =
            serde_json::from_value(value).map_err(|e| Error::Encode(e.to_string()))?;
        insert(&self.0, &digest(&record.id), &signed_in).await.map_err(backend)
    }

    /// Nothing that is stored changes after signing in.
    async fn save(&self, _: &Record) -> StoreResult<()> {
        Ok(())
    }

    async fn load(&self, id: &Id) -> StoreResult<Option<Record>> {
        let Some(signed_in) = touch(&self.0, &digest(id)).await.map_err(backend)? else { return Ok(None) };
        let value = serde_json::to_value(signed_in).map_err(|error| Error::Decode(error.to_string()))?;
        let data = [(SIGNED_IN_AS.to_owned(), value)].into();
        Ok(Some(Record { id: *id, data, expiry_date: OffsetDateTime::now_utc() + ABSOLUTE }))
    }

    async fn delete(&self, id: &Id) -> StoreResult<()> {
        end_by_cookie(&self.0, &digest(id)).await.map_err(backend)
    }
}

fn digest(id: &Id) -> [u8; 32] {
    Sha256::digest(id.0.to_le_bytes()).into()
}

fn backend(error: sqlx::Error) -> Error {
    Error::Backend(error.to_string())
}

async fn insert(pool: &PgPool, id: &[u8], signed_in: &SignedInAs) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO organizers.sessions (id, session, account, user_agent) VALUES ($1, $2, $3, $4)",
        id,
        signed_in.session,
        signed_in.account,
        signed_in.user_agent,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Reading a session is using it: idle limit twelve hours, absolute limit seven days.
async fn touch(pool: &PgPool, id: &[u8]) -> Result<Option<SignedInAs>, sqlx::Error> {
    sqlx::query_as!(
        SignedInAs,
        "UPDATE organizers.sessions SET last_used_at = now() \
         WHERE id = $1 AND last_used_at > now() - interval '12 hours' AND created_at > now() - interval '7 days' \
         RETURNING session, account, user_agent",
        id,
    )
    .fetch_optional(pool)
    .await
}

async fn end_by_cookie(pool: &PgPool, id: &[u8]) -> Result<(), sqlx::Error> {
    let mut transaction = pool.begin().await?;
    let ended = sqlx::query_scalar!("DELETE FROM organizers.sessions WHERE id = $1 RETURNING session", id)
        .fetch_all(&mut *transaction)
        .await?;
    feeds::record_ended_sessions(&mut transaction, feeds::ORGANIZERS, &ended).await?;
    transaction.commit().await
}

/// Ends one session of an account, everywhere. False when it has no such session.
pub async fn end(connection: &mut PgConnection, account: Uuid, session: Uuid) -> Result<bool, sqlx::Error> {
    let ended = sqlx::query_scalar!(
        "DELETE FROM organizers.sessions WHERE account = $1 AND session = $2 RETURNING session",
        account,
        session,
    )
    .fetch_all(&mut *connection)
    .await?;
    feeds::record_ended_sessions(connection, feeds::ORGANIZERS, &ended).await?;
    Ok(!ended.is_empty())
}

/// Ends every session of an account, everywhere.
pub async fn end_of_account(connection: &mut PgConnection, account: Uuid) -> Result<(), sqlx::Error> {
    let ended =
        sqlx::query_scalar!("DELETE FROM organizers.sessions WHERE account = $1 RETURNING session", account)
            .fetch_all(&mut *connection)
            .await?;
    feeds::record_ended_sessions(connection, feeds::ORGANIZERS, &ended).await
}

/// Ends every session of an organization's members, everywhere.
pub async fn end_of_organization(
    connection: &mut PgConnection,
    organization: Uuid,
) -> Result<(), sqlx::Error> {
    let ended = sqlx::query_scalar!(
        "DELETE FROM organizers.sessions s USING organizers.members m \
         WHERE m.account = s.account AND m.organization = $1 RETURNING s.session",
        organization,
    )
    .fetch_all(&mut *connection)
    .await?;
    feeds::record_ended_sessions(connection, feeds::ORGANIZERS, &ended).await
}

/// Gives every session of an account another id: tokens of the old one end, the cookies stay.
pub async fn renew_of_account(connection: &mut PgConnection, account: Uuid) -> Result<(), sqlx::Error> {
    let sessions = sqlx::query_scalar!(
        "SELECT session FROM organizers.sessions WHERE account = $1 ORDER BY session FOR UPDATE",
        account,
    )
    .fetch_all(&mut *connection)
    .await?;
    for old in &sessions {
        sqlx::query!("UPDATE organizers.sessions SET session = $2 WHERE session = $1", old, Uuid::now_v7())
            .execute(&mut *connection)
            .await?;
    }
    feeds::record_ended_sessions(connection, feeds::ORGANIZERS, &sessions).await
}

/// The newest hundred living sessions of an account; `current` is marked.
pub async fn list(
    connection: &mut PgConnection,
    account: Uuid,
    current: Uuid,
) -> Result<Vec<Session>, sqlx::Error> {
    sqlx::query_as!(
        Session,
        r#"SELECT session AS id, created_at, last_used_at, user_agent, NULL::text AS device,
           session = $2 AS "current!"
           FROM organizers.sessions
           WHERE account = $1 AND last_used_at > now() - interval '12 hours'
           AND created_at > now() - interval '7 days'
           ORDER BY created_at DESC LIMIT 100"#,
        account,
        current,
    )
    .fetch_all(connection)
    .await
}

/// Forgets sessions that are past a limit.
pub async fn forget_expired(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "DELETE FROM organizers.sessions \
         WHERE last_used_at < now() - interval '12 hours' OR created_at < now() - interval '7 days'"
    )
    .execute(connection)
    .await?;
    Ok(())
}
