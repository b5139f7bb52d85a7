//! The public keys that tokens are verified with, fetched from auth-api when an unknown one appears.

use std::collections::HashMap;
use std::sync::RwLock;
use std::time::{Duration, Instant};

use jsonwebtoken::DecodingKey;
use jsonwebtoken::jwk::{AlgorithmParameters, EllipticCurve, JwkSet};

/// Shortest time between two fetches, so that made-up key ids cost auth-api nothing.
const MIN_INTERVAL: Duration = Duration::from_millis(500);

/// Known verification keys by key id.
#[derive(Debug)]
pub struct Keys {
    url: Option<String>,
    client: reqwest::Client,
    known: RwLock<HashMap<String, DecodingKey>>,
    fetched: tokio::sync::Mutex<Option<Instant>>,
}

impl Keys {
    /// Keys published at this address (a JWKS document).
    pub fn published_at(url: impl Into<String>) -> Self {
        Self::new(Some(url.into()))
    }

    /// Keys that are set by hand with [`Keys::replace`]: for auth-api, which owns them, and for tests.
    pub fn by_hand() -> Self {
        Self::new(None)
    }

    fn new(url: Option<String>) -> Self {
        let client =
            reqwest::Client::builder().timeout(crate::http::CALL_TIMEOUT).build().unwrap_or_default();
        Self { url, client, known: RwLock::default(), fetched: tokio::sync::Mutex::new(None) }
    }

    /// Takes these keys in place of all known ones. Only Ed25519 keys with an id count.
    pub fn replace(&self, set: &JwkSet) {
        let usable = set.keys.iter().filter_map(|key| {
            let AlgorithmParameters::OctetKeyPair(pair) = &key.algorithm else { return None };
            if pair.curve != EllipticCurve::Ed25519 {
                return None;
            }
            Some((key.common.key_id.clone()?, DecodingKey::from_ed_components(&pair.x).ok()?))
        });
        if let Ok(mut known) = self.known.write() {
            *known = usable.collect();
        }
    }

    /// The key of this id, if it is known now.
    pub fn get(&self, id: &str) -> Option<DecodingKey> {
        self.known.read().ok()?.get(id).cloned()
    }

    /// The key of this id; asks auth-api when it is unknown.
    pub async fn find(&self, id: &str) -> Option<DecodingKey> {
        if let Some(key) = self.get(id) {
            return Some(key);
        }
        let url = self.url.as_ref()?;
        let mut fetched = self.fetched.lock().await;
        if let Some(key) = self.get(id) {
            return Some(key);
        }
        if fetched.is_some_and(|at| at.elapsed() < MIN_INTERVAL) {
            return None;
        }
        match self.fetch(url).await {
            Ok(set) => self.replace(&set),
            Err(error) => tracing::warn!(%error, "the token keys could not be fetched"),
        }
        // Only now: whoever asked may have gone while the keys were under way, and the next one needs them, too.
        *fetched = Some(Instant::now());
        self.get(id)
    }

    async fn fetch(&self, url: &str) -> Result<JwkSet, reqwest::Error> {
        self.client.get(url).send().await?.error_for_status()?.json().await
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use axum::Router;
    use axum::routing::get;
    use serde_json::json;
    use tokio::net::TcpListener;
    use tokio::time::timeout;

    use super::*;

    #[tokio::test]
    async fn whoever_leaves_while_keys_are_fetched_keeps_them_from_nobody() {
        // Whichever test comes first installs it.
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let calls: &'static AtomicUsize = Box::leak(Box::default());
        let answer = async move || {
            if calls.fetch_add(1, Ordering::Relaxed) == 0 {
                std::future::pending::<()>().await;
            }
            let key = json!({ "kty": "OKP", "crv": "Ed25519", "kid": "one", "x": "A".repeat(43) });
            axum::Json(json!({ "keys": [key] }))
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap());
        tokio::spawn(axum::serve(listener, Router::new().route("/", get(answer))).into_future());
        let keys = Keys::published_at(url);
        tokio::select! {
            _ = keys.find("one") => panic!("the first call is never answered"),
            () = async { while calls.load(Ordering::Relaxed) == 0 { tokio::task::yield_now().await } } => {}
        }
        let found = timeout(Duration::from_secs(60), keys.find("one")).await.unwrap();
        assert!(found.is_some(), "the next one fetches them");
    }
}
