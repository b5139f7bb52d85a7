//! The two apps: the dashboard at `/`, the phone app at `/app/`. In a release build they are part of the binary.

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rust_embed::{Embed, EmbeddedFile};
use service_kit::Problem;
use tower_http::compression::CompressionLayer;

#[derive(Embed)]
#[folder = "../../organizer-ui/dist"]
struct Dashboard;

#[derive(Embed)]
#[folder = "../../participant-app/dist"]
struct PhoneApp;

/// Stands in the dashboard's page where each answer puts a fresh nonce.
const NONCE: &str = "__CSP_NONCE__";
/// Addresses that belong to the services: what they do not know is a problem, not a page.
const SERVICES: [&str; 5] = ["/auth/", "/core/", "/messenger/", "/health/", "/docs/"];
/// First parts of the dashboard's addresses, as `organizer-ui/src/app/routes.tsx` has them.
const PAGES: [&str; 12] = [
    "",
    "archive",
    "audit",
    "desk",
    "events",
    "incidents",
    "organization",
    "organizations",
    "register",
    "saved-replies",
    "sign-in",
    "team",
];
/// Headers of every page.
const HEADERS: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "geolocation=(self), camera=(self), microphone=(self), payment=(), usb=()",
    ),
];

/// Serves both apps; with `https` browsers are told to stay with it.
pub fn router(https: bool) -> Router {
    Router::new()
        .route("/app", get(async || Redirect::permanent("/app/")))
        .route("/app/", get(phone_app))
        .route("/app/{*path}", get(phone_app))
        .fallback(dashboard)
        .with_state(https)
        .layer(CompressionLayer::new())
}

async fn phone_app(State(https): State<bool>, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches("/app/");
    answer(PhoneApp::get, path, &headers, https)
}

async fn dashboard(State(https): State<bool>, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    let is_file = path.contains('.');
    if SERVICES.iter().any(|service| uri.path().starts_with(service)) || !(is_file || is_page(path, &headers))
    {
        return Problem::not_found("address").into_response();
    }
    answer(Dashboard::get, path, &headers, https)
}

/// A browser that a person sent to an unknown address gets the dashboard, which says so; a program gets an error.
fn is_page(path: &str, headers: &HeaderMap) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    PAGES.contains(&first) || accepted.is_some_and(|accepted| accepted.contains("text/html"))
}

fn answer(app: fn(&str) -> Option<EmbeddedFile>, path: &str, headers: &HeaderMap, https: bool) -> Response {
    let is_page = path.is_empty() || path == "index.html" || !path.contains('.');
    let mut response = match app(if is_page { "index.html" } else { path }) {
        Some(file) if is_page => page(&file),
        Some(file) => asset(path, file, headers),
        None if is_page => {
            (StatusCode::NOT_FOUND, "This app is not built: run `make run`.\n").into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    };
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    if https {
        let stay = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, stay);
    }
    response
}

/// A page may run and style only what it brings itself.
fn page(file: &EmbeddedFile) -> Response {
    let nonce = URL_SAFE_NO_PAD.encode(rand::random::<[u8; 16]>());
    let text = String::from_utf8_lossy(&file.data).replace(NONCE, &nonce);
    let policy = format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; \
         img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; \
         manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    let mut response = ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], text).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// Files whose name changes with their content are kept for ever, all others are asked for again.
fn asset(path: &str, file: EmbeddedFile, headers: &HeaderMap) -> Response {
    let tag = format!("\"{}\"", URL_SAFE_NO_PAD.encode(file.metadata.sha256_hash()));
    let cache = if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let common = [(header::ETAG, tag.clone()), (header::CACHE_CONTROL, cache.to_owned())];
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    if known.is_some_and(|known| known.contains(&tag)) {
        return (StatusCode::NOT_MODIFIED, common).into_response();
    }
    let kind = match path.rsplit('.').next() {
        Some("webmanifest") => "application/manifest+json".to_owned(),
        _ => mime_guess::from_path(path).first_or_octet_stream().to_string(),
    };
    (common, [(header::CONTENT_TYPE, kind)], Body::from(file.data)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dashboard's pages that programs get, too.
    #[test]
    fn every_page_of_the_dashboard_is_known() {
        let routes = concat!(env!("CARGO_MANIFEST_DIR"), "/../../organizer-ui/src/app/routes.tsx");
        let routes = std::fs::read_to_string(routes).unwrap();
        let paths: Vec<&str> =
            routes.split("path: '").skip(1).filter_map(|rest| rest.split('\'').next()).collect();
        assert!(paths.len() > 5, "{paths:?}");
        let nested = ["requests", "conversations", "*"];
        for path in paths {
            let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
            assert!(PAGES.contains(&first) || nested.contains(&first), "{path} is no page of PAGES");
        }
    }

    #[test]
    fn only_browsers_get_a_page_for_an_unknown_address() {
        let browser =
            HeaderMap::from_iter([(header::ACCEPT, HeaderValue::from_static("text/html,*/*;q=0.8"))]);
        assert!(is_page("desk/requests/1", &HeaderMap::new()));
        assert!(is_page("metrics", &browser));
        assert!(!is_page("metrics", &HeaderMap::new()));
    }
}
