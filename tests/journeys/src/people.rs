//! People who call Steward over HTTP.

use std::time::Duration;

use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

/// The password of everybody in the demo.
pub const PASSWORD: &str = "steward-demo";

/// An answer over HTTP.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its body.
    pub body: Value,
}

/// Somebody with a token.
#[derive(Debug, Clone)]
pub struct Person {
    /// Who.
    pub id: Uuid,
    /// Their access token.
    pub token: String,
    /// What renews it, for participants.
    pub refresh_token: Option<String>,
    url: String,
    http: Client,
}

/// Reads an id.
pub fn uuid(value: &Value) -> Uuid {
    value.as_str().and_then(|text| text.parse().ok()).unwrap_or_else(|| panic!("{value} is no id"))
}

/// Installs the one provider of cryptography, which clients over HTTP want; once is enough.
pub fn install_cryptography() {
    drop(rustls::crypto::aws_lc_rs::default_provider().install_default());
}

fn http() -> Client {
    install_cryptography();
    let client =
        Client::builder().cookie_store(true).timeout(Duration::from_secs(40)).pool_max_idle_per_host(4);
    client.build().expect("a client")
}

impl Person {
    /// Somebody nobody knows yet.
    pub fn stranger(url: &str) -> Self {
        Self { id: Uuid::nil(), token: String::new(), refresh_token: None, url: url.to_owned(), http: http() }
    }

    /// A new guest.
    pub async fn guest(url: &str, name: &str) -> Self {
        Self::guest_over(&http(), url, name).await
    }

    /// A new guest who shares connections with others.
    pub async fn guest_over(http: &Client, url: &str, name: &str) -> Self {
        let mut guest = Self { http: http.clone(), ..Self::stranger(url) };
        let answer =
            guest.call(Method::POST, "/auth/v1/guests", json!({ "device": "journey", "name": name })).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
        guest.take_tokens(&answer.body);
        guest.id = uuid(&answer.body["participant"]["id"]);
        guest
    }

    /// Where they reach Steward.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Takes the tokens of an answer.
    pub fn take_tokens(&mut self, body: &Value) {
        self.token = body["access_token"].as_str().expect("an access token").to_owned();
        self.refresh_token = body["refresh_token"].as_str().map(str::to_owned);
    }

    /// Signs in to the dashboard.
    pub async fn sign_in(url: &str, email: &str) -> Self {
        let mut person = Self::stranger(url);
        let body = json!({ "email": email, "password": PASSWORD });
        let answer = person.call(Method::POST, "/auth/v1/sessions", body).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        let kind = answer.body["kind"].as_str().expect("a kind").to_owned();
        person.id = uuid(&answer.body[kind]["id"]);
        person.renew().await;
        person
    }

    /// Exchanges the session for a token.
    pub async fn renew(&mut self) {
        let answer = self.call(Method::POST, "/auth/v1/sessions/token", Value::Null).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        self.take_tokens(&answer.body);
    }

    /// Calls Steward.
    pub async fn call(&self, method: Method, path: &str, body: Value) -> Answer {
        let mut request = self.http.request(method, format!("{}{path}", self.url));
        request = request.header("x-requested-with", "steward");
        if !self.token.is_empty() {
            request = request.bearer_auth(&self.token);
        }
        if !body.is_null() {
            request = request.json(&body);
        }
        let response = request.send().await.expect("an answer");
        let status = response.status();
        assert_ne!(status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
        Answer { status, body: response.json().await.unwrap_or(Value::Null) }
    }

    /// Reads, where the server may be away.
    pub async fn try_get(&self, path: &str) -> Option<Answer> {
        let request = self.http.get(format!("{}{path}", self.url)).bearer_auth(&self.token);
        let response = request.send().await.ok()?;
        let status = response.status();
        Some(Answer { status, body: response.json().await.ok()? })
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> Answer {
        self.call(Method::GET, path, Value::Null).await
    }

    /// Makes or does.
    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.call(Method::POST, path, body).await
    }

    /// The demo's event.
    pub async fn event(&self) -> Value {
        let answer = self.get("/core/v1/public/events/by-code/FEST26").await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        answer.body
    }

    /// Asks for help: request and conversation.
    pub async fn ask(&self, event: Uuid, text: &str) -> (Uuid, Uuid) {
        let body = json!({ "event": event, "category": "other", "text": text });
        let answer = self.post("/messenger/v1/help-requests", body).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
        (uuid(&answer.body["id"]), uuid(&answer.body["conversation"]))
    }

    /// Offers to take requests of events.
    pub async fn offer(&self, events: &[Uuid], capacity: u32) {
        let body = json!({ "events": events, "capacity": capacity });
        let answer = self.call(Method::PUT, "/messenger/v1/availability", body).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    }

    /// All messages of a conversation, in order.
    pub async fn messages(&self, conversation: Uuid) -> Vec<Value> {
        let mut messages: Vec<Value> = Vec::new();
        loop {
            let after = messages.last().map_or(0, |message| message["seq"].as_i64().expect("a number"));
            let path =
                format!("/messenger/v1/conversations/{conversation}/messages?after_seq={after}&limit=500");
            let answer = self.get(&path).await;
            assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
            messages.extend(answer.body["items"].as_array().expect("a list").iter().cloned());
            if answer.body["next"].is_null() {
                return messages;
            }
        }
    }
}
