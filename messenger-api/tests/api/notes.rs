//! Notes: what members tell each other beside a conversation, and what its participant never hears of.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Client, Person, World, eventually, uuid};

fn note(text: &str, beside: i64) -> Value {
    json!({ "client_id": Uuid::new_v4(), "body": { "kind": "note", "text": text, "beside": beside } })
}

async fn open_notes(world: &World, help: Uuid, member: &Person) -> Uuid {
    let answer = world.call(Method::PUT, &format!("/conversations/{help}/notes"), Some(member), None).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    assert_eq!((&answer.body["kind"], uuid(&answer.body["about"])), (&json!("notes"), help));
    answer.id()
}

async fn say_note(world: &World, notes: Uuid, member: &Person, text: &str) {
    let answer = world.post(&format!("/conversations/{notes}/messages"), member, note(text, 1)).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
}

/// A second member of a conversation, as somebody who was asked to join it is.
async fn let_in(world: &World, conversation: Uuid, member: &Person) {
    sqlx::query("INSERT INTO conversation_people (conversation, person, kind) VALUES ($1, $2, 'member')")
        .bind(conversation)
        .bind(member.id)
        .execute(&world.pool)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_note_goes_the_way_of_every_message_between_members() {
    let world = World::start().await;
    let (_, staff, help) = world.conversation().await;
    let colleague = world.member(Role::Staff).await;
    let_in(&world, help, &colleague).await;
    let notes = open_notes(&world, help, &staff).await;
    assert_eq!(open_notes(&world, help, &colleague).await, notes, "there is one for each conversation");
    let mut writer = world.connect(&staff).await;
    let mut reader = world.connect(&colleague).await;
    let state =
        reader.heard.iter().find(|frame| frame["state"]["kind"] == "notes").expect("the state of notes");
    assert_eq!(uuid(&state["state"]["about"]), help);

    let client_id = Uuid::new_v4();
    let body = json!({ "kind": "note", "text": "Was here an hour ago", "beside": 1 });
    let frame = json!({ "type": "send", "client_id": client_id, "conversation": notes, "body": body });
    writer.say(frame.clone()).await;
    assert_eq!(writer.until("ack").await["seq"], 1);
    writer.say(frame).await;
    assert_eq!(writer.until("ack").await["duplicate"], true);
    let message = reader.until("message").await;
    assert_eq!((uuid(&message["conversation"]), &message["body"]), (notes, &body));

    let mut back = Client::open(world.address).await;
    back.hello(&colleague.token, json!([{ "conversation": notes, "seq": 0 }])).await;
    back.until("synced").await;
    assert!(back.heard.iter().any(|frame| frame["type"] == "message" && frame["body"] == body));
    reader.say(json!({ "type": "seen", "conversation": notes, "seq": 1 })).await;
    let seen = writer.until("seen").await;
    assert_eq!((uuid(&seen["person"]), &seen["seq"]), (colleague.id, &json!(1)));
}

#[tokio::test]
async fn the_participant_never_learns_of_notes() {
    let world = World::start().await;
    let (asker, staff, help) = world.conversation().await;
    let mut phone = world.connect(&asker).await;
    let before = world.get(&format!("/conversations/{help}"), &asker).await.body;
    let notes = open_notes(&world, help, &staff).await;
    say_note(&world, notes, &staff, "Smells of alcohol").await;

    let unknown = Uuid::now_v7();
    for path in ["", "/messages"] {
        let theirs = world.get(&format!("/conversations/{notes}{path}"), &asker).await;
        let nothing = world.get(&format!("/conversations/{unknown}{path}"), &asker).await;
        assert_eq!((theirs.status, &theirs.body), (nothing.status, &nothing.body), "{path}");
        assert_eq!(theirs.status, StatusCode::NOT_FOUND);
    }
    let guess = world.post(&format!("/conversations/{notes}/messages"), &asker, note("Hello?", 1)).await;
    assert_eq!(guess.status, StatusCode::NOT_FOUND);
    for method in [Method::GET, Method::PUT] {
        let beside = world.call(method, &format!("/conversations/{help}/notes"), Some(&asker), None).await;
        assert_eq!(beside.status, StatusCode::FORBIDDEN);
    }
    phone.say(json!({ "type": "watch", "topic": format!("conversation:{notes}") })).await;
    assert_eq!(phone.until("refused").await["code"], "not_found");
    let frames = phone.settle().await;
    assert!(frames.is_empty(), "nothing comes to the phone: {frames:?}");

    let mut again = Client::open(world.address).await;
    again.hello(&asker.token, json!([{ "conversation": notes, "seq": 0 }])).await;
    assert_eq!(again.until("refused").await["code"], "not_found");
    again.until("synced").await;
    let heard = serde_json::to_string(&again.heard).unwrap();
    assert!(!heard.contains("alcohol") && !heard.contains("\"notes\""), "{heard}");
    assert_eq!(
        world.get(&format!("/conversations/{help}"), &asker).await.body,
        before,
        "nothing has changed"
    );
    let listed = world.get("/conversations?kind=notes", &asker).await;
    assert_eq!(listed.body["items"], json!([]));
}

#[tokio::test]
async fn a_note_is_refused_where_the_participant_reads() {
    let world = World::start().await;
    let (asker, staff, help) = world.conversation().await;
    let notes = open_notes(&world, help, &staff).await;
    let mut desk = world.connect(&staff).await;
    let path = |conversation: Uuid| format!("/conversations/{conversation}/messages");
    let text = json!({ "client_id": Uuid::new_v4(), "body": { "kind": "text", "text": "Hello" } });
    for (conversation, body) in [(help, note("Careful", 1)), (notes, text)] {
        let refused = world.post(&path(conversation), &staff, body.clone()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{refused:?}");
        assert_eq!(refused.body["errors"][0]["field"], "body.kind");
        let mut frame = body;
        frame["type"] = json!("send");
        frame["conversation"] = json!(conversation);
        desk.say(frame).await;
        let refused = desk.until("refused").await;
        assert_eq!((&refused["code"], &refused["retry"]), (&json!("invalid"), &json!(false)));
    }
    assert_eq!(world.get(&path(help), &asker).await.body["items"].as_array().unwrap().len(), 1);
    let wrong = world.post(&path(notes), &staff, note("Before the beginning", -1)).await;
    assert_eq!(wrong.body["errors"][0]["field"], "body.beside");
    let manager = world.member(Role::Manager).await;
    let announcement = json!({ "event": world.event, "body": { "kind": "note", "text": "Hm", "beside": 0 } });
    assert_eq!(
        world.post("/announcements", &manager, announcement).await.body["errors"][0]["field"],
        "body.kind"
    );
}

#[tokio::test]
async fn whoever_comes_or_goes_comes_and_goes_here_too() {
    let world = World::start().await;
    let (_, staff, help) = world.conversation().await;
    let notes = open_notes(&world, help, &staff).await;
    say_note(&world, notes, &staff, "Allergic to nuts").await;
    let read = format!("/conversations/{notes}/messages");
    let (stranger, manager) = (world.member(Role::Staff).await, world.member(Role::Manager).await);
    assert_eq!(world.get(&read, &stranger).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.get(&read, &manager).await.body["items"][0]["body"]["text"], "Allergic to nuts");
    let supervised = world.post(&read, &manager, note("I only read", 1)).await;
    assert_eq!(supervised.status, StatusCode::NOT_FOUND);

    // The member vanishes, somebody else goes on.
    sqlx::query("UPDATE availability SET seen_at = now() - interval '5 minutes'")
        .execute(&world.pool)
        .await
        .unwrap();
    sqlx::query("UPDATE help_requests SET status = 'waiting', member = NULL")
        .execute(&world.pool)
        .await
        .unwrap();
    sqlx::query("DELETE FROM conversation_people WHERE conversation = $1 AND person = $2")
        .bind(help)
        .bind(staff.id)
        .execute(&world.pool)
        .await
        .unwrap();
    let next = world.staff_by_hand(3).await;
    let request = world.get(&format!("/conversations/{help}"), &manager).await.body["request"]["id"].clone();
    let taken = world.post(&format!("/help-requests/{}/take", uuid(&request)), &next, json!({})).await;
    assert_eq!(taken.status, StatusCode::OK, "{taken:?}");
    assert_eq!(world.get(&read, &next).await.body["items"][0]["body"]["text"], "Allergic to nuts");
    assert_eq!(world.get(&read, &staff).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.post(&read, &staff, note("Still here?", 1)).await.status, StatusCode::NOT_FOUND);

    let mut desk = world.connect(&next).await;
    let closing = json!({ "outcome": "resolved" });
    world.post(&format!("/conversations/{help}/close"), &next, closing).await;
    let is_over = |frame: &Value| frame["state"]["kind"] == "notes" && frame["state"]["status"] == "closed";
    desk.until_frame(is_over).await;
    assert_eq!(world.post(&read, &next, note("Too late", 1)).await.code(), "closed");
    let state = world.get(&format!("/conversations/{help}/notes"), &next).await;
    assert_eq!((&state.body["status"], &state.body["last_seq"]), (&json!("closed"), &json!(1)));
}

#[tokio::test]
async fn there_are_no_notes_before_somebody_needs_them() {
    let world = World::start().await;
    let (_, staff, help) = world.conversation().await;
    assert_eq!(
        world.get(&format!("/conversations/{help}/notes"), &staff).await.status,
        StatusCode::NOT_FOUND
    );
    let desk = world.connect(&staff).await;
    assert!(desk.heard.iter().all(|frame| frame["state"]["kind"] != "notes"));
    drop(desk);
    let mut other = world.connect(&staff).await;
    let notes = open_notes(&world, help, &staff).await;
    let state = other.until("conversation").await;
    assert_eq!(uuid(&state["conversation"]), notes, "a desk that is open learns of them at once");
    // Notes have no notes.
    let nested = world.call(Method::PUT, &format!("/conversations/{notes}/notes"), Some(&staff), None).await;
    assert_eq!(nested.status, StatusCode::NOT_FOUND);
    eventually("the list of notes names them", async || {
        let listed = world.get("/conversations?kind=notes", &staff).await;
        (listed.body["items"][0]["id"] == json!(notes)).then_some(())
    })
    .await;
}
