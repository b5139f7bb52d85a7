//! What messenger-api promises, tried from outside against a running service on a database of its own.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod alarm;
mod announcements;
mod archive;
mod attachment_forms;
mod attachments;
mod audit;
mod availability;
mod bad_frames;
mod bad_input;
mod claims;
mod contract;
mod crowd;
mod help_requests;
mod incidents;
mod invite;
mod live;
mod live_locations;
mod matrix;
mod messages;
mod nodes;
mod notes;
mod passing;
mod presence;
mod queue;
mod reopen;
mod resume;
mod retriage;
mod satisfaction;
mod sockets;
mod support;
mod tags;
mod team;
mod traces;
mod transcripts;
mod transfer;
mod updates;
mod vanished;
mod watching;
