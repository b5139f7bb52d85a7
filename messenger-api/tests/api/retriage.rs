//! Staff judge a request anew, and its place follows.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Answer, Person, World};

async fn edit(world: &World, person: &Person, request: Uuid, body: Value) -> Answer {
    world.call(Method::PATCH, &format!("/help-requests/{request}"), Some(person), Some(body)).await
}

#[tokio::test]
async fn who_is_judged_worse_off_comes_first_and_everybody_sees_it() {
    let world = World::start().await;
    let staff = world.staff_by_hand(3).await;
    let (first, _) = world.ask(&world.participant()).await;
    let guest = world.participant();
    let (second, conversation) = world.ask(&guest).await;
    let mut desk = world.connect(&staff).await;
    desk.say(json!({ "type": "watch", "topic": format!("queue:{}", world.event) })).await;
    desk.until("queue").await;
    let mut phone = world.connect(&guest).await;

    let body = json!({ "priority": "critical", "category": "medical", "version": 1 });
    let edited = edit(&world, &staff, second, body).await;
    assert_eq!(edited.status, StatusCode::OK, "{edited:?}");
    assert_eq!((&edited.body["priority"], &edited.body["place"]), (&json!("critical"), &json!(1)));
    assert_eq!(world.request(&staff, first).await["place"], 2);
    // What the desk heard of it before may come late.
    let is_told = |frame: &Value| frame["request"]["id"] == json!(second) && frame["request"]["version"] == 2;
    assert_eq!(desk.until_frame(is_told).await["request"]["category"], "medical");
    let place = phone.until_frame(|frame| frame["place"] == 1).await;
    assert_eq!(place["conversation"], json!(conversation));

    let next = world.post(&format!("/events/{}/queue/take", world.event), &staff, json!({})).await;
    assert_eq!(next.id(), conversation);
    // Judged down again while somebody helps: it counts when it comes back.
    assert_eq!(edit(&world, &staff, second, json!({ "priority": "low" })).await.body["priority"], "low");
    let back = json!({ "to": { "kind": "queue" } });
    world.post(&format!("/conversations/{conversation}/transfer"), &staff, back).await;
    assert_eq!(world.request(&staff, second).await["place"], 2);
}

#[tokio::test]
async fn two_who_judge_at_once_learn_of_each_other() {
    let world = World::start().await;
    let staff = world.staff_by_hand(3).await;
    let (request, _) = world.ask(&world.participant()).await;
    assert_eq!(edit(&world, &staff, request, json!({ "priority": "high", "version": 1 })).await.status, 200);
    let refused = edit(&world, &staff, request, json!({ "priority": "low", "version": 1 })).await;
    assert_eq!((refused.status, refused.code()), (StatusCode::CONFLICT, "version_conflict"));
    assert_eq!(refused.body["current"]["priority"], "high");
    let repeat = edit(&world, &staff, request, json!({ "priority": "high", "version": 1 })).await;
    assert_eq!((repeat.status, &repeat.body["version"]), (StatusCode::OK, &json!(2)), "a repeat: {repeat:?}");
    assert_eq!(edit(&world, &staff, request, json!({ "priority": "urgent" })).await.status, 422);

    let foreign = world.new_organization("approved").await;
    let stranger = world.member_of(foreign, Role::Owner).await;
    assert_eq!(edit(&world, &stranger, request, json!({ "priority": "low" })).await.status, 404);
    world.take(&staff, request).await;
    let conversation = world.request(&staff, request).await["conversation"].clone();
    let path = format!("/conversations/{}/close", conversation.as_str().unwrap());
    world.post(&path, &staff, json!({ "outcome": "resolved" })).await;
    assert_eq!(edit(&world, &staff, request, json!({ "priority": "low" })).await.code(), "closed");
}
