//! Calls over HTTP, as the apps make them.

use std::time::Duration;

use reqwest::{Client, Method, header};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::error::BenchError;

/// The password of everybody, which is the demo's.
pub const PASSWORD: &str = "steward-demo";
/// How long a call may take before it counts as failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// A node's calls.
#[derive(Debug, Clone)]
pub struct Api {
    client: Client,
    /// Where it is.
    pub url: String,
}

impl Api {
    /// Calls of the node at this address.
    pub fn at(url: &str) -> Result<Self, BenchError> {
        let client = Client::builder().timeout(PATIENCE).pool_max_idle_per_host(64).build()?;
        Ok(Self { client, url: url.to_owned() })
    }

    /// Reads something.
    pub async fn get(&self, path: &str, token: &str) -> Result<Value, BenchError> {
        self.call(Method::GET, path, token, &Value::Null).await
    }

    /// Makes something.
    pub async fn post(&self, path: &str, token: &str, body: &Value) -> Result<Value, BenchError> {
        self.call(Method::POST, path, token, body).await
    }

    /// A call that must succeed.
    pub async fn call(
        &self,
        method: Method,
        path: &str,
        token: &str,
        body: &Value,
    ) -> Result<Value, BenchError> {
        let (status, body) = self.attempt(method, path, token, body).await?;
        if (200..300).contains(&status) {
            return Ok(body);
        }
        Err(BenchError::Answer { path: path.to_owned(), status, body: body.to_string() })
    }

    /// A call that may be refused: its status, and what was said.
    pub async fn attempt(
        &self,
        method: Method,
        path: &str,
        token: &str,
        body: &Value,
    ) -> Result<(u16, Value), BenchError> {
        let mut request = self.client.request(method, format!("{}{path}", self.url));
        if !token.is_empty() {
            request = request.bearer_auth(token).header("idempotency-key", Uuid::now_v7().to_string());
        }
        if !body.is_null() {
            request = request.json(body);
        }
        let response = request.send().await?;
        let status = response.status().as_u16();
        let body = response.text().await?;
        Ok((status, serde_json::from_str(&body).unwrap_or(Value::Null)))
    }

    /// A new access token for a participant: one lasts for minutes, and a measurement may take longer.
    pub async fn renew(&self, renewal: &str) -> Result<String, BenchError> {
        let tokens = self.post("/auth/v1/tokens", "", &json!({ "refresh_token": renewal })).await?;
        Ok(text(&tokens, "access_token"))
    }

    /// Signs a member in: the session's cookie, and a token for it.
    pub async fn sign_in(&self, email: &str) -> Result<String, BenchError> {
        let session = format!("{}/auth/v1/sessions", self.url);
        let credentials = json!({ "email": email, "password": PASSWORD });
        let request = self.client.post(&session).header("x-requested-with", "steward").json(&credentials);
        let response = request.send().await?;
        let status = response.status().as_u16();
        let cookies = response.headers().get_all(header::SET_COOKIE).iter();
        let pairs = cookies.filter_map(|cookie| cookie.to_str().ok()?.split(';').next());
        let cookie = pairs.collect::<Vec<_>>().join("; ");
        if status >= 300 || cookie.is_empty() {
            let body = response.text().await?;
            return Err(BenchError::Answer { path: session, status, body });
        }
        let request = self.client.post(format!("{session}/token"));
        let request = request.header("x-requested-with", "steward").header(header::COOKIE, cookie);
        let token: Value = request.send().await?.error_for_status()?.json().await?;
        Ok(text(&token, "access_token"))
    }
}

/// A field's text; empty when there is none.
pub fn text(answer: &Value, field: &str) -> String {
    answer.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// A field's id; nil when there is none.
pub fn id(answer: &Value, field: &str) -> Uuid {
    answer.get(field).and_then(Value::as_str).and_then(|text| text.parse().ok()).unwrap_or_default()
}
