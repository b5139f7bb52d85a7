//! What an operator sees of a running Steward: real figures after a real exchange, each of them documented.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]
#![allow(clippy::float_cmp, reason = "counts are whole")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use journeys::people::uuid;
use journeys::steward::free_port;
use journeys::{Client, Person, Steward, eventually};
use reqwest::StatusCode;

/// What was shown at one moment: families with their type, samples with their value.
#[derive(Debug, Default)]
struct Scrape {
    families: BTreeMap<String, String>,
    samples: BTreeMap<String, f64>,
}

impl Scrape {
    async fn of(address: &str) -> Self {
        let answer = reqwest::get(format!("http://{address}/metrics")).await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::OK);
        let mut scrape = Self::default();
        let text = answer.text().await.unwrap();
        for line in text.lines() {
            if let Some(family) = line.strip_prefix("# TYPE ") {
                let (name, kind) = family.split_once(' ').unwrap();
                let twice = scrape.families.insert(name.to_owned(), kind.to_owned());
                assert!(twice.is_none(), "{name} is shown twice");
                assert!(text.contains(&format!("# HELP {name} ")), "{name} has no words");
            } else if !line.starts_with('#') {
                let (sample, value) = line.rsplit_once(' ').unwrap();
                scrape.samples.insert(sample.to_owned(), value.parse().unwrap());
            }
        }
        scrape
    }

    fn value(&self, sample: &str) -> f64 {
        *self.samples.get(sample).unwrap_or_else(|| panic!("{sample} is not in {:#?}", self.samples))
    }
}

async fn start() -> (Steward, String) {
    let metrics = format!("127.0.0.1:{}", free_port());
    (Steward::start_with(&[("STEWARD_METRICS_LISTEN", &metrics)]).await, metrics)
}

/// A guest asks, somebody takes it, each writes once, and a call and a frame that nobody knows are refused.
async fn exchange(steward: &Steward) -> (Client, Client) {
    let guest = Person::guest(&steward.url, "Jonas").await;
    let event = uuid(&guest.event().await["id"]);
    let (_, conversation) = guest.ask(event, "Where is the exit?").await;
    let mut phone = Client::start(&steward.url, &guest.token).await;
    let staff = Person::sign_in(&steward.url, "staff1@demo.test").await;
    let mut desk = Client::start(&steward.url, &staff.token).await;
    staff.offer(&[event], 3).await;
    desk.until("conversation").await;
    phone.send(conversation, "I am at Gate A").await;
    desk.until("message").await;
    desk.send(conversation, "Turn around").await;
    phone.until("message").await;
    phone.settle().await;
    guest.get("/messenger/v1/conversations/nothing").await;
    (phone, desk)
}

