//! Starts core-api with a database of its own and a stand-in for auth-api.

mod answer;
mod auth;
mod organization;

use std::time::{Duration, Instant};

use axum::Router;
use core_api::Settings;
use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};
use service_kit::testing::database;
use service_kit::{Tasks, http};
use sqlx::{ConnectOptions, PgPool};
use tokio::net::TcpListener;

pub use answer::Answer;
pub use auth::{Auth, SERVICE_TOKEN};
pub use organization::Organization;

/// Where nobody listens.
const NOBODY: &str = "http://127.0.0.1:9";

/// A running core-api.
pub struct App {
    pub url: String,
    pub internal_url: String,
    pub pool: PgPool,
    pub auth: Auth,
    pub client: Client,
    settings: Settings,
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

    /// The same, whose auth-api cannot be reached.
    pub async fn start_without_auth() -> Self {
        Self::start_with(|settings| NOBODY.clone_into(&mut settings.auth_internal_url)).await
    }

    async fn start_with(change: impl FnOnce(&mut Settings)) -> Self {
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let pool = database("core", &[&core_api::MIGRATOR]).await;
        let tasks = Tasks::new();
        let auth = Auth::start(pool.clone(), &tasks).await;
        let settings = Settings {
            database: pool.connect_options().to_url_lossy().to_string(),
            database_connections: 6,
            auth_internal_url: auth.url.clone(),
            service_token: SERVICE_TOKEN.to_owned(),
        };
        let mut own = settings.clone();
        change(&mut own);
        let (url, internal_url) = run(own, &tasks).await;
        Self { url, internal_url, pool, auth, client: Client::new(), settings, tasks }
    }

    /// The public address of a second process of core-api on the same database.
    pub async fn second(&self) -> String {
        run(self.settings.clone(), &self.tasks).await.0
    }

    /// What the internal listener says of the process.
    pub async fn probe(&self, path: &str) -> Answer {
        Answer::of(self.client.get(format!("{}{path}", self.internal_url))).await
    }

    /// Asks the process to stop, and leaves the load balancer so much time.
    pub async fn leave(&self, grace: Duration) {
        self.tasks.leave(grace).await;
    }

    /// An approved organization that core-api knows of.
    pub async fn organization(&self) -> Organization {
        self.organization_with("approved").await
    }

    /// An organization of this status that core-api knows of.
    pub async fn organization_with(&self, status: &str) -> Organization {
        let organization = Organization::new();
        self.set_status(&organization, status).await;
        organization
    }

    /// auth-api says that this organization has this status, and core-api has heard it.
    pub async fn set_status(&self, organization: &Organization, status: &str) {
        self.auth.say_organization(organization, status).await;
        eventually("core-api follows the feed", async || {
            self.known_status(organization).await.as_deref() == Some(status)
        })
        .await;
    }

    /// What core-api's copy says of this organization.
    pub async fn known_status(&self, organization: &Organization) -> Option<String> {
        sqlx::query_scalar("SELECT status FROM organizations WHERE id = $1")
            .bind(organization.id)
            .fetch_optional(&self.pool)
            .await
            .expect("the copy is read")
    }

    pub fn request(&self, method: Method, path: &str, token: Option<&str>) -> RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", self.url));
        token.into_iter().fold(request, RequestBuilder::bearer_auth)
    }

    pub async fn get(&self, path: &str, token: Option<&str>) -> Answer {
        Answer::of(self.request(Method::GET, path, token)).await
    }

    pub async fn post(&self, path: &str, token: &str, body: &Value) -> Answer {
        Answer::of(self.request(Method::POST, path, Some(token)).json(body)).await
    }

    pub async fn patch(&self, path: &str, token: &str, body: &Value) -> Answer {
        Answer::of(self.request(Method::PATCH, path, Some(token)).json(body)).await
    }

    pub async fn put(&self, path: &str, token: &str, body: &Value) -> Answer {
        Answer::of(self.request(Method::PUT, path, Some(token)).json(body)).await
    }

    pub async fn delete(&self, path: &str, token: &str) -> Answer {
        Answer::of(self.request(Method::DELETE, path, Some(token))).await
    }

    /// Creates an event that differs from [`festival`] in these members.
    pub async fn create(&self, organization: &Organization, differing: Value) -> Value {
        let body = with(festival(), differing);
        self.post("/core/v1/events", &organization.manager(), &body).await.expect(201)
    }

    /// Every item of a list, read in pages of `limit`, and the number of pages.
    pub async fn all(&self, path: &str, token: Option<&str>, limit: usize) -> (Vec<Value>, usize) {
        let separator = if path.contains('?') { '&' } else { '?' };
        let (mut items, mut after, mut pages) = (Vec::new(), String::new(), 0);
        loop {
            let page = self.get(&format!("{path}{separator}limit={limit}{after}"), token).await.expect(200);
            let of_page = page["items"].as_array().expect("items").clone();
            assert!(of_page.len() <= limit);
            items.extend(of_page);
            pages += 1;
            match page["next"].as_str() {
                Some(next) => after = format!("&after={next}"),
                None => return (items, pages),
            }
        }
    }
}

/// Starts core-api; returns its public and its internal address.
async fn run(settings: Settings, tasks: &Tasks) -> (String, String) {
    let service = core_api::start(settings, tasks).await.expect("core-api starts");
    let public = serve(http::with_fallback(service.public), tasks).await;
    (public, serve(http::with_fallback(service.internal), tasks).await)
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

/// A whole event as an organizer would send it.
pub fn festival() -> Value {
    json!({
        "name": "Harbour Lights Festival",
        "description": "Music at the water.\nBring a coat.",
        "address": "Quay Street 1, Port Elm",
        "latitude": 53.5413,
        "longitude": 9.9841,
        "starts_at": "2026-07-03T16:00:00Z",
        "ends_at": "2026-07-05T23:00:00Z",
        "emergency_number": "112",
        "zones": [{"name": "Gate A"}, {"name": "Main stage"}],
        "contacts": [{"name": "Ada Moss", "role": "first aid", "phone": "+49 40 123456"}],
    })
}

/// A value with these members replaced or added.
pub fn with(mut value: Value, differing: Value) -> Value {
    let members = value.as_object_mut().expect("an object");
    members.extend(differing.as_object().expect("an object").clone());
    value
}

/// One member of each item.
pub fn each(items: &Value, name: &str) -> Vec<Value> {
    items.as_array().expect("a list").iter().map(|item| item[name].clone()).collect()
}
