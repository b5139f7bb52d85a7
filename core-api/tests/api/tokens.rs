//! Who may do what.

use chrono::Utc;
use reqwest::Method;
use serde_json::{Value, json};
use service_kit::identity::{Claims, Role, Subject};
use service_kit::testing::Signer;
use uuid::Uuid;

use crate::support::{Answer, App, eventually, festival};

/// Every operation that needs a token, and whether staff may do it.
const OPERATIONS: [(&str, &str, bool); 19] = [
    ("GET", "/core/v1/events", true),
    ("POST", "/core/v1/events", false),
    ("GET", "/core/v1/events/{id}", true),
    ("PATCH", "/core/v1/events/{id}", false),
    ("DELETE", "/core/v1/events/{id}", false),
    ("GET", "/core/v1/incidents", true),
    ("POST", "/core/v1/incidents", true),
    ("GET", "/core/v1/incidents/{id}", true),
    ("PATCH", "/core/v1/incidents/{id}", true),
    ("DELETE", "/core/v1/incidents/{id}", false),
    ("PUT", "/core/v1/incidents/{id}/conversations/{conversation}", true),
    ("DELETE", "/core/v1/incidents/{id}/conversations/{conversation}", true),
    ("GET", "/core/v1/incidents/{id}/comments", true),
    ("PUT", "/core/v1/incidents/{id}/comments/{comment}", true),
    // One's own: there is none of anybody else's here.
    ("DELETE", "/core/v1/incidents/{id}/comments/{comment}", true),
    ("GET", "/core/v1/saved-replies", true),
    // Those of the organization.
    ("POST", "/core/v1/saved-replies", false),
    ("PATCH", "/core/v1/saved-replies/{id}", false),
    ("DELETE", "/core/v1/saved-replies/{id}", false),
];

/// A saved reply of the organization that the event belongs to.
async fn saved_reply(app: &App, event: &Value) -> String {
    let organization: Uuid = event["organization"].as_str().unwrap().parse().unwrap();
    let id = Uuid::now_v7();
    sqlx::query("INSERT INTO saved_replies (id, organization, shortcut, text) VALUES ($1, $2, $3, 'Hello')")
        .bind(id)
        .bind(organization)
        .bind(id.simple().to_string())
        .execute(&app.pool)
        .await
        .unwrap();
    id.to_string()
}

/// An incident at the event.
async fn incident(app: &App, event: &Value) -> String {
    let [organization, event]: [Uuid; 2] =
        ["organization", "id"].map(|name| event[name].as_str().unwrap().parse().unwrap());
    let id = Uuid::now_v7();
    sqlx::query(
        "INSERT INTO incidents (id, organization, event, title, description, place, priority, severity, search,
           created_by)
         VALUES ($1, $2, $3, 'Dark', '', '', 'normal', 'minor', '', $1)",
    )
    .bind(id)
    .bind(organization)
    .bind(event)
    .execute(&app.pool)
    .await
    .unwrap();
    id.to_string()
}

async fn call(app: &App, operation: (&str, &str, bool), event: &Value, token: Option<&str>) -> Answer {
    let (is_reply, is_incident) = (operation.1.contains("saved-replies"), operation.1.contains("incidents"));
    let id = match (is_reply, is_incident) {
        (true, _) => saved_reply(app, event).await,
        (_, true) => incident(app, event).await,
        _ => event["id"].as_str().unwrap().to_owned(),
    };
    let other = Uuid::now_v7().to_string();
    let path =
        operation.1.replace("{id}", &id).replace("{comment}", &other).replace("{conversation}", &other);
    let method: Method = operation.0.parse().unwrap();
    let request = app.request(method.clone(), &path, token);
    let shortcut = &Uuid::now_v7().simple().to_string();
    if method == Method::DELETE && path.contains("/comments/") {
        app.request(Method::PUT, &path, token).json(&json!({"text": "Mine"})).send().await.unwrap();
    }
    Answer::of(match method.as_str() {
        "POST" if is_incident => request.json(&json!({"event": event["id"], "title": "Dark"})),
        "PATCH" if is_incident => request.json(&json!({"version": 1})),
        "PUT" => request.json(&json!({"text": "Seen"})),
        "POST" if is_reply => {
            request.json(&json!({"scope": "organization", "shortcut": shortcut, "text": "Hello"}))
        }
        "POST" => request.json(&festival()),
        "PATCH" if is_reply => request.json(&json!({"version": 1, "text": "Bye"})),
        "PATCH" => request.json(&json!({"version": event["version"]})),
        _ => request,
    })
    .await
}

