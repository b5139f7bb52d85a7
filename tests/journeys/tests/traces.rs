//! Traces are for whoever looks, and never in anybody's way.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

use journeys::people::uuid;
use journeys::steward::free_port;
use journeys::{Client, Person, Steward, eventually};
use nix::sys::signal::Signal;
use reqwest::StatusCode;

/// A collector that takes connections and never answers.
fn hanging_collector() -> (std::net::TcpListener, String) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    (listener, endpoint)
}

async fn scrape(metrics: &str) -> String {
    reqwest::get(format!("http://{metrics}/metrics")).await.unwrap().text().await.unwrap()
}

#[tokio::test]
async fn a_collector_that_hangs_costs_nobody_a_message() {
    let (_hanging, endpoint) = hanging_collector();
    let metrics = format!("127.0.0.1:{}", free_port());
    let mut steward = Steward::start_with(&[
        ("OTEL_EXPORTER_OTLP_ENDPOINT", &endpoint),
        ("STEWARD_METRICS_LISTEN", &metrics),
    ])
    .await;
    let guest = Person::guest(&steward.url, "Jonas").await;
    let event = uuid(&guest.event().await["id"]);
    let (_, conversation) = guest.ask(event, "Where is the exit?").await;
    let mut phone = Client::start(&steward.url, &guest.token).await;
    eventually("the collector was tried", async || {
        let figures = scrape(&metrics).await;
        (!figures.contains("steward_spans_total{outcome=\"failed\"} 0\n")).then_some(())
    })
    .await;
    phone.send(conversation, "I am at Gate A").await;
    phone.until("ack").await;
    let ready = reqwest::get(format!("{}/health/ready", steward.url)).await.unwrap();
    assert_eq!(ready.status(), StatusCode::OK);
    steward.signal(Signal::SIGTERM);
    assert!(steward.ended().await, "it ends in order");
}

#[tokio::test]
async fn without_a_collector_nothing_is_traced() {
    let metrics = format!("127.0.0.1:{}", free_port());
    let steward = Steward::start_with(&[("STEWARD_METRICS_LISTEN", &metrics)]).await;
    Person::guest(&steward.url, "Jonas").await.event().await;
    let figures = scrape(&metrics).await;
    for outcome in ["taken", "failed", "dropped"] {
        assert!(figures.contains(&format!("steward_spans_total{{outcome=\"{outcome}\"}} 0\n")), "{figures}");
    }
}
