//! Catching up: what a socket missed is read from Postgres, a page at a time, whenever its queue has room.

use std::sync::Arc;
use std::time::Duration;

use uuid::Uuid;

use super::figures::FIGURES;
use super::socket::{Following, Socket};
use crate::messages::store;
use crate::state::App;

/// Messages in a page.
const PAGE: i64 = 100;
/// Pause after the store failed.
const RETRY: Duration = Duration::from_secs(1);

/// Reads one page of one conversation into the socket's queue.
pub async fn catch_up(app: App, socket: Arc<Socket>, conversation: Uuid, after: i64) {
    match store::read_after(&app.pool, conversation, after, PAGE).await {
        Ok(page) => {
            FIGURES.catch_ups.inc();
            let complete = i64::try_from(page.len()).unwrap_or_default() < PAGE;
            socket.caught_up(conversation, &page, complete);
            app.hub.unsubscribe_if(conversation, &socket, Following::is_over);
        }
        Err(error) => {
            tracing::warn!(%error, "a socket could not catch up yet");
            tokio::time::sleep(RETRY).await;
            socket.caught_up(conversation, &[], false);
        }
    }
}