#[tokio::test]
async fn figures_tell_what_happened() {
    let (steward, metrics) = start().await;
    let before = Scrape::of(&metrics).await;
    let (phone, desk) = exchange(&steward).await;
    let after = Scrape::of(&metrics).await;
    let grew = |sample: &str| after.value(sample) - before.samples.get(sample).copied().unwrap_or(0.0);

    for kind in ["participant", "member"] {
        assert_eq!(after.value(&format!("steward_sockets_open{{kind=\"{kind}\"}}")), 1.0);
    }
    assert_eq!(grew(r#"steward_frames_received_total{type="send"}"#), 2.0);
    assert_eq!(grew(r#"steward_frames_received_total{type="unknown"}"#), 1.0);
    assert_eq!(grew(r#"steward_frames_refused_total{code="unknown"}"#), 1.0);
    assert_eq!(grew(r#"steward_frames_sent_total{type="ack"}"#), 2.0);
    assert_eq!(grew(r#"steward_frames_sent_total{type="message"}"#), 2.0);
    assert_eq!(after.samples.get(r#"steward_frames_sent_total{type="other"}"#), Some(&0.0));
    assert!(grew("steward_frames_sent_bytes_total") > 500.0);
    assert_eq!(grew(r#"steward_messages_total{outcome="stored"}"#), 2.0);
    assert_eq!(grew("steward_commit_messages_sum"), 2.0);
    assert_eq!(grew("steward_delivery_duration_seconds_count"), 2.0);
    assert_eq!(grew("steward_help_requests_assigned_total"), 1.0);
    assert_eq!(
        (after.value("steward_help_requests_waiting"), after.value("steward_help_requests_taken")),
        (0.0, 1.0)
    );
    assert_eq!(after.value("steward_members_on_duty"), 1.0);
    let calls = r#"steward_http_request_duration_seconds_count{method="POST",route="/messenger/v1/help-requests",status="2xx"}"#;
    assert_eq!(grew(calls), 1.0);
    assert_eq!(grew(r#"steward_http_refusals_total{code="not_found"}"#), 1.0);
    assert!(after.value(r#"steward_feed_lag_seconds{source="core"}"#) < 10.0);
    assert!(after.value(r#"steward_database_connections_max{database="messages"}"#) > 1.0);
    assert!(after.value("process_resident_memory_bytes") > 1e6);
    assert!(after.value("process_open_fds") > 5.0);

    drop((phone, desk));
    eventually("ended sockets are counted", async || {
        let now = Scrape::of(&metrics).await;
        let closed = now.value(r#"steward_sockets_closed_total{code="client"}"#);
        let open = now.value(r#"steward_sockets_open{kind="member"}"#);
        (closed == 2.0 && open == 0.0).then_some(())
    })
    .await;
}

#[tokio::test]
async fn someone_who_waits_where_nobody_is_on_duty_shows() {
    let (steward, metrics) = start().await;
    let guest = Person::guest(&steward.url, "Jonas").await;
    let event = uuid(&guest.event().await["id"]);
    guest.ask(event, "Hello?").await;
    eventually("the wait grows", async || {
        let now = Scrape::of(&metrics).await;
        assert_eq!(now.value("steward_help_requests_waiting"), 1.0);
        assert_eq!(now.value("steward_help_requests_unattended"), 1.0);
        assert_eq!(now.value("steward_members_on_duty"), 0.0);
        (now.value("steward_help_requests_longest_wait_seconds") > 1.0).then_some(())
    })
    .await;
}

#[tokio::test]
async fn every_family_is_documented_and_every_documented_one_is_shown() {
    let (steward, metrics) = start().await;
    drop(exchange(&steward).await);
    let shown: BTreeSet<String> = Scrape::of(&metrics).await.families.into_keys().collect();
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/operations.md");
    let page = std::fs::read_to_string(page).unwrap();
    let rows =
        page.lines().filter_map(|line| line.strip_prefix("| `")).filter_map(|line| line.split('`').next());
    let documented: BTreeSet<String> = rows
        .filter(|name| name.starts_with("steward_") || name.starts_with("process_"))
        .map(|name| name.trim_end_matches("_total").to_owned())
        .collect();
    assert_eq!(documented, shown);
}

/// The names of figures in a text of Prometheus.
fn named(text: &str) -> BTreeSet<String> {
    let words = text.split(|each: char| !(each.is_ascii_alphanumeric() || each == '_'));
    words
        .filter(|word| word.starts_with("steward_") || word.starts_with("process_"))
        .map(str::to_owned)
        .collect()
}

#[tokio::test]
async fn every_figure_that_dashboard_and_alerts_name_is_shown() {
    let (steward, metrics) = start().await;
    drop(exchange(&steward).await);
    let samples = Scrape::of(&metrics).await.samples;
    let shown: BTreeSet<&str> =
        samples.keys().map(|sample| sample.split('{').next().unwrap_or_default()).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../envs/prod/monitoring");
    let read = |file: &str| std::fs::read_to_string(folder.join(file)).unwrap();
    let dashboard: serde_json::Value = serde_json::from_str(&read("dashboard.json")).unwrap();
    let panels = dashboard["panels"].as_array().unwrap();
    let targets = panels.iter().flat_map(|panel| panel["targets"].as_array().unwrap());
    let mut wanted: BTreeSet<String> =
        targets.flat_map(|target| named(target["expr"].as_str().unwrap())).collect();
    wanted.extend(read("alerts.yml").lines().filter(|line| line.contains("expr:")).flat_map(named));
    assert!(wanted.len() > 30, "{wanted:?}");
    let missing: Vec<_> = wanted.iter().filter(|name| !shown.contains(name.as_str())).collect();
    assert!(missing.is_empty(), "nobody shows {missing:?}");
}

#[tokio::test]
async fn nobody_outside_sees_figures() {
    let (steward, metrics) = start().await;
    let outside = reqwest::get(format!("{}/metrics", steward.url)).await.unwrap();
    assert_eq!(outside.status(), StatusCode::NOT_FOUND);
    assert!(!outside.text().await.unwrap().contains("steward_"));
    let inside = reqwest::get(format!("http://{metrics}/auth/v1/me")).await.unwrap();
    assert_eq!(inside.status(), StatusCode::NOT_FOUND, "this listener shows figures only");
}
