//! What the tests share: a running messenger-api on its own database, people with tokens, and a plain client.

// Each test file uses its own part of this.
#![allow(dead_code, unreachable_pub)]

pub mod feeds;
pub mod pictures;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use messenger_api::{AttachmentSettings, Limits, MIGRATOR, NatsSettings, Settings};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use service_kit::identity::{Claims, Keys, Role, Subject};
use service_kit::testing::Signer;
use service_kit::{Tasks, http, testing};
use sqlx::{ConnectOptions, PgPool};
use uuid::Uuid;

pub use journeys::Client;
pub use journeys::client::send;

/// A running service with one approved organization and one event.
pub struct World {
    pub address: SocketAddr,
    pub pool: PgPool,
    pub signer: Signer,
    pub tasks: Tasks,
    pub organization: Uuid,
    pub event: Uuid,
    pub http: reqwest::Client,
    /// Where photos and voice clips are.
    pub files: tempfile::TempDir,
}

/// Somebody with a token.
#[derive(Clone)]
pub struct Person {
    pub id: Uuid,
    pub session: Uuid,
    pub subject: Subject,
    pub token: String,
}

/// An answer over REST.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub body: Value,
}

impl Answer {
    pub fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }

    pub fn id(&self) -> Uuid {
        uuid(&self.body["id"])
    }
}

pub fn uuid(value: &Value) -> Uuid {
    value.as_str().and_then(|text| text.parse().ok()).unwrap_or_else(|| panic!("{value} is no id"))
}

impl World {
    pub async fn start() -> Self {
        Self::start_with(Limits::default()).await
    }

    pub async fn start_with(limits: Limits) -> Self {
        let pool = testing::database("messenger", &[&MIGRATOR]).await;
        Self::start_on(pool, limits, Signer::default()).await
    }

    /// A node on a database that may have others, whose bus reaches none of them.
    pub async fn start_on(pool: PgPool, limits: Limits, signer: Signer) -> Self {
        Self::start_node(pool, limits, signer, NatsSettings::default()).await
    }

    /// A node that takes so many seconds to send its sockets elsewhere.
    pub async fn start_leaving_over(seconds: u64) -> Self {
        let pool = testing::database("messenger", &[&MIGRATOR]).await;
        let (limits, signer, nats) = (Limits::default(), Signer::default(), NatsSettings::default());
        Self::start_whole(pool, limits, signer, nats, AttachmentSettings::default(), seconds, NOBODY).await
    }

    /// A node on a database that may have others.
    pub async fn start_node(pool: PgPool, limits: Limits, signer: Signer, nats: NatsSettings) -> Self {
        Self::start_whole(pool, limits, signer, nats, AttachmentSettings::default(), 0, NOBODY).await
    }

    /// A node with other limits of photos and voice clips.
    pub async fn start_with_attachments(attachments: AttachmentSettings) -> Self {
        let pool = testing::database("messenger", &[&MIGRATOR]).await;
        let (limits, signer, nats) = (Limits::default(), Signer::default(), NatsSettings::default());
        Self::start_whole(pool, limits, signer, nats, attachments, 0, NOBODY).await
    }

    /// A node that follows feeds, which the test fills (see [`feeds`]).
    pub async fn start_with_feeds() -> Self {
        let pool = testing::database("messenger", &[&MIGRATOR]).await;
        let others = feeds::serve(&pool, &Tasks::new()).await;
        let (limits, signer, nats) = (Limits::default(), Signer::default(), NatsSettings::default());
        Self::start_whole(pool, limits, signer, nats, AttachmentSettings::default(), 0, &others).await
    }

    /// Another node beside this one, on the same database and with the same files.
    pub async fn another(&self) -> Self {
        let files = Some(self.files.path().to_string_lossy().into_owned());
        let attachments = AttachmentSettings { files, ..AttachmentSettings::default() };
        let (limits, nats) = (Limits::default(), NatsSettings::default());
        Self::start_whole(self.pool.clone(), limits, self.signer.clone(), nats, attachments, 0, NOBODY).await
    }

