//! Steward as its clients see it: calls, people, and the socket.

pub mod any;
pub mod api;
pub mod chatting;
pub mod clock;
pub mod crowd;
pub mod frames;
pub mod hold;
pub mod keeper;
pub mod live;
pub mod patience;
pub mod people;
pub mod record;
pub mod side;
