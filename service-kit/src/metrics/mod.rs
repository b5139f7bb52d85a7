//! What a process counts, for Prometheus: `/metrics` on the internal listener. Like the log, the counts belong to
//! the process: families are made once, and whoever counts holds a handle that is one atomic number.

pub(crate) mod process;
mod tally;

use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use prometheus_client::encoding::text::encode;
use prometheus_client::registry::{Metric, Registry, Unit};

pub use prometheus_client::metrics::counter::Counter;
pub use prometheus_client::metrics::family::Family;
pub use prometheus_client::metrics::gauge::Gauge;
pub use prometheus_client::metrics::histogram::Histogram;
pub use tally::{Label, Tally};

use crate::Problem;

/// A gauge of seconds.
pub type Seconds = Gauge<f64, std::sync::atomic::AtomicU64>;

/// Upper bounds in seconds for what should take milliseconds: a commit, a delivery.
pub const QUICK: [f64; 14] =
    [0.000_5, 0.001, 0.002, 0.004, 0.008, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0];
/// Upper bounds in seconds for calls, the longest of which wait 25 s for news.
pub const CALLS: [f64; 12] = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 30.0];
/// How long the figures that are read when somebody asks may take together; what takes longer keeps its old value.
const PROBING: Duration = Duration::from_secs(2);

static REGISTRY: LazyLock<Mutex<Registry>> = LazyLock::new(|| {
    let mut registry = Registry::default();
    registry.register_collector(Box::new(process::Process));
    Mutex::new(registry)
});

fn with_registry<T>(act: impl FnOnce(&mut Registry) -> T) -> T {
    act(&mut REGISTRY.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Adds a family to what is shown. The name is without `steward_`, and without the `_total` that counters get.
pub fn register<M: Metric + Clone>(name: &str, help: &str, metric: M) -> M {
    with_registry(|registry| registry.register(format!("steward_{name}"), help, metric.clone()));
    metric
}

/// The same for a family that is measured in seconds; its name gets `_seconds`.
pub fn register_seconds<M: Metric + Clone>(name: &str, help: &str, metric: M) -> M {
    with_registry(|registry| {
        registry.register_with_unit(format!("steward_{name}"), help, Unit::Seconds, metric.clone());
    });
    metric
}

/// Reads figures that are only worth reading when somebody asks, such as the length of a queue.
#[derive(Clone)]
pub struct Probe(Arc<dyn Fn() -> Pin<Box<dyn Future<Output = ()> + Send>> + Send + Sync>);

impl Probe {
    /// A probe that runs `read` before the figures are shown.
    pub fn new<F: Future<Output = ()> + Send + 'static>(
        read: impl Fn() -> F + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(move || Box::pin(read())))
    }
}

impl Debug for Probe {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Probe")
    }
}

/// `/metrics`, for listeners that are not reachable from outside.
pub fn router(probes: Vec<Probe>) -> Router {
    let probes: Arc<[Probe]> = probes.into();
    Router::new().route("/metrics", get(move || show(Arc::clone(&probes))))
}

async fn show(probes: Arc<[Probe]>) -> Result<Response, Problem> {
    let probing = async {
        for probe in probes.iter() {
            (probe.0)().await;
        }
    };
    if tokio::time::timeout(PROBING, probing).await.is_err() {
        tracing::warn!("figures could not be read in time");
    }
    let mut text = String::new();
    with_registry(|registry| encode(&mut text, registry)).map_err(|_| Problem::unavailable())?;
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    Ok(([(header::CONTENT_TYPE, kind)], text).into_response())
}
