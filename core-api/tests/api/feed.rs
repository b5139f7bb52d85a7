//! What the other services learn from core-api.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{Answer, App, SERVICE_TOKEN, festival, with};

async fn read(app: &App, query: &str) -> Answer {
    let url = format!("{}/internal/v1/feed?{query}", app.internal_url);
    Answer::of(app.client.get(url).bearer_auth(SERVICE_TOKEN)).await
}

#[tokio::test]
async fn the_feed_tells_what_each_event_is_now() {
    let app = App::start().await;
    let organization = app.organization().await;
    let empty = read(&app, "").await.expect(200);
    assert_eq!((&empty["entries"], &empty["restart"]), (&json!([]), &json!(true)));

    let event = app.create(&organization, json!({})).await;
    let entry = |event: &Value| json!([{"kind": "event", "entity": event["id"], "data": event}]);
    let batch = read(&app, "").await.expect(200);
    assert_eq!(batch["entries"], entry(&event));

    let path = format!("/core/v1/events/{}", event["id"].as_str().unwrap());
    let change = json!({"version": 1, "name": "Renamed", "zones": []});
    let edited = app.patch(&path, &organization.manager(), &change).await.expect(200);
    let cursor = batch["cursor"].as_str().unwrap();
    let next = read(&app, &format!("cursor={cursor}")).await.expect(200);
    assert_eq!((&next["entries"], &next["restart"]), (&entry(&edited), &json!(false)));
    assert_eq!(read(&app, "").await.expect(200)["entries"], entry(&edited), "the newest state alone is kept");

    app.delete(&path, &organization.manager()).await.expect(204);
    let archived = app.get(&path, Some(&organization.staff())).await.expect(200);
    let cursor = next["cursor"].as_str().unwrap();
    let last = read(&app, &format!("cursor={cursor}")).await.expect(200);
    assert_eq!(last["entries"], entry(&archived));
    let cursor = last["cursor"].as_str().unwrap();
    app.delete(&path, &organization.manager()).await.expect(204);
    let nothing = read(&app, &format!("cursor={cursor}")).await.expect(200);
    assert_eq!(nothing["entries"], json!([]), "archiving again is no change");
}

#[tokio::test]
async fn what_is_refused_is_not_told() {
    let app = App::start().await;
    let organization = app.organization().await;
    let event = app.create(&organization, json!({})).await;
    let token = organization.manager();
    let path = format!("/core/v1/events/{}", event["id"].as_str().unwrap());
    let cursor = read(&app, "").await.expect(200)["cursor"].as_str().unwrap().to_owned();
    app.post("/core/v1/events", &token, &with(festival(), json!({"name": ""}))).await.expect(422);
    app.patch(&path, &token, &json!({"version": 7, "name": "Lost"})).await.expect(409);
    let batch = read(&app, &format!("cursor={cursor}")).await.expect(200);
    assert_eq!(batch["entries"], json!([]));
}

#[tokio::test]
async fn a_reader_that_waits_hears_at_once() {
    let app = App::start().await;
    let organization = app.organization().await;
    let cursor = read(&app, "").await.expect(200)["cursor"].as_str().unwrap().to_owned();
    let query = format!("wait=20&cursor={cursor}");
    let asked = std::time::Instant::now();
    let (batch, event) = tokio::join!(read(&app, &query), app.create(&organization, json!({})));
    assert_eq!(batch.expect(200)["entries"][0]["entity"], event["id"]);
    assert!(asked.elapsed().as_secs() < 5);
}

#[tokio::test]
async fn a_reader_from_another_life_starts_again() {
    let app = App::start().await;
    let event = app.create(&app.organization().await, json!({})).await;
    let batch = read(&app, &format!("cursor={}:9999999:1", Uuid::now_v7().simple())).await.expect(200);
    assert_eq!(batch["restart"], true);
    assert_eq!(batch["entries"][0]["entity"], event["id"]);
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
