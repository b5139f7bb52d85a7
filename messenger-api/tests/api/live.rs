//! The promises of the live protocol, as a plain client sees them.

use serde_json::json;
use uuid::Uuid;

use crate::support::send;
use crate::support::{Client, World};

#[tokio::test]
async fn talks_both_ways_in_one_order() {
    let world = World::start().await;
    let (participant, staff, conversation) = world.conversation().await;
    let mut phone = world.connect(&participant).await;
    let mut desk = world.connect(&staff).await;

    let first = phone.send(conversation, "Where are you?").await;
    let ack = phone.until("ack").await;
    assert_eq!((&ack["client_id"], &ack["seq"]), (&json!(first), &json!(2)));
    let message = desk.until("message").await;
    assert_eq!((&message["client_id"], &message["seq"]), (&json!(first), &json!(2)));
    assert_eq!(message["sender"], json!({ "id": participant.id, "kind": "participant" }));
    assert_eq!(message["body"], json!({ "kind": "text", "text": "Where are you?" }));

    desk.send(conversation, "On my way").await;
    assert_eq!(desk.until("ack").await["seq"], 3);
    assert_eq!(phone.until("message").await["seq"], 3);
    assert!(phone.settle().await.iter().all(|frame| frame["type"] != "message"));
}

#[tokio::test]
async fn a_repeat_gives_the_first_answer_and_other_content_is_a_conflict() {
    let world = World::start().await;
    let (participant, _, conversation) = world.conversation().await;
    let mut phone = world.connect(&participant).await;
    let id = phone.send(conversation, "Once").await;
    let first = phone.until("ack").await;
    assert_eq!(first.get("duplicate"), None);
    phone.say(send(id, conversation, "Once")).await;
    let again = phone.until("ack").await;
    assert_eq!((&again["seq"], &again["duplicate"]), (&first["seq"], &json!(true)));
    phone.say(send(id, conversation, "Twice")).await;
    let refused = phone.until("refused").await;
    assert_eq!((&refused["code"], &refused["retry"]), (&json!("conflict"), &json!(false)));
    assert_eq!(refused["client_id"], json!(id));
}

#[tokio::test]
async fn resumes_from_any_position_once_and_in_order() {
    let world = World::start().await;
    let (participant, staff, conversation) = world.conversation().await;
    let mut desk = world.connect(&staff).await;
    for number in 2..=20 {
        desk.send(conversation, &format!("message {number}")).await;
        desk.until("ack").await;
    }
    let mut phone = Client::open(world.address).await;
    phone.hello(&participant.token, json!([{ "conversation": conversation, "seq": 7 }])).await;
    phone.until("synced").await;
    let seqs: Vec<_> = phone
        .heard
        .iter()
        .filter(|frame| frame["type"] == "message")
        .map(|frame| frame["seq"].as_i64().unwrap())
        .collect();
    assert_eq!(seqs, (8..=20).collect::<Vec<_>>());
    assert_eq!(phone.heard[0]["type"], "welcome");
}

#[tokio::test]
async fn strangers_and_unknown_conversations_get_the_same_answer() {
    let world = World::start().await;
    let (_, _, conversation) = world.conversation().await;
    let mut stranger = world.connect(&world.participant()).await;
    let mut answer = async |conversation| {
        stranger.send(conversation, "Hello").await;
        let mut refused = stranger.until("refused").await;
        refused.as_object_mut().unwrap().remove("client_id");
        refused
    };
    let theirs = answer(conversation).await;
    let nobodys = answer(Uuid::now_v7()).await;
    assert_eq!(theirs, nobodys);
    assert_eq!(theirs["code"], "not_found");
}

#[tokio::test]
async fn marks_and_typing_reach_the_others_and_marks_are_kept() {
    let world = World::start().await;
    let (participant, staff, conversation) = world.conversation().await;
    let mut phone = world.connect(&participant).await;
    let mut desk = world.connect(&staff).await;
    phone.say(json!({ "type": "typing", "conversation": conversation })).await;
    assert_eq!(desk.until("typing").await["person"], json!(participant.id));
    desk.send(conversation, "Where are you?").await;
    phone.until("message").await;
    for kind in ["received", "seen"] {
        phone.say(json!({ "type": kind, "conversation": conversation, "seq": 2 })).await;
        let mark = desk.until(kind).await;
        assert_eq!((&mark["person"], &mark["seq"]), (&json!(participant.id), &json!(2)));
    }
    // A mark never goes back, and never past what there is.
    phone.say(json!({ "type": "seen", "conversation": conversation, "seq": 1 })).await;
    phone.say(json!({ "type": "received", "conversation": conversation, "seq": 1_000 })).await;
    phone.settle().await;
    desk.send(conversation, "Hello?").await;
    phone.until("message").await;
    phone.say(json!({ "type": "seen", "conversation": conversation, "seq": 3 })).await;
    desk.until_frame(|frame| frame["type"] == "seen" && frame["seq"] == 3).await;
    let state = world.get(&format!("/conversations/{conversation}"), &staff).await;
    assert_eq!(state.body["seen"], json!({ participant.id.to_string(): 3 }));
    let received = state.body["received"][participant.id.to_string()].as_i64().unwrap();
    assert!((2..=3).contains(&received), "{state:?}");
}

#[tokio::test]
async fn a_node_that_stops_at_once_answers_what_was_sent_and_says_goodbye() {
    let world = World::start().await;
    let (participant, _, conversation) = world.conversation().await;
    let mut phone = world.connect(&participant).await;
    for number in 0..5 {
        phone.send(conversation, &format!("word {number}")).await;
    }
    phone.until("ack").await;
    world.tasks.stop();
    assert_eq!(phone.closed().await, Some(4101));
    let acknowledged = phone.heard.iter().filter(|frame| frame["type"] == "ack").count();
    let stored: i64 = sqlx::query_scalar("SELECT last_seq FROM conversations WHERE id = $1")
        .bind(conversation)
        .fetch_one(&world.pool)
        .await
        .unwrap();
    assert_eq!(i64::try_from(acknowledged).unwrap(), stored - 1, "what is stored was acknowledged");
    let bye = phone.heard.iter().find(|frame| frame["type"] == "bye").unwrap();
    assert!(bye["delay_ms"].as_u64().unwrap() <= 3_000);
}
