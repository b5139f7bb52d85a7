//! Repeating a creation under an `Idempotency-Key`.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, App, festival, with};

async fn post(app: &App, token: &str, key: &str, body: &Value) -> Answer {
    let request = app.request(Method::POST, "/core/v1/events", Some(token));
    Answer::of(request.header("Idempotency-Key", key).json(body)).await
}

async fn count(app: &App, token: &str) -> usize {
    app.all("/core/v1/events", Some(token), 100).await.0.len()
}

#[tokio::test]
async fn a_repeated_creation_answers_the_same_event() {
    let app = App::start().await;
    let token = app.organization().await.manager();
    let first = post(&app, &token, "one", &festival()).await.expect(201);
    let again = post(&app, &token, "one", &festival()).await.expect(200);
    assert_eq!(again, first);
    let other = post(&app, &token, "two", &festival()).await.expect(201);
    assert_ne!(other["id"], first["id"]);
    assert_eq!(count(&app, &token).await, 2);
}

#[tokio::test]
async fn a_key_belongs_to_one_body_and_one_person() {
    let app = App::start().await;
    let organization = app.organization().await;
    let (manager, colleague) = (organization.manager(), organization.manager());
    post(&app, &manager, "one", &festival()).await.expect(201);
    let differing = with(festival(), json!({"name": "Another"}));
    post(&app, &manager, "one", &differing).await.problem(409, "conflict");
    post(&app, &colleague, "one", &differing).await.expect(201);
    assert_eq!(count(&app, &manager).await, 2);
}

#[tokio::test]
async fn a_refused_creation_leaves_its_key_free() {
    let app = App::start().await;
    let token = app.organization().await.manager();
    let refused = with(festival(), json!({"name": ""}));
    assert_eq!(post(&app, &token, "one", &refused).await.refused_fields(), ["name"]);
    post(&app, &token, "one", &festival()).await.expect(201);
}

#[tokio::test]
async fn repeats_at_the_same_time_make_one_event() {
    let app = App::start().await;
    let token = app.organization().await.manager();
    let body = festival();
    let (a, b, c, d) = tokio::join!(
        post(&app, &token, "one", &body),
        post(&app, &token, "one", &body),
        post(&app, &token, "one", &body),
        post(&app, &token, "one", &body),
    );
    let answers = [a, b, c, d];
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1, "{answers:?}");
    assert!(answers.iter().all(|answer| answer.body["id"] == answers[0].body["id"]), "{answers:?}");
    assert_eq!(count(&app, &token).await, 1);
}

#[tokio::test]
async fn keys_that_are_none_are_refused() {
    let app = App::start().await;
    let token = app.organization().await.manager();
    for key in ["", &"k".repeat(201)] {
        assert_eq!(post(&app, &token, key, &festival()).await.refused_fields(), ["Idempotency-Key"]);
    }
    let request = app.request(Method::POST, "/core/v1/events", Some(&token)).json(&festival());
    let answer = Answer::of(request.header("Idempotency-Key", b"\xff".as_slice())).await;
    assert_eq!(answer.refused_fields(), ["Idempotency-Key"]);
}
