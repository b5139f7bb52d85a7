//! All SQL of administrators.

use sqlx::PgConnection;
use uuid::Uuid;

use super::model::Administrator;

/// One administrator.
pub async fn find(connection: &mut PgConnection, id: Uuid) -> Result<Option<Administrator>, sqlx::Error> {
    sqlx::query_as!(
        Administrator,
        "SELECT a.id, a.name, a.email, a.phone, a.locale FROM organizers.administrators d \
         JOIN organizers.accounts a ON a.id = d.account WHERE d.account = $1",
        id,
    )
    .fetch_optional(connection)
    .await
}

/// Makes an account an administrator.
pub async fn insert(connection: &mut PgConnection, account: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("INSERT INTO organizers.administrators (account) VALUES ($1)", account)
        .execute(connection)
        .await?;
    Ok(())
}

/// Keeps the number of administrators as it is until the transaction ends, and tells it.
pub async fn lock_and_count(connection: &mut PgConnection) -> Result<i64, sqlx::Error> {
    sqlx::query!("LOCK TABLE organizers.administrators IN SHARE ROW EXCLUSIVE MODE")
        .execute(&mut *connection)
        .await?;
    sqlx::query_scalar!(r#"SELECT count(*) AS "count!" FROM organizers.administrators"#)
        .fetch_one(connection)
        .await
}
