//! The channel of an event's team: everybody of the organization is in it, and nobody else learns of it.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::attachments;
use crate::support::{Client, Person, World, eventually, feeds, pictures, uuid};

async fn open_team(world: &World, member: &Person) -> Value {
    let path = format!("/events/{}/team", world.event);
    let answer = world.call(Method::PUT, &path, Some(member), None).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    answer.body
}

/// What core-api says of the world's event.
fn event(world: &World, name: &str, status: &str) -> Value {
    json!({ "id": world.event, "organization": world.organization, "name": name, "code": "HARBOR",
        "status": status, "starts_at": chrono::Utc::now(), "ends_at": chrono::Utc::now(), "address": "Pier 1",
        "latitude": null, "longitude": null, "emergency_number": "112", "zones": [], "contacts": [] })
}

fn people(state: &Value) -> Vec<Uuid> {
    let mut ids: Vec<Uuid> =
        state["members"].as_array().unwrap().iter().map(|member| uuid(&member["id"])).collect();
    ids.sort_unstable();
    ids
}

fn sorted(people: &[&Person]) -> Vec<Uuid> {
    let mut ids: Vec<Uuid> = people.iter().map(|person| person.id).collect();
    ids.sort_unstable();
    ids
}

#[tokio::test]
async fn everybody_of_the_organization_talks_in_one_channel_of_an_event() {
    let world = World::start().await;
    let (staff, owner) = (world.member(Role::Staff).await, world.member(Role::Owner).await);
    let path = format!("/events/{}/team", world.event);
    assert_eq!(world.get(&path, &staff).await.status, StatusCode::NOT_FOUND, "nobody needed it yet");
    let mut reader = world.connect(&owner).await;
    let state = open_team(&world, &staff).await;
    assert_eq!((&state["kind"], uuid(&state["event"])), (&json!("team"), world.event));
    assert_eq!(people(&state), sorted(&[&staff, &owner]));
    assert_eq!(open_team(&world, &owner).await["id"], state["id"], "there is one for each event");
    assert_eq!(world.get(&path, &owner).await.body["id"], state["id"]);
    let told = reader.until("conversation").await;
    assert_eq!(told["conversation"], state["id"], "a desk that is open learns of it at once");

    let team = uuid(&state["id"]);
    let mut writer = world.connect(&staff).await;
    let body = json!({ "kind": "text", "text": "Gate B is closed" });
    let send = json!({ "type": "send", "client_id": Uuid::new_v4(), "conversation": team, "body": body });
    writer.say(send).await;
    assert_eq!(writer.until("ack").await["seq"], 1);
    assert_eq!(reader.until("message").await["body"], body);
    writer.say(json!({ "type": "typing", "conversation": team })).await;
    assert_eq!(uuid(&reader.until("typing").await["person"]), staff.id);
    reader.say(json!({ "type": "seen", "conversation": team, "seq": 1 })).await;
    assert_eq!(uuid(&writer.until("seen").await["person"]), owner.id);

    let note = json!({ "client_id": Uuid::new_v4(), "body": { "kind": "note", "text": "Hm", "beside": 0 } });
    let refused = world.post(&format!("/conversations/{team}/messages"), &staff, note).await;
    assert_eq!(refused.body["errors"][0]["field"], "body.kind", "a team has no notes");
    let mut back = Client::open(world.address).await;
    back.hello(&owner.token, json!([{ "conversation": team, "seq": 0 }])).await;
    back.until("synced").await;
    assert!(back.heard.iter().any(|frame| frame["type"] == "message" && frame["body"] == body));
}

