//! People who call Steward over HTTP.

use std::time::Duration;

use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::history::Stored;

/// How long a page of messages may take.
const PAGE: Duration = Duration::from_secs(15);
/// How long faults may be felt after they are over.
const PATIENCE: Duration = Duration::from_secs(60);

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

    /// The same person who reaches Steward elsewhere, such as over a bad line.
    #[must_use]
    pub fn at(&self, url: &str) -> Self {
        Self { url: url.to_owned(), ..self.clone() }
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

    /// Gets a fresh token, where the server may be away; nobody is signed out by that.
    pub async fn try_renew(&mut self) -> bool {
        let answer = match &self.refresh_token {
            Some(token) => {
                self.try_call(Method::POST, "/auth/v1/tokens", json!({ "refresh_token": token })).await
            }
            None => self.try_call(Method::POST, "/auth/v1/sessions/token", Value::Null).await,
        };
        let Some(answer) = answer else { return false };
        assert_ne!(answer.status, StatusCode::UNAUTHORIZED, "signed out: {answer:?}");
        if answer.status == StatusCode::OK {
            self.take_tokens(&answer.body);
        }
        answer.status == StatusCode::OK
    }

    /// Calls Steward.
    pub async fn call(&self, method: Method, path: &str, body: Value) -> Answer {
        let answer = self.try_call(method, path, body).await.expect("an answer");
        assert_ne!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
        answer
    }

    /// Calls Steward, which may be away.
    pub async fn try_call(&self, method: Method, path: &str, body: Value) -> Option<Answer> {
        let mut request = self.http.request(method, format!("{}{path}", self.url));
        request = request.header("x-requested-with", "steward");
        if !self.token.is_empty() {
            request = request.bearer_auth(&self.token);
        }
        if !body.is_null() {
            request = request.json(&body);
        }
        let response = request.send().await.ok()?;
        Some(Answer { status: response.status(), body: response.json().await.unwrap_or(Value::Null) })
    }

    /// Adds a piece to a file that is being uploaded, where the server may be away.
    pub async fn try_append(&self, attachment: Uuid, offset: usize, piece: &[u8]) -> Option<Answer> {
        let address = format!("{}/messenger/v1/attachments/{attachment}", self.url);
        let request = self.http.patch(address).bearer_auth(&self.token);
        let request =
            request.header("upload-offset", offset).header("content-type", "application/octet-stream");
        let response = request.body(piece.to_vec()).send().await.ok()?;
        Some(Answer { status: response.status(), body: response.json().await.unwrap_or(Value::Null) })
    }

    /// The file of an attachment.
    pub async fn file(&self, attachment: Uuid) -> Vec<u8> {
        let address = format!("{}/messenger/v1/attachments/{attachment}", self.url);
        let response = self.http.get(address).bearer_auth(&self.token).send().await.expect("an answer");
        assert_eq!(response.status(), StatusCode::OK);
        response.bytes().await.expect("the whole file").to_vec()
    }

    /// Reads, where the server may be away.
    pub async fn try_get(&self, path: &str) -> Option<Answer> {
        self.try_call(Method::GET, path, Value::Null).await
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
        let mut messages = Vec::new();
        let read = self.read(conversation, 0, |message| messages.push(message.clone())).await;
        read.expect("the conversation is read");
        messages
    }

    /// The same with as little of each as a check needs.
    pub async fn stored(&self, conversation: Uuid) -> Vec<Stored> {
        let mut stored = Vec::new();
        let read = self.read(conversation, 0, |message| stored.push(Stored::of(message))).await;
        read.expect("the conversation is read");
        stored
    }

    /// The same after faults, which may still be felt.
    pub async fn stored_patiently(&self, conversation: Uuid) -> Vec<Stored> {
        let deadline = tokio::time::Instant::now() + PATIENCE;
        loop {
            let mut stored = Vec::new();
            match self.read(conversation, 0, |message| stored.push(Stored::of(message))).await {
                Ok(()) => return stored,
                Err(words) => {
                    assert!(tokio::time::Instant::now() < deadline, "{conversation} cannot be read: {words}");
                    tokio::time::sleep(Duration::from_millis(200)).await;
                }
            }
        }
    }

    /// Reads what follows a number to its end, page by page; says why it could not.
    pub async fn read(
        &self,
        conversation: Uuid,
        position: i64,
        mut each: impl FnMut(&Value),
    ) -> Result<(), String> {
        let mut after = position;
        loop {
            let path =
                format!("/messenger/v1/conversations/{conversation}/messages?after_seq={after}&limit=500");
            let answer = tokio::time::timeout(PAGE, self.try_get(&path)).await;
            let answer = answer.map_err(|_| format!("no answer within {PAGE:?}"))?.ok_or("no connection")?;
            if answer.status != StatusCode::OK {
                return Err(format!("{answer:?}"));
            }
            answer.body["items"].as_array().into_iter().flatten().for_each(&mut each);
            let Some(next) = answer.body["next"].as_str() else { return Ok(()) };
            after = next.parse().expect("a number");
        }
    }

    /// What follows a number up to another; nothing when Steward was away meanwhile. What follows it comes over a socket.
    pub async fn missing(&self, conversation: Uuid, position: i64, head: i64) -> Option<Vec<Value>> {
        let mut messages = Vec::new();
        let is_missing = |message: &Value| message["seq"].as_i64().is_some_and(|seq| seq <= head);
        let keep = |message: &Value| messages.extend(Some(message).filter(|one| is_missing(one)).cloned());
        self.read(conversation, position, keep).await.ok()?;
        Some(messages)
    }
}
