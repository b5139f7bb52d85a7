//! Two nodes on one store, with NATS between them: nobody notices which one they are on.

use std::time::{Duration, Instant};

use messenger_api::{Limits, MIGRATOR, NatsSettings};
use reqwest::{Method, StatusCode};
use serde_json::json;
use service_kit::identity::{Claims, Role};
use service_kit::testing::{self, NatsServer, Signer};

use crate::support::{Client, Person, World, eventually};

/// The same person with a token that the other node knows.
pub fn there(node: &World, person: &Person) -> Person {
    let now = chrono::Utc::now().timestamp();
    let token = node.signer.sign(&Claims::new(person.id, person.session, person.subject, now));
    Person { token, ..person.clone() }
}

/// Two nodes on one store, which hear each other over this server.
pub async fn two_nodes(nats: &NatsServer) -> (World, World) {
    listens(nats).await;
    let settings = || NatsSettings { urls: vec![nats.url()], ..NatsSettings::default() };
    let pool = testing::database("messenger", &[&MIGRATOR]).await;
    let node =
        async || World::start_node(pool.clone(), Limits::default(), Signer::default(), settings()).await;
    (node().await, node().await)
}

async fn listens(nats: &NatsServer) {
    let connect = async || std::net::TcpStream::connect(("127.0.0.1", nats.port())).ok();
    eventually("NATS listens", connect).await;
}

/// Two nodes whose bus reaches nobody.
async fn two_nodes_without_a_bus() -> (World, World) {
    let pool = testing::database("messenger", &[&MIGRATOR]).await;
    let node = async || World::start_on(pool.clone(), Limits::default(), Signer::default()).await;
    (node().await, node().await)
}

#[tokio::test]
async fn a_member_who_goes_on_duty_over_another_node_hears_the_queue() {
    let (here, other) = two_nodes_without_a_bus().await;
    let staff = here.member(Role::Staff).await;
    let mut desk = other.connect(&there(&other, &staff)).await;
    here.offer(&staff, &[here.event], 1).await;
    assert_eq!(desk.until("queue").await["event"], json!(here.event));
    here.ask(&here.participant()).await;
    assert_eq!(desk.until("request").await["event"], json!(here.event));
}

#[tokio::test]
async fn while_auth_is_away_participants_keep_their_tokens_on_every_node() {
    let (here, other) = two_nodes_without_a_bus().await;
    let guest = here.participant();
    let an_hour_ago = chrono::Utc::now().timestamp() - 3_600;
    for node in [&here, &other] {
        let claims = Claims::new(guest.id, guest.session, guest.subject, an_hour_ago);
        let late = Person { token: node.signer.sign(&claims), ..guest.clone() };
        eventually("the token counts", async || {
            (node.get("/help-requests", &late).await.status == 200).then_some(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_leaving_node_serves_its_sockets_until_their_moment_and_takes_no_new_ones() {
    let world = World::start_leaving_over(10).await;
    let (participant, staff, conversation) = world.conversation().await;
    let mut phone = world.connect(&participant).await;
    let mut desk = world.connect(&staff).await;
    let tasks = world.tasks.clone();
    let told = Instant::now();
    let leaving = tokio::spawn(async move { tasks.leave(Duration::ZERO).await });
    let bye = phone.until("bye").await;
    let delay = Duration::from_millis(bye["delay_ms"].as_u64().unwrap());
    assert!(delay <= Duration::from_secs(10), "{bye}");
    // Said after goodbye, and still stored and answered.
    phone.send(conversation, "still here").await;
    assert_eq!(phone.until("ack").await["seq"], 2);
    assert!(Client::try_open(world.address).await.is_none(), "new sockets go elsewhere");
    assert_eq!(world.get(&format!("/conversations/{conversation}"), &staff).await.status, 200);
    assert_eq!(phone.closed().await, Some(4101));
    assert!(told.elapsed() >= delay, "whoever goes when told is not cut off before");
    assert_eq!(desk.closed().await, Some(4101));
    leaving.await.unwrap();
    assert!(desk.heard.iter().any(|frame| frame["body"]["text"] == "still here"));
}

#[tokio::test]
async fn people_on_two_nodes_talk_as_if_on_one() {
    let nats = NatsServer::start();
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

    // A machine that was busy meanwhile may be asked once more.
    let mut last = 1;
    eventually("eight messages are quicker than heads are compared", async || {
        let began = Instant::now();
        for number in last + 1..=last + 8 {
            phone.send(conversation, &format!("word {number}")).await;
            assert_eq!(desk.until("message").await["seq"], number);
        }
        last += 8;
        (began.elapsed() < Duration::from_millis(1_900)).then_some(())
    })
    .await;
    desk.say(json!({ "type": "seen", "conversation": conversation, "seq": last })).await;
    assert_eq!(phone.until("seen").await["seq"], last);
}

#[tokio::test]
async fn a_bus_that_breaks_costs_seconds_and_no_message() {
    let mut nats = NatsServer::start();
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
    nats.start_again();
    listens(&nats).await;
    phone.send(conversation, "back").await;
    assert_eq!(desk.until("message").await["seq"], 7);
}

#[tokio::test]
async fn an_announcement_on_one_node_is_heard_and_counted_on_another() {
    let nats = NatsServer::start();
    let (here, other) = two_nodes(&nats).await;
    let manager = here.member(Role::Manager).await;
    let guest = here.participant();
    // The phone's socket is on one node, its calls arrive on the other.
    let mut phone = other.connect(&there(&other, &guest)).await;
    let join = format!("/participations/{}", here.event);
    assert_eq!(here.call(Method::PUT, &join, Some(&guest), None).await.status, StatusCode::OK);
    phone.until("conversation").await;
    let body = json!({ "event": here.event, "body": { "kind": "text", "text": "The gates open" } });
    let posted = here.post("/announcements", &manager, body).await;
    assert_eq!((posted.status, &posted.body["sent"]), (StatusCode::CREATED, &json!(1)));
    let message = phone.until("message").await;
    assert_eq!(message["body"]["text"], "The gates open");
    phone.say(json!({ "type": "seen", "conversation": message["conversation"], "seq": 1 })).await;
    eventually("it is counted", async || {
        let list = here.get(&format!("/announcements?event={}", here.event), &manager).await;
        (list.body["items"][0]["seen"] == 1).then_some(())
    })
    .await;
}
