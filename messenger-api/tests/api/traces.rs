//! What a collector of OpenTelemetry hears of a message and of a call.

use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::routing::post;
use opentelemetry_proto::tonic::collector::trace::v1::ExportTraceServiceRequest;
use opentelemetry_proto::tonic::common::v1::any_value::Value;
use opentelemetry_proto::tonic::trace::v1::Span;
use prost::Message;
use reqwest::Method;
use serde_json::json;
use service_kit::testing::NatsServer;
use service_kit::traces::{self, Tracing};
use uuid::Uuid;

use crate::nodes::{there, two_nodes};
use crate::support::{World, eventually};

/// A collector that keeps what it is told.
#[derive(Clone, Default)]
struct Collector(Arc<Mutex<Vec<Bytes>>>);

/// Traces belong to the process, so the tests share one collector, which outlives each of them.
static COLLECTOR: LazyLock<Collector> = LazyLock::new(|| {
    let (collector, (ready, is_ready)) = (Collector::default(), std::sync::mpsc::channel());
    let serving = collector.clone();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async move {
            drop(rustls::crypto::aws_lc_rs::default_provider().install_default());
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            let endpoint = Some(format!("http://{}", listener.local_addr().unwrap()));
            let _traces =
                traces::start(&Tracing { otlp_endpoint: endpoint, traces_ratio: 1.0 }, "test").unwrap();
            ready.send(()).unwrap();
            let keep = async |State(collector): State<Collector>, body: Bytes| {
                collector.0.lock().unwrap().push(body);
            };
            axum::serve(listener, Router::new().route("/v1/traces", post(keep)).with_state(serving)).await
        })
    });
    is_ready.recv_timeout(Duration::from_secs(60)).unwrap();
    collector
});

impl Collector {
    fn spans(&self, trace: Uuid) -> Vec<Span> {
        let bodies = self.0.lock().unwrap().clone();
        let requests = bodies.into_iter().map(|body| ExportTraceServiceRequest::decode(body).unwrap());
        let scopes = requests.flat_map(|request| request.resource_spans).flat_map(|each| each.scope_spans);
        scopes.flat_map(|scope| scope.spans).filter(|span| span.trace_id == trace.as_bytes()).collect()
    }

    /// The spans of a trace by name, once all of these are there.
    async fn named<const N: usize>(&self, trace: Uuid, names: [&str; N]) -> [Span; N] {
        eventually("the trace is whole", async || {
            let spans = self.spans(trace);
            let find = |name: &str| spans.iter().find(|span| span.name == name).cloned();
            names.map(find).into_iter().collect::<Option<Vec<_>>>()?.try_into().ok()
        })
        .await
    }

    fn was_told(&self, words: &str) -> bool {
        let bodies = self.0.lock().unwrap();
        bodies.iter().any(|body| body.windows(words.len()).any(|part| part == words.as_bytes()))
    }
}

fn fact(span: &Span, name: &str) -> String {
    let fact = span.attributes.iter().find(|fact| fact.key == name);
    match fact.and_then(|fact| fact.value.as_ref()).and_then(|value| value.value.as_ref()) {
        Some(Value::StringValue(text)) => text.clone(),
        Some(Value::IntValue(number)) => number.to_string(),
        other => panic!("{name} of {span:?} is {other:?}"),
    }
}

