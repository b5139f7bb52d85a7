//! Registering, signing in and out on a phone.

use std::num::NonZeroU32;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, App, PASSWORD, claims, new_email, text};

fn registration(email: &str) -> Value {
    json!({"email": email, "password": PASSWORD, "name": "Ada Moss", "phone": "+49 40 123456", "device": "Pixel 9"})
}

async fn sign_in(app: &App, email: &str, password: &str) -> Answer {
    app.post("/auth/v1/participants/sessions", &json!({"email": email, "password": password})).await
}

#[tokio::test]
async fn registering_signs_in() {
    let app = App::start().await;
    let signed_in = app.post("/auth/v1/participants", &registration("Ada@Example.org")).await.expect(201);
    let participant = &signed_in["participant"];
    assert_eq!(participant["guest"], false);
    assert_eq!(participant["email"], "ada@example.org");
    assert_eq!(claims(text(&signed_in["access_token"]))["guest"], false);
    app.refresh(&signed_in["refresh_token"]).await.expect(200);
    let fed = app.fed("participants", "person", &participant["id"]).await.unwrap();
    let expected = json!({
        "id": participant["id"], "name": "Ada Moss", "email": "ada@example.org",
        "phone": "+49 40 123456", "guest": false,
    });
    assert_eq!(fed, expected);
}

#[tokio::test]
async fn an_address_is_taken_in_any_case() {
    let app = App::start().await;
    app.post("/auth/v1/participants", &registration("ada@example.org")).await.expect(201);
    app.post("/auth/v1/participants", &registration(" ADA@example.ORG ")).await.problem(409, "email_taken");
    let guest = app.guest().await;
    let token = text(&guest["access_token"]);
    let answer = app.post_as(token, "/auth/v1/participants", &registration("ada@example.org")).await;
    answer.problem(409, "email_taken");
}

#[tokio::test]
async fn a_guest_who_registers_keeps_everything() {
    let app = App::start().await;
    let guest = app.guest().await;
    let token = text(&guest["access_token"]);
    let email = new_email();
    let registered = app.post_as(token, "/auth/v1/participants", &registration(&email)).await.expect(201);
    assert_eq!(registered["participant"]["id"], guest["participant"]["id"]);
    assert_eq!(registered["participant"]["created_at"], guest["participant"]["created_at"]);
    assert_eq!(registered["participant"]["guest"], false);
    let (before, after) = (claims(token), claims(text(&registered["access_token"])));
    assert_eq!((&after["sub"], &after["sid"]), (&before["sub"], &before["sid"]));
    assert_eq!(after["guest"], false);

    app.get("/auth/v1/me", token).await.expect(200);
    app.refresh(&guest["refresh_token"]).await.problem(401, "refresh_token_invalid");
    app.refresh(&registered["refresh_token"]).await.expect(200);
    let second_device = sign_in(&app, &email, PASSWORD).await.expect(200);
    assert_eq!(second_device["participant"]["id"], guest["participant"]["id"]);
}

#[tokio::test]
async fn registering_can_be_repeated_after_a_lost_answer() {
    let app = App::start().await;
    let guest = app.guest().await;
    let token = text(&guest["access_token"]);
    let body = registration(&new_email());
    app.post_as(token, "/auth/v1/participants", &body).await.expect(201);
    let again = app.post_as(token, "/auth/v1/participants", &body).await.expect(201);
    assert_eq!(again["participant"]["id"], guest["participant"]["id"]);
    app.refresh(&again["refresh_token"]).await.expect(200);

    let other = app.post_as(token, "/auth/v1/participants", &registration(&new_email())).await;
    other.problem(409, "already_registered");
    let mut wrong = body.clone();
    wrong["password"] = json!("another password");
    app.post_as(token, "/auth/v1/participants", &wrong).await.problem(409, "already_registered");
}

