//! Removes what nobody needs any more: uploads that were given up, files that no message carries, and the files of
//! attachments that are gone.

use std::time::Duration;

use service_kit::Tasks;

use super::error::AttachmentError;
use super::{files, store};
use crate::state::App;

/// Between two looks: nothing of it is urgent.
const EVERY: Duration = Duration::from_secs(10 * 60);

/// Looks again and again.
pub async fn run(app: App, tasks: Tasks) {
    loop {
        if let Err(error) = tidy(&app).await {
            tracing::warn!(%error, "attachments could not be tidied up");
        }
        if !tasks.pause(EVERY).await {
            return;
        }
    }
}

/// Looks once.
async fn tidy(app: &App) -> Result<(), AttachmentError> {
    app.attachments.begun.retain_recent();
    store::drop_unfinished(&app.pool).await?;
    store::drop_unsent(&app.pool).await?;
    // A row goes only together with its files, so a failure leaves it for the next look.
    let mut transaction = app.pool.begin().await?;
    for id in store::take_removed(&mut transaction).await? {
        app.attachments.files.remove(&files::original(id)).await?;
        app.attachments.files.remove(&files::thumbnail(id)).await?;
    }
    transaction.commit().await?;
    Ok(())
}
