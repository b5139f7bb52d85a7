//! The log helps those who run Steward, and gives nobody away.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

use journeys::people::{PASSWORD, uuid};
use journeys::{Client, Person, Steward};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

/// Words that stand nowhere else.
const ASKED: &str = "xylophone-asked";
const WRITTEN: &str = "xylophone-written";
const REFUSED: &str = "xylophone-refused";
const NAME: &str = "Xylophonist";
/// Degrees of a place where nobody else is.
const PLACE: f64 = 53.471_193;
const WRONG_PASSWORD: &str = "xylophone-guessed-1";

#[tokio::test]
async fn the_log_holds_no_words_places_tokens_or_passwords() {
    let steward = Steward::start_logging().await;
    let guest = Person::guest(&steward.url, NAME).await;
    let event = uuid(&guest.event().await["id"]);
    let (_, conversation) = guest.ask(event, ASKED).await;
    let mut phone = Client::start(&steward.url, &guest.token).await;
    phone.send(conversation, WRITTEN).await;
    phone.until("ack").await;
    phone.say(json!({ "type": "send", "conversation": conversation, "body": { "kind": REFUSED } })).await;
    phone.until("refused").await;
    let path = format!("/messenger/v1/conversations/{conversation}/messages");
    let refused =
        guest.post(&path, json!({ "client_id": REFUSED, "body": { "kind": "text", "text": REFUSED } })).await;
    assert!(refused.status.is_client_error());
    phone
        .say(json!({ "type": "locate", "conversation": conversation, "latitude": PLACE, "longitude": 10.0 }))
        .await;
    phone.until_frame(|frame| frame["state"]["located"]["latitude"] == PLACE).await;
    phone.say(json!({ "type": "locate", "conversation": conversation, "latitude": PLACE, "longitude": REFUSED })).await;
    phone.until("refused").await;
    let path = format!("/messenger/v1/conversations/{conversation}/location");
    let shared = guest.call(Method::PUT, &path, json!({ "latitude": PLACE, "longitude": 10.0 })).await;
    assert_eq!(shared.status, StatusCode::NO_CONTENT);
    let nowhere = guest.call(Method::PUT, &path, json!({ "latitude": PLACE, "longitude": 181.0 })).await;
    assert_eq!(nowhere.status, StatusCode::UNPROCESSABLE_ENTITY);
    let staff = Person::sign_in(&steward.url, "staff1@demo.test").await;
    let body = json!({ "email": "staff1@demo.test", "password": WRONG_PASSWORD });
    assert_eq!(
        Person::stranger(&steward.url).post("/auth/v1/sessions", body).await.status,
        StatusCode::UNAUTHORIZED
    );
    let refresh = guest.refresh_token.clone().expect("a refresh token");
    let renewed = guest.post("/auth/v1/tokens", json!({ "refresh_token": refresh })).await;
    assert_eq!(renewed.status, StatusCode::OK);
    guest.call(Method::GET, &format!("/messenger/v1/conversations?text={REFUSED}"), Value::Null).await;

    let logs = steward.logs();
    assert!(logs.contains("/messenger/v1/conversations/{id}/messages"), "calls are logged with their route");
    let secrets = [
        ASKED,
        WRITTEN,
        REFUSED,
        &PLACE.to_string(),
        NAME,
        PASSWORD,
        WRONG_PASSWORD,
        &refresh,
        &guest.token,
        &staff.token,
        renewed.body["access_token"].as_str().unwrap(),
        renewed.body["refresh_token"].as_str().unwrap(),
    ];
    for secret in secrets {
        let line = logs.lines().find(|line| line.contains(secret));
        assert_eq!(line, None, "{secret} stands in the log");
    }
}

#[tokio::test]
async fn a_call_is_found_again_by_its_id() {
    let steward = Steward::start_logging().await;
    drop(rustls::crypto::aws_lc_rs::default_provider().install_default());
    let http = reqwest::Client::new();
    let call = http.get(format!("{}/auth/v1/me", steward.url)).header("x-request-id", "reported-7");
    let answer = call.send().await.unwrap();
    assert_eq!(answer.headers()["x-request-id"], "reported-7");
    let logs = steward.logs();
    let lines = logs.lines().filter(|line| line.contains("reported-7"));
    let lines: Vec<Value> =
        lines.map(|line| serde_json::from_str(line).expect("one object a line")).collect();
    let call = lines.iter().find(|line| line["message"] == "request").expect("the call is logged");
    assert_eq!((&call["route"], &call["status"]), (&json!("/auth/v1/me"), &json!(401)));
    assert_eq!(call["span"]["id"], "reported-7");
}
