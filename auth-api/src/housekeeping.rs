//! Forgetting what nobody needs any more: sessions past their limits, and the memory of ended ones.

use std::time::Duration;

use service_kit::Tasks;

use crate::state::App;
use crate::{sessions, standing, tokens};

/// How often it is done.
const EVERY: Duration = Duration::from_secs(5 * 60);

/// Cleans up until shutdown.
pub async fn keep(app: App, tasks: Tasks) {
    while tasks.pause(EVERY).await {
        app.throttle.forget_idle();
        if let Err(error) = clean_up(&app).await {
            tracing::warn!(%error, "old sessions could not be forgotten");
        }
    }
}

async fn clean_up(app: &App) -> Result<(), sqlx::Error> {
    let mut organizers = app.organizers.acquire().await?;
    sessions::store::forget_expired(&mut organizers).await?;
    standing::forget_ended_of_organizers(&mut organizers).await?;
    drop(organizers);
    let mut participants = app.participants.acquire().await?;
    tokens::forget_expired(&mut participants).await?;
    standing::forget_ended_of_participants(&mut participants).await
}
