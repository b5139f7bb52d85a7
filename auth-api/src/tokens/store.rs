//! All SQL of participants' sessions.

use sqlx::PgConnection;
use uuid::Uuid;

use super::model::{RefreshToken, Secret};
use crate::feeds;
use crate::sessions::model::Session;

/// The device that a session is for.
#[derive(Debug, Clone, Default)]
pub struct Device {
    /// What the app calls it.
    pub name: Option<String>,
    /// What its browser says.
    pub user_agent: Option<String>,
}

/// Opens a session and returns its first token.
pub async fn open(
    connection: &mut PgConnection,
    participant: Uuid,
    device: &Device,
) -> Result<RefreshToken, sqlx::Error> {
    let secret = Secret(rand::random());
    let token = secret.first(Uuid::now_v7(), rand::random());
    sqlx::query!(
        "INSERT INTO participants.sessions (id, participant, secret, newest, device, user_agent) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        token.session(),
        participant,
        &secret.0,
        &token.digest(),
        device.name,
        device.user_agent,
    )
    .execute(connection)
    .await?;
    Ok(token)
}

/// Begins a session's chain of tokens anew, under the same id: its earlier refresh tokens count no more, its
/// access tokens do. None when the session has ended.
pub async fn reopen(
    connection: &mut PgConnection,
    session: Uuid,
) -> Result<Option<RefreshToken>, sqlx::Error> {
    let secret = Secret(rand::random());
    let token = secret.first(session, rand::random());
    let done = sqlx::query!(
        "UPDATE participants.sessions SET secret = $2, newest = $3, last_used_at = now() WHERE id = $1",
        session,
        &secret.0,
        &token.digest(),
    )
    .execute(connection)
    .await?;
    Ok((done.rows_affected() > 0).then_some(token))
}

/// A session, locked until the transaction ends.
pub struct Locked {
    /// Secret of its tokens.
    pub secret: Vec<u8>,
    /// Digest of its newest token.
    pub newest: Vec<u8>,
    /// Whose it is.
    pub participant: Uuid,
    /// Whether they have not registered.
    pub guest: bool,
}

/// Locks a session that was used within the last 90 days.
pub async fn lock(connection: &mut PgConnection, session: Uuid) -> Result<Option<Locked>, sqlx::Error> {
    sqlx::query_as!(
        Locked,
        r#"SELECT s.secret, s.newest, s.participant, p.email IS NULL AS "guest!"
           FROM participants.sessions s JOIN participants.participants p ON p.id = s.participant
           WHERE s.id = $1 AND s.last_used_at > now() - interval '90 days' FOR UPDATE OF s"#,
        session,
    )
    .fetch_optional(connection)
    .await
}

/// Notes the newest token of a session.
pub async fn advance(connection: &mut PgConnection, token: &RefreshToken) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "UPDATE participants.sessions SET newest = $2, last_used_at = now() WHERE id = $1",
        token.session(),
        &token.digest(),
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Ends one session of a participant, everywhere. False when they have no such session.
pub async fn end(
    connection: &mut PgConnection,
    participant: Uuid,
    session: Uuid,
) -> Result<bool, sqlx::Error> {
    let ended = sqlx::query_scalar!(
        "DELETE FROM participants.sessions WHERE id = $1 AND participant = $2 RETURNING id",
        session,
        participant,
    )
    .fetch_all(&mut *connection)
    .await?;
    feeds::record_ended_sessions(connection, feeds::PARTICIPANTS, &ended).await?;
    Ok(!ended.is_empty())
}

/// Ends every session of a participant, everywhere.
pub async fn end_all(connection: &mut PgConnection, participant: Uuid) -> Result<(), sqlx::Error> {
    let ended = sqlx::query_scalar!(
        "DELETE FROM participants.sessions WHERE participant = $1 RETURNING id",
        participant
    )
    .fetch_all(&mut *connection)
    .await?;
    feeds::record_ended_sessions(connection, feeds::PARTICIPANTS, &ended).await
}

/// The newest hundred sessions of a participant; `current` is marked.
pub async fn list(
    connection: &mut PgConnection,
    participant: Uuid,
    current: Uuid,
) -> Result<Vec<Session>, sqlx::Error> {
    sqlx::query_as!(
        Session,
        r#"SELECT id, created_at, last_used_at, user_agent, device, id = $2 AS "current!"
           FROM participants.sessions WHERE participant = $1 ORDER BY id DESC LIMIT 100"#,
        participant,
        current,
    )
    .fetch_all(connection)
    .await
}

/// Forgets sessions that were not used for 90 days.
pub async fn forget_expired(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::query!("DELETE FROM participants.sessions WHERE last_used_at < now() - interval '90 days'")
        .execute(connection)
        .await?;
    Ok(())
}
