//! What is counted of following a feed.

use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Instant;

use prometheus_client::encoding::{EncodeMetric, MetricEncoder};
use prometheus_client::metrics::{MetricType, TypedMetric};

use crate::metrics::{Counter, Family, Gauge, Label, register, register_seconds};

struct Families {
    lag: Family<Label, Lag>,
    entries: Family<Label, Counter>,
    followed: Family<Label, Gauge>,
    failures: Family<Label, Counter>,
}

static FAMILIES: LazyLock<Families> = LazyLock::new(|| Families {
    lag: register_seconds(
        "feed_lag",
        "Time since everything that the source had told was applied; up to 2 s while nothing is new",
        Family::default(),
    ),
    entries: register("feed_entries", "Entries of the source that were applied", Family::default()),
    followed: register(
        "feed_followed",
        "1 while this process is the one that follows the source",
        Family::default(),
    ),
    failures: register("feed_failures", "Rounds of following the source that failed", Family::default()),
});

/// The time since a moment, counted when somebody asks.
#[derive(Debug, Clone)]
struct Lag(Arc<Mutex<Instant>>);

impl Default for Lag {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(Instant::now())))
    }
}

impl Lag {
    fn begin_anew(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }
}

impl TypedMetric for Lag {
    const TYPE: MetricType = MetricType::Gauge;
}

impl EncodeMetric for Lag {
    fn encode(&self, mut encoder: MetricEncoder<'_>) -> Result<(), std::fmt::Error> {
        let since = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        encoder.encode_gauge(&since.elapsed().as_secs_f64())
    }

    fn metric_type(&self) -> MetricType {
        Self::TYPE
    }
}

/// The figures of one source.
#[derive(Debug)]
pub struct Figures {
    lag: Lag,
    entries: Counter,
    followed: Gauge,
    failures: Counter,
}

impl Figures {
    /// The figures of the source with this name.
    pub fn of(source: &'static str) -> Self {
        let of = Label("source", source);
        let figures = Self {
            lag: FAMILIES.lag.get_or_create_owned(&of),
            entries: FAMILIES.entries.get_or_create_owned(&of),
            followed: FAMILIES.followed.get_or_create_owned(&of),
            failures: FAMILIES.failures.get_or_create_owned(&of),
        };
        figures.lag.begin_anew();
        figures
    }

    /// Entries were applied.
    pub fn followed(&self, entries: usize, more: bool) {
        self.followed.set(1);
        self.entries.inc_by(u64::try_from(entries).unwrap_or(u64::MAX));
        if !more {
            self.lag.begin_anew();
        }
    }

    /// Another process follows the source, so this one lags behind nothing.
    pub fn left_to_another(&self) {
        self.followed.set(0);
        self.lag.begin_anew();
    }

    /// A round failed.
    pub fn failed(&self) {
        self.failures.inc();
    }
}
