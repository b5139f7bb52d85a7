//! After the help: how it was, said once by whom it concerns, and shown to the people who gave it.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Answer, Person, World};

async fn rate(world: &World, person: &Person, request: Uuid, said: Value) -> Answer {
    let path = format!("/help-requests/{request}/satisfaction");
    world.call(Method::PUT, &path, Some(person), Some(said)).await
}

/// Help that was asked for, given and ended: who asked, who helped, request and conversation.
async fn ended(world: &World) -> (Person, Person, Uuid, Uuid) {
    let (guest, staff) = (world.participant(), world.staff_by_hand(3).await);
    let (request, conversation) = world.ask(&guest).await;
    world.post(&format!("/help-requests/{request}/take"), &staff, json!({})).await;
    close(world, &staff, conversation).await;
    (guest, staff, request, conversation)
}

async fn close(world: &World, staff: &Person, conversation: Uuid) {
    let path = format!("/conversations/{conversation}/close");
    let closed = world.post(&path, staff, json!({ "outcome": "resolved" })).await;
    assert_eq!(closed.status, StatusCode::OK, "{closed:?}");
}

async fn shown(world: &World, person: &Person, conversation: Uuid) -> Value {
    world.get(&format!("/conversations/{conversation}"), person).await.body["request"]["satisfaction"].clone()
}

#[tokio::test]
async fn the_people_who_helped_see_how_it_was_at_once() {
    let world = World::start().await;
    let (guest, staff, request, conversation) = ended(&world).await;
    let mut desk = world.connect(&staff).await;
    assert_eq!(shown(&world, &staff, conversation).await, Value::Null);

    let said = json!({ "rating": "fair", "comment": "  It took long \n" });
    assert_eq!(rate(&world, &guest, request, said).await.status, StatusCode::NO_CONTENT);
    let state = desk.until_frame(|frame| !frame["state"]["request"]["satisfaction"].is_null()).await;
    assert_eq!(state["state"]["request"]["satisfaction"]["rating"], "fair");
    for person in [&guest, &staff, &world.member(Role::Manager).await] {
        let satisfaction = shown(&world, person, conversation).await;
        assert_eq!(
            (&satisfaction["rating"], &satisfaction["comment"]),
            (&json!("fair"), &json!("It took long"))
        );
    }
}

#[tokio::test]
async fn it_can_be_said_otherwise_for_a_day_and_the_same_again_for_ever() {
    let world = World::start().await;
    let (guest, staff, request, conversation) = ended(&world).await;
    let (good, poor) = (json!({ "rating": "good", "comment": "Thanks" }), json!({ "rating": "poor" }));
    assert_eq!(rate(&world, &guest, request, good.clone()).await.status, StatusCode::NO_CONTENT);
    assert_eq!(rate(&world, &guest, request, poor).await.status, StatusCode::NO_CONTENT);
    assert_eq!(shown(&world, &staff, conversation).await["comment"], Value::Null);
    assert_eq!(rate(&world, &guest, request, good.clone()).await.status, StatusCode::NO_CONTENT);

    let later = "UPDATE help_requests SET rated_at = rated_at - interval '25 hours',
                     closed_at = closed_at - interval '25 hours' WHERE id = $1";
    sqlx::query(later).bind(request).execute(&world.pool).await.unwrap();
    let refused = rate(&world, &guest, request, json!({ "rating": "poor" })).await;
    assert_eq!((refused.status, refused.code()), (StatusCode::CONFLICT, "too_late"));
    let version = world.get(&format!("/conversations/{conversation}"), &staff).await.body["version"].clone();
    assert_eq!(rate(&world, &guest, request, good).await.status, StatusCode::NO_CONTENT);
    let again = world.get(&format!("/conversations/{conversation}"), &staff).await.body["version"].clone();
    assert_eq!(again, version, "a repeat tells nobody anything new");
}

#[tokio::test]
async fn only_whoever_was_helped_says_how_it_was_and_only_afterwards() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let list = world.get("/help-requests", &guest).await;
    let request = crate::support::uuid(&list.body["items"][0]["id"]);
    let good = json!({ "rating": "good" });
    let early = rate(&world, &guest, request, good.clone()).await;
    assert_eq!((early.status, early.code()), (StatusCode::CONFLICT, "not_closed"));
    close(&world, &staff, conversation).await;

    assert_eq!(rate(&world, &world.participant(), request, good.clone()).await.status, StatusCode::NOT_FOUND);
    assert_eq!(rate(&world, &staff, request, good.clone()).await.status, StatusCode::FORBIDDEN);
    let unknown = rate(&world, &guest, request, json!({ "rating": "lovely" })).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    let long = rate(&world, &guest, request, json!({ "rating": "good", "comment": "x".repeat(1001) })).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(rate(&world, &guest, request, good).await.status, StatusCode::NO_CONTENT);
}
