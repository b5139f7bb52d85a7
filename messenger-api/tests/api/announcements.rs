//! Announcements: everybody at the event hears them, once and in order, and the counts add up.

use messenger_api::Limits;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Answer, Client, Person, World, eventually, uuid};

async fn come(world: &World, person: &Person) -> Uuid {
    let path = format!("/participations/{}", world.event);
    let answer = world.call(Method::PUT, &path, Some(person), None).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    uuid(&answer.body["conversation"])
}

async fn leave(world: &World, person: &Person) {
    let path = format!("/participations/{}", world.event);
    let answer = world.call(Method::DELETE, &path, Some(person), None).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT, "{answer:?}");
}

async fn announce_as(world: &World, client_id: Uuid, manager: &Person, text: &str) -> Answer {
    let body =
        json!({ "event": world.event, "client_id": client_id, "body": { "kind": "text", "text": text } });
    world.post("/announcements", manager, body).await
}

async fn announce(world: &World, manager: &Person, text: &str) -> Value {
    let answer = announce_as(world, Uuid::new_v4(), manager, text).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    answer.body
}

/// Sent, delivered and seen of each announcement, oldest first.
async fn counts(world: &World, member: &Person) -> Vec<[i64; 3]> {
    let answer = world.get(&format!("/announcements?event={}", world.event), member).await;
    let items = answer.body["items"].as_array().unwrap().iter().rev();
    items.map(|item| ["sent", "delivered", "seen"].map(|name| item[name].as_i64().unwrap())).collect()
}

async fn counts_become(world: &World, member: &Person, expected: &[[i64; 3]]) {
    let mut last = Vec::new();
    let deadline = tokio::time::Instant::now() + std::time::Duration::from_secs(60);
    while last != expected {
        assert!(tokio::time::Instant::now() < deadline, "{last:?} and not {expected:?}");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        last = counts(world, member).await;
    }
}

#[tokio::test]
async fn everybody_at_the_event_hears_and_nobody_else() {
    let world = World::start().await;
    let manager = world.member(Role::Manager).await;
    let (anna, ben, elsewhere) = (world.participant(), world.participant(), world.participant());
    let conversation = come(&world, &anna).await;
    assert_eq!(come(&world, &ben).await, conversation, "one conversation an event");
    assert_eq!(come(&world, &anna).await, conversation, "coming twice changes nothing");
    let mut phones = [world.connect(&anna).await, world.connect(&ben).await, world.connect(&elsewhere).await];
    let state = &phones[0].heard[1];
    assert_eq!((&state["type"], &state["state"]["kind"]), (&json!("conversation"), &json!("announcements")));
    assert_eq!((uuid(&state["conversation"]), &state["state"]["last_seq"]), (conversation, &json!(0)));

    let announced = announce(&world, &manager, "The gates open at six").await;
    assert_eq!((announced["sent"].as_i64(), &announced["by"]["name"]), (Some(2), &json!("Mia")));
    for phone in phones.iter_mut().take(2) {
        let message = phone.until("message").await;
        assert_eq!((uuid(&message["conversation"]), &message["seq"]), (conversation, &json!(1)));
        assert_eq!(message["body"], json!({ "kind": "text", "text": "The gates open at six" }));
        assert_eq!(message["sender"], json!({ "id": manager.id, "kind": "member" }));
    }
    assert!(phones[2].settle().await.iter().all(|frame| frame["type"] != "message"));
    let read = format!("/conversations/{conversation}/messages");
    assert_eq!(world.get(&read, &anna).await.body["items"][0]["seq"], 1);
    assert_eq!(world.get(&read, &elsewhere).await.status, StatusCode::NOT_FOUND);
    let mine = world.get("/conversations?kind=announcements", &ben).await;
    assert_eq!(mine.body["items"][0]["id"], json!(conversation));
    assert_eq!(world.get("/conversations", &ben).await.body["items"], json!([]));
}

