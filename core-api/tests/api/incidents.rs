//! Incidents: made and linked by everybody of the organization, changed by one at a time, with comments that are their
//! author's alone.

use chrono::{DateTime, Utc};
use reqwest::Method;
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Answer, App, Organization, SERVICE_TOKEN, each, eventually, with};

const PATH: &str = "/core/v1/incidents";

/// The token of one member, the same person at each call.
fn somebody(organization: &Organization, role: Role) -> String {
    Organization::signer().token(organization.subject(role))
}

/// An organization, its event, and the token of one of its staff.
async fn stage(app: &App) -> (Organization, Value, String) {
    let home = app.organization().await;
    let event = app.create(&home, json!({})).await["id"].clone();
    let staff = somebody(&home, Role::Staff);
    (home, event, staff)
}

fn outage(event: &Value) -> Value {
    json!({ "event": event, "title": "The lights are out" })
}

fn path(incident: &Value) -> String {
    format!("{PATH}/{}", incident["id"].as_str().unwrap())
}

async fn titles(app: &App, token: &str, query: &str) -> Vec<Value> {
    each(&app.get(&format!("{PATH}?{query}"), Some(token)).await.expect(200)["items"], "title")
}

#[tokio::test]
async fn staff_make_one_from_a_conversation_in_one_call() {
    let app = App::start().await;
    let (home, event, staff) = stage(&app).await;
    let conversation = Uuid::now_v7();
    let body = with(
        outage(&event),
        json!({ "place": " Gate A ", "priority": "high", "conversations": [conversation, conversation] }),
    );
    let made = app.post(PATH, &staff, &body).await.expect(201);
    for (name, value) in [
        ("status", json!("to_do")),
        ("priority", json!("high")),
        ("severity", json!("minor")),
        ("place", json!("Gate A")),
        ("owner", Value::Null),
        ("closed_at", Value::Null),
        ("conversations", json!([conversation])),
        ("version", json!(1)),
    ] {
        assert_eq!(made[name], value, "{name}");
    }
    assert_eq!(app.get(&path(&made), Some(&somebody(&home, Role::Staff))).await.expect(200), made);
    assert_eq!(titles(&app, &staff, &format!("conversation={conversation}")).await, ["The lights are out"]);
    assert!(titles(&app, &staff, &format!("conversation={}", Uuid::now_v7())).await.is_empty());
}

#[tokio::test]
async fn nothing_of_another_organization_is_seen_or_changed() {
    let app = App::start().await;
    let (_, event, staff) = stage(&app).await;
    let (foreign, _, _) = stage(&app).await;
    let stranger = somebody(&foreign, Role::Owner);
    let made = app.post(PATH, &staff, &outage(&event)).await.expect(201);
    let (path, any) = (path(&made), Uuid::now_v7());
    app.get(&path, Some(&stranger)).await.problem(404, "not_found");
    app.patch(&path, &stranger, &json!({ "version": 1 })).await.problem(404, "not_found");
    app.delete(&path, &stranger).await.problem(404, "not_found");
    app.get(&format!("{path}/comments"), Some(&stranger)).await.problem(404, "not_found");
    for part in ["conversations", "comments"] {
        let path = format!("{path}/{part}/{any}");
        app.put(&path, &stranger, &json!({ "text": "Hi" })).await.problem(404, "not_found");
        app.delete(&path, &stranger).await.problem(404, "not_found");
    }
    assert!(titles(&app, &stranger, "").await.is_empty());
    assert_eq!(app.post(PATH, &stranger, &outage(&event)).await.refused_fields(), ["event"]);
    app.get(PATH, None).await.problem(401, "unauthenticated");
    assert_eq!(app.get(&path, Some(&staff)).await.expect(200), made);
}

#[tokio::test]
async fn managers_alone_delete() {
    let app = App::start().await;
    let (home, event, staff) = stage(&app).await;
    let made = app.post(PATH, &staff, &outage(&event)).await.expect(201);
    app.delete(&path(&made), &staff).await.problem(403, "forbidden");
    let manager = somebody(&home, Role::Manager);
    app.delete(&path(&made), &manager).await.expect(204);
    app.delete(&path(&made), &manager).await.problem(404, "not_found");
    app.get(&path(&made), Some(&staff)).await.problem(404, "not_found");
}

