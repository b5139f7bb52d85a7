//! Bad input on every operation: refused with a problem, never a failure of the service.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, App, festival};

/// What no field wants, one of them a little right.
fn nasty() -> Vec<Value> {
    let deep = (0..14).fold(json!(1), |inner, _| json!([inner]));
    vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(0),
        json!(1e308),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(""),
        json!(" "),
        json!("\u{0}"),
        json!("\u{202e}\u{fffd}\u{10ffff}"),
        json!("'; DROP TABLE events; --"),
        json!("x".repeat(100_000)),
        json!("+262142-12-31T23:59:59.999999999Z"),
        json!("-262143-01-01T00:00:00Z"),
        json!("2016-12-31T23:59:60.9Z"),
        json!([]),
        json!({}),
        json!([[]]),
        json!([null]),
        json!([{"id": null, "name": null}]),
        json!([{"id": "00000000-0000-0000-0000-000000000000", "name": "a", "phone": "112"}]),
        deep,
    ]
}

#[track_caller]
fn assert_understood(answer: &Answer, asked: &str) {
    assert!(answer.status < 500, "{asked}: {answer:?}");
    if answer.status >= 400 {
        answer.assert_problem();
    }
}

#[tokio::test]
async fn any_value_in_any_field_is_taken_or_refused() {
    let app = App::start().await;
    let organization = app.organization().await;
    let token = organization.manager();
    let event = app.create(&organization, json!({})).await;
    let path = format!("/core/v1/events/{}", event["id"].as_str().unwrap());
    let mut version = json!(1);
    for field in festival().as_object().unwrap().keys().map(String::as_str).chain(["status", "version", "id"])
    {
        for value in nasty() {
            let mut body = festival();
            body[field] = value.clone();
            let answer = app.post("/core/v1/events", &token, &body).await;
            assert_understood(&answer, &format!("POST {field}"));

            let mut body = json!({"version": version});
            body[field] = value;
            let answer = app.patch(&path, &token, &body).await;
            assert_understood(&answer, &format!("PATCH {field}"));
            if answer.status == 200 {
                version = answer.body["version"].clone();
            }
        }
    }
    for value in nasty() {
        assert_understood(&app.post("/core/v1/events", &token, &value).await, "POST");
        assert_understood(&app.patch(&path, &token, &value).await, "PATCH");
    }
    let items = app.all("/core/v1/events", Some(&token), 200).await.0;
    assert!(!items.is_empty(), "what was taken can be read");
    app.all("/core/v1/public/events", None, 200).await;
}

#[tokio::test]
async fn any_text_in_any_parameter_is_taken_or_refused() {
    let app = App::start().await;
    let organization = app.organization().await;
    let token = organization.manager();
    app.create(&organization, json!({})).await;
    let texts = [
        "",
        "%",
        "%00",
        "%FF",
        "%F0%9F%8E%B5",
        "'",
        "\\",
        ":*",
        "a%27:*%20%26",
        "1",
        "-1",
        "9".repeat(40).as_str(),
        "null",
        "1970-01-01T00:00:00Z",
        "2199-12-31T23:59:60Z",
        "-9999-01-01T00:00:00Z",
        "%2B99999-01-01T00:00:00Z",
        "0-00000000000000000000000000000000",
        "%2B0-0",
        "x&x",
        "%E2%80%AE",
    ]
    .map(str::to_owned);
    for list in ["/core/v1/events", "/core/v1/public/events"] {
        for name in ["text", "status", "from", "to", "near", "after", "limit", "unknown", ""] {
            for text in &texts {
                let path = format!("{list}?{name}={text}");
                assert_understood(&app.get(&path, Some(&token)).await, &path);
                let twice = format!("{path}&{name}={text}");
                assert_understood(&app.get(&twice, Some(&token)).await, &twice);
            }
        }
    }
    for parent in ["/core/v1/events", "/core/v1/public/events", "/core/v1/public/events/by-code"] {
        for text in &texts {
            for method in [Method::GET, Method::PATCH, Method::DELETE, Method::POST, Method::PUT] {
                let path = format!("{parent}/{text}");
                let request = app.request(method, &path, Some(&token)).json(&json!({"version": 1}));
                assert_understood(&Answer::of(request).await, &path);
            }
        }
    }
}
