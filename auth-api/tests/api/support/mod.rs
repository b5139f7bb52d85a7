//! Starts auth-api with two databases of its own.

mod answer;
mod people;

use std::time::{Duration, Instant};

use auth_api::Settings;
use axum::Router;
use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};
use service_kit::testing::database;
use service_kit::{Tasks, http};
use sqlx::{ConnectOptions, PgPool};
use tokio::net::TcpListener;

pub use answer::Answer;
pub use people::new_email;

pub const SERVICE_TOKEN: &str = "service-token-of-the-tests";
pub const PASSWORD: &str = "harbour-lights-at-night";
pub const ADMINISTRATOR: &str = "root@steward.test";

/// One process of auth-api.
#[derive(Clone)]
pub struct Node {
    pub url: String,
    pub internal_url: String,
}

/// A running auth-api.
pub struct App {
    pub node: Node,
    pub participants: PgPool,
    pub organizers: PgPool,
    pub client: Client,
    pub settings: Settings,
    tasks: Tasks,
}

impl Drop for App {
    fn drop(&mut self) {
        self.tasks.stop();
    }
}

impl App {
    pub async fn start() -> Self {
        Self::start_with(|_| ()).await
    }

    /// Starts with settings that differ from the tests' usual ones.
    pub async fn start_with(change: impl FnOnce(&mut Settings)) -> Self {
        let mut app = Self::prepare(change).await;
        app.node = app.another_node().await;
        app
    }

    /// The databases and settings, without a process yet.
    pub async fn prepare(change: impl FnOnce(&mut Settings)) -> Self {
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let participants = database("auth_participants", &[&auth_api::PARTICIPANTS]).await;
        let organizers = database("auth_organizers", &[&auth_api::ORGANIZERS]).await;
        let address = |pool: &PgPool| pool.connect_options().to_url_lossy().to_string();
        let mut settings = Settings::new(address(&participants), address(&organizers), SERVICE_TOKEN);
        settings.database_connections = 4;
        settings.administrator_email = Some(ADMINISTRATOR.to_owned());
        settings.administrator_password = Some(PASSWORD.to_owned());
        change(&mut settings);
        let node = Node { url: String::new(), internal_url: String::new() };
        Self { node, participants, organizers, client: Client::new(), settings, tasks: Tasks::new() }
    }

    /// Starts one more process on the same databases.
    pub async fn another_node(&self) -> Node {
        let service = auth_api::start(self.settings.clone(), &self.tasks).await.expect("auth-api starts");
        let url = serve(http::with_fallback(service.public), &self.tasks).await;
        Node { url, internal_url: serve(http::with_fallback(service.internal), &self.tasks).await }
    }

    pub fn request(&self, method: Method, path: &str, token: Option<&str>) -> RequestBuilder {
        self.request_to(&self.node, method, path, token)
    }

    pub fn request_to(&self, node: &Node, method: Method, path: &str, token: Option<&str>) -> RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", node.url));
        token.into_iter().fold(request, RequestBuilder::bearer_auth)
    }

    pub async fn get(&self, path: &str, token: &str) -> Answer {
        Answer::of(self.request(Method::GET, path, Some(token))).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        Answer::of(self.request(Method::POST, path, None).json(body)).await
    }

    pub async fn post_as(&self, token: &str, path: &str, body: &Value) -> Answer {
        Answer::of(self.request(Method::POST, path, Some(token)).json(body)).await
    }

    pub async fn patch(&self, path: &str, token: &str, body: &Value) -> Answer {
        Answer::of(self.request(Method::PATCH, path, Some(token)).json(body)).await
    }

    pub async fn delete(&self, path: &str, token: &str) -> Answer {
        Answer::of(self.request(Method::DELETE, path, Some(token))).await
    }

    /// Exchanges a refresh token.
    pub async fn refresh(&self, token: &Value) -> Answer {
        self.post("/auth/v1/tokens", &json!({ "refresh_token": token })).await
    }

    /// Waits until a token is refused with this code by a node.
    pub async fn refused(&self, node: &Node, token: &str, code: &str) {
        eventually(&format!("the token is refused: {code}"), async || {
            let answer = Answer::of(self.request_to(node, Method::GET, "/auth/v1/me", Some(token))).await;
            answer.body["code"] == code
        })
        .await;
    }

    /// The whole feed of one database, as (kind, entity, data).
    pub async fn feed(&self, which: &str) -> Vec<(String, String, Value)> {
        self.settled(which).await;
        let url = format!("{}/internal/v1/{which}/feed", self.node.internal_url);
        let batch = Answer::of(self.client.get(url).bearer_auth(SERVICE_TOKEN)).await.expect(200);
        let text = |value: &Value| value.as_str().expect("text").to_owned();
        let entries = batch["entries"].as_array().expect("entries").iter();
        entries.map(|entry| (text(&entry["kind"]), text(&entry["entity"]), entry["data"].clone())).collect()
    }

    /// Waits until all that was written can be read: the feed holds rows back while an older transaction runs,
    /// such as another test's.
    async fn settled(&self, which: &str) {
        let pool = if which == "participants" { &self.participants } else { &self.organizers };
        let behind = format!(
            "SELECT count(*) FROM {which}.feed WHERE transaction >= pg_snapshot_xmin(pg_current_snapshot())"
        );
        eventually("the feed settles", async || {
            let behind = sqlx::query_scalar(sqlx::AssertSqlSafe(behind.clone())).fetch_one(pool).await;
            behind.is_ok_and(|rows: i64| rows == 0)
        })
        .await;
    }

    /// What a feed says of one entity; none when it says nothing.
    pub async fn fed(&self, which: &str, kind: &str, entity: &Value) -> Option<Value> {
        let entity = entity.as_str().expect("an id");
        let found = self.feed(which).await.into_iter().find(|(k, e, _)| k == kind && e == entity);
        found.map(|(_, _, data)| data)
    }
}

/// Serves a router on an ephemeral port.
async fn serve(router: Router, tasks: &Tasks) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("its address");
    let serving = http::serve(listener, router, http::Side::Outside, tasks.clone());
    tasks.spawn(async move { serving.await.expect("served") });
    format!("http://{address}")
}

/// Waits until something holds that takes a moment, however busy the machine is.
pub async fn eventually(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(60);
    while !holds().await {
        assert!(Instant::now() < deadline, "{what}: not within a minute");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// What a token says, read without verifying it.
pub fn claims(token: &str) -> Value {
    use base64::Engine;
    let payload = token.split('.').nth(1).expect("a payload");
    let bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(payload).expect("base64url");
    serde_json::from_slice(&bytes).expect("claims")
}

/// The text of a JSON string.
pub fn text(value: &Value) -> &str {
    value.as_str().expect("text")
}
