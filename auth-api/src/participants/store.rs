//! All SQL of participants.

use sqlx::PgConnection;
use uuid::Uuid;

use super::model::{Details, Login, Participant, Person};
use crate::feeds;
use crate::input::Email;

/// Keeps a new participant: registered with a login, a guest without.
pub async fn insert(
    connection: &mut PgConnection,
    id: Uuid,
    login: Option<&Login>,
    details: &Details,
) -> Result<Participant, sqlx::Error> {
    let participant = sqlx::query_as!(
        Participant,
        r#"INSERT INTO participants.participants (id, email, password, name, phone, locale)
           VALUES ($1, $2, $3, $4, $5, $6)
           RETURNING id, email IS NULL AS "guest!", name, email, phone, locale, created_at"#,
        id,
        login.map(|login| login.email.as_str()),
        login.map(|login| login.password.as_str()),
        details.name,
        details.phone,
        details.locale,
    )
    .fetch_one(&mut *connection)
    .await?;
    record(connection, &participant).await?;
    Ok(participant)
}

/// Makes a guest a registered participant, who keeps id and everything. None when they are no guest.
pub async fn register(
    connection: &mut PgConnection,
    id: Uuid,
    login: &Login,
    details: &Details,
) -> Result<Option<Participant>, sqlx::Error> {
    let participant = sqlx::query_as!(
        Participant,
        r#"UPDATE participants.participants SET email = $2, password = $3, name = $4,
           phone = coalesce($5, phone), locale = coalesce($6, locale)
           WHERE id = $1 AND email IS NULL
           RETURNING id, email IS NULL AS "guest!", name, email, phone, locale, created_at"#,
        id,
        login.email.as_str(),
        login.password,
        details.name,
        details.phone,
        details.locale,
    )
    .fetch_optional(&mut *connection)
    .await?;
    if let Some(participant) = &participant {
        record(connection, participant).await?;
    }
    Ok(participant)
}

/// One participant.
pub async fn find(connection: &mut PgConnection, id: Uuid) -> Result<Option<Participant>, sqlx::Error> {
    sqlx::query_as!(
        Participant,
        r#"SELECT id, email IS NULL AS "guest!", name, email, phone, locale, created_at
           FROM participants.participants WHERE id = $1"#,
        id,
    )
    .fetch_optional(connection)
    .await
}

/// Who signs in with an e-mail address, and the hash of their password.
pub struct Known {
    /// The participant.
    pub id: Uuid,
    /// The hash of their password.
    pub password: Option<String>,
}

/// Who signs in with this e-mail address.
pub async fn by_email(connection: &mut PgConnection, email: &Email) -> Result<Option<Known>, sqlx::Error> {
    sqlx::query_as!(
        Known,
        "SELECT id, password FROM participants.participants WHERE email = $1",
        email.as_str(),
    )
    .fetch_optional(connection)
    .await
}

/// Stores what a participant says about themselves now. None when they no longer exist.
pub async fn change(
    connection: &mut PgConnection,
    id: Uuid,
    details: &Details,
) -> Result<Option<Participant>, sqlx::Error> {
    let participant = sqlx::query_as!(
        Participant,
        r#"UPDATE participants.participants SET name = $2, phone = $3, locale = $4 WHERE id = $1
           RETURNING id, email IS NULL AS "guest!", name, email, phone, locale, created_at"#,
        id,
        details.name,
        details.phone,
        details.locale,
    )
    .fetch_optional(&mut *connection)
    .await?;
    if let Some(participant) = &participant {
        record(connection, participant).await?;
    }
    Ok(participant)
}

/// Locks a participant until the transaction ends.
pub async fn lock(connection: &mut PgConnection, id: Uuid) -> Result<Option<Participant>, sqlx::Error> {
    sqlx::query_as!(
        Participant,
        r#"SELECT id, email IS NULL AS "guest!", name, email, phone, locale, created_at
           FROM participants.participants WHERE id = $1 FOR UPDATE"#,
        id,
    )
    .fetch_optional(connection)
    .await
}

/// Forgets a participant, for the other services too.
pub async fn delete(connection: &mut PgConnection, id: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("DELETE FROM participants.participants WHERE id = $1", id).execute(&mut *connection).await?;
    feeds::PARTICIPANTS.record_deletion(connection, "person", id).await
}

async fn record(connection: &mut PgConnection, participant: &Participant) -> Result<(), sqlx::Error> {
    feeds::PARTICIPANTS.record(connection, "person", participant.id, &Person::from(participant)).await
}
