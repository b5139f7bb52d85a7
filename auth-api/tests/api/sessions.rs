//! The dashboard's sessions, and the list of a person's sessions.

use std::num::NonZeroU32;

use reqwest::Method;
use serde_json::json;

use crate::support::{ADMINISTRATOR, Answer, App, PASSWORD, claims, text};

fn credentials(email: &str) -> serde_json::Value {
    json!({"email": email, "password": PASSWORD})
}

async fn cookie_of(app: &App) -> String {
    let answer = app.post("/auth/v1/sessions", &credentials(ADMINISTRATOR)).await;
    answer.headers["set-cookie"].to_str().unwrap().to_owned()
}

/// Calls with a cookie set by hand.
async fn with_cookie(app: &App, method: Method, path: &str, cookie: &str) -> Answer {
    let request = app.request(method, path, None).header("cookie", cookie);
    Answer::of(request.header("x-requested-with", "steward")).await
}

#[tokio::test]
async fn members_and_administrators_sign_in() {
    let app = App::start().await;
    let organization = app.organization().await;
    let owner = app.sign_in(&organization.owner_email.to_uppercase()).await;
    assert_eq!((&owner.who["kind"], &owner.who["member"]), (&json!("member"), &organization.owner));
    assert_eq!(owner.who.get("administrator"), None);
    assert_eq!(owner.get("/auth/v1/sessions/current").await.expect(200), owner.who);
    let administrator = app.sign_in(ADMINISTRATOR).await;
    assert_eq!(administrator.who["kind"], "administrator");
    assert_eq!(administrator.who["administrator"]["email"], ADMINISTRATOR);
}

#[tokio::test]
async fn the_session_is_exchanged_for_a_token() {
    let app = App::start().await;
    let organization = app.organization().await;
    let owner = app.sign_in(&organization.owner_email).await;
    let exchanged = owner.exchange().await.expect(200);
    assert_eq!(exchanged["expires_in"], 600);
    let token = text(&exchanged["access_token"]);
    let said = claims(token);
    assert_eq!(said["sub"], organization.owner["id"]);
    assert_eq!((&said["kind"], &said["role"]), (&json!("member"), &json!("owner")));
    assert_eq!(said["organization"], organization.id);
    assert_eq!(claims(&owner.token().await)["sid"], said["sid"]);
    assert_eq!(app.get("/auth/v1/me", token).await.expect(200)["id"], organization.owner["id"]);
    assert_eq!(claims(&app.administrator().await)["kind"], "administrator");
}

#[tokio::test]
async fn on_plain_loopback_the_cookie_is_not_secure() {
    let app = App::start().await;
    let cookie = cookie_of(&app).await;
    assert!(cookie.starts_with("steward="), "{cookie}");
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=604800"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    assert!(!cookie.contains("Secure") && !cookie.contains("Domain"), "{cookie}");
}

#[tokio::test]
async fn under_https_the_cookie_is_bound_to_its_host() {
    let app = App::start_with(|settings| settings.public_url = "https://steward.test".into()).await;
    let cookie = cookie_of(&app).await;
    assert!(cookie.starts_with("__Host-steward="), "{cookie}");
    for attribute in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    let pair = cookie.split(';').next().unwrap();
    let answer = with_cookie(&app, Method::DELETE, "/auth/v1/sessions/current", pair).await;
    let removal = answer.headers["set-cookie"].to_str().unwrap().to_owned();
    assert!(removal.starts_with("__Host-steward=;") && removal.contains("Max-Age=0"), "{removal}");
    assert!(removal.contains("; Secure") && removal.contains("Path=/"), "{removal}");
}

#[tokio::test]
async fn each_sign_in_has_a_new_id_and_ends_the_browser_s_old_session() {
    let app = App::start().await;
    let first = cookie_of(&app).await;
    let first = first.split(';').next().unwrap();
    let request = app.request(Method::POST, "/auth/v1/sessions", None).header("cookie", first);
    let second = Answer::of(request.json(&credentials(ADMINISTRATOR))).await;
    let second = second.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    assert_ne!(first, second);
    with_cookie(&app, Method::POST, "/auth/v1/sessions/token", first).await.problem(401, "unauthenticated");
    with_cookie(&app, Method::POST, "/auth/v1/sessions/token", &second).await.expect(200);
}

