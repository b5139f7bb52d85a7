//! The first administrator.

use sqlx::PgPool;
use uuid::Uuid;

use super::store;
use crate::accounts::model::NewAccount;
use crate::accounts::{self, error::AccountError};
use crate::input::{self, Email};
use crate::passwords::{self, Passwords};

/// Why the first administrator could not be made.
#[derive(Debug, thiserror::Error)]
pub enum FirstError {
    /// The settings do not name a usable login.
    #[error("the first administrator's {0}")]
    Settings(String),
    /// The account could not be made.
    #[error("the first administrator could not be made: {0}")]
    Account(#[from] AccountError),
}

impl From<sqlx::Error> for FirstError {
    fn from(error: sqlx::Error) -> Self {
        Self::Account(error.into())
    }
}

/// Makes the administrator whom the settings name, when the platform has none yet. Safe on many nodes at once.
pub async fn make(
    pool: &PgPool,
    passwords: &Passwords,
    email: &str,
    password: &str,
) -> Result<(), FirstError> {
    let email = Email::from(email.to_owned());
    let refused = |field: &str, error: &validator::ValidationError| {
        let reason = error.message.as_deref().unwrap_or("is not valid");
        FirstError::Settings(format!("{field} {reason}"))
    };
    input::email(&email).map_err(|error| refused("e-mail address", &error))?;
    passwords::acceptable(password).map_err(|error| refused("password", &error))?;
    let mut transaction = pool.begin().await?;
    if store::lock_and_count(&mut transaction).await? > 0 {
        return Ok(());
    }
    let password = passwords.hash(password.to_owned()).await.map_err(AccountError::from)?;
    let id = Uuid::now_v7();
    let account = NewAccount { id, name: "Administrator".to_owned(), email, password, phone: None };
    accounts::store::insert(&mut transaction, &account).await?;
    store::insert(&mut transaction, id).await?;
    transaction.commit().await?;
    tracing::info!(email = account.email.as_str(), "the first administrator was made");
    Ok(())
}
