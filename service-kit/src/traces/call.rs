//! Calls over HTTP as spans, within the trace of their caller.

use std::time::Instant;

use axum::http::{HeaderMap, StatusCode};
use opentelemetry::propagation::{Extractor, TextMapPropagator};
use opentelemetry::trace::{SpanId, SpanKind, TraceContextExt};
use opentelemetry_sdk::propagation::TraceContextPropagator;
use uuid::Uuid;

use super::{Span, Stage};

/// A call that is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Call {
    trace: Uuid,
    parent: SpanId,
}

/// What a caller says with the headers of W3C's Trace Context.
struct Headers<'a>(&'a HeaderMap);

impl Extractor for Headers<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.to_str().ok()
    }

    fn keys(&self) -> Vec<&str> {
        self.0.keys().map(axum::http::HeaderName::as_str).collect()
    }
}

impl Call {
    /// A call that its caller follows already, or that is chosen here when the caller says nothing.
    pub fn of(headers: &HeaderMap) -> Option<Self> {
        super::is_on().then(|| Self::chosen(headers, super::follows))?
    }

    fn chosen(headers: &HeaderMap, follows: impl FnOnce(Uuid) -> bool) -> Option<Self> {
        let context = TraceContextPropagator::new()
            .extract_with_context(&opentelemetry::Context::new(), &Headers(headers));
        let caller = context.span().span_context().clone();
        if caller.is_valid() {
            let call =
                Self { trace: Uuid::from_bytes(caller.trace_id().to_bytes()), parent: caller.span_id() };
            return caller.is_sampled().then_some(call);
        }
        let trace = Uuid::new_v4();
        follows(trace).then_some(Self { trace, parent: SpanId::INVALID })
    }

    /// Tells of it when it was answered.
    pub fn tell(self, began: Instant, method: &'static str, route: &str, status: StatusCode, request: &str) {
        let span = Span::new(self.trace, self.parent, SpanKind::Server, Stage::since("request", began))
            .with("http.request.method", method)
            .with("http.route", route.to_owned())
            .with("http.response.status_code", i64::from(status.as_u16()))
            .with("steward.request", request.to_owned());
        let span = if status.is_server_error() { span.failed() } else { span };
        span.tell();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";

    fn chosen(traceparent: Option<String>, follows: bool) -> Option<Call> {
        let mut headers = HeaderMap::new();
        if let Some(text) = traceparent {
            headers.insert("traceparent", text.parse().unwrap());
        }
        Call::chosen(&headers, |_| follows)
    }

    #[test]
    fn the_caller_decides_and_is_the_parent() {
        for follows in [true, false] {
            let call = chosen(Some(format!("00-{TRACE}-00f067aa0ba902b7-01")), follows).unwrap();
            assert_eq!(call.trace.simple().to_string(), TRACE);
            assert_eq!(call.parent.to_string(), "00f067aa0ba902b7");
            assert_eq!(chosen(Some(format!("00-{TRACE}-00f067aa0ba902b7-00")), follows), None);
        }
    }

    #[test]
    fn without_a_caller_the_ratio_decides() {
        for traceparent in
            [None, Some("nonsense".to_owned()), Some(format!("00-{TRACE}-0000000000000000-01"))]
        {
            assert_eq!(chosen(traceparent.clone(), false), None);
            let call = chosen(traceparent, true).unwrap();
            assert_eq!(call.parent, SpanId::INVALID);
            assert_ne!(call.trace.simple().to_string(), TRACE);
        }
    }
}
