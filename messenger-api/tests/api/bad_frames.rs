//! What the socket does with frames that are broken, hostile or not allowed.

use chrono::Utc;
use messenger_api::Limits;
use reqwest::StatusCode;
use serde_json::{Value, json};
use service_kit::identity::{Claims, Role};
use service_kit::testing::Signer;
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};
use uuid::Uuid;

use crate::support::send;
use crate::support::{Client, Person, World};

fn token(world: &World, person: &Person, session: Uuid, issued: i64) -> String {
    world.signer.sign(&Claims::new(person.id, session, person.subject, issued))
}

/// The code with which a socket is closed whose first frame is this.
async fn closed_after(world: &World, first: Value) -> Option<u16> {
    let mut client = Client::open(world.address).await;
    client.say(first).await;
    client.closed().await
}

fn hello(token: &str) -> Value {
    json!({ "type": "hello", "token": token, "device": "test", "positions": [] })
}

/// A frame's head as a client writes it, masked with nought, and its payload.
fn raw(head: u8, payload: &[u8]) -> Vec<u8> {
    let length = u16::try_from(payload.len()).unwrap().to_be_bytes();
    [&[head, 0xfe], length.as_slice(), &[0; 4], payload].concat()
}

#[tokio::test]
async fn who_does_not_say_a_good_hello_is_not_let_in() {
    let world = World::start().await;
    let guest = world.participant();
    let now = Utc::now().timestamp();
    let foreign = Signer::default().token(guest.subject);
    let mut silent = Client::open(world.address).await;
    let firsts = [
        hello("nonsense"),
        hello(&foreign),
        hello(&token(&world, &guest, guest.session, now - 86_400)),
        hello(&world.administrator().token),
        json!({ "type": "pong" }),
        json!({ "type": "hello", "token": guest.token }),
        json!({ "type": "hello", "token": guest.token, "device": "", "positions": [] }),
        json!({ "type": "hello", "token": guest.token, "device": "d", "positions": [{ "conversation": Uuid::nil(), "seq": -1 }] }),
        json!([]),
    ];
    for first in firsts {
        assert_eq!(closed_after(&world, first.clone()).await, Some(4401), "{first}");
    }
    assert_eq!(silent.closed().await, Some(4401), "no hello in five seconds");
}

/// A socket's standing is also looked at with each heartbeat: nothing is to wait for that.
fn hardly_a_heartbeat() -> Limits {
    Limits { heartbeat_seconds: 600, idle_heartbeat_seconds: 600, ..Limits::default() }
}

#[tokio::test]
async fn an_ended_session_is_closed_and_not_let_in_again() {
    let world = World::start_with(hardly_a_heartbeat()).await;
    let guest = world.participant();
    let mut phone = world.connect(&guest).await;
    let mut other = world.connect(&world.participant()).await;
    sqlx::raw_sql(sqlx::AssertSqlSafe(format!(
        "INSERT INTO ended_sessions VALUES ('{0}', now());
         INSERT INTO feed (kind, entity, data) VALUES ('session', '{0}', '{{}}');",
        guest.session
    )))
    .execute(&world.pool)
    .await
    .unwrap();
    assert_eq!(phone.closed().await, Some(4402));
    assert_eq!(closed_after(&world, hello(&guest.token)).await, Some(4402));
    assert!(other.settle().await.is_empty(), "others stay");
}

#[tokio::test]
async fn members_of_a_blocked_organization_are_closed() {
    let world = World::start_with(hardly_a_heartbeat()).await;
    let staff = world.member(Role::Staff).await;
    let mut desk = world.connect(&staff).await;
    sqlx::raw_sql(sqlx::AssertSqlSafe(format!(
        "UPDATE organizations SET status = 'blocked' WHERE id = '{0}';
         INSERT INTO feed (kind, entity, data) VALUES ('organization', '{0}', '{{\"status\":\"blocked\"}}');",
        world.organization
    )))
    .execute(&world.pool)
    .await
    .unwrap();
    assert_eq!(desk.closed().await, Some(4402));
    assert_eq!(closed_after(&world, hello(&staff.token)).await, Some(4402));
}

#[tokio::test]
async fn a_fresh_token_is_of_the_same_person_and_session() {
    let world = World::start().await;
    let guest = world.participant();
    let now = Utc::now().timestamp();
    let mut phone = world.connect(&guest).await;
    phone.say(json!({ "type": "token", "token": token(&world, &guest, guest.session, now) })).await;
    assert!(phone.settle().await.is_empty());
    let wrong =
        [world.participant().token, token(&world, &guest, Uuid::now_v7(), now), "nonsense".to_owned()];
    for wrong in wrong {
        let mut phone = world.connect(&guest).await;
        phone.say(json!({ "type": "token", "token": wrong })).await;
        assert_eq!(phone.closed().await, Some(4401));
    }
    assert!(phone.settle().await.is_empty(), "the good one stays");
}

