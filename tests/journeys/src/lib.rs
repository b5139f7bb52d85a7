//! What journeys need: the real binary as a process that can be killed, people who call it over HTTP, and a plain
//! client of the live protocol, written from its description alone.

// This crate is test code: what fails here fails a test.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::panic,
    clippy::unwrap_used
)]

pub mod client;
pub mod desk;
pub mod history;
pub mod mischief;
pub mod people;
pub mod phone;
pub mod pulse;
pub mod steward;

pub use client::Client;
pub use people::{Answer, Person};
pub use steward::Steward;

use std::time::Duration;

/// Waits for a condition, with a deadline.
pub async fn eventually<T>(what: &str, condition: impl AsyncFnMut() -> Option<T>) -> T {
    within(Duration::from_secs(60), what, condition).await
}

/// The same, for what takes long on a busy machine.
pub async fn within<T>(longest: Duration, what: &str, mut condition: impl AsyncFnMut() -> Option<T>) -> T {
    let deadline = tokio::time::Instant::now() + longest;
    loop {
        if let Some(value) = condition().await {
            return value;
        }
        assert!(tokio::time::Instant::now() < deadline, "never happened: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
