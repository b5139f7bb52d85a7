//! The life of a socket: its start, its heartbeat, its limits, and what ends it.

use std::time::Duration;

use chrono::Utc;
use messenger_api::Limits;
use reqwest::StatusCode;
use serde_json::{Value, json};
use service_kit::identity::Claims;
use service_kit::testing::has_room_for;
use tokio::time::Instant;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, http};
use tokio_tungstenite::{connect_async, tungstenite};
use uuid::Uuid;

use crate::support::send;
use crate::support::{Client, Person, World, eventually};

/// The answer to an upgrade with these headers.
async fn upgrade(world: &World, headers: &[(&'static str, &str)]) -> http::Response<Option<Vec<u8>>> {
    let mut request = format!("ws://{}/messenger/v1/live", world.address).into_client_request().unwrap();
    for (name, value) in headers {
        request.headers_mut().insert(*name, value.parse().unwrap());
    }
    match connect_async(request).await {
        Ok((_, response)) => response,
        Err(Error::Http(response)) => *response,
        Err(tungstenite::Error::Protocol(_)) => panic!("the server chose what was not offered"),
        Err(error) => panic!("{error}"),
    }
}

/// A token that ended this many seconds ago.
fn ended(world: &World, person: &Person, seconds: i64) -> String {
    let lasts = Claims::new(person.id, person.session, person.subject, 0).exp;
    let issued = Utc::now().timestamp() - lasts - seconds;
    world.signer.sign(&Claims::new(person.id, person.session, person.subject, issued))
}

#[tokio::test]
async fn whoever_is_silent_for_two_heartbeats_is_given_up() {
    let limits = Limits { heartbeat_seconds: 3, ..Limits::default() };
    let world = World::start_with(limits).await;
    let (guest, staff, _) = world.conversation().await;
    let began = Instant::now();
    let mut silent = world.connect(&guest).await;
    let mut answering = world.connect(&staff).await;
    let closing = silent.closed_in_silence();
    tokio::pin!(closing);
    let code = loop {
        tokio::select! {
            code = &mut closing => break code,
            _ = answering.heard_ping() => {}
        }
    };
    assert_eq!(code, Some(4103));
    assert!(began.elapsed().as_secs_f64() >= 5.4, "not before two heartbeats");
    // Who answers stays, however long the other was waited for.
    answering.heard_ping().await;
    answering.settle().await;
}

#[tokio::test]
async fn a_phone_is_watched_more_closely_while_it_waits_for_help() {
    let world = World::start().await;
    let (idle, busy) = (world.participant(), world.participant());
    world.ask(&busy).await;
    for (person, expected) in [(&idle, 50), (&busy, 20), (&world.staff_by_hand(1).await, 20)] {
        let phone = world.connect(person).await;
        let welcome = &phone.heard[0];
        assert_eq!((&welcome["type"], &welcome["heartbeat_s"]), (&json!("welcome"), &json!(expected)));
        let limits = json!({ "frame_bytes": 32_768, "text_characters": 4_000, "unacknowledged": 16 });
        assert_eq!(welcome["limits"], limits);
        let now: chrono::DateTime<Utc> = serde_json::from_value(welcome["now"].clone()).unwrap();
        assert!((Utc::now() - now).num_seconds().abs() < 10);
    }
}

#[tokio::test]
async fn a_phone_that_asks_after_it_connected_is_watched_more_closely_from_then_on() {
    let limits = Limits { heartbeat_seconds: 3, idle_heartbeat_seconds: 600, ..Limits::default() };
    let world = World::start_with(limits).await;
    let guest = world.participant();
    let mut phone = world.connect(&guest).await;
    assert_eq!(phone.heard[0]["heartbeat_s"], 600);
    world.ask(&guest).await;
    assert_eq!(phone.heard_ping().await["heartbeat_s"], 3, "it is told at once");
    let next = phone.heard_ping().await;
    assert_eq!(next.get("heartbeat_s"), None, "and once");
    assert_eq!(phone.closed_in_silence().await, Some(4103));
}

#[tokio::test]
async fn a_reader_who_takes_nothing_for_too_long_is_closed_and_loses_nothing() {
    let limits = Limits {
        slow_seconds: 1,
        heartbeat_seconds: 600,
        idle_heartbeat_seconds: 600,
        frames: 100_000,
        outbox_frames: 64,
        participant_sends: 10_000,
        participant_burst: 10_000,
        member_sends: 10_000,
        ..Limits::default()
    };
    let world = World::start_with(limits).await;
    let (guest, staff, conversation) = world.conversation().await;
    let mut stuck = world.connect(&guest).await;
    let mut desk = world.connect(&staff).await;
    let text = "ü".repeat(4_000);
    let deadline = Instant::now() + Duration::from_secs(180);
    let mut last = 1;
    // More than any network holds for somebody who does not read; until everybody hears that the phone is gone.
    while !desk.heard.iter().any(|frame| frame["type"] == "presence" && frame["online"] == false) {
        assert!(Instant::now() < deadline, "it is never given up, at message {last}");
        let batch: Vec<Value> = (0..8).map(|_| send(Uuid::new_v4(), conversation, &text)).collect();
        for frame in batch {
            desk.say(frame).await;
        }
        for _ in 0..8 {
            last = desk.until("ack").await["seq"].as_i64().unwrap();
        }
    }
    // The reason comes after megabytes that wait in the network; on a busy machine they are not read before goodbye ends.
    let reason = stuck.closed().await;
    assert!(matches!(reason, Some(4102) | None), "closed as slow, not {reason:?}");
    let seqs = |client: &Client| -> Vec<i64> {
        let messages = client.heard.iter().filter(|frame| frame["type"] == "message");
        messages.map(|frame| frame["seq"].as_i64().unwrap()).collect()
    };
    let had = seqs(&stuck).last().copied().unwrap_or(1);
    assert_eq!(seqs(&stuck), (2..=had).collect::<Vec<_>>(), "what it had is in order");
    let mut again = Client::open(world.address).await;
    again.hello(&guest.token, json!([{ "conversation": conversation, "seq": had }])).await;
    again.until("synced").await;
    let replayed = seqs(&again);
    assert_eq!(replayed, (had + 1..).take(replayed.len()).collect::<Vec<_>>());
    let behind = again.heard.iter().any(|frame| frame["type"] == "behind" && frame["head"] == last);
    assert!(behind || replayed.last() == Some(&last) || had == last, "the rest is named");
}

#[tokio::test]
async fn only_so_many_sends_wait_for_their_answers() {
    let world = World::start_with(Limits { unacknowledged: 3, ..Limits::default() }).await;
    let (guest, _, conversation) = world.conversation().await;
    let mut phone = world.connect(&guest).await;
    // The store is busy with this conversation.
    let mut held = world.pool.begin().await.unwrap();
    sqlx::query("SELECT 1 FROM conversations WHERE id = $1 FOR UPDATE")
        .bind(conversation)
        .execute(&mut *held)
        .await
        .unwrap();
    let mut sent = Vec::new();
    for number in 0..4 {
        sent.push(phone.send(conversation, &format!("word {number}")).await);
    }
    let refused = phone.until("refused").await;
    assert_eq!(refused["client_id"], json!(sent[3]));
    assert_eq!((&refused["code"], &refused["retry"]), (&json!("too_many_unacknowledged"), &json!(true)));
    assert!(refused["after_ms"].as_u64().unwrap() > 0);
    assert!(
        phone.heard.iter().all(|frame| frame["type"] != "ack"),
        "nothing is acknowledged before it is stored"
    );
    held.rollback().await.unwrap();
    for (id, seq) in sent[..3].iter().zip(2..) {
        let ack = phone.until("ack").await;
        assert_eq!((&ack["client_id"], &ack["seq"]), (&json!(id), &json!(seq)));
    }
    phone.say(send(sent[3], conversation, "word 3")).await;
    assert_eq!(phone.until("ack").await["seq"], 5);
}

#[tokio::test]
async fn while_the_store_fails_the_same_may_be_sent_again() {
    let world = World::start().await;
    let (guest, _, conversation) = world.conversation().await;
    let mut phone = world.connect(&guest).await;
    sqlx::query("ALTER TABLE messages RENAME TO away").execute(&world.pool).await.unwrap();
    let id = phone.send(conversation, "Hello?").await;
    let refused = phone.until("refused").await;
    assert_eq!((&refused["client_id"], &refused["code"]), (&json!(id), &json!("unavailable")));
    assert_eq!(refused["retry"], true);
    let path = format!("/conversations/{conversation}/messages");
    let body = json!({ "client_id": id, "body": { "kind": "text", "text": "Hello?" } });
    let over_rest = world.post(&path, &guest, body).await;
    assert_eq!((over_rest.status, over_rest.code()), (StatusCode::SERVICE_UNAVAILABLE, "unavailable"));
    sqlx::query("ALTER TABLE away RENAME TO messages").execute(&world.pool).await.unwrap();
    phone.say(send(id, conversation, "Hello?")).await;
    let ack = phone.until("ack").await;
    assert_eq!((&ack["client_id"], &ack["seq"]), (&json!(id), &json!(2)));

    sqlx::query("ALTER TABLE conversation_people RENAME TO away").execute(&world.pool).await.unwrap();
    let mut late = Client::open(world.address).await;
    late.hello(&guest.token, json!([])).await;
    assert_eq!(late.closed().await, Some(4203), "who cannot be told their state comes again later");
    sqlx::query("ALTER TABLE away RENAME TO conversation_people").execute(&world.pool).await.unwrap();
    world.connect(&guest).await;
}

#[tokio::test]
async fn a_node_has_room_for_all_sockets_before_the_first_one_comes() {
    World::start().await;
    assert!(has_room_for(Limits::default().sockets));
}

#[tokio::test]
async fn a_full_node_says_so_before_anything_else() {
    let world = World::start_with(Limits { sockets: 1, ..Limits::default() }).await;
    let first = world.connect(&world.participant()).await;
    let answer = upgrade(&world, &[]).await;
    assert_eq!(answer.status(), 503);
    let seconds: u64 = answer.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!(seconds >= 1);
    drop(first);
    eventually("there is room again", async || (upgrade(&world, &[]).await.status() == 101).then_some(()))
        .await;

    let slow = World::start_with(Limits { sockets_per_second: 1, ..Limits::default() }).await;
    // More at once than one a second lets in, however slow this machine is: some wait for their turn, others come later.
    let upgrades = (0..16).map(|_| async { upgrade(&slow, &[]).await.status().as_u16() });
    let statuses = futures_util::future::join_all(upgrades).await;
    let entered = statuses.iter().filter(|status| **status == 101).count();
    assert!(entered > 2 && statuses.contains(&503), "{statuses:?}");
}

#[tokio::test]
async fn only_the_subprotocol_that_is_offered_is_chosen() {
    let world = World::start().await;
    let chosen = async |offered: &str| {
        let answer = upgrade(&world, &[("sec-websocket-protocol", offered)]).await;
        assert_eq!(answer.status(), 101);
        answer.headers().get("sec-websocket-protocol").cloned()
    };
    assert_eq!(chosen("steward.v1").await.unwrap(), "steward.v1");
    assert_eq!(chosen("steward.v2, steward.v1").await.unwrap(), "steward.v1");
    assert!(upgrade(&world, &[]).await.headers().get("sec-websocket-protocol").is_none());
}

/// Nothing answers for auth-api here, so tokens of participants count two hours past their end.
#[tokio::test]
async fn while_auth_is_away_nobody_who_needs_help_is_signed_out() {
    let world = World::start_with(Limits { heartbeat_seconds: 3, ..Limits::default() }).await;
    let (guest, staff, conversation) = world.conversation().await;
    eventually("it is noticed that auth-api is away", async || {
        let aged = Person { token: ended(&world, &guest, 60), ..guest.clone() };
        (world.get("/conversations", &aged).await.status == StatusCode::OK).then_some(())
    })
    .await;
    let aged = Person { token: ended(&world, &guest, 100 * 60), ..guest.clone() };
    let mut phone = world.connect(&aged).await;
    for _ in 0..3 {
        phone.heard_ping().await;
    }
    phone.send(conversation, "Still here").await;
    assert_eq!(phone.until("ack").await["seq"], 2);
    for (person, seconds) in [(&guest, 130 * 60), (&staff, 60)] {
        let mut closed = Client::open(world.address).await;
        closed.hello(&ended(&world, person, seconds), json!([])).await;
        assert_eq!(closed.closed().await, Some(4401));
    }
}
