//! The live socket: `docs/protocol.md` is its contract.
//!
//! Postgres is the truth, the bus is a hint, the socket is a view. Each socket keeps a cursor for each
//! conversation; whatever does not follow it directly, or does not fit into the socket's queue, is read from
//! Postgres when there is room. So a gap, a lost hint and a slow reader are one and the same case.

pub mod beginnings;
mod catch_up;
mod close;
mod commands;
pub mod connect;
mod connection;
pub mod figures;
pub mod frames;
pub mod heads;
pub mod hub;
pub mod limits;
pub mod node_feed;
pub mod places;
pub mod protocol;
pub mod publication;
pub mod receipts;
mod socket;
mod start;
pub mod unanswered;
pub mod updates;

pub use hub::Hub;
pub use publication::Publication;
pub use socket::Socket;