#[test]
fn the_list_above_is_whole() {
    let document = serde_json::to_value(core_api::openapi()).unwrap();
    let paths = document["paths"].as_object().unwrap().iter();
    let guarded: Vec<(String, String)> = paths
        .flat_map(|(path, operations)| {
            let guarded = operations.as_object().unwrap().iter().filter(|(_, o)| o["security"].is_array());
            guarded.map(|(method, _)| (method.to_uppercase(), path.clone())).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(guarded.len(), OPERATIONS.len());
    for (method, path) in guarded {
        assert!(
            OPERATIONS.iter().any(|o| o.0 == method && o.1 == path),
            "{method} {path} is not in the list"
        );
    }
}

#[tokio::test]
async fn each_role_may_do_what_it_is_for() {
    let app = App::start().await;
    let organization = app.organization().await;
    for operation in OPERATIONS {
        for (role, allowed) in [(Role::Staff, operation.2), (Role::Manager, true), (Role::Owner, true)] {
            let event = app.create(&organization, json!({})).await;
            let token = app.auth.signer.token(organization.subject(role));
            let answer = call(&app, operation, &event, Some(&token)).await;
            if allowed {
                assert!((200..300).contains(&answer.status), "{operation:?} {role:?}: {answer:?}");
            } else {
                answer.problem(403, "forbidden");
            }
        }
        for subject in [Subject::Participant { guest: true }, Subject::Administrator] {
            let event = app.create(&organization, json!({})).await;
            let token = app.auth.signer.token(subject);
            call(&app, operation, &event, Some(&token)).await.problem(403, "forbidden");
        }
    }
}

#[tokio::test]
async fn nobody_may_do_anything_without_a_valid_token() {
    let app = App::start().await;
    let organization = app.organization().await;
    let event = app.create(&organization, json!({})).await;
    let now = Utc::now().timestamp();
    let claims = |at| Claims::new(Uuid::now_v7(), Uuid::now_v7(), organization.subject(Role::Owner), at);
    let signer = &app.auth.signer;
    let tokens = [
        None,
        Some("nonsense".to_owned()),
        Some(String::new()),
        Some(signer.sign(&claims(now - 3600))),
        Some(signer.sign(&claims(now + 3600))),
        Some(signer.sign(&Claims { aud: vec!["messenger".into()], ..claims(now) })),
        Some(signer.sign(&Claims { iss: "somebody".into(), ..claims(now) })),
        Some(Signer::default().sign(&claims(now))),
    ];
    for operation in OPERATIONS {
        for token in &tokens {
            call(&app, operation, &event, token.as_deref()).await.problem(401, "unauthenticated");
        }
    }
}

#[tokio::test]
async fn an_ended_session_ends_its_tokens() {
    let app = App::start().await;
    let organization = app.organization().await;
    let session = Uuid::now_v7();
    let now = Utc::now().timestamp();
    let claims = Claims::new(Uuid::now_v7(), session, organization.subject(Role::Owner), now);
    let token = app.auth.signer.sign(&claims);
    app.get("/core/v1/events", Some(&token)).await.expect(200);

    app.auth.say_ended(session).await;
    eventually("the token is refused", async || app.get("/core/v1/events", Some(&token)).await.status == 401)
        .await;
    app.get("/core/v1/events", Some(&token)).await.problem(401, "session_ended");
    app.get("/core/v1/events", Some(&organization.owner())).await.expect(200);
}

#[tokio::test]
async fn a_blocked_organization_may_do_nothing_until_it_is_approved_again() {
    let app = App::start().await;
    let organization = app.organization().await;
    let (token, other) = (organization.owner(), app.organization().await);
    app.set_status(&organization, "blocked").await;
    let status = async || app.get("/core/v1/events", Some(&token)).await.status;
    eventually("the organization is refused", async || status().await == 403).await;
    app.get("/core/v1/events", Some(&token)).await.problem(403, "organization_blocked");
    app.get("/core/v1/events", Some(&other.owner())).await.expect(200);

    app.set_status(&organization, "approved").await;
    eventually("the organization is admitted", async || status().await == 200).await;
}

#[tokio::test]
async fn another_organization_s_events_do_not_exist() {
    let app = App::start().await;
    let (ours, theirs) = (app.organization().await, app.organization().await);
    let event = app.create(&ours, json!({})).await;
    let path = format!("/core/v1/events/{}", event["id"].as_str().unwrap());
    let stranger = theirs.owner();
    let stolen = json!({"version": event["version"], "name": "Stolen"});
    app.get(&path, Some(&stranger)).await.problem(404, "not_found");
    app.patch(&path, &stranger, &stolen).await.problem(404, "not_found");
    app.delete(&path, &stranger).await.problem(404, "not_found");
    let list = app.get("/core/v1/events", Some(&stranger)).await.expect(200);
    assert_eq!(list, json!({"items": [], "next": null}));
    let unchanged = app.get(&path, Some(&ours.owner())).await.expect(200);
    assert_eq!(unchanged, event);
}
