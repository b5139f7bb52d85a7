//! The keys that tokens are signed with.

use std::sync::Arc;

use reqwest::Method;
use serde_json::{Value, json};
use service_kit::identity::{Gate, Keys, Subject};
use service_kit::testing::Signer;

use crate::support::{Answer, App, Node, text};

async fn published(app: &App, node: &Node) -> Vec<Value> {
    let answer = Answer::of(app.request_to(node, Method::GET, "/auth/.well-known/jwks.json", None)).await;
    assert_eq!(answer.headers["cache-control"], "public, max-age=60");
    answer.expect(200)["keys"].as_array().unwrap().clone()
}

fn key_of(token: &str) -> String {
    use base64::Engine;
    let header =
        base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(token.split('.').next().unwrap()).unwrap();
    let header: Value = serde_json::from_slice(&header).unwrap();
    assert_eq!(header["alg"], "EdDSA");
    text(&header["kid"]).to_owned()
}

async fn age(app: &App, change: &str) {
    let statement = format!("UPDATE organizers.signing_keys SET {change}");
    sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&app.organizers).await.unwrap();
}

#[tokio::test]
async fn the_public_halves_are_published_and_only_they() {
    let app = App::start().await;
    let keys = published(&app, &app.node).await;
    assert_eq!(keys.len(), 1);
    let key = keys[0].as_object().unwrap();
    assert_eq!((&key["kty"], &key["crv"]), (&json!("OKP"), &json!("Ed25519")));
    assert_eq!((&key["alg"], &key["use"]), (&json!("EdDSA"), &json!("sig")));
    assert!(!key.contains_key("d") && text(&key["x"]).len() == 43);
    for url in [
        format!("{}/auth/v1/.well-known/jwks.json", app.node.url),
        format!("{}/internal/v1/keys", app.node.internal_url),
    ] {
        assert_eq!(Answer::of(app.client.get(url)).await.expect(200)["keys"], json!(keys));
    }
}

#[tokio::test]
async fn every_service_verifies_tokens_with_them() {
    let app = App::start().await;
    let token = text(&app.guest().await["access_token"]).to_owned();
    let url = format!("{}/internal/v1/keys", app.node.internal_url);
    for service in ["auth", "core", "messenger"] {
        let gate = Gate::new(service, Arc::new(Keys::published_at(url.clone())));
        let claims = gate.check(&token).await.unwrap();
        assert_eq!(claims.subject, Subject::Participant { guest: true });
    }
    let other = Gate::new("other", Arc::new(Keys::published_at(url)));
    assert!(other.check(&token).await.is_err());
}

#[tokio::test]
async fn nodes_that_start_at_once_share_one_key() {
    let app = App::prepare(|_| ()).await;
    let (one, two, three) = tokio::join!(app.another_node(), app.another_node(), app.another_node());
    let keys = published(&app, &one).await;
    assert_eq!(keys.len(), 1);
    assert_eq!(published(&app, &two).await, keys);
    assert_eq!(published(&app, &three).await, keys);
}

#[tokio::test]
async fn an_old_key_is_replaced_with_an_overlap() {
    let mut app = App::start().await;
    let old_token = text(&app.guest().await["access_token"]).to_owned();
    age(&app, "created_at = now() - interval '31 days', active_from = now() - interval '31 days'").await;

    app.node = app.another_node().await;
    assert_eq!(published(&app, &app.node).await.len(), 2, "the new key is published before it signs");
    let guest = app.guest().await;
    assert_eq!(key_of(text(&guest["access_token"])), key_of(&old_token));

    age(&app, "active_from = now() - interval '1 minute' WHERE active_from > now()").await;
    app.node = app.another_node().await;
    let new_token = text(&app.guest().await["access_token"]).to_owned();
    assert_ne!(key_of(&new_token), key_of(&old_token));
    app.get("/auth/v1/me", &old_token).await.expect(200);
    app.get("/auth/v1/me", &new_token).await.expect(200);

    age(
        &app,
        "active_from = now() - interval '3 hours 1 minute' WHERE active_from > now() - interval '1 day'",
    )
    .await;
    app.node = app.another_node().await;
    assert_eq!(published(&app, &app.node).await.len(), 1, "the old key is retired");
    app.get("/auth/v1/me", &old_token).await.problem(401, "unauthenticated");
    app.get("/auth/v1/me", &new_token).await.expect(200);
}

#[tokio::test]
async fn tokens_of_other_makers_are_refused() {
    let app = App::start().await;
    let forged = Signer::default().token(Subject::Administrator);
    let none = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.";
    let token = text(&app.guest().await["access_token"]).to_owned();
    let (head, signature) = token.rsplit_once('.').unwrap();
    let changed = format!("{head}.{}", signature.chars().rev().collect::<String>());
    for token in [forged.as_str(), none, changed.as_str(), "x", "", "a.b.c", head] {
        app.get("/auth/v1/me", token).await.problem(401, "unauthenticated");
    }
}
