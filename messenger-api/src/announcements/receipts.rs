//! Marks of announcements: thousands of phones send them within seconds, so they are gathered and counted together.
//! They are shown to nobody but as counts.

use std::time::Duration;

use service_kit::Tasks;

use super::store;
use crate::conversations::store::Marks;
use crate::state::App;

/// How long marks are gathered.
const EVERY: Duration = Duration::from_millis(200);
/// Marks in one statement.
const BATCH: usize = 2_000;

/// Stores marks until shutdown.
pub async fn run(app: App, tasks: Tasks) {
    while tasks.pause(EVERY).await {
        flush(&app).await;
    }
    flush(&app).await;
}

async fn flush(app: &App) {
    let gathered: Vec<_> = app.heard.take().into_iter().collect();
    for batch in gathered.chunks(BATCH) {
        if let Err(error) = store::mark(&app.pool, &Marks::gathered(batch)).await {
            tracing::warn!(%error, "marks of announcements could not be stored yet");
            app.heard.put_back(batch);
        }
    }
}