#[tokio::test]
async fn it_carries_photos_for_colleagues_alone() {
    let world = World::start().await;
    let (staff, owner) = (world.member(Role::Staff).await, world.member(Role::Owner).await);
    let team = uuid(&open_team(&world, &staff).await["id"]);
    let mut desk = world.connect(&owner).await;
    let photo = attachments::upload_as(Uuid::now_v7(), &world, &staff, team, &pictures::jpeg(400, 300)).await;
    let sent = attachments::say(&world, &staff, team, attachments::photo_message(&photo)).await;
    assert_eq!(sent.status, StatusCode::CREATED, "{sent:?}");
    assert_eq!(desk.until("message").await["body"]["kind"], "photo");
    let path = photo.id().to_string();
    assert_eq!(attachments::fetch(&world, &owner, &path).await.status(), StatusCode::OK);
    assert_eq!(attachments::fetch(&world, &world.participant(), &path).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nobody_else_learns_of_it() {
    let world = World::start().await;
    let (guest, staff, help) = world.conversation().await;
    let foreign = world.member_of(world.new_organization("approved").await, Role::Owner).await;
    let mut phone = world.connect(&guest).await;
    let team = uuid(&open_team(&world, &staff).await["id"]);
    assert_eq!(world.say(&staff, team, "He is drunk").await, StatusCode::CREATED);
    for person in [&guest, &foreign, &world.participant()] {
        for path in ["", "/messages"] {
            let read = world.get(&format!("/conversations/{team}{path}"), person).await;
            let nothing = world.get(&format!("/conversations/{}{path}", Uuid::now_v7()), person).await;
            assert_eq!((read.status, read.body), (StatusCode::NOT_FOUND, nothing.body));
        }
        assert_eq!(world.say(person, team, "Hello?").await, StatusCode::NOT_FOUND);
        let listed = world.get("/conversations?kind=team", person).await;
        assert_eq!(listed.body["items"], json!([]));
        let mut client = Client::open(world.address).await;
        client.hello(&person.token, json!([{ "conversation": team, "seq": 0 }])).await;
        assert_eq!(client.until("refused").await["code"], "not_found");
        client.until("synced").await;
        client.say(json!({ "type": "watch", "topic": format!("conversation:{team}") })).await;
        assert_eq!(client.until("refused").await["code"], "not_found");
    }
    let frames = phone.settle().await;
    assert!(frames.iter().all(|frame| frame["conversation"] != json!(team)), "{frames:?}");
    assert_eq!(world.get(&format!("/conversations/{help}"), &guest).await.status, StatusCode::OK);
}

#[tokio::test]
async fn it_is_no_conversation_of_help() {
    let world = World::start().await;
    let staff = world.staff_on_duty(1).await;
    let manager = world.member(Role::Manager).await;
    let team = uuid(&open_team(&world, &staff).await["id"]);
    assert_eq!(world.say(&staff, team, "Who has the radio?").await, StatusCode::CREATED);
    for path in ["/conversations", "/conversations?all=true", "/archive?text=radio", "/help-requests"] {
        assert_eq!(world.get(path, &manager).await.body["items"], json!([]), "{path}");
    }
    assert_eq!(world.get("/conversations?kind=team", &manager).await.body["items"][0]["id"], json!(team));
    let path = format!("/conversations/{team}");
    for (method, verb, body) in [
        (Method::POST, "close", json!({ "outcome": "resolved" })),
        (Method::POST, "transfer", json!({ "to": { "kind": "queue" } })),
        (Method::POST, "invite", json!({ "member": staff.id })),
        (Method::POST, "reopen", Value::Null),
        (Method::PUT, "notes", Value::Null),
        (Method::PUT, "tags", json!({ "tags": ["radio"] })),
        (Method::GET, "transcript", Value::Null),
        (Method::DELETE, &format!("members/{}", staff.id), Value::Null),
    ] {
        let body = (!body.is_null()).then_some(body);
        let answer = world.call(method, &format!("{path}/{verb}"), Some(&manager), body).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{verb}: {answer:?}");
    }
    // Their one place is free.
    assert_eq!(world.active(&staff).await, 0);
    let (request, _) = world.ask(&world.participant()).await;
    world.until_status(&staff, request, "taken").await;
}

#[tokio::test]
async fn whoever_joins_hears_it_and_whoever_was_removed_does_not_any_more() {
    let world = World::start_with_feeds().await;
    let (staff, leaving) = (world.member(Role::Staff).await, world.member(Role::Manager).await);
    let team = uuid(&open_team(&world, &staff).await["id"]);
    let mut ends = world.connect(&leaving).await;

    let newcomer = world.person_of(world.organization, Role::Staff);
    let state = feeds::member(newcomer.id, world.organization, "Noor");
    let mut desk = world.connect(&newcomer).await;
    feeds::say(&world.pool, feeds::AUTH, "member", newcomer.id, Some(state)).await;
    let told = desk.until_frame(|frame| frame["conversation"] == json!(team)).await;
    assert_eq!(people(&told["state"]), sorted(&[&staff, &leaving, &newcomer]));
    assert_eq!(world.say(&staff, team, "Welcome, Noor").await, StatusCode::CREATED);
    assert_eq!(desk.until("message").await["body"]["text"], "Welcome, Noor");
    assert_eq!(world.say(&newcomer, team, "Hello").await, StatusCode::CREATED);
    ends.until_frame(|frame| frame["body"]["text"] == "Hello").await;

    feeds::say(&world.pool, feeds::AUTH, "member", leaving.id, None).await;
    desk.until_frame(|frame| frame["state"]["members"].as_array().is_some_and(|all| all.len() == 2)).await;
    assert_eq!(world.say(&leaving, team, "One more thing").await, StatusCode::NOT_FOUND);
    assert_eq!(world.get(&format!("/conversations/{team}/messages"), &leaving).await.status, 404);
    assert_eq!(world.say(&staff, team, "Between us").await, StatusCode::CREATED);
    desk.until_frame(|frame| frame["body"]["text"] == "Between us").await;
    let heard = serde_json::to_string(&ends.settle().await).unwrap();
    assert!(!heard.contains("Between us"), "{heard}");
    let colleagues = world.get("/colleagues", &staff).await.body;
    assert_eq!(colleagues["items"].as_array().unwrap().len(), 1, "whoever was removed is no colleague");
}

#[tokio::test]
async fn it_is_read_only_when_the_event_is_over_and_goes_on_with_it() {
    let world = World::start_with_feeds().await;
    let staff = world.member(Role::Staff).await;
    let team = uuid(&open_team(&world, &staff).await["id"]);
    assert_eq!(world.say(&staff, team, "Good night").await, StatusCode::CREATED);
    let mut desk = world.connect(&staff).await;
    let event = |status: &str| event(&world, "Harbour Lights", status);
    feeds::say(&world.pool, feeds::CORE, "event", world.event, Some(event("archived"))).await;
    desk.until_frame(|frame| frame["state"]["status"] == "closed").await;
    let late = json!({ "client_id": Uuid::new_v4(), "body": { "kind": "text", "text": "Anybody?" } });
    assert_eq!(world.post(&format!("/conversations/{team}/messages"), &staff, late).await.code(), "closed");
    assert_eq!(open_team(&world, &staff).await["status"], "closed", "it can still be read");
    let other = world.new_event(world.organization).await;
    sqlx::query("UPDATE events SET status = 'archived' WHERE id = $1")
        .bind(other)
        .execute(&world.pool)
        .await
        .unwrap();
    let refused = world.call(Method::PUT, &format!("/events/{other}/team"), Some(&staff), None).await;
    assert_eq!(refused.code(), "event_closed", "none is made when the event is over");

    feeds::say(&world.pool, feeds::CORE, "event", world.event, Some(event("published"))).await;
    desk.until_frame(|frame| frame["state"]["status"] == "open").await;
    assert_eq!(world.say(&staff, team, "Here again").await, StatusCode::CREATED);
    assert_eq!(desk.until("message").await["body"]["text"], "Here again");
}

#[tokio::test]
async fn it_ends_with_the_organization() {
    let world = World::start_with_feeds().await;
    let staff = world.member(Role::Staff).await;
    let team = uuid(&open_team(&world, &staff).await["id"]);
    let blocked = json!({ "id": world.organization, "name": "Harbour Club", "status": "blocked" });
    feeds::say(&world.pool, feeds::AUTH, "organization", world.organization, Some(blocked)).await;
    eventually("the channel has ended", async || {
        let status: String = sqlx::query_scalar("SELECT status FROM conversations WHERE id = $1")
            .bind(team)
            .fetch_one(&world.pool)
            .await
            .unwrap();
        (status == "closed").then_some(())
    })
    .await;
}

#[tokio::test]
async fn it_is_told_of_a_new_name_and_of_nothing_that_changes_nothing_in_it() {
    let world = World::start_with_feeds().await;
    let (staff, colleague) = (world.member(Role::Staff).await, world.member(Role::Staff).await);
    let opened = open_team(&world, &staff).await;
    let mut desk = world.connect(&staff).await;
    feeds::say(&world.pool, feeds::CORE, "event", world.event, Some(event(&world, "New", "published"))).await;
    eventually("the event has its new name", async || {
        let name: String = sqlx::query_scalar("SELECT name FROM events WHERE id = $1")
            .bind(world.event)
            .fetch_one(&world.pool)
            .await
            .unwrap();
        (name == "New").then_some(())
    })
    .await;
    // What a newer service may write and this one cannot read removes nobody.
    let unreadable = json!({ "id": staff.id, "organization": world.organization, "name": ["Noor"] });
    feeds::say(&world.pool, feeds::AUTH, "member", staff.id, Some(unreadable)).await;
    let renamed = feeds::member(colleague.id, world.organization, "Noor");
    feeds::say(&world.pool, feeds::AUTH, "member", colleague.id, Some(renamed)).await;
    let told = desk.until_frame(|frame| frame["state"]["members"].to_string().contains("Noor")).await;
    assert_eq!(people(&told["state"]), sorted(&[&staff, &colleague]));
    assert_eq!(told["state"]["version"], json!(opened["version"].as_i64().unwrap() + 1));
}
