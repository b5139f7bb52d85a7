//! The cookie: its name and attributes, and where it may come from.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use reqwest::Url;
use service_kit::Problem;
use time::Duration;
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};

use super::store::Sessions;

/// Absolute limit of a session; the store enforces it, and the idle limit, by the database's clock.
pub const ABSOLUTE: Duration = Duration::days(7);

/// The header that the dashboard sends with calls that change something. Other sites cannot send it.
const REQUESTED_WITH: &str = "x-requested-with";

/// Where the dashboard is served from.
#[derive(Debug, Clone)]
pub struct Origin {
    /// Such as `https://steward.example.org`.
    origin: String,
    /// Whether it is served by https.
    secure: bool,
}

/// The public address is not one that browsers can open.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the public address `{0}` must begin with http:// or https://")]
pub struct NotAnOrigin(String);

impl Origin {
    /// Takes the public address of Steward.
    pub fn of(public_url: &str) -> Result<Self, NotAnOrigin> {
        let url = Url::parse(public_url).map_err(|_| NotAnOrigin(public_url.to_owned()))?;
        match url.scheme() {
            "http" | "https" => {
                Ok(Self { origin: url.origin().ascii_serialization(), secure: url.scheme() == "https" })
            }
            _ => Err(NotAnOrigin(public_url.to_owned())),
        }
    }

    /// The layer that reads and sets the cookie. Only https allows `Secure`, and with it the prefix that binds
    /// the cookie to this very host.
    pub fn cookies(&self, sessions: Sessions) -> SessionManagerLayer<Sessions> {
        SessionManagerLayer::new(sessions)
            .with_name(if self.secure { "__Host-steward" } else { "steward" })
            .with_secure(self.secure)
            .with_http_only(true)
            .with_same_site(SameSite::Lax)
            .with_path("/")
            .with_expiry(Expiry::OnInactivity(ABSOLUTE))
    }

    /// Refuses calls that another site made a browser send. An `Origin` must be this address, or the host that
    /// the call itself went to (behind a development server).
    pub fn admits_origin(&self, headers: &HeaderMap) -> Result<(), Problem> {
        let Some(origin) = headers.get(header::ORIGIN) else { return Ok(()) };
        let origin = origin.to_str().unwrap_or_default();
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
        let same_host = origin
            .split_once("://")
            .zip(host)
            .is_some_and(|((scheme, from), to)| from == to && (scheme == "https" || !self.secure));
        if origin == self.origin || same_host {
            Ok(())
        } else {
            Err(csrf("The call comes from another site."))
        }
    }

    /// As [`Origin::admits_origin`]; a browser's calls that change something also need the dashboard's header. A
    /// program holds its cookies itself and cannot be made to call by another site, so it needs none.
    pub fn admits(&self, method: &Method, headers: &HeaderMap) -> Result<(), Problem> {
        if method.is_safe() {
            return Ok(());
        }
        let has_header = headers.get(REQUESTED_WITH).is_some_and(|value| value == "steward");
        if is_browser(headers) && !has_header {
            return Err(csrf("Send the header `X-Requested-With: steward`."));
        }
        self.admits_origin(headers)
    }
}

/// Every browser says with a change where it comes from, in one of these; pages cannot prevent that.
fn is_browser(headers: &HeaderMap) -> bool {
    [header::ORIGIN.as_str(), header::REFERER.as_str(), "sec-fetch-site"]
        .iter()
        .any(|name| headers.contains_key(*name))
}

fn csrf(detail: &str) -> Problem {
    Problem::new(axum::http::StatusCode::FORBIDDEN, "csrf", detail)
}

/// Browsers refuse to remove a `__Host-` cookie by a cookie that is not `Secure` itself, as tower-sessions does it.
pub async fn complete_removal(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if let Some(cookie) = response.headers_mut().get_mut(header::SET_COOKIE) {
        let text = cookie.to_str().unwrap_or_default();
        if text.starts_with("__Host-") && !text.contains("; Secure") {
            let secured = HeaderValue::try_from(format!("{text}; Secure; HttpOnly; SameSite=Lax"));
            *cookie = secured.unwrap_or_else(|_| cookie.clone());
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn a_change_needs_the_header_and_an_origin_of_ours() {
        let origin = Origin::of("http://127.0.0.1:8080/").unwrap();
        let admits = |pairs: &[_]| origin.admits(&Method::POST, &headers(pairs)).is_ok();
        let header = ("x-requested-with", "steward");
        assert!(admits(&[header]));
        assert!(admits(&[header, ("origin", "http://127.0.0.1:8080")]));
        assert!(admits(&[header, ("origin", "http://localhost:5173"), ("host", "localhost:5173")]));
        assert!(admits(&[]), "a program");
        for browser in ["origin", "referer", "sec-fetch-site"] {
            let from = (browser, "http://127.0.0.1:8080");
            assert!(!admits(&[from]), "{browser}");
            assert!(!admits(&[from, ("x-requested-with", "XMLHttpRequest")]), "{browser}");
        }
        assert!(!admits(&[header, ("origin", "https://evil.example"), ("host", "steward.example.org")]));
        assert!(!admits(&[header, ("origin", "null"), ("host", "steward.example.org")]));
        assert!(origin.admits(&Method::GET, &headers(&[("origin", "https://evil.example")])).is_ok());
    }

    #[test]
    fn under_https_the_same_host_over_http_is_another_site() {
        let origin = Origin::of("https://steward.example.org").unwrap();
        let admits = |from| {
            let pairs = [("x-requested-with", "steward"), ("host", "steward.example.org"), ("origin", from)];
            origin.admits(&Method::POST, &headers(&pairs)).is_ok()
        };
        assert!(admits("https://steward.example.org"));
        assert!(!admits("http://steward.example.org"));
    }

    #[test]
    fn only_web_addresses_are_origins() {
        assert!(Origin::of("steward.example.org").is_err());
        assert!(Origin::of("ftp://steward.example.org").is_err());
    }
}
