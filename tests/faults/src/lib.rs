//! What the tests of faults need: Steward as separate processes behind a load balancer, a network that can be spoiled,
//! and a crowd that writes all the while and checks afterwards that nothing was lost, doubled or reordered.

// This crate is test code: what fails here fails a test.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used
)]

pub mod cluster;
pub mod crowd;
pub mod endurance;
pub mod findings;
pub mod listeners;
pub mod object_store;
pub mod proxy;
pub mod upload;

pub use cluster::{Cluster, Shape};
pub use crowd::{Crowd, Report};
pub use findings::found;
pub use listeners::Listeners;
pub use proxy::Proxy;
pub use upload::Upload;