#[tokio::test]
async fn coming_and_leaving_count_at_once_on_every_device() {
    let world = World::start().await;
    let manager = world.member(Role::Manager).await;
    let anna = world.participant();
    let mut devices = [world.connect(&anna).await, world.connect(&anna).await];
    announce(&world, &manager, "Before anybody came").await;
    let conversation = come(&world, &anna).await;
    for device in &mut devices {
        let state = device.until("conversation").await;
        assert_eq!((uuid(&state["conversation"]), &state["state"]["last_seq"]), (conversation, &json!(1)));
    }
    announce(&world, &manager, "Welcome").await;
    for device in &mut devices {
        assert_eq!(device.until("message").await["seq"], 2);
    }
    leave(&world, &anna).await;
    leave(&world, &anna).await;
    eventually("nothing comes any more", async || {
        announce(&world, &manager, "Goodbye").await;
        let frames = [devices[0].settle().await, devices[1].settle().await];
        frames.iter().flatten().all(|frame| frame["type"] != "message").then_some(())
    })
    .await;
    let read = format!("/conversations/{conversation}/messages");
    assert_eq!(world.get(&read, &anna).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn asking_for_help_says_where_one_is() {
    let world = World::start().await;
    let manager = world.member(Role::Manager).await;
    let anna = world.participant();
    let mut phone = world.connect(&anna).await;
    world.ask(&anna).await;
    phone.until_frame(|frame| frame["state"]["kind"] == "announcements").await;
    assert_eq!(announce(&world, &manager, "Welcome").await["sent"], 1);
    assert_eq!(phone.until("message").await["body"]["text"], "Welcome");
    let context = world.get(&format!("/events/{}", world.event), &manager).await;
    assert_eq!(context.body["participants"], 1);
    assert_eq!(world.get(&format!("/events/{}", world.event), &anna).await.body["participants"], Value::Null);
}

#[tokio::test]
async fn sent_delivered_and_seen_add_up() {
    let world = World::start().await;
    let manager = world.member(Role::Manager).await;
    let people = [world.participant(), world.participant(), world.participant()];
    let conversation = come(&world, &people[0]).await;
    for person in &people[1..] {
        come(&world, person).await;
    }
    announce(&world, &manager, "One").await;
    announce(&world, &manager, "Two").await;
    let late = world.participant();
    come(&world, &late).await;
    announce(&world, &manager, "Three").await;
    counts_become(&world, &manager, &[[3, 0, 0], [3, 0, 0], [4, 0, 0]]).await;

    let mut phones = Vec::new();
    for person in people.iter().chain([&late]) {
        phones.push(world.connect(person).await);
    }
    let mark = |kind: &str, seq: i64| json!({ "type": kind, "conversation": conversation, "seq": seq });
    phones[0].say(mark("received", 1)).await;
    phones[1].say(mark("seen", 2)).await;
    // Came after the first two: they were not sent to this person.
    phones[3].say(mark("seen", 3)).await;
    counts_become(&world, &manager, &[[3, 2, 1], [3, 1, 1], [4, 1, 1]]).await;
    // A second device, and a mark that never existed.
    let mut second = world.connect(&people[1]).await;
    second.say(mark("seen", 900)).await;
    phones[0].say(mark("seen", 2)).await;
    counts_become(&world, &manager, &[[3, 2, 2], [3, 2, 2], [4, 2, 2]]).await;
    let state = second.heard.iter().find(|frame| frame["type"] == "conversation").unwrap();
    assert_eq!(
        state["state"]["seen"],
        json!({ people[1].id.to_string(): 2 }),
        "each sees their own marks alone"
    );
    // Whoever leaves does not change what was, nor does coming back.
    leave(&world, &people[0]).await;
    come(&world, &people[0]).await;
    phones[0].say(mark("seen", 3)).await;
    phones[2].say(mark("received", 3)).await;
    counts_become(&world, &manager, &[[3, 3, 2], [3, 3, 2], [4, 3, 2]]).await;
    for phone in &mut phones {
        let shown = phone.settle().await;
        let nobody = |frame: &Value| frame["type"] != "seen" && frame["type"] != "received";
        assert!(shown.iter().all(nobody), "marks are shown to nobody: {shown:?}");
    }
}

#[tokio::test]
async fn resumes_from_any_position_also_without_a_socket() {
    let world = World::start().await;
    let manager = world.member(Role::Manager).await;
    let anna = world.participant();
    let conversation = come(&world, &anna).await;
    for number in 1..=5 {
        announce(&world, &manager, &format!("Number {number}")).await;
    }
    let seqs = |frames: &[Value]| -> Vec<i64> {
        let messages = frames.iter().filter(|frame| frame["type"] == "message");
        messages.map(|frame| frame["seq"].as_i64().unwrap()).collect()
    };
    let mut phone = Client::open(world.address).await;
    phone.hello(&anna.token, json!([{ "conversation": conversation, "seq": 2 }])).await;
    phone.until("synced").await;
    assert_eq!(seqs(&phone.heard), [3, 4, 5]);
    let asking = json!({ "positions": [{ "conversation": conversation, "seq": 4 }] });
    let updates = world.post("/updates", &anna, asking).await;
    assert_eq!(seqs(updates.body["frames"].as_array().unwrap()), [5]);

    sqlx::query("UPDATE events SET status = 'archived'").execute(&world.pool).await.unwrap();
    assert_eq!(announce_as(&world, Uuid::new_v4(), &manager, "Late").await.code(), "event_closed");
    let mut after = Client::open(world.address).await;
    after.hello(&anna.token, json!([{ "conversation": conversation, "seq": 3 }])).await;
    after.until("synced").await;
    assert_eq!(seqs(&after.heard), [4, 5], "what was said stays readable");
    let forgotten = world.connect(&anna).await;
    assert!(forgotten.heard.iter().all(|frame| frame["type"] != "conversation"), "the event is over");
}

#[tokio::test]
async fn nobody_answers_and_nobody_hears_of_the_others() {
    let world = World::start().await;
    let manager = world.member(Role::Manager).await;
    let (anna, ben) = (world.participant(), world.participant());
    let conversation = come(&world, &anna).await;
    come(&world, &ben).await;
    let mut phone = world.connect(&anna).await;
    let mut other = world.connect(&ben).await;
    phone.send(conversation, "Hello everybody").await;
    assert_eq!(phone.until("refused").await["code"], "not_found");
    phone.say(json!({ "type": "typing", "conversation": conversation })).await;
    assert_eq!(phone.until("refused").await["code"], "not_found");
    let message = json!({ "client_id": Uuid::new_v4(), "body": { "kind": "text", "text": "hi" } });
    let path = format!("/conversations/{conversation}/messages");
    for person in [&anna, &manager] {
        assert_eq!(world.post(&path, person, message.clone()).await.status, StatusCode::NOT_FOUND);
    }
    drop(phone);
    let last = world.connect(&anna).await;
    drop(last);
    announce(&world, &manager, "Only this").await;
    other.until("message").await;
    // The state may come twice: at the start, and because they came to the event.
    let mut kinds: Vec<_> = other.heard.iter().map(|frame| frame["type"].as_str().unwrap()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds, ["conversation", "message", "synced", "welcome"]);
}

#[tokio::test]
async fn a_repeat_is_announced_once() {
    let world = World::start().await;
    let manager = world.member(Role::Manager).await;
    let id = Uuid::new_v4();
    let first = announce_as(&world, id, &manager, "Once").await;
    let again = announce_as(&world, id, &manager, "Once").await;
    assert_eq!((first.status, again.status), (StatusCode::CREATED, StatusCode::OK));
    assert_eq!(first.body, again.body);
    assert_eq!(announce_as(&world, id, &manager, "Twice").await.code(), "conflict");
    let body = json!({ "event": world.event, "body": { "kind": "text", "text": "By key" } });
    for status in [StatusCode::CREATED, StatusCode::OK] {
        let key = [("Idempotency-Key", "gates-1")];
        let answer =
            world.call_with(Method::POST, "/announcements", Some(&manager), Some(body.clone()), &key).await;
        assert_eq!((answer.status, &answer.body["seq"]), (status, &json!(2)));
    }
    let empty = json!({ "event": world.event, "body": { "kind": "text", "text": " " } });
    assert_eq!(world.post("/announcements", &manager, empty).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn what_the_bus_loses_reaches_a_crowd_all_the_same() {
    let here = World::start().await;
    let manager = here.member(Role::Manager).await;
    let mut phones = Vec::new();
    for _ in 0..40 {
        let person = here.participant();
        come(&here, &person).await;
        phones.push(here.connect(&person).await);
    }
    // Another node, whose bus does not reach this one.
    let mut other = World::start_on(here.pool.clone(), Limits::default(), here.signer.clone()).await;
    other.event = here.event;
    for number in 1..=3 {
        announce(&other, &manager, &format!("Number {number}")).await;
    }
    for phone in &mut phones {
        for seq in 1..=3 {
            assert_eq!(phone.until("message").await["seq"], seq);
        }
    }
}
