//! Managers follow conversations that they are not in.

use reqwest::StatusCode;
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::World;

fn topic(kind: &str, conversation: Uuid) -> Value {
    json!({ "type": kind, "topic": format!("conversation:{conversation}") })
}

#[tokio::test]
async fn whoever_begins_to_follow_a_conversation_just_as_it_changes_hears_what_follows() {
    let world = World::start().await;
    let (manager, beside) = (world.member(Role::Manager).await, world.staff_by_hand(1).await);
    let mut desk = world.connect(&manager).await;
    for round in 0..40 {
        let (_, staff, conversation) = world.conversation().await;
        let watch = topic("watch", conversation);
        let path = format!("/conversations/{conversation}/invite");
        let (invited, ()) =
            tokio::join!(world.post(&path, &staff, json!({ "member": beside.id })), desk.say(watch));
        assert_eq!(invited.status, StatusCode::OK, "{invited:?}");
        let has_two = |frame: &Value| frame["state"]["members"].as_array().is_some_and(|all| all.len() == 2);
        desk.until_frame(|frame| frame["conversation"] == json!(conversation) && has_two(frame)).await;
        // The change may have come before all of `watch` was done.
        desk.settle().await;
        let text = format!("Still with you, {round}");
        assert_eq!(world.say(&staff, conversation, &text).await, StatusCode::CREATED);
        desk.until_frame(|frame| frame["body"]["text"] == json!(text)).await;
    }
}

#[tokio::test]
async fn what_was_closed_too_early_is_followed_on_when_it_is_opened_again() {
    let world = World::start().await;
    let (_, staff, conversation) = world.conversation().await;
    let manager = world.member(Role::Manager).await;
    let (mut desk, mut other) = (world.connect(&manager).await, world.connect(&manager).await);
    for each in [&mut desk, &mut other] {
        each.say(topic("watch", conversation)).await;
        each.until("conversation").await;
    }
    for (action, body, status) in
        [("close", json!({ "outcome": "resolved" }), "closed"), ("reopen", json!({}), "open")]
    {
        let changed = world.post(&format!("/conversations/{conversation}/{action}"), &staff, body).await;
        assert_eq!(changed.status, StatusCode::OK, "{changed:?}");
        desk.until_frame(|frame| frame["state"]["status"] == status).await;
    }
    assert_eq!(world.say(&staff, conversation, "There is more").await, StatusCode::CREATED);
    assert_eq!(desk.until("message").await["body"]["text"], "There is more");
    desk.say(topic("unwatch", conversation)).await;
    desk.settle().await;
    assert_eq!(world.say(&staff, conversation, "Between us").await, StatusCode::CREATED);
    other.until_frame(|frame| frame["body"]["text"] == "Between us").await;
    assert!(desk.settle().await.iter().all(|frame| frame["type"] != "message"));
}

#[tokio::test]
async fn whoever_no_longer_follows_announcements_hears_none() {
    let world = World::start().await;
    let manager = world.member(Role::Manager).await;
    let (mut desk, mut other) = (world.connect(&manager).await, world.connect(&manager).await);
    let announce = async |text: &str| {
        let body = json!({ "event": world.event, "client_id": Uuid::new_v4(), "body": { "kind": "text", "text": text } });
        let announced = world.post("/announcements", &manager, body).await;
        assert_eq!(announced.status, StatusCode::CREATED, "{announced:?}");
    };
    announce("Doors open").await;
    let conversation: Uuid =
        sqlx::query_scalar("SELECT id FROM conversations WHERE kind = 'announcements' AND event = $1")
            .bind(world.event)
            .fetch_one(&world.pool)
            .await
            .unwrap();
    for each in [&mut desk, &mut other] {
        each.say(topic("watch", conversation)).await;
        each.until("conversation").await;
        each.settle().await;
    }
    announce("Doors close").await;
    assert_eq!(desk.until("message").await["body"]["text"], "Doors close");
    desk.say(json!({ "type": "seen", "conversation": conversation, "seq": 2 })).await;
    assert_eq!(desk.until("refused").await["code"], "not_found");
    desk.say(topic("unwatch", conversation)).await;
    desk.settle().await;
    announce("Goodbye").await;
    other.until_frame(|frame| frame["body"]["text"] == "Goodbye").await;
    assert!(desk.settle().await.iter().all(|frame| frame["type"] != "message"));
}
