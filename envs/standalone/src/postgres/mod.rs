//! A private Postgres: its own cluster in the data folder, reached over a Unix socket in a short private folder,
//! stopped with its parent.

mod cluster;
mod owner;
mod programs;
mod server;

pub use cluster::Cluster;
pub use server::Postgres;
