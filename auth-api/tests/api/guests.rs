//! Becoming a guest.

use serde_json::json;

use crate::support::{App, claims, text};

#[tokio::test]
async fn a_guest_is_signed_in_at_once() {
    let app = App::start().await;
    let body = json!({"device": "Pixel 9", "name": "Ada", "locale": "de"});
    let signed_in = app.post("/auth/v1/guests", &body).await.expect(201);
    let guest = &signed_in["participant"];
    assert_eq!(guest["guest"], true);
    assert_eq!((&guest["name"], &guest["locale"]), (&json!("Ada"), &json!("de")));
    assert_eq!((&guest["email"], &guest["phone"]), (&json!(null), &json!(null)));
    assert_eq!(signed_in["expires_in"], 600);

    let me = app.get("/auth/v1/me", text(&signed_in["access_token"])).await.expect(200);
    assert_eq!((&me["kind"], &me["id"]), (&json!("participant"), &guest["id"]));
}

#[tokio::test]
async fn a_guest_s_token_says_so() {
    let app = App::start().await;
    let guest = app.guest().await;
    let claims = claims(text(&guest["access_token"]));
    assert_eq!(claims["iss"], "steward");
    assert_eq!(claims["aud"], json!(["auth", "core", "messenger"]));
    assert_eq!(claims["sub"], guest["participant"]["id"]);
    assert_eq!((&claims["kind"], &claims["guest"]), (&json!("participant"), &json!(true)));
    assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 600);
    assert_eq!(claims["nbf"], claims["iat"]);
    assert!(text(&claims["sid"]).parse::<uuid::Uuid>().is_ok());
}

#[tokio::test]
async fn the_other_services_learn_of_a_guest() {
    let app = App::start().await;
    let guest = app.guest().await;
    let id = &guest["participant"]["id"];
    let expected = json!({"id": id, "name": "Ada", "email": null, "phone": null, "guest": true});
    assert_eq!(app.fed("participants", "person", id).await, Some(expected));
}

#[tokio::test]
async fn a_guest_needs_a_device_and_may_have_a_name() {
    let app = App::start().await;
    let refused = async |body| app.post("/auth/v1/guests", &body).await.refused_fields();
    assert_eq!(refused(json!({})).await, ["device"]);
    assert_eq!(refused(json!({"device": ""})).await.first().map(String::as_str), Some("device"));
    assert_eq!(refused(json!({"device": "x".repeat(65)})).await, ["device"]);
    assert_eq!(refused(json!({"device": "x", "name": "a\nb"})).await, ["name"]);
    assert_eq!(refused(json!({"device": "x", "locale": "not a language"})).await, ["locale"]);
    app.post("/auth/v1/guests", &json!({"device": "x".repeat(64)})).await.expect(201);
}
