//! Traces: which way a message or a call took and where its time went, for a collector of OpenTelemetry.
//!
//! Off unless a collector is named. Who did the work tells it as a [`Span`] when it is over, and never waits: what
//! finds no room on its way to the collector is dropped and counted. Spans hold ids, lengths and names of routes, and
//! nothing that people wrote. Like the log, they belong to the process.

mod call;
mod export;
mod span;

use std::sync::{LazyLock, OnceLock};
use std::time::Duration;

use clap::Args;
use opentelemetry_otlp::ExporterBuildError;
use opentelemetry_sdk::trace::SpanData;
use tokio::sync::mpsc;
use uuid::Uuid;

pub use call::Call;
pub use opentelemetry::trace::{SpanId, SpanKind};
pub use span::{Span, Stage};

use crate::Tasks;
use crate::metrics::Tally;

/// Spans that may wait for the collector, some 2 MB: a few seconds of a busy node.
const WAITING: usize = 4_096;
/// How long what waits at the end may take to reach the collector.
const FLUSH: Duration = Duration::from_secs(3);
/// How many values the last 32 bits of an id have. They are random in every UUID that clients use: version 4, and 7
/// with or without a counter before them.
const ENDINGS: f64 = 4_294_967_296.0;

/// Where traces go, in the variables that every program with OpenTelemetry knows.
#[derive(Debug, Clone, Default, Args)]
pub struct Tracing {
    /// A collector of OpenTelemetry that takes traces as OTLP over HTTP, such as `http://127.0.0.1:4318`.
    #[arg(long, env = "OTEL_EXPORTER_OTLP_ENDPOINT")]
    pub otlp_endpoint: Option<String>,
    /// The fraction of messages and calls that is followed, from 0 to 1. A caller who says in `traceparent` whether a
    /// call is followed decides for that call.
    #[arg(long, env = "OTEL_TRACES_SAMPLER_ARG", default_value = "1", value_parser = fraction)]
    pub traces_ratio: f64,
}

fn fraction(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "must be a number from 0 to 1".to_owned())
}

/// The collector cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("traces cannot be sent to this collector: {0}")]
pub struct TracingError(#[from] ExporterBuildError);

struct Tracer {
    /// Ids whose ending is below it are followed.
    bound: u64,
    waiting: mpsc::Sender<SpanData>,
}

static TRACER: OnceLock<Tracer> = OnceLock::new();

static OUTCOMES: LazyLock<Tally> = LazyLock::new(|| {
    let help = "Spans of traces: taken by the collector, not taken, or dropped because too many waited";
    Tally::new("spans", help, "outcome", &["taken", "failed", "dropped"])
});

/// The work of telling the collector.
#[derive(Debug)]
pub struct Traces(Tasks);

/// Begins telling the collector, if one is named; the first call of a process counts.
pub fn start(tracing: &Tracing, service: &'static str) -> Result<Traces, TracingError> {
    LazyLock::force(&OUTCOMES);
    let tasks = Tasks::new();
    if let Some(endpoint) = tracing.otlp_endpoint.as_deref().filter(|endpoint| !endpoint.is_empty()) {
        let exporter = export::exporter(endpoint, service)?;
        let (waiting, spans) = mpsc::channel(WAITING);
        if TRACER.set(Tracer { bound: bound(tracing.traces_ratio), waiting }).is_ok() {
            tasks.spawn(export::run(exporter, spans, tasks.clone()));
        }
    }
    Ok(Traces(tasks))
}

impl Traces {
    /// Tells what still waits, for a little while: after everything else has ended.
    pub async fn end(self) {
        if !self.0.shut_down(FLUSH).await {
            tracing::warn!("the last traces did not reach the collector");
        }
    }
}

/// Whether there is a collector.
pub fn is_on() -> bool {
    TRACER.get().is_some()
}

/// Whether what has this id is followed: every node decides alike.
pub fn follows(id: Uuid) -> bool {
    TRACER.get().is_some_and(|tracer| is_below(id, tracer.bound))
}

fn bound(ratio: f64) -> u64 {
    // Not negative, and at most 2^32.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let bound = (ratio * ENDINGS) as u64;
    bound
}

fn is_below(id: Uuid, bound: u64) -> bool {
    (id.as_u64_pair().1 & 0xffff_ffff) < bound
}

/// Hands a span over; a collector that does not keep up loses it.
fn hand_over(span: SpanData) {
    let Some(tracer) = TRACER.get() else { return };
    if tracer.waiting.try_send(span).is_err() {
        OUTCOMES.count("dropped");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fraction_of_ids_is_followed_whatever_their_version() {
        for new in [Uuid::now_v7, Uuid::new_v4] {
            let followed = |ratio| (0..10_000).filter(|_| is_below(new(), bound(ratio))).count();
            assert_eq!((followed(0.0), followed(1.0)), (0, 10_000));
            let quarter = followed(0.25);
            assert!((2_200..2_800).contains(&quarter), "{quarter} of 10,000");
        }
    }

    #[test]
    fn a_ratio_is_a_fraction() {
        assert_eq!(fraction("0.25"), Ok(0.25));
        for bad in ["-0.1", "1.1", "NaN", "much"] {
            assert!(fraction(bad).is_err(), "{bad}");
        }
    }
}
