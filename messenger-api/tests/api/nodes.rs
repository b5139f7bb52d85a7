//! Two nodes on one store, with NATS between them: nobody notices which one they are on.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use messenger_api::{Limits, MIGRATOR, NatsSettings};
use serde_json::json;
use service_kit::identity::Claims;
use service_kit::testing::{self, Signer};

use crate::support::{Person, World, eventually};

/// A NATS server of this test, on a free port.
struct Nats(u16, Child);

impl Nats {
    async fn start() -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let nats = Self(port, spawn(port));
        nats.listens().await;
        nats
    }

    async fn listens(&self) {
        eventually("NATS listens", async || std::net::TcpStream::connect(("127.0.0.1", self.0)).ok()).await;
    }

    fn settings(&self) -> NatsSettings {
        NatsSettings { urls: vec![format!("nats://127.0.0.1:{}", self.0)], ..NatsSettings::default() }
    }

    fn stop(&mut self) {
        let _ = self.1.kill();
        let _ = self.1.wait();
    }
}

impl Drop for Nats {
    fn drop(&mut self) {
        self.stop();
    }
}

fn spawn(port: u16) -> Child {
    let program = std::env::var("STEWARD_NATS_SERVER").unwrap_or_else(|_| "nats-server".to_owned());
    Command::new(&program)
        .args(["--addr", "127.0.0.1", "--port", &port.to_string()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{program} cannot be started ({error}): run `scripts/install`"))
}

/// The same person with a token that the other node knows.
fn there(node: &World, person: &Person) -> Person {
    let now = chrono::Utc::now().timestamp();
    let token = node.signer.sign(&Claims::new(person.id, person.session, person.subject, now));
    Person { token, ..person.clone() }
}

async fn two_nodes(nats: &Nats) -> (World, World) {
    let pool = testing::database("messenger", &[&MIGRATOR]).await;
    let node =
        async || World::start_node(pool.clone(), Limits::default(), Signer::default(), nats.settings()).await;
    (node().await, node().await)
}

#[tokio::test]
async fn people_on_two_nodes_talk_as_if_on_one() {
    let nats = Nats::start().await;
    let (here, other) = two_nodes(&nats).await;
    let (participant, staff, conversation) = here.conversation().await;
    let mut phone = here.connect(&participant).await;
    let mut desk = other.connect(&there(&other, &staff)).await;
    // Typing exists on the bus alone: once it crosses, the way is open.
    eventually("typing crosses", async || {
        phone.say(json!({ "type": "typing", "conversation": conversation })).await;
        let frames = desk.settle().await;
        frames.iter().any(|frame| frame["type"] == "typing").then_some(())
    })
    .await;

    let began = Instant::now();
    for number in 2..=9 {
        phone.send(conversation, &format!("word {number}")).await;
        assert_eq!(desk.until("message").await["seq"], number);
    }
    assert!(began.elapsed() < Duration::from_millis(1_900), "quicker than heads are compared");
    desk.say(json!({ "type": "seen", "conversation": conversation, "seq": 9 })).await;
    assert_eq!(phone.until("seen").await["seq"], 9);
}

#[tokio::test]
async fn a_bus_that_breaks_costs_seconds_and_no_message() {
    let mut nats = Nats::start().await;
    let (here, other) = two_nodes(&nats).await;
    let (participant, staff, conversation) = here.conversation().await;
    let mut phone = here.connect(&participant).await;
    let mut desk = other.connect(&there(&other, &staff)).await;
    nats.stop();
    for number in 2..=6 {
        phone.send(conversation, &format!("word {number}")).await;
        phone.until("ack").await;
    }
    for seq in 2..=6 {
        assert_eq!(desk.until("message").await["seq"], seq);
    }
    nats.1 = spawn(nats.0);
    nats.listens().await;
    phone.send(conversation, "back").await;
    assert_eq!(desk.until("message").await["seq"], 7);
}
