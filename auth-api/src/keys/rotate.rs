//! Looking after the keys: the first one, new ones by age, and what this process knows of them.

use std::time::Duration;

use chrono::{DateTime, Utc};
use service_kit::Tasks;
use service_kit::identity::Gate;
use sqlx::PgPool;
use uuid::Uuid;

use super::model::{self, KeyError, PUBLISHED_BEFORE, SigningKeys, StoredKey};
use super::store;
use crate::state::App;

/// How often a process reads the keys: well within [`PUBLISHED_BEFORE`].
const READ_EVERY: Duration = Duration::from_secs(30);

/// Makes a key when one is due, forgets retired ones, and takes what is stored. Safe on many nodes at once.
pub async fn look_after(
    pool: &PgPool,
    keys: &SigningKeys,
    gate: &Gate,
    max_age: chrono::Duration,
) -> Result<(), KeyError> {
    let mut connection = pool.acquire().await?;
    let mut stored = store::list(&mut connection).await?;
    // Read after the keys, so that none of them is from the future.
    let mut now = store::now(&mut connection).await?;
    drop(connection);
    if model::is_due(&stored, now, max_age) || !model::retired(&stored, now).is_empty() {
        (stored, now) = replace(pool, max_age).await?;
    }
    gate.keys().replace(&keys.replace(&stored, now)?);
    Ok(())
}

/// Looks again under a lock, since another node may have been first.
async fn replace(
    pool: &PgPool,
    max_age: chrono::Duration,
) -> Result<(Vec<StoredKey>, DateTime<Utc>), sqlx::Error> {
    let mut transaction = pool.begin().await?;
    store::lock(&mut transaction).await?;
    let now = store::now(&mut transaction).await?;
    let stored = store::list(&mut transaction).await?;
    if model::is_due(&stored, now, max_age) {
        let active_from = if stored.is_empty() { now } else { now + PUBLISHED_BEFORE };
        let key = StoredKey::new(Uuid::now_v7(), rand::random(), now, active_from);
        store::insert(&mut transaction, &key).await?;
        tracing::info!(key = %key.id, %active_from, "a new key will sign tokens");
    }
    store::delete(&mut transaction, &model::retired(&stored, now)).await?;
    let stored = store::list(&mut transaction).await?;
    transaction.commit().await?;
    Ok((stored, now))
}

/// Looks after the keys until shutdown.
pub async fn keep(app: App, max_age: chrono::Duration, tasks: Tasks) {
    while tasks.pause(READ_EVERY).await {
        if let Err(error) = look_after(&app.organizers, &app.keys, &app.gate, max_age).await {
            tracing::warn!(%error, "the keys could not be looked after");
        }
    }
}
