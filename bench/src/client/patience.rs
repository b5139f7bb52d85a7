//! Connecting while the server takes no more new sockets for now, or gives one up because its start takes too long.

use std::time::Duration;

use tokio::time::sleep;
use tokio_tungstenite::tungstenite;

use crate::error::BenchError;

/// Sockets that connect at once.
pub const CONNECTING: usize = 32;
/// How long to wait before trying again.
const AGAIN: Duration = Duration::from_millis(500);
/// How often it is tried.
const TRIES: usize = 60;

/// Connects, and tries again as every client does.
pub async fn patiently<T>(connect: impl AsyncFn() -> Result<T, BenchError>) -> Result<T, BenchError> {
    for _ in 1..TRIES {
        match connect().await {
            Err(BenchError::Socket(error)) if is_refusal(&error) => sleep(AGAIN).await,
            other => return other,
        }
    }
    connect().await
}

/// Whether a server takes no more new sockets for now.
fn is_refusal(error: &tungstenite::Error) -> bool {
    match error {
        tungstenite::Error::Http(answer) => answer.status().as_u16() == 503,
        tungstenite::Error::ConnectionClosed => true,
        _ => false,
    }
}