#[tokio::test]
async fn a_session_cannot_be_planted() {
    let app = App::start().await;
    let planted = "steward=AAAAAAAAAAAAAAAAAAAAAA";
    let request = app.request(Method::POST, "/auth/v1/sessions", None).header("cookie", planted);
    let answer = Answer::of(request.json(&credentials(ADMINISTRATOR))).await;
    assert!(!answer.headers["set-cookie"].to_str().unwrap().contains("AAAAAAAAAAAAAAAAAAAAAA"));
    for cookie in [planted, "steward=", "steward=nonsense", "steward=ä"] {
        let answer = with_cookie(&app, Method::POST, "/auth/v1/sessions/token", cookie).await;
        answer.problem(401, "unauthenticated");
    }
}

#[tokio::test]
async fn calls_that_another_site_causes_are_refused() {
    let app = App::start().await;
    let dashboard = app.sign_in(ADMINISTRATOR).await;
    let program = || dashboard.client.post(format!("{}/auth/v1/sessions/token", app.node.url));
    Answer::of(program()).await.expect(200);
    let exchange = || program().header("sec-fetch-site", "same-origin");
    Answer::of(exchange()).await.problem(403, "csrf");
    Answer::of(exchange().header("x-requested-with", "fetch")).await.problem(403, "csrf");
    let ours = || exchange().header("x-requested-with", "steward");
    for origin in ["https://evil.example", "null", "http://127.0.0.1:1"] {
        Answer::of(ours().header("origin", origin)).await.problem(403, "csrf");
    }
    Answer::of(ours().header("origin", &app.node.url)).await.expect(200);
    Answer::of(ours().header("origin", "http://127.0.0.1:8080")).await.expect(200);
    let end = dashboard.client.delete(format!("{}/auth/v1/sessions/current", app.node.url));
    let end = end.header("sec-fetch-site", "cross-site");
    Answer::of(end).await.problem(403, "csrf");
    let sign_in =
        app.request(Method::POST, "/auth/v1/sessions", None).header("origin", "https://evil.example");
    Answer::of(sign_in.json(&credentials(ADMINISTRATOR))).await.problem(403, "csrf");
}

#[tokio::test]
async fn a_person_sees_and_ends_their_sessions() {
    let app = App::start().await;
    let (here, there) = (app.sign_in(ADMINISTRATOR).await, app.sign_in(ADMINISTRATOR).await);
    let there_token = there.token().await;
    let sessions = here.get("/auth/v1/sessions").await.expect(200);
    let items = sessions["items"].as_array().unwrap();
    assert_eq!((items.len(), &sessions["next"]), (2, &json!(null)));
    assert_eq!(items.iter().filter(|session| session["current"] == true).count(), 1);
    let other = items.iter().find(|session| session["current"] == false).unwrap();
    assert_eq!(other["id"], claims(&there_token)["sid"]);
    let same = app.get("/auth/v1/sessions", &here.token().await).await.expect(200);
    assert_eq!(same["items"].as_array().unwrap().len(), 2);

    here.delete(&format!("/auth/v1/sessions/{}", text(&other["id"]))).await.expect(204);
    there.exchange().await.problem(401, "unauthenticated");
    app.get("/auth/v1/me", &there_token).await.problem(401, "session_ended");
    here.exchange().await.expect(200);
    here.delete(&format!("/auth/v1/sessions/{}", text(&other["id"]))).await.problem(404, "not_found");
    here.delete("/auth/v1/sessions/nonsense").await.problem(404, "not_found");
}

#[tokio::test]
async fn nobody_ends_somebody_else_s_session() {
    let app = App::start().await;
    let administrator = app.sign_in(ADMINISTRATOR).await;
    let guest = app.guest().await;
    let organization = app.organization().await;
    let owner = app.sign_in(&organization.owner_email).await;
    let path = |token: &str| format!("/auth/v1/sessions/{}", text(&claims(token)["sid"]));
    let (of_guest, of_owner) = (path(text(&guest["access_token"])), path(&owner.token().await));
    administrator.delete(&of_guest).await.problem(404, "not_found");
    administrator.delete(&of_owner).await.problem(404, "not_found");
    app.delete(&of_owner, text(&guest["access_token"])).await.problem(404, "not_found");
    owner.exchange().await.expect(200);
}

