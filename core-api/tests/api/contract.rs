//! The committed contract, and probes.

use crate::support::{App, eventually};

#[test]
fn the_committed_contract_is_the_code_s() {
    let written = include_str!("../../openapi.json");
    let made = core_api::openapi().to_pretty_json().unwrap() + "\n";
    assert!(
        written == made,
        "openapi.json is stale: cargo run -p core-api -- openapi > core-api/openapi.json"
    );
}

#[test]
fn every_operation_is_documented() {
    let document = serde_json::to_value(core_api::openapi()).unwrap();
    let mut names = std::collections::HashSet::new();
    for (path, operations) in document["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let name = operation["operationId"].as_str().unwrap();
            assert!(names.insert(name.to_owned()), "{name} stands twice");
            assert!(operation["summary"].is_string(), "{method} {path} has no summary");
            let needs_token = !path.contains("/public/");
            assert_eq!(operation["security"].is_array(), needs_token, "{method} {path}");
            let answers = operation["responses"].as_object().unwrap();
            assert!(answers.contains_key("503") && (answers.contains_key("401") == needs_token));
            assert_eq!(path.contains('{'), answers.contains_key("404"), "{method} {path}");
        }
    }
    assert_eq!(names.len(), 22);
}

#[tokio::test]
async fn the_probes_answer_on_the_internal_listener_only() {
    let app = App::start().await;
    for path in ["/health/live", "/health/ready"] {
        eventually("it answers", async || app.probe(path).await.status == 200).await;
        app.get(path, None).await.problem(404, "not_found");
    }
}

#[tokio::test]
async fn answers_are_never_cached_or_guessed_at() {
    let app = App::start().await;
    let answer = app.get("/core/v1/public/events", None).await;
    assert_eq!(answer.headers["cache-control"], "no-store");
    assert_eq!(answer.headers["x-content-type-options"], "nosniff");
    app.delete("/core/v1/public/events", "x").await.problem(405, "method_not_allowed");
    app.get("/core/v1/nothing", None).await.problem(404, "not_found");
}
