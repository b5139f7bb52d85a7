//! What auth-api answered.

use reqwest::RequestBuilder;
use reqwest::header::HeaderMap;
use serde_json::Value;

/// A status and a JSON body; null when there is no body.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Value,
}

impl Answer {
    pub async fn of(request: RequestBuilder) -> Self {
        let response = request.send().await.expect("an answer");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = response.bytes().await.expect("a whole answer");
        let body = match bytes.as_ref() {
            [] => Value::Null,
            bytes => serde_json::from_slice(bytes).expect("an answer of JSON"),
        };
        Self { status, headers, body }
    }

    /// The body of an answer that must have this status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.body);
        self.body
    }

    /// The body of an answer that must be a problem of this status and code.
    #[track_caller]
    pub fn problem(self, status: u16, code: &str) -> Value {
        self.assert_problem();
        assert_eq!((self.status, self.body["code"].as_str()), (status, Some(code)), "{}", self.body);
        self.body
    }

    /// The fields that a 422 names.
    #[track_caller]
    pub fn refused_fields(self) -> Vec<String> {
        let body = self.problem(422, "invalid");
        let errors = body["errors"].as_array().expect("errors").iter();
        errors.map(|error| error["field"].as_str().expect("a field").to_owned()).collect()
    }

    /// Holds for every failed answer.
    #[track_caller]
    pub fn assert_problem(&self) {
        assert_eq!(self.headers["content-type"], "application/problem+json", "{}", self.body);
        assert_eq!((&self.body["type"], &self.body["status"]), (&"about:blank".into(), &self.status.into()));
        assert!(self.body["title"].is_string() && self.body["detail"].is_string());
        if matches!(self.status, 429 | 503) {
            assert_eq!(self.headers["retry-after"], self.body["retry_after"].to_string());
        }
    }
}