#[tokio::test]
async fn participants_see_and_end_their_devices_too() {
    let app = App::start().await;
    let phone = app.participant().await;
    let body = json!({"email": phone["participant"]["email"], "password": PASSWORD, "device": "Tablet"});
    let tablet = app.post("/auth/v1/participants/sessions", &body).await.expect(200);
    let (phone_token, tablet_token) = (text(&phone["access_token"]), text(&tablet["access_token"]));
    let sessions = app.get("/auth/v1/sessions", phone_token).await.expect(200);
    let devices: Vec<_> = sessions["items"].as_array().unwrap().iter().map(|item| &item["device"]).collect();
    assert_eq!(devices, ["Tablet", "Pixel 9"]);
    let path = format!("/auth/v1/sessions/{}", text(&claims(tablet_token)["sid"]));
    app.delete(&path, phone_token).await.expect(204);
    app.refresh(&tablet["refresh_token"]).await.problem(401, "refresh_token_invalid");
    app.delete("/auth/v1/sessions/current", phone_token).await.expect(204);
    app.refresh(&phone["refresh_token"]).await.problem(401, "refresh_token_invalid");
}

#[tokio::test]
async fn signing_out_ends_the_session_everywhere() {
    let app = App::start().await;
    let other = app.another_node().await;
    let dashboard = app.sign_in(ADMINISTRATOR).await;
    let token = dashboard.token().await;
    dashboard.delete("/auth/v1/sessions/current").await.expect(204);
    dashboard.exchange().await.problem(401, "unauthenticated");
    app.get("/auth/v1/me", &token).await.problem(401, "session_ended");
    assert!(app.fed("organizers", "session", &claims(&token)["sid"]).await.is_some());
    app.refused(&other, &token, "session_ended").await;
}

#[tokio::test]
async fn sessions_end_when_unused_for_long_and_in_any_case_after_a_week() {
    let app = App::start().await;
    for (past, within) in [
        ("last_used_at = now() - interval '12 hours 1 minute'", "last_used_at = now() - interval '11 hours'"),
        ("created_at = now() - interval '7 days 1 minute'", "created_at = now() - interval '6 days'"),
    ] {
        let dashboard = app.sign_in(ADMINISTRATOR).await;
        let set = async |what: &str| {
            let statement = format!("UPDATE organizers.sessions SET {what}");
            sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&app.organizers).await.unwrap();
        };
        set(within).await;
        dashboard.exchange().await.expect(200);
        set(past).await;
        dashboard.exchange().await.problem(401, "unauthenticated");
    }
}

#[tokio::test]
async fn wrong_credentials_tell_nothing() {
    let app = App::start_with(|settings| settings.sign_in_seconds = NonZeroU32::new(3_600).unwrap()).await;
    let organization = app.organization().await;
    let try_with = async |email: &str, password: &str| {
        let body = json!({"email": email, "password": password});
        app.post("/auth/v1/sessions", &body).await
    };
    let wrong =
        try_with(&organization.owner_email, "not the password").await.problem(401, "wrong_credentials");
    let unknown = try_with("nobody@example.org", PASSWORD).await.problem(401, "wrong_credentials");
    assert_eq!(wrong, unknown);
    for _ in 0..9 {
        try_with(&organization.owner_email, "not the password").await.problem(401, "wrong_credentials");
    }
    try_with(&organization.owner_email, PASSWORD).await.problem(429, "too_many_requests");
}

#[tokio::test]
async fn no_cookie_stands_in_the_database() {
    let app = App::start().await;
    let cookie = cookie_of(&app).await;
    let value = cookie.trim_start_matches("steward=").split(';').next().unwrap();
    use base64::Engine;
    let id = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(value).unwrap();
    let stored: Vec<Vec<u8>> =
        sqlx::query_scalar("SELECT id FROM organizers.sessions").fetch_all(&app.organizers).await.unwrap();
    assert!(stored.iter().all(|stored| !stored.windows(id.len()).any(|window| window == id)));
}
