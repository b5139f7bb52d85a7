//! Guests: participants who have not registered. A guest is one device; registering keeps everything.

pub mod create;
mod model;
