//! Where a participant is while they share it: live, for the people of the conversation, until it ends.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Answer, Person, World, eventually};

fn locate(conversation: Uuid, latitude: f64) -> Value {
    json!({ "type": "locate", "conversation": conversation, "latitude": latitude, "longitude": 9.97, "accuracy": 12.5 })
}

async fn put(world: &World, person: &Person, conversation: Uuid, latitude: f64) -> Answer {
    let body = json!({ "latitude": latitude, "longitude": 9.97, "accuracy": 8.0 });
    let path = format!("/conversations/{conversation}/location");
    world.call(Method::PUT, &path, Some(person), Some(body)).await
}

async fn stop(world: &World, person: &Person, conversation: Uuid) -> Answer {
    world.call(Method::DELETE, &format!("/conversations/{conversation}/location"), Some(person), None).await
}

async fn located(world: &World, person: &Person, conversation: Uuid) -> Value {
    world.get(&format!("/conversations/{conversation}"), person).await.body["located"].clone()
}

#[tokio::test]
async fn the_desk_sees_it_begin_move_and_stop() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let (mut phone, mut desk) = (world.connect(&guest).await, world.connect(&staff).await);
    // Once in two seconds of a socket: what comes sooner is passed over.
    phone.say(locate(conversation, 53.54)).await;
    phone.say(locate(conversation, 53.55)).await;
    let begun = desk
        .until_frame(|frame| {
            frame["state"]["located"]["stopped_at"].is_null()
                && frame["state"]["located"]["latitude"] == 53.54
        })
        .await;
    assert_eq!(begun["state"]["located"]["person"], json!(guest.id));
    assert_eq!(begun["state"]["located"]["accuracy"], 12.5);

    phone.settle().await;
    assert_eq!(located(&world, &staff, conversation).await["latitude"], 53.54);
    eventually("a later place is passed on", async || {
        phone.say(locate(conversation, 53.56)).await;
        (located(&world, &staff, conversation).await["latitude"] == 53.56).then_some(())
    })
    .await;
    let moved = desk.until_frame(|frame| frame["type"] == "located" && frame["latitude"] == 53.56).await;
    assert_eq!((&moved["person"], &moved["conversation"]), (&json!(guest.id), &json!(conversation)));
    assert!(moved["at"].is_string());

    assert_eq!(stop(&world, &guest, conversation).await.status, StatusCode::NO_CONTENT);
    let stopped = desk.until_frame(|frame| !frame["state"]["located"]["stopped_at"].is_null()).await;
    assert_eq!(stopped["state"]["located"]["latitude"], 53.56, "the last place stays known");
    assert_eq!(stop(&world, &guest, conversation).await.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn without_a_socket_it_goes_by_calls() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let mut desk = world.connect(&staff).await;
    assert_eq!(put(&world, &guest, conversation, 53.54).await.status, StatusCode::NO_CONTENT);
    desk.until_frame(|frame| frame["state"]["located"]["latitude"] == 53.54).await;
    assert_eq!(put(&world, &guest, conversation, 53.55).await.status, StatusCode::NO_CONTENT);
    desk.until_frame(|frame| frame["type"] == "located" && frame["latitude"] == 53.55).await;
    let wrong = put(&world, &guest, conversation, 91.0).await;
    assert_eq!(
        (wrong.status, &wrong.body["errors"][0]["field"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("latitude"))
    );
}

#[tokio::test]
async fn the_end_of_the_conversation_ends_it() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let mut phone = world.connect(&guest).await;
    phone.say(locate(conversation, 53.54)).await;
    phone.until_frame(|frame| frame["state"]["located"]["latitude"] == 53.54).await;
    world
        .post(&format!("/conversations/{conversation}/close"), &staff, json!({ "outcome": "resolved" }))
        .await;
    assert!(located(&world, &staff, conversation).await["stopped_at"].is_string());

    let late = put(&world, &guest, conversation, 53.55).await;
    assert_eq!((late.status, late.code()), (StatusCode::CONFLICT, "closed"));
    let mut again = world.connect(&guest).await;
    again.say(locate(conversation, 53.55)).await;
    let refused = again.until("refused").await;
    assert_eq!((&refused["code"], &refused["conversation"]), (&json!("closed"), &json!(conversation)));
    assert_eq!(located(&world, &staff, conversation).await["latitude"], 53.54);
}

#[tokio::test]
async fn it_goes_on_while_somebody_else_takes_over() {
    let world = World::start().await;
    let guest = world.participant();
    let (request, conversation) = world.ask(&guest).await;
    assert_eq!(put(&world, &guest, conversation, 53.54).await.status, StatusCode::NO_CONTENT);
    let staff = world.staff_by_hand(1).await;
    let taken = world.post(&format!("/help-requests/{request}/take"), &staff, json!({})).await;
    assert_eq!(taken.body["located"]["latitude"], 53.54);
    assert_eq!(put(&world, &guest, conversation, 53.55).await.status, StatusCode::NO_CONTENT);
    eventually("the newest place is known", async || {
        (located(&world, &staff, conversation).await["latitude"] == 53.55).then_some(())
    })
    .await;
}

#[tokio::test]
async fn only_the_people_of_the_conversation_and_those_who_run_it_see_where() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    put(&world, &guest, conversation, 53.54).await;
    let colleague = world.member(Role::Staff).await;
    let mut aside = world.connect(&colleague).await;
    let mut desk = world.connect(&staff).await;
    let manager = world.member(Role::Manager).await;
    assert_eq!(located(&world, &manager, conversation).await["latitude"], 53.54);
    put(&world, &guest, conversation, 53.57).await;
    desk.until_frame(|frame| frame["type"] == "located" && frame["latitude"] == 53.57).await;
    assert!(aside.settle().await.is_empty());
    assert!(!aside.heard.iter().any(|frame| frame.to_string().contains("53.5")), "{:?}", aside.heard);

    // Nobody else says where somebody is.
    desk.say(locate(conversation, 1.0)).await;
    assert_eq!(desk.until("refused").await["code"], "forbidden");
    let mut stranger = world.connect(&world.participant()).await;
    stranger.say(locate(conversation, 1.0)).await;
    assert_eq!(stranger.until("refused").await["code"], "not_found");
    assert_eq!(located(&world, &staff, conversation).await["latitude"], 53.57);
}
