//! `--demo`: an approved organization with people and an event, made over the public interface like any other.

use chrono::{TimeDelta, Utc};
use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};
use service_kit::Tasks;
use sqlx::{Connection, PgConnection};
use std::time::Duration;

use crate::databases::Databases;
use crate::error::StartError;

/// The administrator of the demo.
pub const ADMINISTRATOR: &str = "admin@demo.test";
/// The password of everybody in the demo.
pub const PASSWORD: &str = "steward-demo";
/// The owner of the demo's organization.
const OWNER: &str = "owner@demo.test";
/// The join code of the demo's event.
const CODE: &str = "FEST26";
/// The event is under way when the demo is made, and goes on long enough to try everything.
const BEGAN: TimeDelta = TimeDelta::hours(5);
const LASTS: TimeDelta = TimeDelta::days(30);
/// Everybody else.
const TEAM: [(&str, &str, &str); 3] = [
    ("manager@demo.test", "Maya Lindqvist", "manager"),
    ("staff1@demo.test", "Sam Okafor", "staff"),
    ("staff2@demo.test", "Rosa Keller", "staff"),
];

/// Refuses on a database with organizations that did not begin as a demo.
pub async fn check(databases: &Databases) -> Result<(), StartError> {
    let mut connection = PgConnection::connect_with(&databases.options("organizers")).await?;
    let made = sqlx::query("SELECT to_regclass('organizers.accounts') IS NOT NULL AS made")
        .fetch_one(&mut connection);
    if sqlx::Row::try_get::<bool, _>(&made.await?, "made")? {
        let real = sqlx::query(
            "SELECT EXISTS (SELECT 1 FROM organizers.organizations)
                AND NOT EXISTS (SELECT 1 FROM organizers.accounts WHERE email = $1) AS real",
        );
        if sqlx::Row::try_get::<bool, _>(&real.bind(OWNER).fetch_one(&mut connection).await?, "real")? {
            return Err(StartError::RealData);
        }
    }
    connection.close().await?;
    Ok(())
}

/// Makes what is missing of the demo.
pub async fn fill(url: &str, databases: &Databases, tasks: &Tasks) -> Result<(), StartError> {
    let demo = Demo::new(url)?;
    let owner =
        json!({ "name": "Olivia Brandt", "email": OWNER, "password": PASSWORD, "phone": "+49 40 5550100" });
    let organization = json!({
        "name": "Harbour Lights Association",
        "address": "Landing Stage 4, 20359 Hamburg",
        "website": "https://harbour-lights.example",
    });
    let registration = json!({ "organization": organization, "owner": owner });
    let (status, registered) =
        demo.call(Method::POST, "/auth/v1/organizations", None, Some(registration)).await?;
    if status == StatusCode::CREATED {
        let id = registered["organization"]["id"].as_str().unwrap_or_default().to_owned();
        let administrator = demo.sign_in(ADMINISTRATOR).await?;
        let path = format!("/auth/v1/organizations/{id}");
        demo.must(Method::PATCH, &path, &administrator, json!({ "status": "approved" })).await?;
    }
    let owner = demo.sign_in(OWNER).await?;
    for (email, name, role) in TEAM {
        let member = json!({ "name": name, "email": email, "password": PASSWORD, "role": role });
        demo.must(Method::POST, "/auth/v1/members", &owner, member).await?;
    }
    make_event(&demo, databases, &owner, tasks).await
}

/// The event needs its fixed code, which nobody can choose over the public interface.
async fn make_event(
    demo: &Demo,
    databases: &Databases,
    owner: &str,
    tasks: &Tasks,
) -> Result<(), StartError> {
    let (_, me) = demo.call(Method::GET, "/auth/v1/me", Some(owner), None).await?;
    let organization =
        me["organization"].as_str().or(me["member"]["organization"].as_str()).unwrap_or_default();
    let organization = organization.parse().map_err(|_| StartError::Demo(format!("who am I? {me}")))?;
    let pool = service_kit::database::connect(databases.options("events"), 1).await?;
    let event = serde_json::from_value(event()).map_err(|error| StartError::Demo(error.to_string()))?;
    let code =
        CODE.parse().map_err(|error: core_api::events::NotACode| StartError::Demo(error.to_string()))?;
    let made = core_api::events::create_with_code(&pool, organization, &code, event).await;
    made.map_err(|error| StartError::Demo(error.to_string()))?;
    pool.close().await;
    let mut connection = PgConnection::connect_with(&databases.options("messages")).await?;
    let everywhere = async || Ok(demo.shows_event().await? && messenger_knows(&mut connection).await?);
    if !wait_until(tasks, everywhere).await? {
        // Somebody may have archived the event, or blocked its organization, while trying the demo.
        tracing::warn!("the event of the demo is not open for help requests");
    }
    connection.close().await?;
    Ok(())
}

