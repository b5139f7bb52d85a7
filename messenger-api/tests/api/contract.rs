//! The committed contract.

use std::collections::HashSet;

use reqwest::Method;

use crate::support::World;

#[test]
fn the_committed_contract_is_the_code_s() {
    let written = include_str!("../../openapi.json");
    let made = messenger_api::openapi().to_pretty_json().unwrap() + "\n";
    assert!(
        written == made,
        "openapi.json is stale: cargo run -p messenger-api -- openapi > messenger-api/openapi.json"
    );
}

#[test]
fn every_operation_is_documented() {
    let document = serde_json::to_value(messenger_api::openapi()).unwrap();
    let mut names = HashSet::new();
    for (path, operations) in document["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let name = operation["operationId"].as_str().unwrap();
            assert!(names.insert(name.to_owned()), "{name} stands twice");
            assert!(operation["summary"].is_string(), "{method} {path} has no summary");
            assert_eq!(operation["tags"].as_array().unwrap().len(), 1, "{method} {path}");
            let answers = operation["responses"].as_object().unwrap();
            assert!(answers.contains_key("503"), "{method} {path}");
            if path.contains('{') {
                assert!(answers.contains_key("404"), "{method} {path}");
            }
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
    let world = World::start().await;
    let guest = world.participant();
    let address = format!("http://{}/messenger/v1/conversations", world.address);
    let answer = world.http.get(address).bearer_auth(&guest.token).send().await.unwrap();
    assert_eq!(answer.headers()["cache-control"], "no-store");
    assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
    let wrong = world.call(Method::PATCH, "/conversations", Some(&guest), None).await;
    assert_eq!((wrong.status.as_u16(), wrong.code()), (405, "method_not_allowed"));
    let nothing = world.get("/nothing", &guest).await;
    assert_eq!((nothing.status.as_u16(), nothing.code()), (404, "not_found"));
}
