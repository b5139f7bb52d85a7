//! Bad input on every operation of the contract: a clear answer that names the field, never 500.

use reqwest::{Method, StatusCode, header};
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Person, World};

const CONTRACT: &str = include_str!("../../openapi.json");

/// One operation of the contract.
struct Operation {
    method: Method,
    path: String,
    has_body: bool,
    /// Each with values that it cannot have.
    queries: Vec<(String, Vec<String>)>,
    /// Ids that every call names.
    required: Vec<String>,
}

fn operations() -> Vec<Operation> {
    let contract: Value = serde_json::from_str(CONTRACT).unwrap();
    let mut operations = Vec::new();
    for (path, verbs) in contract["paths"].as_object().unwrap() {
        for (verb, operation) in verbs.as_object().unwrap() {
            let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
            operations.push(Operation {
                method: Method::from_bytes(verb.to_uppercase().as_bytes()).unwrap(),
                path: path.clone(),
                required: parameters
                    .iter()
                    .filter(|parameter| parameter["in"] == "query" && parameter["required"] == true)
                    .map(|parameter| parameter["name"].as_str().unwrap().to_owned())
                    .collect(),
                has_body: !operation["requestBody"]["content"]["application/json"].is_null(),
                queries: parameters
                    .iter()
                    .filter(|parameter| parameter["in"] == "query")
                    .map(|parameter| {
                        (parameter["name"].as_str().unwrap().to_owned(), impossible(&parameter["schema"]))
                    })
                    .collect(),
            });
        }
    }
    operations
}

/// Values that a parameter cannot have. Words can be anything that is not too long.
fn impossible(schema: &Value) -> Vec<String> {
    let is_words = schema["type"] == "string" && schema["format"].is_null() && schema["enum"].is_null();
    let takes_negative = schema["minimum"].as_i64().is_some_and(|minimum| minimum < 0);
    let values = if is_words { vec![] } else { vec!["x", "%00", "99999999999999999999", "-1"] };
    let mut values: Vec<String> = values.into_iter().map(str::to_owned).collect();
    values.retain(|value| value != "-1" || !takes_negative);
    if is_words {
        values.push("x".repeat(300));
    }
    values
}

struct Bench {
    world: World,
    participant: Person,
    member: Person,
}

impl Bench {
    async fn start() -> Self {
        let world = World::start().await;
        let (participant, member) = (world.participant(), world.member(Role::Owner).await);
        Self { world, participant, member }
    }

    /// Calls as participant and as member; whoever may not come so far says so.
    async fn try_both(
        &self,
        operation: &Operation,
        path: &str,
        body: Option<(&str, &[u8])>,
    ) -> Vec<(StatusCode, Value)> {
        let mut answers = Vec::new();
        for person in [&self.participant, &self.member] {
            let url = format!("http://{}{path}", self.world.address);
            let mut request =
                self.world.http.request(operation.method.clone(), url).bearer_auth(&person.token);
            if let Some((kind, bytes)) = body {
                request = request.header(header::CONTENT_TYPE, kind).body(bytes.to_vec());
            }
            let response = request.send().await.unwrap();
            let status = response.status();
            let kind = response.headers().get(header::CONTENT_TYPE).cloned();
            let told = format!("{} {path}: {status}", operation.method);
            assert!(status.is_client_error(), "{told}");
            assert_eq!(kind.unwrap(), "application/problem+json", "{told}");
            let problem: Value = response.json().await.unwrap();
            assert!(problem["code"].is_string() && problem["title"].is_string(), "{told} {problem}");
            answers.push((status, problem));
        }
        answers
    }
}

/// At least one of the answers is about the input, and not about rights.
fn names_the_fault(answers: &[(StatusCode, Value)]) -> bool {
    answers.iter().any(|(status, _)| matches!(status.as_u16(), 400 | 413 | 415 | 422))
}