    async fn start_whole(
        pool: PgPool,
        limits: Limits,
        signer: Signer,
        nats: NatsSettings,
        mut attachments: AttachmentSettings,
        bye_seconds: u64,
        others: &str,
    ) -> Self {
        let files = tempfile::tempdir().unwrap();
        attachments.files.get_or_insert_with(|| files.path().to_string_lossy().into_owned());
        drop(rustls::crypto::aws_lc_rs::default_provider().install_default());
        let keys = Keys::by_hand();
        keys.replace(&signer.published());
        let settings = Settings {
            database: pool.connect_options().to_url_lossy().to_string(),
            database_connections: 8,
            auth_internal_url: others.to_owned(),
            core_internal_url: others.to_owned(),
            service_token: SERVICE_TOKEN.to_owned(),
            public_url: "http://localhost".to_owned(),
            bye_seconds,
            nats,
            attachments,
            limits,
        };
        let tasks = Tasks::new();
        let service = messenger_api::start_with_keys(settings, Arc::new(keys), &tasks).await.unwrap();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(http::serve(
            listener,
            http::with_fallback(service.public),
            http::Side::Outside,
            tasks.clone(),
        ));
        let http = reqwest::Client::builder().timeout(Duration::from_secs(40)).build().unwrap();
        let mut world =
            Self { address, pool, signer, tasks, organization: Uuid::nil(), event: Uuid::nil(), http, files };
        world.organization = world.new_organization("approved").await;
        world.event = world.new_event(world.organization).await;
        world
    }

    pub async fn new_organization(&self, status: &str) -> Uuid {
        let id = Uuid::now_v7();
        sqlx::query("INSERT INTO organizations (id, name, status) VALUES ($1, 'Harbour Club', $2)")
            .bind(id)
            .bind(status)
            .execute(&self.pool)
            .await
            .unwrap();
        id
    }

    pub async fn new_event(&self, organization: Uuid) -> Uuid {
        let id = Uuid::now_v7();
        sqlx::query(
            "INSERT INTO events (id, organization, name, code, status, starts_at, ends_at, address, emergency_number, zones, contacts)
             VALUES ($1, $2, 'Harbour Lights', $3, 'published', now(), now() + interval '1 day', 'Pier 1', '112', $4, '[]')",
        )
        .bind(id)
        .bind(organization)
        .bind(&id.simple().to_string()[26..])
        .bind(json!([{ "id": ZONE, "name": "Gate A" }]))
        .execute(&self.pool)
        .await
        .unwrap();
        id
    }

    fn person(&self, subject: Subject) -> Person {
        let (id, session) = (Uuid::now_v7(), Uuid::now_v7());
        let token = self.signer.sign(&Claims::new(id, session, subject, chrono::Utc::now().timestamp()));
        Person { id, session, subject, token }
    }

    pub fn participant(&self) -> Person {
        self.person(Subject::Participant { guest: true })
    }

    /// Somebody with a token of an organization, whom the service does not know yet.
    pub fn person_of(&self, organization: Uuid, role: Role) -> Person {
        self.person(Subject::Member { organization, role })
    }

    /// A participant with an account.
    pub fn registered(&self) -> Person {
        self.person(Subject::Participant { guest: false })
    }

    pub fn administrator(&self) -> Person {
        self.person(Subject::Administrator)
    }

    /// A member of the world's organization.
    pub async fn member(&self, role: Role) -> Person {
        self.member_of(self.organization, role).await
    }

    pub async fn member_of(&self, organization: Uuid, role: Role) -> Person {
        let person = self.person(Subject::Member { organization, role });
        sqlx::query(
            "INSERT INTO members (id, organization, name, role, active) VALUES ($1, $2, 'Mia', $3, true)",
        )
        .bind(person.id)
        .bind(organization)
        .bind(role.as_str())
        .execute(&self.pool)
        .await
        .unwrap();
        person
    }

    /// A staff member with a capacity, who is pushed nothing.
    pub async fn staff_by_hand(&self, capacity: i32) -> Person {
        let staff = self.member(Role::Staff).await;
        self.offer(&staff, &[], capacity).await;
        staff
    }

    /// A staff member on duty at the world's event.
    pub async fn staff_on_duty(&self, capacity: i32) -> Person {
        let staff = self.member(Role::Staff).await;
        self.offer(&staff, &[self.event], capacity).await;
        staff
    }

