//! Tells the collector: many spans at once, from one task.

use std::time::Duration;

use opentelemetry::KeyValue;
use opentelemetry_otlp::{ExporterBuildError, SpanExporter, WithExportConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::{SpanData, SpanExporter as _};
use tokio::sync::mpsc;
use uuid::Uuid;

use super::OUTCOMES;
use crate::Tasks;

/// Spans in one call, as many as OpenTelemetry's own programs send.
const BATCH: usize = 512;
/// How long spans are gathered while few come: short enough that a busy node does not fill the queue meanwhile.
const GATHER: Duration = Duration::from_millis(200);
/// How long a call may take, with all its attempts.
const CALL: Duration = Duration::from_secs(5);

/// What speaks with the collector. Headers and resource attributes come from the variables of OpenTelemetry.
pub fn exporter(endpoint: &str, service: &'static str) -> Result<SpanExporter, ExporterBuildError> {
    let address = format!("{}/v1/traces", endpoint.trim_end_matches('/'));
    let mut exporter =
        SpanExporter::builder().with_http().with_endpoint(address).with_timeout(CALL).build()?;
    let instance = KeyValue::new("service.instance.id", Uuid::new_v4().to_string());
    exporter.set_resource(&Resource::builder().with_service_name(service).with_attribute(instance).build());
    Ok(exporter)
}

/// Tells until shutdown, and then what is left.
pub async fn run(exporter: SpanExporter, mut waiting: mpsc::Receiver<SpanData>, tasks: Tasks) {
    let mut collector = Collector { exporter, answers: true };
    loop {
        let mut spans = Vec::with_capacity(BATCH);
        tokio::select! {
            _ = waiting.recv_many(&mut spans, BATCH) => {}
            () = tasks.stopping() => break,
        }
        let is_busy = spans.len() == BATCH;
        collector.tell(spans).await;
        if !is_busy && !tasks.pause(GATHER).await {
            break;
        }
    }
    while !waiting.is_empty() {
        let mut spans = Vec::with_capacity(BATCH);
        waiting.recv_many(&mut spans, BATCH).await;
        collector.tell(spans).await;
    }
}

struct Collector {
    exporter: SpanExporter,
    /// Whether it took what it was told last.
    answers: bool,
}

impl Collector {
    /// What it does not take is gone.
    async fn tell(&mut self, spans: Vec<SpanData>) {
        let count = spans.len();
        let error = match tokio::time::timeout(CALL, self.exporter.export(spans)).await {
            Ok(told) => told.err().map(|error| error.to_string()),
            Err(_) => Some("it does not answer".to_owned()),
        };
        let outcome = if error.is_none() { "taken" } else { "failed" };
        (0..count).for_each(|_| OUTCOMES.count(outcome));
        let answered = std::mem::replace(&mut self.answers, error.is_none());
        if let Some(error) = error.filter(|_| answered) {
            tracing::warn!(error, "the collector of traces did not take them; nobody waits for it");
        }
    }
}
