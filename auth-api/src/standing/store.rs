//! All SQL of ended sessions: the feeds remember them for three hours, as long as any token of theirs may count.

use sqlx::PgConnection;
use uuid::Uuid;

/// Ended sessions of members and administrators.
pub async fn ended_of_organizers(connection: &mut PgConnection) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "SELECT entity FROM organizers.feed WHERE kind = 'session' AND at > now() - interval '3 hours'"
    )
    .fetch_all(connection)
    .await
}

/// Ended sessions of participants.
pub async fn ended_of_participants(connection: &mut PgConnection) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "SELECT entity FROM participants.feed WHERE kind = 'session' AND at > now() - interval '3 hours'"
    )
    .fetch_all(connection)
    .await
}

/// Forgets ended sessions of members and administrators whose tokens are long over.
pub async fn forget_ended_of_organizers(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::query!("DELETE FROM organizers.feed WHERE kind = 'session' AND at < now() - interval '3 hours'")
        .execute(connection)
        .await?;
    Ok(())
}

/// Forgets ended sessions of participants whose tokens are long over.
pub async fn forget_ended_of_participants(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::query!("DELETE FROM participants.feed WHERE kind = 'session' AND at < now() - interval '3 hours'")
        .execute(connection)
        .await?;
    Ok(())
}
