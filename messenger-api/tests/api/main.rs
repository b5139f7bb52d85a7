//! What messenger-api promises, tried from outside against a running service on a database of its own.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod announcements;
mod availability;
mod bad_frames;
mod bad_input;
mod claims;
mod contract;
mod crowd;
mod help_requests;
mod live;
mod live_locations;
mod matrix;
mod messages;
mod nodes;
mod queue;
mod resume;
mod satisfaction;
mod sockets;
mod support;
mod traces;
mod updates;
mod vanished;
