//! What other services may read.

use std::time::Instant;

use serde_json::json;

use crate::support::{Answer, App, SERVICE_TOKEN, text};

#[tokio::test]
async fn feeds_need_the_service_token_and_the_internal_listener() {
    let app = App::start().await;
    for which in ["participants", "organizers"] {
        let path = format!("/internal/v1/{which}/feed");
        let url = format!("{}{path}", app.node.internal_url);
        Answer::of(app.client.get(&url)).await.problem(401, "unauthenticated");
        Answer::of(app.client.get(&url).bearer_auth("wrong")).await.problem(401, "unauthenticated");
        let administrator = app.administrator().await;
        Answer::of(app.client.get(&url).bearer_auth(administrator)).await.problem(401, "unauthenticated");
        Answer::of(app.client.get(&url).bearer_auth(SERVICE_TOKEN)).await.expect(200);
        app.get(&path, SERVICE_TOKEN).await.problem(404, "not_found");
    }
}

#[tokio::test]
async fn each_feed_tells_of_its_own_people_only_and_of_no_secret() {
    let app = App::start().await;
    app.participant().await;
    let organization = app.organization_with("approved").await;
    app.member(&organization, "staff").await;
    let (participants, organizers) = (app.feed("participants").await, app.feed("organizers").await);
    assert!(participants.iter().all(|(kind, ..)| matches!(kind.as_str(), "person" | "session")));
    let of_organizers = ["organization", "member", "session"];
    assert!(organizers.iter().all(|(kind, ..)| of_organizers.contains(&kind.as_str())));
    let all = json!([participants, organizers]).to_string();
    assert!(!all.contains("argon2") && !all.contains("password"));
}

#[tokio::test]
async fn a_reader_that_waits_hears_at_once() {
    let app = App::start().await;
    let url = format!("{}/internal/v1/organizers/feed", app.node.internal_url);
    let start = Answer::of(app.client.get(&url).bearer_auth(SERVICE_TOKEN)).await.expect(200);
    let onwards = format!("{url}?wait=25&cursor={}", text(&start["cursor"]));
    let asked = Instant::now();
    let waiting = app.client.get(onwards).bearer_auth(SERVICE_TOKEN);
    let waiting = tokio::spawn(Answer::of(waiting));
    let organization = app.organization().await;
    let heard = waiting.await.unwrap().expect(200);
    assert_eq!(heard["restart"], false);
    assert_eq!(heard["entries"][0]["entity"], organization.id);
    assert!(asked.elapsed().as_secs() < 25);
}

#[tokio::test]
async fn the_probes_answer_on_the_internal_listener() {
    let app = App::start().await;
    for path in ["/health/live", "/health/ready"] {
        Answer::of(app.client.get(format!("{}{path}", app.node.internal_url))).await.expect(200);
        app.get(path, "").await.problem(404, "not_found");
    }
}
