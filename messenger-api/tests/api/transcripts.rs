//! Transcripts, and what came before a conversation.

use reqwest::{Method, StatusCode};
use serde_json::json;
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Person, World, uuid};

async fn pdf(world: &World, person: &Person, help: Uuid, query: &str) -> Vec<u8> {
    let address = format!("http://{}/messenger/v1/conversations/{help}/transcript?{query}", world.address);
    let answer = world.http.get(address).bearer_auth(&person.token).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(answer.headers()["content-type"], "application/pdf");
    answer.bytes().await.unwrap().to_vec()
}

#[tokio::test]
async fn a_conversation_becomes_a_document_in_any_of_our_languages() {
    let world = World::start().await;
    let (asker, staff, help) = world.conversation().await;
    for text in ["Zażółć gęślą jaźń", "Ґанок, їжа, щось", "¿Dónde? Straße", "🆘 مساعدة", &"long ".repeat(700)]
    {
        let body = json!({ "client_id": Uuid::new_v4(), "body": { "kind": "text", "text": text } });
        let answer = world.post(&format!("/conversations/{help}/messages"), &asker, body).await;
        assert_eq!(answer.status, StatusCode::CREATED);
    }
    let notes =
        world.call(Method::PUT, &format!("/conversations/{help}/notes"), Some(&staff), None).await.id();
    let note =
        json!({ "client_id": Uuid::new_v4(), "body": { "kind": "note", "text": "Quiet", "beside": 2 } });
    world.post(&format!("/conversations/{notes}/messages"), &staff, note).await;
    let theirs = pdf(&world, &staff, help, "utc_offset_minutes=120").await;
    let ours = pdf(&world, &staff, help, "notes=true").await;
    assert!(theirs.starts_with(b"%PDF-") && ours.starts_with(b"%PDF-"));
    assert!(theirs.len() < 200_000, "only the letters that are needed: {} bytes", theirs.len());
    let wrong = world.get(&format!("/conversations/{help}/transcript?utc_offset_minutes=900"), &staff).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let of_notes = world.get(&format!("/conversations/{notes}/transcript"), &staff).await;
    assert_eq!(of_notes.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn whoever_helps_somebody_reads_what_came_before() {
    let world = World::start().await;
    let (asker, first, before) = world.conversation().await;
    let next = world.staff_by_hand(5).await;
    let read = format!("/conversations/{before}/messages");
    world.post(&format!("/conversations/{before}/close"), &first, json!({ "outcome": "resolved" })).await;
    assert_eq!(world.get(&read, &next).await.status, StatusCode::NOT_FOUND);

    let (request, now) = world.ask_for(&asker, "other", "It is back").await;
    world.post(&format!("/help-requests/{request}/take"), &next, json!({})).await;
    let earlier = world.get(&format!("/conversations/{now}/earlier"), &next).await;
    assert_eq!(earlier.body["items"].as_array().unwrap().len(), 1);
    assert_eq!(uuid(&earlier.body["items"][0]["id"]), before);
    assert_eq!(world.get(&read, &next).await.body["items"][0]["body"]["text"], "I need help");
    let body = json!({ "client_id": Uuid::new_v4(), "body": { "kind": "text", "text": "Hello" } });
    assert_eq!(world.post(&read, &next, body).await.status, StatusCode::NOT_FOUND, "it can only be read");
    let tags = json!({ "tags": ["x"] });
    let path = format!("/conversations/{before}/tags");
    assert_eq!(world.call(Method::PUT, &path, Some(&next), Some(tags)).await.status, StatusCode::NOT_FOUND);
    let owner = world.member(Role::Owner).await;
    let audit = world.get(&format!("/audit?actor={}", next.id), &owner).await;
    assert_eq!(audit.body["items"][0]["action"], "conversation_read");

    // The earlier helper learns nothing of the conversation that followed; a stranger of neither.
    assert_eq!(world.get(&format!("/conversations/{now}"), &first).await.status, StatusCode::NOT_FOUND);
    world.post(&format!("/conversations/{now}/close"), &next, json!({ "outcome": "resolved" })).await;
    assert_eq!(world.get(&read, &next).await.status, StatusCode::NOT_FOUND, "the reason is over");
}
