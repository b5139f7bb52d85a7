//! `GET /live`: opens the socket. Nothing costly happens before the limits were asked.

use std::time::Duration;

use axum::extract::State;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::Response;
use service_kit::Problem;
use service_kit::contract::Always;

use super::connection;
use crate::state::App;

/// Longest wait for a new socket's turn; past it the client is told to come later. Well below what a client waits for an
/// answer.
pub const PATIENCE: Duration = Duration::from_secs(4);
/// The name of this version of the protocol.
pub const SUBPROTOCOL: &str = "steward.v1";
/// Bytes that are read at once; most frames are smaller. The library makes room for a whole frame beside what it read of
/// it, keeps that room, and never has less than what it begins with: with 1 KiB a hello of 600 bytes came to 2 KiB.
const READ_BUFFER: usize = 256;
/// Bytes that are gathered before they are written. The buffer keeps the size that it once had: a `welcome` is longer than
/// this, so that it has left before the first state comes.
const WRITE_BUFFER: usize = 192;
/// Bytes that may be gathered while the network takes nothing.
const MAX_WRITE_BUFFER: usize = 64 * 1024;

/// The live socket, subprotocol `steward.v1`; `docs/protocol.md` is its contract.
#[utoipa::path(get, operation_id = "open_live_socket", path = "/messenger/v1/live", tag = "live",
    responses(Always, (status = 101, description = "The socket is open; send `hello` within 5 s."),
        (status = 400, description = "`invalid`: not a WebSocket upgrade", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`forbidden`: from a page of another origin", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "`unavailable` with `Retry-After`", body = Problem, content_type = "application/problem+json")))]
pub async fn connect(
    State(app): State<App>,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<Response, Problem> {
    let upgrade =
        upgrade.map_err(|_| Problem::unreadable("This address is a WebSocket: connect with an upgrade."))?;
    check_origin(&headers, &app.public_url)?;
    let has_room = || !app.tasks.is_parting() && app.hub.count() < app.limits.sockets;
    if !(has_room() && app.doorway.enter().await && has_room()) {
        return Err(Problem::unavailable());
    }
    let limit = app.limits.frame_bytes;
    Ok(upgrade
        .protocols([SUBPROTOCOL])
        .read_buffer_size(READ_BUFFER)
        .write_buffer_size(WRITE_BUFFER)
        .max_write_buffer_size(MAX_WRITE_BUFFER)
        .max_message_size(limit)
        .max_frame_size(limit)
        .on_upgrade(async move |socket| app.tasks.clone().spawn_guest(connection::run(app, socket))))
}

/// A browser that sends a cookie must come from our own pages; the cookie itself is never used here.
fn check_origin(headers: &HeaderMap, public_url: &str) -> Result<(), Problem> {
    if !headers.contains_key(header::COOKIE) {
        return Ok(());
    }
    let text = |name| headers.get(name).and_then(|value: &axum::http::HeaderValue| value.to_str().ok());
    let origin = text(header::ORIGIN).and_then(|origin| origin.parse::<Uri>().ok());
    let authority = origin.as_ref().and_then(Uri::authority).map(ToString::to_string);
    let own = public_url.parse::<Uri>().ok().and_then(|url| url.authority().map(ToString::to_string));
    match authority {
        Some(authority)
            if Some(&authority) == own.as_ref() || Some(authority.as_str()) == text(header::HOST) =>
        {
            Ok(())
        }
        _ => Err(Problem::new(StatusCode::FORBIDDEN, "forbidden", "Sockets of other origins are refused.")),
    }
}
