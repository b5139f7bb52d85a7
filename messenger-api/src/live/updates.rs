//! `POST /updates`: what the socket would bring, for networks that break sockets. The same start as `hello`,
//! then a wait for the first frame that follows.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use service_kit::contract::{Always, BodyRefused, TokenRefused};
use service_kit::identity::{Caller, Subject};
use service_kit::{Json, Problem};
use tokio::time::Instant;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::catch_up::catch_up;
use super::protocol::{Position, check_positions};
use super::socket::{Bounds, Socket};
use super::start::{self, Known, Started};
use crate::state::App;

/// Longest wait for something new.
const WAIT: Duration = Duration::from_secs(25);
/// Frames that come together are answered together.
const GATHER: Duration = Duration::from_millis(20);

/// How far the client has come.
#[derive(Debug, Deserialize, Validate, ToSchema)]
pub struct Asking {
    /// The store's life that the positions belong to.
    epoch: Option<Uuid>,
    /// At most 500. With the `version` of each known state, the call waits for what is new.
    #[serde(default)]
    positions: Vec<Position>,
}

/// What is new.
#[derive(Debug, Serialize, ToSchema)]
pub struct Updates {
    /// Frames as on the socket, in order.
    #[schema(value_type = Vec<Object>)]
    frames: Vec<Box<RawValue>>,
}

/// What followed the named positions, as the socket's frames; waits up to 25 s for something new.
#[utoipa::path(post, operation_id = "wait_for_updates", path = "/messenger/v1/updates", tag = "live", request_body = Asking,
    responses(Always, TokenRefused, BodyRefused, (status = 200, body = Updates)),
    security(("token" = [])))]
pub async fn updates(
    State(app): State<App>,
    Caller(claims): Caller,
    Json(asking): Json<Asking>,
) -> Result<Json<Updates>, Problem> {
    check_positions(&asking.positions)?;
    if claims.subject == Subject::Administrator {
        return Err(Problem::forbidden("Conversations are for their people."));
    }
    let bounds = Bounds { frames: app.limits.outbox_frames, bytes: app.limits.outbox_bytes };
    let socket = Registered::new(&app, Socket::new(claims.sub, claims.sid, claims.subject, bounds));
    let known = Known { epoch: asking.epoch, positions: &asking.positions };
    let Started { news, .. } = start::start(&app, &socket.0, &known).await?;
    start::welcome(&app, &socket.0, app.limits.heartbeat_seconds);
    let mut frames = Vec::from(socket.0.take_frames(usize::MAX));
    if socket.0.has_live() {
        // It came while the start went on, and is news although the start brought none.
        frames.extend(socket.0.take_frames(usize::MAX));
    } else if !news {
        wait(&app, &socket.0, &mut frames).await;
    }
    app.gate.stands(&claims)?;
    let raw = frames.into_iter().filter_map(|frame| RawValue::from_string(frame.as_str().to_owned()).ok());
    Ok(Json(Updates { frames: raw.collect() }))
}

/// Waits for the first frame, then a moment for those that come with it.
async fn wait(app: &App, socket: &Arc<Socket>, frames: &mut Vec<axum::extract::ws::Utf8Bytes>) {
    let mut deadline = Instant::now() + WAIT;
    let known = frames.len();
    loop {
        if let Some((conversation, after)) = socket.next_lagging() {
            catch_up(app.clone(), Arc::clone(socket), conversation, after).await;
        }
        let before = frames.len();
        frames.extend(socket.take_frames(usize::MAX));
        if before == known && frames.len() > known {
            deadline = deadline.min(Instant::now() + GATHER);
        }
        tokio::select! {
            () = socket.wake.notified() => {}
            () = tokio::time::sleep_until(deadline) => return,
            () = app.tasks.stopping() => return,
        }
        if socket.closing().is_some() {
            return;
        }
    }
}

/// A socket without a connection, removed also when the caller goes away.
struct Registered(Arc<Socket>, App);

impl Registered {
    fn new(app: &App, socket: Socket) -> Self {
        let socket = Arc::new(socket);
        app.hub.register(&socket, usize::MAX);
        Self(socket, app.clone())
    }
}

impl Drop for Registered {
    fn drop(&mut self) {
        self.1.hub.remove(&self.0);
    }
}
