//! core-api as its callers meet it: the real service on a real database, over HTTP. One file a noun.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    reason = "a test that cannot go on has failed"
)]

mod contract;
mod events;
mod feed;
mod incidents;
mod input;
mod organizers;
mod processes;
mod public_events;
mod readiness;
mod saved_replies;
mod support;
mod tokens;
