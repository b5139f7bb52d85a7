//! Serving a router: the layers every service wears, and the answer to unknown addresses.

mod figures;
mod request_id;
mod server;

use std::any::Any;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tracing::Instrument;

use crate::Problem;
use crate::traces::Call;

pub use server::{HEAD_TIMEOUT, Prompt, Prompted, Side, serve, server};

/// Largest JSON body that is read, in bytes. Uploads have a limit of their own.
pub const MAX_BODY_BYTES: usize = 256 * 1024;

/// Puts the shared layers around an API: size limit, `no-store`, `nosniff`, and problems for whatever has no
/// answer of its own.
pub fn api(router: Router) -> Router {
    router
        .method_not_allowed_fallback(async || {
            Problem::new(
                StatusCode::METHOD_NOT_ALLOWED,
                "method_not_allowed",
                "This address has no such method.",
            )
        })
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .layer(SetResponseHeaderLayer::if_not_present(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-store"),
        ))
        .layer(SetResponseHeaderLayer::if_not_present(
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ))
        .layer(middleware::from_fn(observe))
        .layer(CatchPanicLayer::custom(answer_panic))
}

/// Answers unknown addresses with a problem. For the outermost router of a process only: merged routers may not
/// each have a fallback.
pub fn with_fallback(router: Router) -> Router {
    router.fallback(async || Problem::not_found("address"))
}

/// Counts a request, and writes one line with its route and id, without address, query, body or token; server errors
/// are warnings. Whatever else is logged meanwhile carries the id, and the answer names it.
async fn observe(request: Request, next: Next) -> Response {
    let id = request_id::of(request.headers());
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let followed = Call::of(request.headers());
    let started = Instant::now();
    let span = tracing::info_span!("request", id = %id.to_str().unwrap_or_default());
    let mut response = next.run(request).instrument(span.clone()).await;
    response.headers_mut().insert(request_id::HEADER, id.clone());
    figures::note(&method, route.as_ref(), &response, started.elapsed());
    let route = route.as_ref().map_or("unknown", MatchedPath::as_str);
    if let Some(call) = followed {
        call.tell(started, figures::word(&method), route, response.status(), id.to_str().unwrap_or_default());
    }
    let status = response.status().as_u16();
    let milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let _in_span = span.enter();
    if response.status().is_server_error() {
        tracing::warn!(%method, route, status, milliseconds, "request failed");
    } else {
        tracing::debug!(%method, route, status, milliseconds, "request");
    }
    response
}

// The signature is what the panic layer asks for.
#[allow(clippy::needless_pass_by_value)]
fn answer_panic(_: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!("a handler panicked");
    Problem::unavailable().into_response()
}

/// Time limit of a call to another service.
pub const CALL_TIMEOUT: Duration = Duration::from_secs(5);
