//! What is counted of calls: how many, how long they took, and what was refused.

use std::sync::LazyLock;
use std::time::Duration;

use axum::extract::MatchedPath;
use axum::http::Method;
use axum::response::Response;
use prometheus_client::encoding::EncodeLabelSet;

use crate::metrics::{CALLS, Counter, Family, Histogram, Label, register, register_seconds};
use crate::problem::Code;

/// A route as it stands in the contract, never the address that was called.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Call {
    method: &'static str,
    route: String,
    status: &'static str,
}

struct Figures {
    calls: Family<Call, Histogram, fn() -> Histogram>,
    refused: Family<Label, Counter>,
}

static FIGURES: LazyLock<Figures> = LazyLock::new(|| {
    let calls: fn() -> Histogram = || Histogram::new(CALLS);
    Figures {
        calls: register_seconds(
            "http_request_duration",
            "Calls by method, route and class of status; calls that wait for news take up to 25 s",
            Family::new_with_constructor(calls),
        ),
        refused: register(
            "http_refusals",
            "Calls that were answered with a problem, by its code",
            Family::default(),
        ),
    }
});

/// Counts one call.
pub fn note(method: &Method, route: Option<&MatchedPath>, response: &Response, took: Duration) {
    let call = Call {
        method: word(method),
        route: route.map_or("unknown", MatchedPath::as_str).to_owned(),
        status: class(response.status().as_u16()),
    };
    FIGURES.calls.get_or_create(&call).observe(took.as_secs_f64());
    if let Some(Code(code)) = response.extensions().get() {
        FIGURES.refused.get_or_create(&Label("code", code)).inc();
    }
}

/// A caller can invent methods; they are one.
pub fn word(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        _ => "other",
    }
}

fn class(status: u16) -> &'static str {
    match status / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    }
}
