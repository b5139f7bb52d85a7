//! Head checks: every two seconds each node compares the conversations somebody listens to with the stored
//! numbers. So a lost hint costs seconds, not a message, even when it was the last one.

use std::time::Duration;

use service_kit::Tasks;
use uuid::Uuid;

use super::figures::FIGURES;
use super::publication::Publication;
use crate::conversations::store;
use crate::messages::store as messages;
use crate::state::App;

/// How often.
const EVERY: Duration = Duration::from_secs(2);
/// How often while the bus is away, and this is the only way to hear of other nodes.
const EVERY_ALONE: Duration = Duration::from_secs(1);
/// Conversations in one query.
const CHUNK: usize = 2_000;

/// From this many listeners on, what a hint lost is read once for all of them, and not once for each.
const MANY: usize = 32;
/// Messages that are read once for all; what is beyond is caught up with by each listener.
const PAGE: i64 = 100;

/// Compares heads until shutdown.
pub async fn run(app: App, tasks: Tasks) {
    let mut connected = app.bus.connected();
    loop {
        let every = if *connected.borrow_and_update() { EVERY } else { EVERY_ALONE };
        tokio::select! {
            () = tasks.stopping() => break,
            () = tokio::time::sleep(every) => {}
            // At once when the bus is back: what was published meanwhile is lost.
            Ok(()) = connected.changed() => {}
        }
        if let Err(error) = compare(&app).await {
            tracing::warn!(%error, "the heads of conversations could not be compared");
        }
        app.rates.tidy();
        app.guests.retain_recent();
    }
}

async fn compare(app: &App) -> Result<(), sqlx::Error> {
    for chunk in app.hub.heads().chunks(CHUNK) {
        let (ids, heads): (Vec<Uuid>, Vec<i64>) = chunk.iter().copied().unzip();
        for (conversation, head) in store::ahead(&app.pool, &ids, &heads).await? {
            FIGURES.behind.inc();
            let known = chunk.iter().find(|(id, _)| *id == conversation).map_or(0, |(_, known)| *known);
            if app.hub.listeners(conversation).len() >= MANY {
                hand_over(app, conversation, known).await?;
            }
            app.hub.raise(conversation, head);
        }
    }
    Ok(())
}

/// Reads what follows a number and hands it to everybody who listens here.
async fn hand_over(app: &App, conversation: Uuid, known: i64) -> Result<(), sqlx::Error> {
    for message in messages::read_after(&app.pool, conversation, known, PAGE).await? {
        app.hub.dispatch(conversation, Publication::message(&message, Uuid::nil()));
    }
    Ok(())
}
