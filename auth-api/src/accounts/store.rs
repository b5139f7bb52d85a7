//! All SQL of accounts.

use sqlx::PgConnection;
use uuid::Uuid;

use super::model::{NewAccount, Profile};
use crate::input::Email;
use crate::{administrators, members};

/// Keeps a new account, which then becomes a member or an administrator in the same transaction.
pub async fn insert(connection: &mut PgConnection, account: &NewAccount) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "INSERT INTO organizers.accounts (id, name, email, password, phone) VALUES ($1, $2, $3, $4, $5)",
        account.id,
        account.name,
        account.email.as_str(),
        account.password,
        account.phone,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Who signs in with an e-mail address, and the hash of their password.
pub struct Known {
    /// The account.
    pub id: Uuid,
    /// The hash of their password.
    pub password: String,
}

/// Who signs in with this e-mail address.
pub async fn by_email(connection: &mut PgConnection, email: &Email) -> Result<Option<Known>, sqlx::Error> {
    sqlx::query_as!(Known, "SELECT id, password FROM organizers.accounts WHERE email = $1", email.as_str())
        .fetch_optional(connection)
        .await
}

/// Who an account is.
pub async fn profile(connection: &mut PgConnection, id: Uuid) -> Result<Option<Profile>, sqlx::Error> {
    if let Some(member) = members::store::find(connection, id).await? {
        return Ok(Some(Profile::Member(member)));
    }
    Ok(administrators::store::find(connection, id).await?.map(Profile::Administrator))
}

/// What a person may change about their account.
pub struct Details {
    /// Their name; as before when none.
    pub name: Option<String>,
    /// Their telephone number: as before, cleared, or another.
    pub phone: Option<Option<String>>,
    /// The language of their dashboard: as before, cleared, or another.
    pub locale: Option<Option<String>>,
}

/// Changes what is given.
pub async fn change(connection: &mut PgConnection, id: Uuid, details: &Details) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "UPDATE organizers.accounts SET name = coalesce($2, name), \
         phone = CASE WHEN $3 THEN $4 ELSE phone END, locale = CASE WHEN $5 THEN $6 ELSE locale END \
         WHERE id = $1",
        id,
        details.name,
        details.phone.is_some(),
        details.phone.clone().flatten(),
        details.locale.is_some(),
        details.locale.clone().flatten(),
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Forgets an account, and what it was member or administrator of.
pub async fn delete(connection: &mut PgConnection, id: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("DELETE FROM organizers.accounts WHERE id = $1", id).execute(connection).await?;
    Ok(())
}
