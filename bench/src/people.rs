//! Pairs of a participant and a member in a conversation, made over HTTP as the apps would.

use futures_util::{StreamExt, stream};
use indicatif::{ProgressBar, ProgressStyle};
use reqwest::{Client, Method};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::error::BenchError;

/// The password of everybody, which is the demo's.
const PASSWORD: &str = "steward-demo";
/// The demo's owner and event.
const OWNER: &str = "owner@demo.test";
const CODE: &str = "FEST26";
/// Calls that are under way at once.
const CALLS: usize = 8;

/// A conversation with a token for each side.
#[derive(Debug, Clone)]
pub struct Pair {
    /// The conversation.
    pub conversation: Uuid,
    /// Token of the participant.
    pub participant: String,
    /// Token of the member.
    pub member: String,
}

/// Makes pairs, each in a conversation of its own.
pub async fn pairs(url: &str, count: usize) -> Result<Vec<Pair>, BenchError> {
    let owner = sign_in(url, OWNER).await?;
    let event = client()?.get_json(url, &format!("/core/v1/public/events/by-code/{CODE}"), "").await?;
    let event = text(&event, "id");
    let bar = bar(count, "conversations");
    let run = Uuid::now_v7().simple().to_string();
    let pairs: Vec<_> = stream::iter(0..count)
        .map(|number| pair(url, &owner, &event, format!("bench-{run}-{number}@example.org")))
        .buffer_unordered(CALLS)
        .inspect(|_| bar.inc(1))
        .collect()
        .await;
    bar.finish_and_clear();
    pairs.into_iter().collect()
}

/// A progress bar.
pub fn bar(length: usize, what: &'static str) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg:>14} {wide_bar} {pos}/{len} {eta}");
    let bar = ProgressBar::new(length as u64).with_message(what);
    style.map_or_else(|_| bar.clone(), |style| bar.clone().with_style(style))
}

async fn pair(url: &str, owner: &str, event: &str, email: String) -> Result<Pair, BenchError> {
    let http = client()?;
    let body = json!({ "email": email, "name": "Bench", "password": PASSWORD, "role": "staff" });
    http.call(Method::POST, url, "/auth/v1/members", owner, &body).await?;
    let member = sign_in(url, &email).await?;
    let by_hand = json!({ "events": [], "capacity": 1 });
    http.call(Method::PUT, url, "/messenger/v1/availability", &member, &by_hand).await?;

    let guest = json!({ "device": "bench", "name": "Bench" });
    let guest = http.call(Method::POST, url, "/auth/v1/guests", "", &guest).await?;
    let participant = text(&guest, "access_token");
    let asked = json!({ "event": event, "category": "other", "text": "0 bench" });
    let asked = http.call(Method::POST, url, "/messenger/v1/help-requests", &participant, &asked).await?;
    let take = format!("/messenger/v1/help-requests/{}/take", text(&asked, "id"));
    http.call(Method::POST, url, &take, &member, &Value::Null).await?;
    let conversation = text(&asked, "conversation").parse().unwrap_or_default();
    Ok(Pair { conversation, participant, member })
}

async fn sign_in(url: &str, email: &str) -> Result<String, BenchError> {
    let http = client()?;
    let credentials = json!({ "email": email, "password": PASSWORD });
    http.call(Method::POST, url, "/auth/v1/sessions", "", &credentials).await?;
    let token = http.call(Method::POST, url, "/auth/v1/sessions/token", "", &Value::Null).await?;
    Ok(text(&token, "access_token"))
}

fn text(answer: &Value, field: &str) -> String {
    answer.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// A client that keeps cookies.
struct Http(Client);

fn client() -> Result<Http, BenchError> {
    Ok(Http(Client::builder().cookie_store(true).pool_max_idle_per_host(1).build()?))
}

impl Http {
    async fn get_json(&self, url: &str, path: &str, token: &str) -> Result<Value, BenchError> {
        self.call(Method::GET, url, path, token, &Value::Null).await
    }

    async fn call(
        &self,
        method: Method,
        url: &str,
        path: &str,
        token: &str,
        body: &Value,
    ) -> Result<Value, BenchError> {
        let mut request =
            self.0.request(method, format!("{url}{path}")).header("x-requested-with", "steward");
        if !token.is_empty() {
            request = request.bearer_auth(token).header("idempotency-key", Uuid::now_v7().to_string());
        }
        if !body.is_null() {
            request = request.json(body);
        }
        let response = request.send().await?;
        let status = response.status();
        let body = response.text().await?;
        if !status.is_success() {
            return Err(BenchError::Answer { path: path.to_owned(), status: status.as_u16(), body });
        }
        Ok(serde_json::from_str(&body).unwrap_or(Value::Null))
    }
}
