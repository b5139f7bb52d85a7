//! Each node notes every few seconds when the members who are connected to it last gave a sign.

use std::time::Duration;

use service_kit::Tasks;

use uuid::Uuid;

use super::{presence, store};
use crate::state::App;

/// How often.
pub const EVERY: Duration = Duration::from_secs(5);

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
        if let Err(error) = note(&app, &members, &silent).await {
            tracing::warn!(%error, "the connected members could not be noted");
        }
    }
}

/// Two statements, so that no transaction holds rows of both tables.
async fn note(app: &App, members: &[Uuid], silent: &[f64]) -> Result<(), sqlx::Error> {
    store::stamp(&app.pool, members, silent).await?;
    let gave_a_sign = members.iter().zip(silent).filter(|(_, silent)| **silent < app.member_gone());
    // Whoever left meanwhile was said to have left.
    let still_here = gave_a_sign.filter(|(member, _)| !app.hub.sockets_of(**member).is_empty());
    let here: Vec<Uuid> = still_here.map(|(member, _)| *member).collect();
    presence::are_here(app, &here).await
}
