//! Tags: what a conversation is filed under, known to members alone.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Answer, Person, World, uuid};

async fn put(world: &World, conversation: Uuid, member: &Person, tags: Value) -> Answer {
    let path = format!("/conversations/{conversation}/tags");
    world.call(Method::PUT, &path, Some(member), Some(json!({ "tags": tags }))).await
}

#[tokio::test]
async fn members_hear_of_tags_at_once_and_the_participant_never() {
    let world = World::start().await;
    let (asker, staff, help) = world.conversation().await;
    let mut phone = world.connect(&asker).await;
    let mut desk = world.connect(&staff).await;
    let answer = put(&world, help, &staff, json!(["Lost  Child", "lost child", "Gate A"])).await;
    assert_eq!(answer.body["tags"], json!(["lost child", "gate a"]), "{answer:?}");
    let state = desk.until_frame(|frame| frame["state"]["tags"] == json!(["lost child", "gate a"])).await;
    assert_eq!(uuid(&state["state"]["about"]), help);
    let heard = phone.settle().await;
    assert!(heard.iter().all(|frame| frame["type"] == "presence"), "{heard:?}");
    let theirs = world.get(&format!("/conversations/{help}"), &asker).await;
    assert_eq!(theirs.body["tags"], Value::Null);
    for listed in [world.get("/conversations", &asker).await, world.get("/help-requests", &asker).await] {
        assert!(!listed.body.to_string().contains("gate a"), "{listed:?}");
    }
    let ours = world.get(&format!("/conversations/{help}"), &staff).await;
    assert_eq!(ours.body["tags"], json!(["lost child", "gate a"]));
    assert_eq!(
        world.get("/conversations", &staff).await.body["items"][0]["tags"],
        json!(["lost child", "gate a"])
    );

    assert_eq!(put(&world, help, &staff, json!([])).await.status, StatusCode::OK);
    assert_eq!(world.get(&format!("/conversations/{help}"), &staff).await.body["tags"], json!([]));
}

#[tokio::test]
async fn tags_that_were_used_are_suggested_in_their_organization() {
    let world = World::start().await;
    let (_, staff, first) = world.conversation().await;
    let (_, other, second) = world.conversation().await;
    put(&world, first, &staff, json!(["gate a", "knee"])).await;
    put(&world, first, &staff, json!(["gate a", "knee"])).await;
    put(&world, second, &other, json!(["gate b", "knee"])).await;
    let suggested = |answer: Answer| answer.body["tags"].clone();
    let all = suggested(world.get("/tags", &staff).await);
    assert_eq!(
        all,
        json!(["knee", "gate a", "gate b"]),
        "the most used one first; saying it again is no use"
    );
    assert_eq!(suggested(world.get("/tags?text=GATE", &staff).await), json!(["gate a", "gate b"]));
    assert_eq!(suggested(world.get("/tags?text=%25", &staff).await), json!([]));
    let foreign = world.member_of(world.new_organization("approved").await, Role::Owner).await;
    assert_eq!(suggested(world.get("/tags", &foreign).await), json!([]));
}

#[tokio::test]
async fn tags_are_few_short_and_for_those_who_work_on_it() {
    let world = World::start().await;
    let (_, staff, help) = world.conversation().await;
    let many: Vec<String> = (0..11).map(|number| format!("tag {number}")).collect();
    for wrong in [json!(many), json!([""]), json!(["x".repeat(31)])] {
        let refused = put(&world, help, &staff, wrong).await;
        assert_eq!(
            (refused.status, &refused.body["errors"][0]["field"]),
            (StatusCode::UNPROCESSABLE_ENTITY, &json!("tags"))
        );
    }
    let stranger = world.member(Role::Staff).await;
    assert_eq!(put(&world, help, &stranger, json!(["mine"])).await.status, StatusCode::NOT_FOUND);
    let manager = world.member(Role::Manager).await;
    assert_eq!(put(&world, help, &manager, json!(["ours"])).await.status, StatusCode::OK);
    world.post(&format!("/conversations/{help}/close"), &staff, json!({ "outcome": "resolved" })).await;
    assert_eq!(put(&world, help, &staff, json!(["after it was closed"])).await.status, StatusCode::OK);
}
