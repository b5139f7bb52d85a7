//! An end that came too early is taken back.

use messenger_api::Limits;
use reqwest::StatusCode;
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Answer, Person, World, uuid};

async fn close(world: &World, person: &Person, conversation: Uuid) {
    let path = format!("/conversations/{conversation}/close");
    let answer = world.post(&path, person, json!({ "outcome": "resolved", "note": "To the tent" })).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
}

async fn reopen(world: &World, person: &Person, conversation: Uuid) -> Answer {
    world.post(&format!("/conversations/{conversation}/reopen"), person, json!({})).await
}

#[tokio::test]
async fn whoever_closed_too_early_goes_on_as_if_nothing_had_been() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let (mut phone, mut desk) = (world.connect(&guest).await, world.connect(&staff).await);
    close(&world, &staff, conversation).await;
    phone.until_frame(|frame| frame["state"]["status"] == "closed").await;
    desk.until_frame(|frame| frame["state"]["status"] == "closed").await;
    let opened = reopen(&world, &staff, conversation).await;
    assert_eq!((opened.status, &opened.body["status"]), (StatusCode::OK, &json!("open")), "{opened:?}");
    assert_eq!((&opened.body["closed_at"], &opened.body["request"]["outcome"]), (&Value::Null, &Value::Null));
    let again = phone.until_frame(|frame| frame["state"]["status"] == "open").await;
    assert_eq!(again["state"]["request"]["status"], "taken");
    assert_eq!(world.active(&staff).await, 1);

    phone.send(conversation, "One more thing").await;
    assert_eq!(phone.until("ack").await["seq"], 2);
    assert_eq!(desk.until("message").await["body"]["text"], "One more thing");
    assert_eq!(reopen(&world, &staff, conversation).await.status, StatusCode::OK, "a repeat");
    assert_eq!(world.active(&staff).await, 1, "counts once");
    close(&world, &staff, conversation).await;
}

#[tokio::test]
async fn without_room_it_waits_at_its_old_place() {
    let world = World::start().await;
    let (guest, staff) = (world.participant(), world.staff_by_hand(1).await);
    let (request, conversation) = world.ask(&guest).await;
    world.take(&staff, request).await;
    close(&world, &staff, conversation).await;
    let (other, _) = world.ask(&world.participant()).await;
    world.take(&staff, other).await;
    let (later, _) = world.ask(&world.participant()).await;
    let opened = reopen(&world, &staff, conversation).await;
    assert_eq!((opened.status, &opened.body["members"]), (StatusCode::OK, &json!([])), "{opened:?}");
    let shown = world.request(&guest, request).await;
    assert_eq!((&shown["status"], &shown["place"]), (&json!("waiting"), &json!(1)));
    assert_eq!(world.request(&staff, later).await["place"], 2);
    assert_eq!(world.say(&guest, conversation, "Thank you").await, StatusCode::CREATED);
    assert_eq!(world.say(&staff, conversation, "Me too").await, StatusCode::NOT_FOUND);
    assert_eq!(world.active(&staff).await, 1);
}

#[tokio::test]
async fn a_manager_gives_it_back_to_whoever_had_it_if_they_are_there() {
    let world = World::start().await;
    let (_, staff, conversation) = world.conversation().await;
    let (manager, other) = (world.member(Role::Manager).await, world.staff_by_hand(3).await);
    close(&world, &staff, conversation).await;
    let hidden = reopen(&world, &other, conversation).await;
    assert_eq!(hidden.status, StatusCode::NOT_FOUND, "{hidden:?}");
    let opened = reopen(&world, &manager, conversation).await;
    assert_eq!(opened.body["request"]["member"]["id"], json!(staff.id), "{opened:?}");
    assert_eq!(world.active(&staff).await, 1);
    close(&world, &manager, conversation).await;
    let refused = reopen(&world, &staff, conversation).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "somebody else ended it: {refused:?}");
    sqlx::query("UPDATE availability SET seen_at = now() - interval '1 hour' WHERE member = $1")
        .bind(staff.id)
        .execute(&world.pool)
        .await
        .unwrap();
    let opened = reopen(&world, &manager, conversation).await;
    assert_eq!(opened.body["request"]["status"], "waiting", "{opened:?}");
    let read = world.get(&format!("/conversations/{conversation}/handovers"), &manager).await;
    assert_eq!(read.body["items"][0]["cause"], "reopened", "{read:?}");
}

#[tokio::test]
async fn not_when_the_person_has_asked_anew_nor_long_after_nor_what_nobody_took() {
    let world = World::start_with(Limits { reopen_hours: 2, ..Limits::default() }).await;
    let (guest, staff, conversation) = world.conversation().await;
    close(&world, &staff, conversation).await;
    let (again, other) = world.ask(&guest).await;
    let refused = reopen(&world, &staff, conversation).await;
    assert_eq!((refused.status, refused.code()), (StatusCode::CONFLICT, "already_open"));
    assert_eq!((refused.id(), uuid(&refused.body["conversation"])), (again, other));
    assert_eq!(world.active(&staff).await, 0);
    let manager = world.member(Role::Manager).await;
    let path = format!("/help-requests/{again}");
    world.call(reqwest::Method::DELETE, &path, Some(&guest), None).await;
    let refused = reopen(&world, &manager, other).await;
    assert_eq!((refused.status, refused.code()), (StatusCode::CONFLICT, "closed"));
    sqlx::query("UPDATE help_requests SET closed_at = now() - interval '3 hours' WHERE conversation = $1")
        .bind(conversation)
        .execute(&world.pool)
        .await
        .unwrap();
    let refused = reopen(&world, &staff, conversation).await;
    assert_eq!((refused.status, refused.code()), (StatusCode::CONFLICT, "too_late"));
}