#[tokio::test]
async fn a_token_that_does_not_count_is_not_ignored() {
    let app = App::start().await;
    let body = registration(&new_email());
    app.post_as("nonsense", "/auth/v1/participants", &body).await.problem(401, "unauthenticated");
    let administrator = app.administrator().await;
    app.post_as(&administrator, "/auth/v1/participants", &body).await.problem(403, "forbidden");
    let guest = app.guest().await;
    let token = text(&guest["access_token"]);
    app.delete("/auth/v1/participants/sessions/current", token).await.expect(204);
    app.post_as(token, "/auth/v1/participants", &body).await.problem(401, "session_ended");
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_look_the_same() {
    let app = App::start().await;
    let email = new_email();
    app.post("/auth/v1/participants", &registration(&email)).await.expect(201);
    let wrong = sign_in(&app, &email, "not the password").await.problem(401, "wrong_credentials");
    let unknown = sign_in(&app, &new_email(), PASSWORD).await.problem(401, "wrong_credentials");
    assert_eq!(wrong, unknown);
    sign_in(&app, &email.to_uppercase(), PASSWORD).await.expect(200);
}

#[tokio::test]
async fn members_and_participants_are_different_people() {
    let app = App::start().await;
    let organization = app.organization().await;
    let email = organization.owner_email.as_str();
    sign_in(&app, email, PASSWORD).await.problem(401, "wrong_credentials");
    app.post("/auth/v1/participants", &registration(email)).await.expect(201);
}

#[tokio::test]
async fn guessing_is_slowed_down_but_nobody_is_locked_out() {
    let app = App::start_with(|settings| {
        settings.sign_in_burst = NonZeroU32::new(3).unwrap();
        settings.sign_in_seconds = NonZeroU32::new(60).unwrap();
        settings.trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
    })
    .await;
    let email = new_email();
    app.post("/auth/v1/participants", &registration(&email)).await.expect(201);
    let from = async |address: &str, password: &str| {
        let request = app.request(Method::POST, "/auth/v1/participants/sessions", None);
        let request = request.header("x-forwarded-for", address);
        Answer::of(request.json(&json!({"email": email, "password": password}))).await
    };
    for _ in 0..3 {
        from("198.51.100.1", "not the password").await.problem(401, "wrong_credentials");
    }
    let slowed = from("198.51.100.1", PASSWORD).await.problem(429, "too_many_requests");
    assert!((1..=61).contains(&slowed["retry_after"].as_u64().unwrap()));
    from("198.51.100.2", PASSWORD).await.expect(200);
}

#[tokio::test]
async fn who_knows_the_password_is_never_slowed_down() {
    let app = App::start_with(|settings| settings.sign_in_burst = NonZeroU32::new(2).unwrap()).await;
    let email = new_email();
    app.post("/auth/v1/participants", &registration(&email)).await.expect(201);
    for _ in 0..6 {
        sign_in(&app, &email, PASSWORD).await.expect(200);
    }
}

#[tokio::test]
async fn signing_out_ends_the_session_everywhere() {
    let app = App::start().await;
    let other = app.another_node().await;
    let participant = app.participant().await;
    let token = text(&participant["access_token"]);
    app.delete("/auth/v1/participants/sessions/current", token).await.expect(204);
    app.get("/auth/v1/me", token).await.problem(401, "session_ended");
    app.refresh(&participant["refresh_token"]).await.problem(401, "refresh_token_invalid");
    assert!(app.fed("participants", "session", &claims(token)["sid"]).await.is_some());
    app.refused(&other, token, "session_ended").await;
}

#[tokio::test]
async fn only_good_passwords_and_real_fields_are_accepted() {
    let app = App::start().await;
    let refused = async |field: &str, value: Value| {
        let mut body = registration(&new_email());
        body[field] = value;
        let fields = app.post("/auth/v1/participants", &body).await.refused_fields();
        assert!(fields.iter().all(|name| name == field), "{fields:?}");
    };
    for password in ["seven77", "password123", "QWERTYUIOP", "aaaaaaaaaaaa"] {
        refused("password", json!(password)).await;
    }
    refused("password", json!("x".repeat(129))).await;
    for email in ["", "ada", "ada@", "@example.org", "ada moss@example.org"] {
        refused("email", json!(email)).await;
    }
    refused("name", json!("  ")).await;
    refused("name", json!("x".repeat(101))).await;
    refused("phone", json!("call me")).await;
    refused("locale", json!("e")).await;
    refused("device", json!("")).await;
}
