//! Head checks: every two seconds each node compares the conversations somebody listens to with the stored
//! numbers. So a lost hint costs seconds, not a message, even when it was the last one.

use std::time::Duration;

use service_kit::Tasks;
use uuid::Uuid;

use crate::conversations::store;
use crate::state::App;

/// How often.
const EVERY: Duration = Duration::from_secs(2);
/// How often while the bus is away, and this is the only way to hear of other nodes.
const EVERY_ALONE: Duration = Duration::from_secs(1);
/// Conversations in one query.
const CHUNK: usize = 2_000;

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
            app.hub.raise(conversation, head);
        }
    }
    Ok(())
}