/// Whether the event and the whole team have reached messenger-api: before that, their desk would be refused.
async fn messenger_knows(connection: &mut PgConnection) -> Result<bool, sqlx::Error> {
    let known = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM events JOIN organizations ON organizations.id = events.organization
                WHERE events.code = $1 AND organizations.status = 'approved')
            AND (SELECT count(*) FROM members) > $2",
    );
    let team = i64::try_from(TEAM.len()).unwrap_or_default();
    known.bind(CODE).bind(team).fetch_one(connection).await
}

/// Asks again and again for 20 seconds; tells whether it came true.
async fn wait_until(
    tasks: &Tasks,
    mut is_true: impl AsyncFnMut() -> Result<bool, StartError>,
) -> Result<bool, StartError> {
    for _ in 0..200 {
        if is_true().await? {
            return Ok(true);
        }
        if !tasks.pause(Duration::from_millis(100)).await {
            break;
        }
    }
    Ok(false)
}

fn event() -> Value {
    let zone = |name: &str| json!({ "name": name });
    let now = Utc::now();
    json!({
        "name": "Harbour Lights Festival",
        "description": "Music and light on the water, every night. Free drinking water at every gate.",
        "address": "Harbour Promenade, 20457 Hamburg",
        "latitude": 53.5436,
        "longitude": 9.9661,
        "starts_at": now - BEGAN,
        "ends_at": now + LASTS,
        "emergency_number": "112",
        "zones": [zone("Main Stage"), zone("Gate A"), zone("Gate B"), zone("Food Quay")],
        "contacts": [
            { "name": "First aid", "role": "Medical tent at Gate A", "phone": "+49 40 5550112" },
            { "name": "Security", "role": "Control room", "phone": "+49 40 5550110" },
            { "name": "Lost and found", "role": "Info point, Food Quay", "phone": "+49 40 5550119" },
        ],
    })
}

/// What a person who tries the demo needs to know.
pub fn sign_ins(url: &str) -> String {
    format!(
        "\nThe demo: Harbour Lights Festival, join code {CODE}\n\
         \n  phone app   {url}/app/join/{CODE}\
         \n  dashboard   {url}/\
         \n\n  sign in with one of these, password {PASSWORD}\
         \n    staff1@demo.test, staff2@demo.test   staff, at the desk\
         \n    manager@demo.test                    manager\
         \n    owner@demo.test                      owner of the organization\
         \n    admin@demo.test                      administrator of the platform\n"
    )
}

struct Demo {
    client: Client,
    url: String,
}

impl Demo {
    fn new(url: &str) -> Result<Self, StartError> {
        // Only ever talks to this process, whose certificate may be made for another name.
        let client = Client::builder()
            .cookie_store(true)
            .tls_danger_accept_invalid_certs(true)
            .timeout(Duration::from_secs(20))
            .build();
        let client = client.map_err(|error| StartError::Demo(error.to_string()))?;
        Ok(Self { client, url: url.to_owned() })
    }

    async fn call(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: Option<Value>,
    ) -> Result<(StatusCode, Value), StartError> {
        let failed = |error: reqwest::Error| StartError::Demo(error.to_string());
        let mut request = self.client.request(method, format!("{}{path}", self.url));
        request = request.header("x-requested-with", "steward");
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        let response = request.send().await.map_err(failed)?;
        let status = response.status();
        Ok((status, response.json().await.unwrap_or(Value::Null)))
    }

    /// A call that makes something, or finds it made.
    async fn must(&self, method: Method, path: &str, token: &str, body: Value) -> Result<Value, StartError> {
        let (status, answer) = self.call(method, path, Some(token), Some(body)).await?;
        if status.is_success() || status == StatusCode::CONFLICT {
            return Ok(answer);
        }
        Err(StartError::Demo(format!("{path} answered {status}: {answer}")))
    }

    async fn sign_in(&self, email: &str) -> Result<String, StartError> {
        let body = json!({ "email": email, "password": PASSWORD });
        let (status, answer) = self.call(Method::POST, "/auth/v1/sessions", None, Some(body)).await?;
        if !status.is_success() {
            return Err(StartError::Demo(format!("{email} cannot sign in: {answer}")));
        }
        let (_, token) = self.call(Method::POST, "/auth/v1/sessions/token", None, Some(json!({}))).await?;
        token["access_token"]
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| StartError::Demo(format!("no token: {token}")))
    }

    /// The event is public as soon as the approval has reached core-api.
    async fn shows_event(&self) -> Result<bool, StartError> {
        let path = format!("/core/v1/public/events/by-code/{CODE}");
        Ok(self.call(Method::GET, &path, None, None).await?.0.is_success())
    }
}
