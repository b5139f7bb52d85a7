//! What messenger-api promises, tried from outside against a running service on a database of its own.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod availability;
mod bad_input;
mod help_requests;
mod live;
mod matrix;
mod resume;
mod support;
mod updates;
