//! Each node notes every few seconds when the members who are connected to it last gave a sign.

use std::time::Duration;

use service_kit::Tasks;

use super::store;
use crate::state::App;

/// How often.
const EVERY: Duration = Duration::from_secs(5);

/// Stamps them until shutdown.
pub async fn run(app: App, tasks: Tasks) {
    while tasks.pause(EVERY).await {
        let (members, silent): (Vec<_>, Vec<_>) = app
            .hub
            .connected_members()
            .into_iter()
            .map(|(member, silence)| (member, silence.as_secs_f64()))
            .unzip();
        if members.is_empty() {
            continue;
        }
        if let Err(error) = store::stamp(&app.pool, &members, &silent).await {
            tracing::warn!(%error, "the connected members could not be noted");
        }
    }
}
