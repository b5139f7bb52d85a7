//! What Steward's services share: clear answers to bad input, who is asking, feeds between services, and an
//! orderly life from start to stop. Nothing here knows a feature.

pub mod contract;
pub mod database;
pub mod descriptors;
pub mod doorway;
pub mod feed;
pub mod health;
pub mod http;
pub mod identity;
pub mod input;
pub mod lifecycle;
pub mod metrics;
pub mod page;
pub mod problem;
pub mod process;
pub mod testing;
pub mod traces;

pub use doorway::Doorway;
pub use input::{Json, Path, Query};
pub use lifecycle::Tasks;
pub use page::Page;
pub use problem::Problem;

/// A service that is ready to be served: its two routers. Its background work runs in the [`Tasks`] it was given.
#[derive(Debug)]
pub struct Service {
    /// What apps and integrations call, mounted at the root of the public listener.
    pub public: axum::Router,
    /// What only other services and probes call (feeds, health), for an internal listener.
    pub internal: axum::Router,
    /// Whether it can serve, for a process that puts several services together.
    pub readiness: health::Readiness,
    /// Reads figures of the service whenever its metrics are asked for.
    pub probes: Vec<metrics::Probe>,
}
