//! Refresh tokens: rotation, repetition, reuse.

use std::collections::HashSet;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, App, claims, text};

const REFUSED: &str = "refresh_token_invalid";

#[tokio::test]
async fn each_refresh_token_is_replaced_by_its_successor() {
    let app = App::start().await;
    let guest = app.guest().await;
    let mut token = guest["refresh_token"].clone();
    let mut seen = HashSet::from([token.to_string()]);
    for _ in 0..4 {
        let tokens = app.refresh(&token).await.expect(200);
        assert_eq!(tokens["expires_in"], 600);
        let claims = claims(text(&tokens["access_token"]));
        assert_eq!(claims["sub"], guest["participant"]["id"]);
        app.get("/auth/v1/me", text(&tokens["access_token"])).await.expect(200);
        token = tokens["refresh_token"].clone();
        assert!(seen.insert(token.to_string()), "a refresh token came twice");
    }
}

#[tokio::test]
async fn repeating_the_newest_used_one_gives_the_same_successor() {
    let app = App::start().await;
    let first = app.guest().await["refresh_token"].clone();
    let second = app.refresh(&first).await.expect(200)["refresh_token"].clone();
    for _ in 0..3 {
        assert_eq!(app.refresh(&first).await.expect(200)["refresh_token"], second);
    }
    let third = app.refresh(&second).await.expect(200)["refresh_token"].clone();
    assert_eq!(app.refresh(&second).await.expect(200)["refresh_token"], third);
}

#[tokio::test]
async fn an_older_one_ends_the_session_everywhere() {
    let app = App::start().await;
    let other = app.another_node().await;
    let guest = app.guest().await;
    let (first, access) = (guest["refresh_token"].clone(), text(&guest["access_token"]).to_owned());
    let session = claims(&access)["sid"].clone();
    let second = app.refresh(&first).await.expect(200)["refresh_token"].clone();
    let third = app.refresh(&second).await.expect(200)["refresh_token"].clone();

    app.refresh(&first).await.problem(401, REFUSED);
    app.refresh(&third).await.problem(401, REFUSED);
    app.refresh(&second).await.problem(401, REFUSED);
    let ended = app.fed("participants", "session", &session).await.expect("the feed tells of the end");
    assert_eq!(ended["id"], session);
    assert!(ended["ended_at"].is_string());
    app.refused(&app.node, &access, "session_ended").await;
    app.refused(&other, &access, "session_ended").await;
}

#[tokio::test]
async fn two_tabs_at_once_get_the_same_successor() {
    let app = App::start().await;
    let other = app.another_node().await;
    let first = app.guest().await["refresh_token"].clone();
    let calls = (0..12).map(|number| {
        let node = if number % 2 == 0 { &app.node } else { &other };
        let request = app.request_to(node, Method::POST, "/auth/v1/tokens", None);
        tokio::spawn(Answer::of(request.json(&json!({"refresh_token": first}))))
    });
    let mut successors = HashSet::new();
    for call in calls.collect::<Vec<_>>() {
        successors.insert(call.await.unwrap().expect(200)["refresh_token"].to_string());
    }
    assert_eq!(successors.len(), 1);
    let second: Value = serde_json::from_str(successors.iter().next().unwrap()).unwrap();
    app.refresh(&second).await.expect(200);
}

#[tokio::test]
async fn what_is_not_a_refresh_token_ends_nothing() {
    let app = App::start().await;
    let guest = app.guest().await;
    let first = text(&guest["refresh_token"]).to_owned();
    let mut changed: Vec<char> = first.chars().collect();
    changed[40] = if changed[40] == 'A' { 'B' } else { 'A' };
    let changed: String = changed.into_iter().collect();
    let cut = first[..first.len() - 4].to_owned();
    let made_up = "A".repeat(first.len());
    for token in [changed, cut, made_up, "x".into(), "ä".into(), text(&guest["access_token"])[..200].into()]
    {
        app.refresh(&json!(token)).await.problem(401, REFUSED);
    }
    app.refresh(&json!(first)).await.expect(200);
}

#[tokio::test]
async fn a_refresh_token_is_no_access_token() {
    let app = App::start().await;
    let guest = app.guest().await;
    app.get("/auth/v1/me", text(&guest["refresh_token"])).await.problem(401, "unauthenticated");
}

#[tokio::test]
async fn a_device_that_was_away_for_long_signs_in_again() {
    let app = App::start().await;
    let token = app.guest().await["refresh_token"].clone();
    sqlx::query("UPDATE participants.sessions SET last_used_at = now() - interval '91 days'")
        .execute(&app.participants)
        .await
        .unwrap();
    app.refresh(&token).await.problem(401, REFUSED);
}

#[tokio::test]
async fn no_refresh_token_stands_in_the_database() {
    let app = App::start().await;
    let token = app.guest().await["refresh_token"].clone();
    let rows: Vec<Vec<u8>> = sqlx::query_scalar("SELECT newest || secret FROM participants.sessions")
        .fetch_all(&app.participants)
        .await
        .unwrap();
    use base64::Engine;
    let bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(text(&token)).unwrap();
    let seed = &bytes[16..48];
    assert!(rows.iter().all(|row| !row.windows(32).any(|window| window == seed)));
}
