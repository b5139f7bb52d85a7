//! `POST /updates`: the socket's frames for networks that break sockets.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use reqwest::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{Person, World};

async fn updates(world: &World, person: &Person, body: Value) -> Vec<Value> {
    let answer = world.post("/updates", person, body).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    answer.body["frames"].as_array().unwrap().clone()
}

fn kinds(frames: &[Value]) -> Vec<&str> {
    frames.iter().map(|frame| frame["type"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn replays_what_a_socket_would() {
    let world = World::start().await;
    let (participant, staff, conversation) = world.conversation().await;
    let body = json!({ "client_id": Uuid::new_v4(), "body": { "kind": "text", "text": "hello" } });
    world.post(&format!("/conversations/{conversation}/messages"), &staff, body).await;
    let positions = json!([{ "conversation": conversation, "seq": 1 }]);
    let frames = updates(&world, &participant, json!({ "positions": positions })).await;
    assert_eq!(kinds(&frames)[..2], ["welcome", "conversation"]);
    // A state may come again at any time, a message never.
    let others: Vec<_> = frames.iter().filter(|frame| frame["type"] != "conversation").cloned().collect();
    assert_eq!(kinds(&others), ["welcome", "message", "synced"]);
    assert_eq!(others[1]["body"]["text"], "hello");
}

#[tokio::test]
async fn waits_for_the_first_news() {
    let world = World::start().await;
    let (participant, staff, conversation) = world.conversation().await;
    let mut known = BTreeMap::new();
    note_states(&mut known, &updates(&world, &participant, json!({ "positions": [] })).await);
    // Every open conversation, also the announcements of the event.
    assert_eq!(known.len(), 2);
    assert!(known.contains_key(&conversation.to_string()));
    let began = Instant::now();
    let write = async {
        tokio::time::sleep(Duration::from_millis(400)).await;
        let body = json!({ "client_id": Uuid::new_v4(), "body": { "kind": "text", "text": "late" } });
        world.post(&format!("/conversations/{conversation}/messages"), &staff, body).await;
    };
    let read = async {
        // A state that changed just before is news, too, but each only once.
        for _ in 0..4 {
            let asked = json!({ "positions": known.values().collect::<Vec<_>>() });
            let frames = updates(&world, &participant, asked).await;
            if frames.iter().any(|frame| frame["body"]["text"] == "late") {
                return;
            }
            note_states(&mut known, &frames);
        }
        panic!("it answers, and has no news");
    };
    tokio::join!(read, write);
    assert!(began.elapsed() < Duration::from_secs(20), "it does not wait to the end");
}

/// Where a client is in each conversation after it was told these states: of one that comes twice the later version
/// counts, but only messages move its number.
fn note_states(known: &mut BTreeMap<String, Value>, frames: &[Value]) {
    for state in frames.iter().filter(|frame| frame["type"] == "conversation").map(|frame| &frame["state"]) {
        let position =
            json!({ "conversation": state["id"], "seq": state["last_seq"], "version": state["version"] });
        let known = known.entry(state["id"].as_str().unwrap().to_owned()).or_insert(position);
        known["version"] = state["version"].clone();
    }
}

#[tokio::test]
async fn names_what_is_wrong_with_positions() {
    let world = World::start().await;
    let participant = world.participant();
    let negative = json!({ "positions": [{ "conversation": Uuid::new_v4(), "seq": -1 }] });
    let answer = world.post("/updates", &participant, negative).await;
    assert_eq!((answer.status, answer.code()), (StatusCode::UNPROCESSABLE_ENTITY, "invalid"));
    assert_eq!(answer.body["errors"][0]["field"], "positions[0].seq");
    let many: Vec<_> = (0..501).map(|_| json!({ "conversation": Uuid::new_v4(), "seq": 0 })).collect();
    let answer = world.post("/updates", &participant, json!({ "positions": many })).await;
    assert_eq!(answer.body["errors"][0]["field"], "positions");
}

#[tokio::test]
async fn strangers_and_unknown_get_the_same_refusal() {
    let world = World::start().await;
    let (_, _, conversation) = world.conversation().await;
    let stranger = world.participant();
    for id in [conversation, Uuid::new_v4()] {
        let positions = json!([{ "conversation": id, "seq": 1 }]);
        let asked = updates(&world, &stranger, json!({ "positions": positions }));
        let frames = tokio::time::timeout(Duration::from_secs(15), asked).await.expect("it is told at once");
        assert_eq!(kinds(&frames), ["welcome", "refused", "synced"]);
        assert_eq!((&frames[1]["code"], &frames[1]["conversation"]), (&json!("not_found"), &json!(id)));
    }
    let administrator = world.administrator();
    let answer = world.post("/updates", &administrator, json!({ "positions": [] })).await;
    assert_eq!((answer.status, answer.code()), (StatusCode::FORBIDDEN, "forbidden"));
}