    pub async fn offer(&self, staff: &Person, events: &[Uuid], capacity: i32) {
        let body = json!({ "events": events, "capacity": capacity });
        let answer = self.call(Method::PUT, "/availability", Some(staff), Some(body)).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    }

    pub async fn call(
        &self,
        method: Method,
        path: &str,
        person: Option<&Person>,
        body: Option<Value>,
    ) -> Answer {
        self.call_with(method, path, person, body, &[]).await
    }

    pub async fn call_with(
        &self,
        method: Method,
        path: &str,
        person: Option<&Person>,
        body: Option<Value>,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = self.http.request(method, format!("http://{}/messenger/v1{path}", self.address));
        if let Some(person) = person {
            request = request.bearer_auth(&person.token);
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = request.send().await.unwrap();
        let status = response.status();
        assert!(status.as_u16() != 500, "nothing is answered with 500: {path}");
        let body = response.bytes().await.unwrap();
        Answer { status, body: serde_json::from_slice(&body).unwrap_or(Value::Null) }
    }

    pub async fn get(&self, path: &str, person: &Person) -> Answer {
        self.call(Method::GET, path, Some(person), None).await
    }

    pub async fn post(&self, path: &str, person: &Person, body: Value) -> Answer {
        self.call(Method::POST, path, Some(person), Some(body)).await
    }

    /// Asks for help in the usual way: request and conversation.
    pub async fn ask(&self, participant: &Person) -> (Uuid, Uuid) {
        self.ask_for(participant, "other", "I need help").await
    }

    pub async fn ask_for(&self, participant: &Person, category: &str, text: &str) -> (Uuid, Uuid) {
        let body = json!({ "event": self.event, "category": category, "text": text });
        let answer = self.post("/help-requests", participant, body).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
        (answer.id(), uuid(&answer.body["conversation"]))
    }

    /// A conversation between a new participant and a staff member.
    pub async fn conversation(&self) -> (Person, Person, Uuid) {
        let (participant, staff) = (self.participant(), self.staff_by_hand(10).await);
        let (request, conversation) = self.ask(&participant).await;
        let answer = self.post(&format!("/help-requests/{request}/take"), &staff, json!({})).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        (participant, staff, conversation)
    }

    /// Somebody takes a request by hand.
    pub async fn take(&self, staff: &Person, request: Uuid) {
        let taken = self.post(&format!("/help-requests/{request}/take"), staff, json!({})).await;
        assert_eq!(taken.status, StatusCode::OK, "{taken:?}");
    }

    /// The status of sending a text over REST.
    pub async fn say(&self, person: &Person, conversation: Uuid, text: &str) -> StatusCode {
        let body = json!({ "client_id": Uuid::new_v4(), "body": { "kind": "text", "text": text } });
        self.post(&format!("/conversations/{conversation}/messages"), person, body).await.status
    }

    /// How many conversations a member has.
    pub async fn active(&self, member: &Person) -> i64 {
        self.get("/availability", member).await.body["active"].as_i64().unwrap_or_default()
    }

    /// A request as somebody sees it.
    pub async fn request(&self, person: &Person, request: Uuid) -> Value {
        self.get(&format!("/help-requests/{request}"), person).await.body
    }

    /// Waits until a request has this status.
    pub async fn until_status(&self, person: &Person, request: Uuid, status: &str) -> Value {
        eventually(&format!("the request is {status}"), async || {
            let shown = self.request(person, request).await;
            (shown["status"] == status).then_some(shown)
        })
        .await
    }

    /// A client that said hello and is in sync.
    pub async fn connect(&self, person: &Person) -> Client {
        let mut client = Client::open(self.address).await;
        client.hello(&person.token, json!([])).await;
        client.until("synced").await;
        client
    }
}

/// Where neither auth-api nor core-api answers.
const NOBODY: &str = "http://127.0.0.1:9";
/// The secret that services show each other.
pub const SERVICE_TOKEN: &str = "test";
/// The zone of every event.
pub const ZONE: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);

/// Waits for a condition, with a deadline.
pub async fn eventually<T>(what: &str, mut condition: impl AsyncFnMut() -> Option<T>) -> T {
    let deadline = tokio::time::Instant::now() + Duration::from_secs(60);
    loop {
        if let Some(value) = condition().await {
            return value;
        }
        assert!(tokio::time::Instant::now() < deadline, "never happened: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
