//! A colleague takes part beside whoever has the conversation.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Answer, Person, World};

async fn invite(world: &World, person: &Person, conversation: Uuid, member: &Person) -> Answer {
    let body = json!({ "member": member.id });
    world.post(&format!("/conversations/{conversation}/invite"), person, body).await
}

async fn take_out(world: &World, person: &Person, conversation: Uuid, member: &Person) -> Answer {
    let path = format!("/conversations/{conversation}/members/{}", member.id);
    world.call(Method::DELETE, &path, Some(person), None).await
}

#[tokio::test]
async fn an_invited_colleague_reads_and_writes_and_has_no_less_room() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let other = world.staff_by_hand(1).await;
    let (mut desk, mut phone) = (world.connect(&other).await, world.connect(&guest).await);
    let invited = invite(&world, &staff, conversation, &other).await;
    assert_eq!(invited.status, StatusCode::OK, "{invited:?}");
    assert_eq!(invited.body["members"].as_array().map(Vec::len), Some(2));
    assert_eq!(invite(&world, &staff, conversation, &other).await.status, StatusCode::OK, "a repeat");
    desk.until_frame(|frame| frame["conversation"] == json!(conversation)).await;
    world.say(&guest, conversation, "Who is there?").await;
    assert_eq!(desk.until("message").await["body"]["text"], "Who is there?");
    desk.send(conversation, "The doctor").await;
    desk.until("ack").await;
    assert_eq!(phone.until_frame(|frame| frame["seq"] == 3).await["sender"]["id"], json!(other.id));
    assert_eq!(world.active(&other).await, 0);
    let (request, _) = world.ask(&world.participant()).await;
    world.take(&other, request).await;
}

#[tokio::test]
async fn whoever_left_or_was_taken_out_hears_nothing_more() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let (one, two) = (world.staff_by_hand(1).await, world.staff_by_hand(1).await);
    let mut desks = Vec::new();
    for colleague in [&one, &two] {
        let mut desk = world.connect(colleague).await;
        invite(&world, &staff, conversation, colleague).await;
        desk.until_frame(|frame| frame["conversation"] == json!(conversation)).await;
        desks.push(desk);
    }
    let refused = take_out(&world, &two, conversation, &one).await;
    assert_eq!((refused.status, refused.code()), (StatusCode::FORBIDDEN, "forbidden"));
    let refused = take_out(&world, &staff, conversation, &staff).await;
    assert_eq!((refused.status, refused.code()), (StatusCode::CONFLICT, "holder"));

    assert_eq!(take_out(&world, &one, conversation, &one).await.status, StatusCode::NO_CONTENT);
    assert_eq!(take_out(&world, &staff, conversation, &two).await.status, StatusCode::NO_CONTENT);
    assert_eq!(take_out(&world, &staff, conversation, &two).await.status, StatusCode::NO_CONTENT, "a repeat");
    for (desk, colleague) in desks.iter_mut().zip([&one, &two]) {
        let out = |frame: &Value| {
            let members = frame["state"]["members"].as_array();
            members.is_some_and(|all| all.iter().all(|each| each["id"] != json!(colleague.id)))
        };
        desk.until_frame(out).await;
    }
    world.say(&guest, conversation, "Only for Sam").await;
    for (desk, colleague) in desks.iter_mut().zip([&one, &two]) {
        assert!(desk.settle().await.iter().all(|frame| frame["type"] != "message"));
        assert_eq!(world.say(colleague, conversation, "Me too").await, StatusCode::NOT_FOUND);
        let read = world.get(&format!("/conversations/{conversation}/messages"), colleague).await;
        assert_eq!(read.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(take_out(&world, &staff, conversation, &guest).await.status, StatusCode::NO_CONTENT);
    assert_eq!(
        world.say(&guest, conversation, "I stay").await,
        StatusCode::CREATED,
        "nobody takes out who asked"
    );
}

#[tokio::test]
async fn colleagues_and_only_they_are_invited_into_what_goes_on() {
    let world = World::start().await;
    let (_, staff, conversation) = world.conversation().await;
    let (other, manager) = (world.staff_by_hand(1).await, world.member(Role::Manager).await);
    assert_eq!(invite(&world, &other, conversation, &other).await.status, StatusCode::NOT_FOUND);
    let joined = invite(&world, &manager, conversation, &manager).await;
    assert_eq!(joined.status, StatusCode::OK, "a manager comes in by themselves: {joined:?}");
    assert_eq!(world.say(&manager, conversation, "I help, too").await, StatusCode::CREATED);
    let foreign = world.new_organization("approved").await;
    let stranger = world.member_of(foreign, Role::Owner).await;
    let refused = invite(&world, &staff, conversation, &stranger).await;
    assert_eq!(refused.body["errors"][0]["field"], "member", "{refused:?}");
    for _ in 0..18 {
        let more = world.member(Role::Staff).await;
        assert_eq!(invite(&world, &staff, conversation, &more).await.status, StatusCode::OK);
    }
    let refused = invite(&world, &staff, conversation, &other).await;
    assert_eq!((refused.status, refused.code()), (StatusCode::CONFLICT, "too_many"));
    world.post(&format!("/conversations/{conversation}/close"), &staff, json!({ "outcome": "other" })).await;
    let refused = invite(&world, &manager, conversation, &other).await;
    assert_eq!((refused.status, refused.code()), (StatusCode::CONFLICT, "closed"));
}
