//! Each node notes every few seconds which members are connected to it.

use std::time::Duration;

use service_kit::Tasks;

use super::store;
use crate::state::App;

/// How often.
const EVERY: Duration = Duration::from_secs(5);

/// Stamps the connected members until shutdown.
pub async fn run(app: App, tasks: Tasks) {
    while tasks.pause(EVERY).await {
        let members = app.hub.connected_members();
        if members.is_empty() {
            continue;
        }
        if let Err(error) = store::stamp(&app.pool, &members).await {
            tracing::warn!(%error, "the connected members could not be noted");
        }
    }
}