#[tokio::test]
async fn the_sixth_socket_of_a_person_replaces_the_oldest() {
    let world = World::start().await;
    let guest = world.participant();
    let mut sockets = Vec::new();
    for _ in 0..6 {
        sockets.push(world.connect(&guest).await);
    }
    assert_eq!(sockets.remove(0).closed().await, Some(4404));
    for socket in &mut sockets {
        assert!(socket.settle().await.is_empty());
    }
}

#[tokio::test]
async fn a_newer_client_is_understood_as_far_as_possible() {
    let world = World::start().await;
    let (guest, _, conversation) = world.conversation().await;
    let mut phone = world.connect(&guest).await;
    for number in 0..30 {
        phone.say(json!({ "type": format!("newer-{number}"), "x": [1] })).await;
        let refused = phone.until("refused").await;
        assert_eq!((&refused["code"], &refused["retry"]), (&json!("unknown"), &json!(false)));
    }
    let mut newer = send(Uuid::new_v4(), conversation, "Hello");
    newer["mood"] = json!({ "colour": "blue" });
    phone.say(newer).await;
    assert_eq!(phone.until("ack").await["seq"], 2);
}

#[tokio::test]
async fn a_frame_that_cannot_be_read_is_refused_with_its_field_and_ten_are_abuse() {
    let world = World::start().await;
    let (guest, _, conversation) = world.conversation().await;
    let id = Uuid::new_v4();
    let text = |body: &str| {
        format!(r#"{{"type":"send","client_id":"{id}","conversation":"{conversation}","body":{body}}}"#)
    };
    let deep = format!(r#"{{"type":"pong","x":{}{}}}"#, "[".repeat(17), "]".repeat(17));
    let cases = [
        ("nonsense".to_owned(), "expected"),
        (r#"{"type":"pong"} {"type":"pong"}"#.to_owned(), "trailing"),
        (r#"{"type":"pong","type":"typing"}"#.to_owned(), "`type` stands twice"),
        (deep, "deep"),
        (text("{\"kind\":\"text\",\"text\":\"a\\u0000b\"}"), "NUL"),
        ("{}".to_owned(), "type:"),
        (text(r#"{"kind":"text"}"#), "body"),
        (text(r#"{"kind":"text","text":7}"#), "body"),
        (format!(r#"{{"type":"seen","conversation":"{conversation}","seq":"1"}}"#), "seq:"),
    ];
    let mut phone = world.connect(&guest).await;
    for (frame, named) in &cases {
        phone.say_raw(Message::text(frame.as_str())).await;
        let refused = phone.until("refused").await;
        assert_eq!((&refused["code"], &refused["retry"]), (&json!("invalid"), &json!(false)), "{frame}");
        assert!(refused["detail"].as_str().unwrap().contains(named), "{frame}: {refused}");
    }
    phone.say(send(id, conversation, "Still here")).await;
    assert_eq!(phone.until("ack").await["client_id"], json!(id));
    phone.say_raw(Message::text("the tenth")).await;
    assert_eq!(phone.closed().await, Some(4405));
    assert_eq!(phone.heard.last().unwrap()["code"], "invalid", "the tenth has its answer, too");
}

#[tokio::test]
async fn what_is_only_not_allowed_now_is_never_abuse() {
    let world = World::start_with(Limits { participant_sends: 1, ..Limits::default() }).await;
    let (guest, _, conversation) = world.conversation().await;
    let mut phone = world.connect(&guest).await;
    for _ in 0..12 {
        phone.say(hello(&guest.token)).await;
        assert_eq!(phone.until("refused").await["code"], "forbidden");
        phone.say(json!({ "type": "watch", "topic": format!("queue:{}", world.event) })).await;
        assert_eq!(phone.until("refused").await["code"], "not_found");
        phone.say(json!({ "type": "seen", "conversation": Uuid::now_v7(), "seq": 1 })).await;
        assert_eq!(phone.until("refused").await["code"], "not_found");
    }
    let mut too_fast = 0;
    for number in 0..30 {
        phone.send(conversation, &format!("quick {number}")).await;
        let answer =
            phone.until_frame(|frame| ["ack", "refused"].contains(&frame["type"].as_str().unwrap())).await;
        if answer["type"] == "refused" {
            assert_eq!((&answer["code"], &answer["retry"]), (&json!("too_fast"), &json!(true)));
            assert!(answer["after_ms"].as_u64().unwrap() > 0);
            too_fast += 1;
        }
    }
    assert!((1..=20).contains(&too_fast), "{too_fast}");
}

#[tokio::test]
async fn one_bad_message_among_many_is_refused_alone() {
    let world = World::start().await;
    let (guest, _, conversation) = world.conversation().await;
    let mut phone = world.connect(&guest).await;
    let mut expected = Vec::new();
    for number in 0..8 {
        let id = Uuid::new_v4();
        let words = if number == 3 { "ü".repeat(4_001) } else { format!("message {number}") };
        phone.say(send(id, conversation, &words)).await;
        expected.push(id);
    }
    let bad = expected.remove(3);
    let mut acknowledged = Vec::new();
    while acknowledged.len() < 7 {
        let ack = phone.until("ack").await;
        acknowledged.push((crate::support::uuid(&ack["client_id"]), ack["seq"].as_i64().unwrap()));
    }
    assert_eq!(acknowledged, expected.into_iter().zip(2..).collect::<Vec<_>>());
    let refused: Vec<_> = phone.heard.iter().filter(|frame| frame["type"] == "refused").collect();
    assert_eq!((refused.len(), &refused[0]["client_id"]), (1, &json!(bad)));
}

#[tokio::test]
async fn what_is_no_text_frame_ends_the_socket() {
    let world = World::start().await;
    let guest = world.participant();
    let mut phone = world.connect(&guest).await;
    phone.say_raw(Message::binary(vec![1, 2, 3])).await;
    assert_eq!(phone.closed().await, Some(1003));
    let mut phone = world.connect(&guest).await;
    phone.say_bytes(&raw(0x81, &[b'"', 0xff, 0xfe, b'"'])).await;
    assert_eq!(phone.closed().await, Some(1007));
}

#[tokio::test]
async fn what_is_too_large_is_refused_without_waiting_for_it() {
    let world = World::start().await;
    let guest = world.participant();
    let mut phone = world.connect(&guest).await;
    let padded = |length: usize| format!(r#"{{"type":"pong","x":"{}"}}"#, "x".repeat(length));
    phone.say_raw(Message::text(padded(32 * 1024 - 30))).await;
    assert!(phone.settle().await.is_empty(), "up to 32 KiB all is well");
    phone.say_raw(Message::text(padded(32 * 1024))).await;
    assert_eq!(phone.closed().await, Some(1009));

    // A terabyte is announced; nothing of it ever comes.
    let mut phone = world.connect(&guest).await;
    let length = (1_u64 << 40).to_be_bytes();
    phone.say_bytes(&[&[0x81, 0xff], length.as_slice(), &[0; 4]].concat()).await;
    assert_eq!(phone.closed().await, Some(1009));

    // Many small fragments are too large together.
    let mut phone = world.connect(&guest).await;
    phone.say_bytes(&raw(0x01, &[b'x'; 8_000])).await;
    for _ in 0..4 {
        phone.say_bytes(&raw(0x00, &[b'x'; 8_000])).await;
    }
    assert_eq!(phone.closed().await, Some(1009));
}

#[tokio::test]
async fn a_flood_of_frames_ends_the_socket() {
    let world = World::start().await;
    let mut phone = world.connect(&world.participant()).await;
    let pong = raw(0x81, br#"{"type":"pong"}"#);
    phone.say_bytes(&pong.repeat(400)).await;
    assert_eq!(phone.closed().await, Some(4201));
}

#[tokio::test]
async fn pages_of_other_origins_cannot_use_a_cookie() {
    let world = World::start().await;
    let status = async |headers: &[(&'static str, &str)]| {
        let mut request = format!("ws://{}/messenger/v1/live", world.address).into_client_request().unwrap();
        for (name, value) in headers {
            request.headers_mut().insert(*name, value.parse().unwrap());
        }
        match connect_async(request).await {
            Ok((_, response)) => response.status().as_u16(),
            Err(Error::Http(response)) => response.status().as_u16(),
            Err(error) => panic!("{error}"),
        }
    };
    let cookie = ("cookie", "session=1");
    assert_eq!(status(&[cookie, ("origin", "https://elsewhere.example")]).await, 403);
    assert_eq!(status(&[cookie, ("origin", "null")]).await, 403);
    assert_eq!(status(&[cookie]).await, 403);
    assert_eq!(status(&[cookie, ("origin", "http://localhost")]).await, 101);
    assert_eq!(status(&[]).await, 101);
    let plain = world.get("/live", &world.participant()).await;
    assert_eq!((plain.status, plain.code()), (StatusCode::BAD_REQUEST, "invalid"));
}
