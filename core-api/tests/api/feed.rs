//! What the other services learn from core-api.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{Answer, App, SERVICE_TOKEN, each, eventually, festival, with};

/// Seconds that a reader may wait.
const LONGEST_WAIT: u64 = 25;

/// Reads the feed. A row is served once no older transaction runs, on the whole server: waiting for it is part of
/// reading.
async fn read(app: &App, query: &str) -> Answer {
    let url = format!("{}/internal/v1/feed?{query}", app.internal_url);
    Answer::of(app.client.get(url).bearer_auth(SERVICE_TOKEN)).await
}

/// Reads what follows a cursor until there is something.
async fn follow(app: &App, cursor: &Value) -> Value {
    let cursor = cursor.as_str().expect("a cursor");
    read(app, &format!("wait={LONGEST_WAIT}&cursor={cursor}")).await.expect(200)
}

async fn cursor(app: &App) -> Value {
    read(app, "").await.expect(200)["cursor"].clone()
}

#[tokio::test]
async fn the_feed_tells_what_each_event_is_now() {
    let app = App::start().await;
    let organization = app.organization().await;
    let empty = read(&app, "").await.expect(200);
    assert_eq!((&empty["entries"], &empty["restart"]), (&json!([]), &json!(true)));

    let event = app.create(&organization, json!({})).await;
    let entry = |event: &Value| json!([{"kind": "event", "entity": event["id"], "data": event}]);
    let first = follow(&app, &empty["cursor"]).await;
    assert_eq!((&first["entries"], &first["restart"]), (&entry(&event), &json!(false)));

    let path = format!("/core/v1/events/{}", event["id"].as_str().unwrap());
    let change = json!({"version": 1, "name": "Renamed", "zones": []});
    let edited = app.patch(&path, &organization.manager(), &change).await.expect(200);
    let second = follow(&app, &first["cursor"]).await;
    assert_eq!(second["entries"], entry(&edited));
    assert_eq!(read(&app, "").await.expect(200)["entries"], entry(&edited), "the newest state alone is kept");

    app.delete(&path, &organization.manager()).await.expect(204);
    let archived = app.get(&path, Some(&organization.staff())).await.expect(200);
    let third = follow(&app, &second["cursor"]).await;
    assert_eq!(third["entries"], entry(&archived));
    assert_eq!(archived["status"], "archived");
}

#[tokio::test]
async fn what_changes_nothing_is_not_told() {
    let app = App::start().await;
    let organization = app.organization().await;
    let (event, off) =
        (app.create(&organization, json!({})).await, app.create(&organization, json!({})).await);
    let token = organization.manager();
    let path = |event: &Value| format!("/core/v1/events/{}", event["id"].as_str().unwrap());
    app.delete(&path(&off), &token).await.expect(204);
    eventually("the archiving is told", async || {
        read(&app, "").await.expect(200)["entries"][1]["data"]["status"] == "archived"
    })
    .await;
    let before = cursor(&app).await;

    app.post("/core/v1/events", &token, &with(festival(), json!({"name": ""}))).await.expect(422);
    app.patch(&path(&event), &token, &json!({"version": 7, "name": "Lost"})).await.expect(409);
    app.delete(&path(&off), &token).await.expect(204);
    let next = app.create(&organization, json!({})).await;
    let entries = follow(&app, &before).await["entries"].clone();
    assert_eq!(each(&entries, "entity"), [next["id"].clone()]);
}

#[tokio::test]
async fn a_reader_that_waits_hears_at_once() {
    let app = App::start().await;
    let organization = app.organization().await;
    let cursor = cursor(&app).await;
    let asked = std::time::Instant::now();
    let (batch, event) = tokio::join!(follow(&app, &cursor), app.create(&organization, json!({})));
    assert_eq!(batch["entries"][0]["entity"], event["id"]);
    assert!(asked.elapsed().as_secs() < LONGEST_WAIT);
}

#[tokio::test]
async fn a_reader_from_another_life_starts_again() {
    let app = App::start().await;
    let event = app.create(&app.organization().await, json!({})).await;
    let stale = format!("cursor={}:9999999:1", Uuid::now_v7().simple());
    eventually("everything is served", async || {
        let batch = read(&app, &stale).await.expect(200);
        batch["restart"] == true && each(&batch["entries"], "entity") == [event["id"].clone()]
    })
    .await;
}

#[tokio::test]
async fn only_services_read_the_feed() {
    let app = App::start().await;
    let token = app.organization().await.owner();
    let url = format!("{}/internal/v1/feed", app.internal_url);
    Answer::of(app.client.get(&url)).await.problem(401, "unauthenticated");
    Answer::of(app.client.get(&url).bearer_auth(token)).await.problem(401, "unauthenticated");
    app.get("/internal/v1/feed", Some(SERVICE_TOKEN)).await.problem(404, "not_found");
    for (query, field) in [("cursor=nonsense", "cursor"), ("wait=long", "wait")] {
        assert_eq!(read(&app, query).await.refused_fields(), [field]);
    }
}