#[tokio::test]
async fn one_trace_leads_from_the_phone_to_the_desk_on_another_node() {
    let (collector, nats) = (&*COLLECTOR, NatsServer::start());
    let (here, other) = two_nodes(&nats).await;
    let (participant, staff, conversation) = here.conversation().await;
    let mut phone = here.connect(&participant).await;
    let mut desk = other.connect(&there(&other, &staff)).await;
    eventually("the way between the nodes is open", async || {
        phone.say(json!({ "type": "typing", "conversation": conversation })).await;
        desk.settle().await.iter().any(|frame| frame["type"] == "typing").then_some(())
    })
    .await;
    let words = "My inhaler is empty";
    let client_id = phone.send(conversation, words).await;
    phone.until("ack").await;
    desk.until("message").await;

    let names = ["message", "receive", "queue", "commit", "publish", "write", "acknowledge"];
    let [whole, receive, queue, commit, publish, write, acknowledge] =
        collector.named(client_id, names).await;
    let spans = eventually("both nodes tell of their part", async || {
        let spans = collector.spans(client_id);
        (spans.len() == names.len() + 2).then_some(spans)
    })
    .await;
    let deliveries: Vec<_> = spans.iter().filter(|span| span.name == "deliver").collect();
    assert_eq!(deliveries.len(), 2, "one on each node: {spans:?}");
    for span in [&receive, &queue, &commit, &publish, &write, &acknowledge].into_iter().chain(deliveries) {
        assert_eq!(span.parent_span_id, whole.span_id, "{span:?}");
        assert!(span.start_time_unix_nano <= span.end_time_unix_nano, "{span:?}");
    }
    assert_eq!(whole.parent_span_id, b"");
    let stages = [receive, queue, commit, publish];
    for (before, after) in stages.iter().zip(&stages[1..]) {
        assert_eq!(
            before.end_time_unix_nano, after.start_time_unix_nano,
            "{} and {}",
            before.name, after.name
        );
    }
    assert!(write.start_time_unix_nano >= stages[3].start_time_unix_nano, "shown after it was stored");
    assert_eq!(
        ["steward.outcome", "steward.seq", "steward.bytes", "steward.conversation"]
            .map(|name| fact(&whole, name)),
        ["stored", "2", &words.len().to_string(), &conversation.to_string()],
    );
    for secret in [words, &participant.token, &staff.token, "Mia"] {
        assert!(!collector.was_told(secret), "{secret}");
    }
}

#[tokio::test]
async fn what_is_sent_again_joins_the_trace_of_the_first_attempt() {
    let (collector, world) = (&*COLLECTOR, World::start().await);
    let (participant, _, conversation) = world.conversation().await;
    let mut phone = world.connect(&participant).await;
    let client_id = phone.send(conversation, "Hello?").await;
    phone.until("ack").await;
    let [whole] = collector.named(client_id, ["message"]).await;
    let body = json!({ "client_id": client_id, "body": { "kind": "text", "text": "Hello?" } });
    let path = format!("/conversations/{conversation}/messages");
    assert_eq!(world.post(&path, &participant, body).await.status, 200);
    let again = eventually("the second attempt is told", async || {
        let spans = collector.spans(client_id);
        spans.into_iter().find(|span| span.name == "message" && span.span_id != whole.span_id)
    })
    .await;
    assert_eq!(fact(&again, "steward.outcome"), "repeated");
    assert_eq!(again.parent_span_id, whole.span_id);
}

#[tokio::test]
async fn a_call_joins_the_trace_of_its_caller() {
    let (collector, world) = (&*COLLECTOR, World::start().await);
    let staff = world.member(service_kit::identity::Role::Staff).await;
    let (followed, ignored) = (Uuid::new_v4(), Uuid::new_v4());
    for (trace, flags) in [(ignored, "00"), (followed, "01")] {
        let parent = format!("00-{}-00f067aa0ba902b7-{flags}", trace.simple());
        let headers = [("traceparent", parent.as_str()), ("x-request-id", "front-7")];
        world.call_with(Method::GET, "/conversations/nothing", Some(&staff), None, &headers).await;
    }
    let [call] = collector.named(followed, ["request"]).await;
    assert_eq!(call.parent_span_id, 0x00f0_67aa_0ba9_02b7_u64.to_be_bytes());
    let facts = ["http.request.method", "http.route", "http.response.status_code", "steward.request"];
    assert_eq!(
        facts.map(|name| fact(&call, name)),
        ["GET", "/messenger/v1/conversations/{id}", "404", "front-7"]
    );
    assert!(collector.spans(ignored).is_empty(), "its caller said not to");
}
