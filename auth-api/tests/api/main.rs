//! auth-api as its callers meet it: the real service on two real databases, over HTTP. One file a noun.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    reason = "a test that cannot go on has failed"
)]

mod access;
mod administrators;
mod contract;
mod databases;
mod feeds;
mod guests;
mod input;
mod keys;
mod me;
mod members;
mod organizations;
mod participants;
mod sessions;
mod support;
mod tokens;
