//! The committed contract.

use std::collections::HashSet;

use crate::support::App;

#[test]
fn the_committed_contract_is_the_code_s() {
    let written = include_str!("../../openapi.json");
    let made = auth_api::openapi().to_pretty_json().unwrap() + "\n";
    assert!(
        written == made,
        "openapi.json is stale: cargo run -p auth-api -- openapi > auth-api/openapi.json"
    );
}

#[test]
fn every_operation_is_documented() {
    let document = serde_json::to_value(auth_api::openapi()).unwrap();
    let mut names = HashSet::new();
    for (path, operations) in document["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let name = operation["operationId"].as_str().unwrap();
            assert!(names.insert(name.to_owned()), "{name} stands twice");
            assert!(operation["summary"].is_string(), "{method} {path} has no summary");
            assert_eq!(operation["tags"].as_array().unwrap().len(), 1, "{method} {path}");
            let answers = operation["responses"].as_object().unwrap();
            assert!(answers.contains_key("503") || path.ends_with("jwks.json"), "{method} {path}");
            assert_eq!(path.contains('{'), answers.contains_key("404"), "{method} {path}");
            if operation["security"].is_array() {
                assert!(answers.contains_key("401") && answers.contains_key("403"), "{method} {path}");
            }
            if operation["requestBody"].is_object() {
                assert!(answers.contains_key("400") && answers.contains_key("422"), "{method} {path}");
            }
        }
    }
}

#[tokio::test]
async fn answers_are_never_cached_or_guessed_at() {
    let app = App::start().await;
    let answer = app.get("/auth/v1/me", "x").await;
    assert_eq!(answer.headers["cache-control"], "no-store");
    assert_eq!(answer.headers["x-content-type-options"], "nosniff");
    app.delete("/auth/v1/guests", "x").await.problem(405, "method_not_allowed");
    app.get("/auth/v1/nothing", "x").await.problem(404, "not_found");
}
