//! What is done to phones while they write.

use std::sync::Arc;

use tokio::sync::mpsc;

/// What can be done to a phone while it writes.
#[derive(Debug, Clone)]
pub enum Mischief {
    /// It is killed and started again with its outbox, having kept so many messages less than it had seen.
    Kill {
        /// How many.
        forgets: i64,
    },
    /// Its last messages are sent once more at this address, acknowledged or not, while the first socket stays open.
    Twice {
        /// Where.
        url: Arc<str>,
    },
}

/// The next thing that is done to a phone; for ever nothing when nothing will be.
pub(crate) async fn happening(mischief: &mut Option<mpsc::Receiver<Mischief>>) -> Option<Mischief> {
    match mischief {
        Some(mischief) => mischief.recv().await,
        None => std::future::pending().await,
    }
}
