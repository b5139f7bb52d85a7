//! Bad input on every operation: always a problem, never a failure of the service.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, App, new_email, text};

/// Every operation that reads a body, with the names of the body's fields.
fn operations() -> Vec<(Method, String, Vec<String>)> {
    let document = serde_json::to_value(auth_api::openapi()).unwrap();
    let mut all = Vec::new();
    for (path, operations) in document["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let schema = &operation["requestBody"]["content"]["application/json"]["schema"]["$ref"];
            let Some(name) = schema.as_str().and_then(|name| name.rsplit('/').next()) else { continue };
            let properties = document["components"]["schemas"][name]["properties"].as_object().unwrap();
            let path = path.replace("{id}", "0190a0a0-0000-7000-8000-000000000000");
            all.push((method.to_uppercase().parse().unwrap(), path, properties.keys().cloned().collect()));
        }
    }
    all
}

/// A token that gets each path past the door.
async fn token_for(app: &App, path: &str) -> Option<String> {
    match path {
        path if path.starts_with("/auth/v1/organizations/") => Some(app.administrator().await),
        path if path.starts_with("/auth/v1/members") => {
            let organization = app.organization().await;
            Some(app.token_of(&organization.owner_email).await)
        }
        "/auth/v1/me" => Some(text(&app.guest().await["access_token"]).to_owned()),
        _ => None,
    }
}

fn odd_values() -> Vec<Value> {
    let mut deep = json!(1);
    for _ in 0..12 {
        deep = json!([deep]);
    }
    vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(1e300),
        json!(""),
        json!(" "),
        json!("\u{202e}\u{feff}"),
        json!("x".repeat(100_000)),
        json!("👩‍🚒'; DROP TABLE accounts; --"),
        json!([]),
        json!({}),
        json!({"name": {"name": []}}),
        deep,
    ]
}

#[tokio::test]
async fn every_field_refuses_odd_values_as_a_problem() {
    let app = App::start().await;
    let operations = operations();
    assert!(operations.len() >= 10, "{}", operations.len());
    for (method, path, fields) in operations {
        let token = token_for(&app, &path).await;
        for field in &fields {
            for value in odd_values() {
                let body = json!({ field.as_str(): value });
                let request = app.request(method.clone(), &path, token.as_deref());
                let answer = Answer::of(request.json(&body)).await;
                assert!(answer.status < 500, "{method} {path} {body}: {}", answer.body);
                if answer.status >= 400 {
                    answer.assert_problem();
                }
            }
        }
    }
}

#[tokio::test]
async fn every_body_must_be_json_and_no_more() {
    let app = App::start().await;
    for (method, path, _) in operations() {
        let token = token_for(&app, &path).await;
        let send = async |content_type: &str, body: Vec<u8>| {
            let request = app.request(method.clone(), &path, token.as_deref());
            Answer::of(request.header("content-type", content_type).body(body)).await
        };
        let json = "application/json";
        for body in ["", "{", "nonsense", "{\"a\":1,\"a\":2}", "{\"a\":\"\\u0000\"}", "{} {}", "\u{feff}{}"] {
            send(json, body.into()).await.problem(400, "invalid");
        }
        send(json, b"{\"a\":\"\xff\"}".to_vec()).await.problem(400, "invalid");
        send(json, "[".repeat(10_000).into()).await.problem(400, "invalid");
        send(json, vec![b' '; 300 * 1024]).await.problem(413, "too_large");
        send("text/plain", "{}".into()).await.problem(415, "invalid");
        for body in ["[]", "null", "1", "\"x\""] {
            let answer = send(json, body.into()).await;
            answer.problem(422, "invalid");
        }
    }
}

#[tokio::test]
async fn odd_queries_are_refused_not_stumbled_over() {
    let app = App::start().await;
    let administrator = app.administrator().await;
    let organization = app.organization().await;
    let owner = app.token_of(&organization.owner_email).await;
    for (path, token) in [("/auth/v1/organizations", &administrator), ("/auth/v1/members", &owner)] {
        for query in
            ["text=%00", "text=%ff", "status=%00", "limit=99999999999999999999", "limit=1&limit=2", "&&=&"]
        {
            let answer = app.get(&format!("{path}?{query}"), token).await;
            assert!(answer.status < 500, "{path}?{query}: {}", answer.body);
        }
        for limit in ["0", "201", "9223372036854775807"] {
            let answer = app.get(&format!("{path}?limit={limit}"), token).await;
            assert_eq!(answer.refused_fields(), ["limit"], "{path} with {limit}");
        }
    }
}

#[tokio::test]
async fn odd_headers_are_refused_not_stumbled_over() {
    let app = App::start().await;
    for value in ["Bearer", "Bearer ", "Basic eDp5", "Bearer a b", "bearer \u{e4}", "Bearer x.y.z"] {
        let request = app.request(Method::GET, "/auth/v1/me", None);
        let value = reqwest::header::HeaderValue::from_bytes(value.as_bytes()).unwrap();
        Answer::of(request.header("authorization", value)).await.problem(401, "unauthenticated");
    }
    let request = app.request(Method::POST, "/auth/v1/guests", None).header("user-agent", "x".repeat(5_000));
    Answer::of(request.json(&json!({"device": "x"}))).await.expect(201);
}

#[tokio::test]
async fn any_language_is_welcome_in_names() {
    let app = App::start().await;
    for name in ["Ярослава Їжак", "李小龍", "O'Brien-Łuczak", "👩‍🚒 Ada"] {
        let body = json!({"email": new_email(), "password": "пароль з моря", "name": name});
        let signed_in = app.post("/auth/v1/participants", &body).await.expect(201);
        assert_eq!(signed_in["participant"]["name"], name);
    }
}
