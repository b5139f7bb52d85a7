//! A collector of traces that is there and never answers.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::time::{Duration, Instant};

use axum::body::{Body, to_bytes};
use axum::http::Request;
use service_kit::metrics;
use service_kit::traces::{self, Span, SpanId, SpanKind, Stage, Tracing};
use tokio::net::TcpListener;
use tower::ServiceExt;
use uuid::Uuid;

/// More than may wait.
const MANY: u32 = 20_000;

async fn dropped() -> u32 {
    let request = Request::get("/metrics").body(Body::empty()).unwrap();
    let answer = metrics::router(Vec::new()).oneshot(request).await.unwrap();
    let text = String::from_utf8(to_bytes(answer.into_body(), 1 << 20).await.unwrap().to_vec()).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("steward_spans_total{outcome=\"dropped\"} "));
    line.expect("it is shown").parse().unwrap()
}

#[tokio::test]
async fn nobody_waits_for_a_collector_that_hangs() {
    drop(rustls::crypto::aws_lc_rs::default_provider().install_default());
    let hanging = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = Some(format!("http://{}", hanging.local_addr().unwrap()));
    let traces = traces::start(&Tracing { otlp_endpoint: endpoint, traces_ratio: 1.0 }, "test").unwrap();
    for _ in 0..MANY {
        let stage = Stage::since("work", Instant::now());
        Span::new(Uuid::new_v4(), SpanId::INVALID, SpanKind::Internal, stage).tell();
    }
    let dropped = dropped().await;
    assert!(
        dropped > MANY / 2 && dropped < MANY,
        "a bounded number waits, and {dropped} are counted as lost"
    );
    let ended = tokio::time::timeout(Duration::from_secs(20), traces.end()).await;
    ended.expect("the end does not wait for it either");
}
