//! The main job, end to end: join, ask, wait, talk, close.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

use journeys::people::uuid;
use journeys::{Client, Person, Steward, eventually};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

#[tokio::test]
async fn a_person_in_the_crowd_gets_help() {
    let steward = Steward::start().await;
    let guest = Person::guest(&steward.url, "Jonas").await;
    let event = guest.event().await;
    assert_eq!(event["name"], "Harbour Lights Festival");
    assert_eq!(event["zones"].as_array().map(Vec::len), Some(4));
    let event_id = uuid(&event["id"]);

    let staff = Person::sign_in(&steward.url, "staff1@demo.test").await;
    let mut desk = Client::start(&steward.url, &staff.token).await;
    desk.say(json!({ "type": "watch", "topic": format!("queue:{event_id}") })).await;
    assert_eq!(desk.until("queue").await["waiting"], 0);

    let body = json!({ "event": event_id, "category": "medical", "triage": { "bleeding": "yes" }, "text": "I cut my hand",
        "zone": event["zones"][0]["id"], "location": { "latitude": 53.54, "longitude": 9.96, "accuracy": 12 } });
    let opened = guest.post("/messenger/v1/help-requests", body).await;
    assert_eq!((opened.status, &opened.body["place"]), (StatusCode::CREATED, &json!(1)));
    assert_eq!(opened.body["estimated_seconds"], Value::Null, "nobody is on duty");
    let conversation = uuid(&opened.body["conversation"]);

    let request = desk.until("request").await;
    assert_eq!((&request["request"]["priority"], &request["waiting"]), (&json!("high"), &json!(1)));
    let mut phone = Client::open(&steward.url).await;
    phone.hello(&guest.token, json!([{ "conversation": conversation, "seq": 1 }])).await;
    assert_eq!(phone.until("place").await["place"], 1);
    phone.until("synced").await;

    staff.offer(&[event_id], 3).await;
    let state = phone.until_frame(|frame| !frame["state"]["members"][0].is_null()).await;
    assert_eq!(state["state"]["members"][0]["name"], "Sam Okafor");
    // The name may come after the conversation.
    desk.until_frame(|frame| frame["state"]["participants"][0]["name"] == "Jonas").await;

    phone.send(conversation, "I am at the main stage").await;
    assert_eq!(phone.until("ack").await["seq"], 2);
    assert_eq!(desk.until("message").await["body"]["text"], "I am at the main stage");
    desk.send(conversation, "Stay there, I am coming").await;
    assert_eq!(phone.until("message").await["body"]["text"], "Stay there, I am coming");
    phone.say(json!({ "type": "seen", "conversation": conversation, "seq": 3 })).await;
    assert_eq!(desk.until("seen").await["seq"], 3);

    let path = format!("/messenger/v1/conversations/{conversation}/close");
    let closed = staff.post(&path, json!({ "outcome": "resolved" })).await;
    assert_eq!((closed.status, &closed.body["status"]), (StatusCode::OK, &json!("closed")));
    phone.until_frame(|frame| frame["state"]["status"] == "closed").await;
    assert_eq!(guest.messages(conversation).await.len(), 3);
}

/// Standing is also looked at with each heartbeat: whoever is out does not stay until then.
const HARDLY_A_HEARTBEAT: [(&str, &str); 2] =
    [("MESSENGER_HEARTBEAT_SECONDS", "600"), ("MESSENGER_IDLE_HEARTBEAT_SECONDS", "600")];

#[tokio::test]
async fn signing_out_ends_the_session_everywhere() {
    let steward = Steward::start_with(&HARDLY_A_HEARTBEAT).await;
    let staff = Person::sign_in(&steward.url, "staff2@demo.test").await;
    let mut desk = Client::start(&steward.url, &staff.token).await;
    let answer = staff.call(Method::DELETE, "/auth/v1/sessions/current", Value::Null).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT);
    assert_eq!(desk.closed().await, Some(4402));
    eventually("the token is refused", async || {
        (staff.get("/core/v1/events").await.status == StatusCode::UNAUTHORIZED).then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_blocked_organization_is_out_at_once() {
    let steward = Steward::start_with(&HARDLY_A_HEARTBEAT).await;
    let administrator = Person::sign_in(&steward.url, "admin@demo.test").await;
    let staff = Person::sign_in(&steward.url, "staff1@demo.test").await;
    let mut desk = Client::start(&steward.url, &staff.token).await;
    let guests = [Person::guest(&steward.url, "Jonas").await, Person::guest(&steward.url, "Mia").await];
    let event = guests[0].event().await;
    staff.offer(&[uuid(&event["id"])], 1).await;
    let mut phones = Vec::new();
    for guest in &guests {
        let (_, conversation) = guest.ask(uuid(&event["id"]), "Lost my bag").await;
        let mut phone = Client::open(&steward.url).await;
        phone.hello(&guest.token, json!([{ "conversation": conversation, "seq": 1 }])).await;
        phone.until("synced").await;
        phones.push(phone);
    }
    desk.until("conversation").await;

    let organizations = administrator.get("/auth/v1/organizations").await;
    let path = format!("/auth/v1/organizations/{}", uuid(&organizations.body["items"][0]["id"]));
    let answer = administrator.call(Method::PATCH, &path, json!({ "status": "blocked" })).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    assert_eq!(desk.closed().await, Some(4402));

    // Whoever waits and whoever talks is told, and knows whom to call.
    for phone in &mut phones {
        let ended = phone.until_frame(|frame| frame["state"]["status"] == "closed").await;
        assert_eq!(ended["state"]["request"]["outcome"], "organization_blocked");
        let notice = match phone.heard.iter().find(|frame| frame["body"]["kind"] == "notice") {
            Some(notice) => notice.clone(),
            None => phone.until("message").await,
        };
        assert_eq!(notice["seq"], ended["state"]["last_seq"]);
        assert_eq!(notice["sender"]["kind"], "system");
        assert_eq!(notice["body"]["notice"], "organization_blocked");
        assert_eq!(notice["body"]["emergency_number"], event["emergency_number"]);
    }
    eventually("the event is hidden", async || {
        let answer = guests[0].get("/core/v1/public/events/by-code/FEST26").await;
        (answer.status == StatusCode::NOT_FOUND).then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_guest_who_registers_keeps_everything() {
    let steward = Steward::start().await;
    let mut guest = Person::guest(&steward.url, "Jonas").await;
    let event = uuid(&guest.event().await["id"]);
    let (request, conversation) = guest.ask(event, "Lost my bag").await;
    let body = json!({ "email": "jonas@example.org", "password": "a quiet harbour", "name": "Jonas Weber" });
    let registered = guest.post("/auth/v1/participants", body).await;
    assert_eq!(registered.status, StatusCode::CREATED, "{registered:?}");
    assert_eq!(uuid(&registered.body["participant"]["id"]), guest.id);
    guest.take_tokens(&registered.body);
    assert_eq!(guest.get(&format!("/messenger/v1/help-requests/{request}")).await.status, StatusCode::OK);

    let other = Person::stranger(&steward.url);
    let body = json!({ "email": "Jonas@Example.org", "password": "a quiet harbour" });
    let mut second = other.clone();
    second.take_tokens(&other.post("/auth/v1/participants/sessions", body).await.body);
    assert_eq!(second.messages(conversation).await.len(), 1);
}
