//! One piece of work, told when it is over.

use std::time::{Instant, SystemTime};

use opentelemetry::trace::{SpanContext, SpanId, SpanKind, Status, TraceFlags, TraceId, TraceState};
use opentelemetry::{InstrumentationScope, KeyValue, Value};
use opentelemetry_sdk::trace::{SpanData, SpanEvents, SpanLinks};
use uuid::Uuid;

/// When a piece of work began, and when it was over.
#[derive(Debug, Clone, Copy)]
pub struct Stage {
    /// What was done.
    pub name: &'static str,
    /// Its beginning, by this node's clock.
    pub began: SystemTime,
    /// Its end.
    pub ended: SystemTime,
}

impl Stage {
    /// Work that began then and is over now.
    pub fn since(name: &'static str, began: Instant) -> Self {
        let (elapsed, ended) = (began.elapsed(), SystemTime::now());
        Self { name, began: ended.checked_sub(elapsed).unwrap_or(ended), ended }
    }
}

/// One piece of work of a trace.
#[derive(Debug)]
pub struct Span {
    /// The trace.
    pub trace: Uuid,
    /// Its own id there.
    pub id: SpanId,
    /// What it is part of; [`SpanId::INVALID`] for the whole.
    pub parent: SpanId,
    /// What it is to its neighbours.
    pub kind: SpanKind,
    /// What was done, and when.
    pub stage: Stage,
    facts: Vec<KeyValue>,
    status: Status,
}

impl Span {
    /// A piece of work with an id of its own.
    pub fn new(trace: Uuid, parent: SpanId, kind: SpanKind, stage: Stage) -> Self {
        let id = new_id();
        Self { trace, id, parent, kind, stage, facts: Vec::new(), status: Status::Unset }
    }

    /// Adds a fact: an id, a length, a name of the contract. Nothing that people wrote, and no names of theirs.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.facts.push(KeyValue::new(name, value));
        self
    }

    /// It did not do what it should.
    #[must_use]
    pub fn failed(mut self) -> Self {
        self.status = Status::error("");
        self
    }

    /// Tells the collector.
    pub fn tell(self) {
        let trace = TraceId::from_bytes(self.trace.into_bytes());
        super::hand_over(SpanData {
            span_context: SpanContext::new(trace, self.id, TraceFlags::SAMPLED, false, TraceState::default()),
            parent_span_id: self.parent,
            parent_span_is_remote: false,
            span_kind: self.kind,
            name: self.stage.name.into(),
            start_time: self.stage.began,
            end_time: self.stage.ended,
            attributes: self.facts,
            dropped_attributes_count: 0,
            events: SpanEvents::default(),
            links: SpanLinks::default(),
            status: self.status,
            instrumentation_scope: InstrumentationScope::builder("steward").build(),
        });
    }
}

/// An id that no other span has; never 0, which is no id.
fn new_id() -> SpanId {
    SpanId::from_bytes(rand::random_range(1..=u64::MAX).to_be_bytes())
}