#[tokio::test]
async fn an_edit_overwrites_nobody() {
    let app = App::start().await;
    let (home, event, staff) = stage(&app).await;
    let colleague = somebody(&home, Role::Staff);
    let made = app.post(PATH, &staff, &outage(&event)).await.expect(201);
    let owner = Uuid::now_v7();
    let change = json!({ "version": 1, "status": "in_progress", "owner": owner, "severity": "major" });
    let edited = app.patch(&path(&made), &colleague, &change).await.expect(200);
    assert_eq!((&edited["status"], &edited["owner"]), (&json!("in_progress"), &json!(owner)));
    assert_eq!((&edited["title"], &edited["version"]), (&made["title"], &json!(2)));
    let late = app.patch(&path(&made), &staff, &json!({ "version": 1, "title": "Late" })).await;
    assert_eq!(late.problem(409, "version_conflict")["current"], edited);
    let freed = app.patch(&path(&made), &staff, &json!({ "version": 2, "owner": null })).await.expect(200);
    assert_eq!((&freed["owner"], &freed["severity"]), (&Value::Null, &json!("major")));
    let refused =
        app.patch(&path(&made), &staff, &json!({ "version": 3, "title": " ", "place": "a\nb" })).await;
    assert_eq!(refused.refused_fields(), ["title", "place"]);
    assert_eq!(
        app.patch(&path(&made), &staff, &json!({ "version": 3, "status": "done" })).await.refused_fields(),
        ["status"]
    );
}

#[tokio::test]
async fn the_time_of_closing_is_that_of_the_first_one() {
    let app = App::start().await;
    let (_, event, staff) = stage(&app).await;
    let made = app.post(PATH, &staff, &outage(&event)).await.expect(201);
    let mut version = 1;
    let mut set = async |status: &str| {
        let change = json!({ "version": version, "status": status });
        version += 1;
        app.patch(&path(&made), &staff, &change).await.expect(200)["closed_at"].clone()
    };
    assert_eq!(set("in_progress").await, Value::Null);
    let first = set("resolved").await;
    assert!(first.as_str().unwrap().parse::<DateTime<Utc>>().is_ok());
    assert_eq!(set("to_do").await, first, "it stays when the work begins again");
    assert_eq!(set("cancelled").await, first);
}

#[tokio::test]
async fn linking_again_changes_nothing_and_neither_outdates_an_edit() {
    let app = App::start().await;
    let (home, event, staff) = stage(&app).await;
    let made = app.post(PATH, &staff, &outage(&event)).await.expect(201);
    let (a, b) = (Uuid::now_v7(), Uuid::now_v7());
    let link = |conversation: Uuid| format!("{}/conversations/{conversation}", path(&made));
    app.put(&link(a), &staff, &json!(null)).await.expect(200);
    let linked = app.put(&link(b), &somebody(&home, Role::Staff), &json!(null)).await.expect(200);
    assert_eq!((&linked["conversations"], &linked["version"]), (&json!([a, b]), &json!(1)));
    assert_eq!(app.put(&link(a), &staff, &json!(null)).await.expect(200), linked);
    app.patch(&path(&made), &staff, &json!({ "version": 1, "title": "Dark" })).await.expect(200);
    let unlinked = app.delete(&link(a), &staff).await.expect(200);
    assert_eq!(unlinked["conversations"], json!([b]));
    assert_eq!(app.delete(&link(a), &staff).await.expect(200), unlinked);
}

#[tokio::test]
async fn an_incident_has_at_most_five_hundred_conversations() {
    let app = App::start().await;
    let (_, event, staff) = stage(&app).await;
    let many = |count: usize| (0..count).map(|_| Uuid::now_v7()).collect::<Vec<_>>();
    let too_many = with(outage(&event), json!({ "conversations": many(501) }));
    assert_eq!(app.post(PATH, &staff, &too_many).await.refused_fields(), ["conversations"]);
    let full = with(outage(&event), json!({ "conversations": many(500) }));
    let full = app.post(PATH, &staff, &full).await.expect(201);
    let one_more = format!("{}/conversations/{}", path(&full), Uuid::now_v7());
    app.put(&one_more, &staff, &json!(null)).await.problem(409, "too_many");
    assert_eq!(app.get(&path(&full), Some(&staff)).await.expect(200)["conversations"], full["conversations"]);
}

#[tokio::test]
async fn a_list_is_narrowed_and_read_in_pages_newest_first() {
    let app = App::start().await;
    let (home, event, staff) = stage(&app).await;
    let other = app.create(&home, json!({})).await["id"].clone();
    for (event, title) in [(&event, "Łamp broken"), (&other, "Fight"), (&event, "Lost child")] {
        app.post(PATH, &staff, &with(outage(event), json!({ "title": title }))).await.expect(201);
    }
    assert_eq!(titles(&app, &staff, "").await, ["Lost child", "Fight", "Łamp broken"]);
    let of_event = format!("event={}", event.as_str().unwrap());
    assert_eq!(titles(&app, &staff, &of_event).await, ["Lost child", "Łamp broken"]);
    assert_eq!(titles(&app, &staff, "text=łam").await, ["Łamp broken"]);
    let fight = app.get(&format!("{PATH}?text=fight"), Some(&staff)).await.expect(200)["items"][0].clone();
    app.patch(&path(&fight), &staff, &json!({ "version": 1, "status": "resolved" })).await.expect(200);
    assert_eq!(titles(&app, &staff, "status=resolved").await, ["Fight"]);
    assert_eq!(titles(&app, &staff, "open=true").await, ["Lost child", "Łamp broken"]);
    let (items, pages) = app.all(PATH, Some(&staff), 2).await;
    assert_eq!((each(&json!(items), "title").len(), pages), (3, 2));
    for (query, field) in [("status=done", "status"), ("event=here", "event"), ("after=x", "after")] {
        assert_eq!(app.get(&format!("{PATH}?{query}"), Some(&staff)).await.refused_fields(), [field]);
    }
}