#[tokio::test]
async fn bodies_that_cannot_be_read() {
    let bench = Bench::start().await;
    let deep = format!("{}1{}", "[".repeat(40), "]".repeat(40));
    let nul = r#"{"text":"a\u0000b"}"#;
    let twice = r#"{"text":"a","text":"b"}"#;
    let giant = vec![b' '; 2 * 1024 * 1024];
    let bad: [(&str, &[u8]); 9] = [
        ("application/json", b""),
        ("application/json", b"{"),
        ("application/json", b"[]"),
        ("application/json", b"null"),
        ("application/json", b"\xff\xfe"),
        ("application/json", deep.as_bytes()),
        ("application/json", nul.as_bytes()),
        ("application/json", twice.as_bytes()),
        ("application/json", &giant),
    ];
    for operation in operations().iter().filter(|operation| operation.has_body) {
        let path = operation.path.replace("{id}", &Uuid::new_v4().to_string());
        for (kind, bytes) in bad {
            let answers = bench.try_both(operation, &path, Some((kind, bytes))).await;
            let start = String::from_utf8_lossy(&bytes[..bytes.len().min(20)]).into_owned();
            assert!(names_the_fault(&answers), "{} {path} with {start:?}: {answers:?}", operation.method);
        }
        let answers = bench.try_both(operation, &path, Some(("text/plain", b"{}"))).await;
        assert!(names_the_fault(&answers), "{} {path} as text: {answers:?}", operation.method);
    }
}

#[tokio::test]
async fn ids_and_queries_that_are_none() {
    let bench = Bench::start().await;
    for operation in operations() {
        if operation.path.contains("{id}") {
            for id in ["1", "not-an-id", "%00", "%ff", &"9".repeat(400)] {
                let path = operation.path.replace("{id}", id);
                let body = operation.has_body.then_some(("application/json", b"{}".as_slice()));
                bench.try_both(&operation, &path, body).await;
            }
        }
        for (name, values) in &operation.queries {
            let path = operation.path.replace("{id}", &Uuid::new_v4().to_string());
            let others = operation.required.iter().filter(|other| *other != name);
            let others: Vec<_> = others.map(|other| format!("{other}={}", Uuid::nil())).collect();
            for value in values {
                let call = format!("{path}?{name}={value}&{}", others.join("&"));
                let answers = bench.try_both(&operation, &call, None).await;
                assert!(names_the_fault(&answers), "{path}?{name}={value}: {answers:?}");
                let field = answers.iter().find_map(|(_, problem)| problem["errors"][0]["field"].as_str());
                assert_eq!(field, Some(name.as_str()), "{path}?{name}={value}: {answers:?}");
            }
        }
    }
}

/// A field with a value that it cannot have, and the field that the answer names.
#[tokio::test]
async fn fields_that_cannot_be() {
    let bench = Bench::start().await;
    let world = &bench.world;
    let good = json!({ "event": world.event, "category": "other", "text": "hi" });
    let wrong = [
        ("event", json!("x"), "event"),
        ("event", Value::Null, "event"),
        ("category", json!("plumbing"), "category"),
        ("category", json!(7), "category"),
        ("text", json!(""), "text"),
        ("text", json!("   "), "text"),
        ("text", json!("x".repeat(4_001)), "text"),
        ("text", json!(["x"]), "text"),
        ("zone", json!(Uuid::new_v4()), "zone"),
        ("triage", json!({ "bleeding": "perhaps" }), "triage.bleeding"),
        ("location", json!({ "latitude": 91, "longitude": 0 }), "location.latitude"),
        ("location", json!({ "latitude": 0 }), "location.longitude"),
        ("location", json!({ "latitude": 0, "longitude": 0, "accuracy": -1 }), "location.accuracy"),
        ("share", json!({ "name": "yes" }), "share.name"),
    ];
    for (field, value, named) in wrong {
        let mut body = good.clone();
        body[field] = value.clone();
        let answer = world.post("/help-requests", &bench.participant, body).await;
        let told = format!("{field} = {value}: {answer:?}");
        assert_eq!((answer.status, answer.code()), (StatusCode::UNPROCESSABLE_ENTITY, "invalid"), "{told}");
        assert_eq!(answer.body["errors"][0]["field"], named, "{told}");
    }
    for (body, named) in [
        (json!({ "events": [], "capacity": -1 }), "capacity"),
        (json!({ "events": [], "capacity": 20_001 }), "capacity"),
        (json!({ "events": [], "capacity": 1.5 }), "capacity"),
        (json!({ "events": [Uuid::new_v4()], "capacity": 1 }), "events[0]"),
        (json!({ "events": "all", "capacity": 1 }), "events"),
    ] {
        let answer = world.call(Method::PUT, "/availability", Some(&bench.member), Some(body.clone())).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}: {answer:?}");
        assert_eq!(answer.body["errors"][0]["field"], named, "{body}");
    }
}