#[tokio::test]
async fn a_repeated_creation_makes_one_incident() {
    let app = App::start().await;
    let (_, event, staff) = stage(&app).await;
    let post = async |key: &str, body: &Value| {
        let request = app.request(Method::POST, PATH, Some(&staff)).header("Idempotency-Key", key);
        Answer::of(request.json(body)).await
    };
    let body = outage(&event);
    let (a, b, c) = tokio::join!(post("one", &body), post("one", &body), post("one", &body));
    let mut statuses = [a.status, b.status, c.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 200, 201]);
    assert!(a.body["id"] == b.body["id"] && b.body["id"] == c.body["id"]);
    post("one", &with(body.clone(), json!({ "title": "Another" }))).await.problem(409, "conflict");
    post("two", &body).await.expect(201);
    assert_eq!(titles(&app, &staff, "").await.len(), 2);
}

#[tokio::test]
async fn a_comment_is_its_author_s_alone() {
    let app = App::start().await;
    let (home, event, staff) = stage(&app).await;
    let owner = somebody(&home, Role::Owner);
    let made = app.post(PATH, &staff, &outage(&event)).await.expect(201);
    let comments = format!("{}/comments", path(&made));
    let comment = format!("{comments}/{}", Uuid::now_v7());
    let said = |text: &str| json!({ "text": text });
    let first = app.put(&comment, &staff, &said(" An electrician comes. ")).await.expect(201);
    assert_eq!((&first["text"], &first["edited_at"]), (&json!("An electrician comes."), &Value::Null));
    let again = app.put(&comment, &staff, &said("An electrician comes.")).await.expect(200);
    assert_eq!(again, first, "a repeat says nothing twice");
    let changed = app.put(&comment, &staff, &said("She is here.")).await.expect(200);
    assert!(changed["edited_at"].is_string());
    app.put(&comment, &owner, &said("No")).await.problem(403, "forbidden");
    app.delete(&comment, &owner).await.problem(403, "forbidden");
    app.put(&format!("{comments}/{}", Uuid::now_v7()), &owner, &said("Thanks")).await.expect(201);
    let list = app.get(&comments, Some(&staff)).await.expect(200);
    assert_eq!(each(&list["items"], "text"), ["Thanks", "She is here."]);
    let (items, pages) = app.all(&comments, Some(&staff), 1).await;
    assert_eq!((items.len(), pages), (2, 2));
    assert_eq!(app.put(&comment, &staff, &said(" ")).await.refused_fields(), ["text"]);
    app.delete(&comment, &staff).await.expect(204);
    app.delete(&comment, &staff).await.problem(404, "not_found");
    assert_eq!(each(&app.get(&comments, Some(&staff)).await.expect(200)["items"], "text"), ["Thanks"]);
}

#[tokio::test]
async fn the_feed_tells_what_each_incident_is_now() {
    let app = App::start().await;
    let (home, event, staff) = stage(&app).await;
    let told = async || {
        let url = format!("{}/internal/v1/feed", app.internal_url);
        let batch = Answer::of(app.client.get(url).bearer_auth(SERVICE_TOKEN)).await.expect(200);
        let entries = batch["entries"].as_array().unwrap().clone();
        entries.into_iter().filter(|entry| entry["kind"] == "incident").collect::<Vec<_>>()
    };
    let made = app.post(PATH, &staff, &outage(&event)).await.expect(201);
    let link = format!("{}/conversations/{}", path(&made), Uuid::now_v7());
    let linked = app.put(&link, &staff, &json!(null)).await.expect(200);
    let entry = json!({ "kind": "incident", "entity": made["id"], "data": linked });
    eventually("the link is told", async || told().await == std::slice::from_ref(&entry)).await;
    app.delete(&path(&made), &somebody(&home, Role::Owner)).await.expect(204);
    let gone = json!({ "kind": "incident", "entity": made["id"], "data": null });
    eventually("the end is told", async || told().await == std::slice::from_ref(&gone)).await;
}
