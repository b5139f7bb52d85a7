//! One socket's task: it reads frames, writes the queue, and watches the heartbeat. It knows nothing else.

use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{Message as Frame, Utf8Bytes, WebSocket};
use futures_util::{FutureExt, SinkExt, StreamExt};
use service_kit::identity::{Claims, Subject};
use tokio::time::{sleep, timeout};

use super::catch_up::catch_up;
use super::close::{Close, close_of};
use super::commands::Commands;
use super::figures::{FIGURES, Open};
use super::frames::ServerFrame;
use super::protocol::{ClientFrame, Hello, parse};
use super::socket::{Bounds, Socket};
use super::start::{self, Known};
use crate::conversations::model::Part;
use crate::state::App;
use crate::traces::Passing;

/// How long a client may take to say hello.
const HELLO: Duration = Duration::from_secs(5);
/// Frames that are written before new ones are read.
const WRITE_BATCH: usize = 64;
/// How long a leaving node waits for sends that are on their way.
const DRAIN: Duration = Duration::from_secs(2);
/// How long saying goodbye may take, each way.
const GOODBYE: Duration = Duration::from_secs(2);
/// How long after the moment of its `bye` a client that has not gone by itself is closed.
const LATE: Duration = Duration::from_secs(1);
/// Clients of a node that closes all sockets at once spread their reconnects over this: there may be no other node.
const AT_ONCE_SPREAD: Duration = Duration::from_secs(3);

type CatchUp = Pin<Box<dyn Future<Output = ()> + Send>>;

// The task of a socket lives as long as the socket, and is as large as the largest thing it ever waits for. Whatever
// waits for the store or happens once is therefore boxed: its memory is there only while it is needed.

/// Serves a socket from its first frame to its end.
pub fn run(app: App, web_socket: WebSocket) -> impl Future<Output = ()> + Send {
    // What an async function is given stands twice in its future: once as given, once where it is used.
    let mut web_socket = Box::new(web_socket);
    let begun = Box::pin(async move { (begin(app, &mut web_socket).await, web_socket) });
    async move {
        let (begun, mut web_socket) = begun.await;
        let close = match begun {
            Ok(mut connection) => connection.run(&mut web_socket).await,
            Err(close) => close,
        };
        FIGURES.close(close);
        if let Some(close) = close {
            Box::pin(say_why(&mut web_socket, close)).await;
        }
    }
}

/// Ends with a reason.
async fn say_why(web_socket: &mut WebSocket, close: Close) {
    let last = Frame::Close(Some(close.frame()));
    // The client may be gone already; then nobody needs the reason.
    drop(timeout(GOODBYE, web_socket.send(last)).await);
    // What it still sends is read away until it closes, too: a network that finds unread bytes at the end drops the
    // last frames, and with them the reason.
    drop(timeout(GOODBYE, async { while let Some(Ok(_)) = web_socket.next().await {} }).await);
}

/// From the first frame to the end of the start.
async fn begin(app: App, web_socket: &mut WebSocket) -> Result<Box<Connection>, Option<Close>> {
    let (socket, hello, claims) = greet(&app, web_socket).await?;
    let open = FIGURES.open(claims.subject);
    app.hub.register(&socket, app.limits.sockets_per_person);
    let known = Known { epoch: hello.epoch, positions: &hello.positions };
    let started = match start::start(&app, &socket, &known).await {
        Ok(started) => started,
        Err(error) => {
            tracing::debug!(%error, "a socket could not be started");
            app.hub.remove(&socket);
            return Err(Some(if app.tasks.is_stopping() { Close::Drained } else { Close::DatabaseAway }));
        }
    };
    // Members, and phones with an open request, are watched more closely.
    let is_phone = matches!(claims.subject, Subject::Participant { .. });
    let heartbeat = heartbeat_of(&app, started.is_busy || !is_phone);
    start::welcome(&app, &socket, heartbeat.as_secs());
    let commands = Commands::new(app.clone(), Arc::clone(&socket), hello.device, claims);
    commands.announce_arrival();
    Ok(Box::new(Connection::new(commands, app, socket, heartbeat, open)))
}

/// Waits for a good hello.
async fn greet(app: &App, web_socket: &mut WebSocket) -> Result<(Arc<Socket>, Hello, Claims), Option<Close>> {
    let text = tokio::select! {
        text = timeout(HELLO, first_text(web_socket)) => text.map_err(|_| Some(Close::NotAuthenticated))??,
        () = app.tasks.stopping() => return Err(Some(Close::Drained)),
    };
    FIGURES.receive("hello", text.len());
    let Ok(ClientFrame::Hello(hello)) = parse(&text) else { return Err(Some(Close::NotAuthenticated)) };
    let claims = app.gate.check(&hello.token).await.map_err(|error| Some(close_of(error)))?;
    if claims.subject == Subject::Administrator {
        return Err(Some(Close::NotAuthenticated));
    }
    let bounds = Bounds { frames: app.limits.outbox_frames, bytes: app.limits.outbox_bytes };
    Ok((Arc::new(Socket::new(claims.sub, claims.sid, claims.subject, bounds)), hello, claims))
}

/// The first text; a ping of the network's own may come before it.
async fn first_text(web_socket: &mut WebSocket) -> Result<Utf8Bytes, Option<Close>> {
    loop {
        if let Some(text) = read(web_socket.next().await)? {
            return Ok(text);
        }
    }
}

/// Text of what was read; none for frames that the protocol passes over. Errors end the connection.
fn read(frame: Option<Result<Frame, axum::Error>>) -> Result<Option<Utf8Bytes>, Option<Close>> {
    match frame {
        Some(Ok(Frame::Text(text))) => Ok(Some(text)),
        Some(Ok(Frame::Binary(_))) => Err(Some(Close::Binary)),
        Some(Ok(Frame::Ping(_) | Frame::Pong(_))) => Ok(None),
        Some(Ok(Frame::Close(_))) | None => Err(None),
        Some(Err(error)) => Err(reading_failed(&error)),
    }
}

fn reading_failed(error: &axum::Error) -> Option<Close> {
    let text = error.to_string();
    if text.contains("UTF-8") || text.contains("utf-8") {
        return Some(Close::NotUtf8);
    }
    (text.contains("too long") || text.contains("too large") || text.contains("too big"))
        .then_some(Close::TooLarge)
}

fn heartbeat_of(app: &App, is_busy: bool) -> Duration {
    let limits = &app.limits;
    Duration::from_secs(if is_busy { limits.heartbeat_seconds } else { limits.idle_heartbeat_seconds })
}

struct Connection {
    app: App,
    socket: Arc<Socket>,
    commands: Commands,
    heartbeat: Duration,
    catching_up: Option<CatchUp>,
    /// When this socket ends, once the node is leaving.
    departure: Option<tokio::time::Instant>,
    /// Counts it among the open ones.
    _open: Open,
}

impl Connection {
    fn new(commands: Commands, app: App, socket: Arc<Socket>, heartbeat: Duration, open: Open) -> Self {
        Self { app, socket, commands, heartbeat, catching_up: None, departure: None, _open: open }
    }

    /// Runs until either side ends it; says with which code, when this side does.
    async fn run(&mut self, web_socket: &mut WebSocket) -> Option<Close> {
        let close = self.exchange(web_socket).await;
        let talked = self.socket.conversations_as(Part::Talks);
        let was_last = self.app.hub.remove(&self.socket);
        // Whom this node sends away is with another one already, which has said so.
        if was_last && self.departure.is_none() {
            self.commands.announce_leaving(&talked);
        }
        close
    }

    async fn exchange(&mut self, web_socket: &mut WebSocket) -> Option<Close> {
        let app = self.app.clone();
        let mut ping = pin!(sleep(self.jittered()));
        // Waited for once, not anew after each frame: all sockets of the node stand in one list for it.
        let mut parting = pin!(app.tasks.parting());
        loop {
            if let Err(close) = self.write(web_socket).await {
                return close;
            }
            if let Some(close) = self.socket.closing() {
                return Some(close);
            }
            self.begin_catch_up();
            if self.look_more_closely() {
                let next = tokio::time::Instant::now() + self.jittered();
                ping.as_mut().reset(next);
            }
            let congested = self.socket.is_congested();
            let more = self.socket.has_frames();
            let ended = tokio::select! {
                frame = web_socket.next(), if !congested => self.take(frame).await,
                () = self.socket.wake.notified() => Ok(()),
                () = std::future::ready(()), if more => Ok(()),
                () = wait(&mut self.catching_up) => { self.catching_up = None; Ok(()) }
                () = &mut ping => {
                    let next = ping.deadline() + self.jittered();
                    ping.as_mut().reset(next);
                    self.beat()
                }
                () = &mut parting, if self.departure.is_none() => { self.say_bye(); Ok(()) }
                () = departed(&app, self.departure) => {
                    Box::pin(self.leave(web_socket)).await;
                    Err(Some(Close::Drained))
                }
            };
            if let Err(close) = ended {
                // What answers the last frames is still worth sending.
                let _ = self.write(web_socket).await;
                return close;
            }
        }
    }

    async fn take(&mut self, frame: Option<Result<Frame, axum::Error>>) -> Result<(), Option<Close>> {
        self.socket.hear();
        match read(frame)? {
            Some(text) => Box::pin(self.commands.take(&text)).await.map_err(Some),
            None => Ok(()),
        }
    }

    /// Writes what waits; a client that takes nothing for too long is slow.
    async fn write(&mut self, web_socket: &mut WebSocket) -> Result<(), Option<Close>> {
        let mut frames = self.socket.take_frames(WRITE_BATCH);
        if frames.is_empty() {
            if self.socket.take_retelling() {
                FIGURES.retellings.inc();
                if Box::pin(start::retell(&self.app, &self.socket)).await.is_err() {
                    self.socket.request_retelling();
                }
            }
            return Ok(());
        }
        let passing = Passing::begin(frames.make_contiguous());
        let patience = Duration::from_secs(self.app.limits.slow_seconds);
        for frame in frames {
            FIGURES.send(&frame);
            taken_within(patience, web_socket.feed(Frame::Text(frame))).await?;
        }
        taken_within(patience, web_socket.flush()).await?;
        if let Some(passing) = passing {
            passing.written();
        }
        Ok(())
    }

    fn begin_catch_up(&mut self) {
        if self.catching_up.is_some() {
            return;
        }
        if let Some((conversation, after)) = self.socket.next_lagging() {
            let reading = catch_up(self.app.clone(), Arc::clone(&self.socket), conversation, after);
            self.catching_up = Some(Box::pin(reading));
        }
    }

    /// Pings, and gives up a client that was silent for two heartbeats.
    fn beat(&mut self) -> Result<(), Option<Close>> {
        if self.socket.silence() >= self.heartbeat * 2 {
            return Err(Some(Close::NoHeartbeat));
        }
        self.commands.check_standing().map_err(Some)?;
        self.socket.push(&ServerFrame::Ping { heartbeat_s: None });
        Ok(())
    }

    /// A phone that asks for help after it connected is watched as closely as one that did before, and is told so.
    /// It stays so until it connects anew.
    fn look_more_closely(&mut self) -> bool {
        let close = heartbeat_of(&self.app, true);
        if self.heartbeat == close || !self.socket.is_helped() {
            return false;
        }
        self.heartbeat = close;
        self.socket.hear();
        self.socket.push(&ServerFrame::Ping { heartbeat_s: Some(close.as_secs()) });
        true
    }

    /// The heartbeat ± 10 %, so that many sockets do not beat as one.
    fn jittered(&self) -> Duration {
        self.heartbeat.mul_f64(rand::random_range(0.9..1.1))
    }

    /// This node is leaving: the client is told when to go, and served until then.
    fn say_bye(&mut self) {
        let spread = self.app.bye_spread;
        let told = if spread.is_zero() { AT_ONCE_SPREAD } else { spread }.mul_f64(rand::random());
        let served = if spread.is_zero() { Duration::ZERO } else { told + LATE };
        self.departure = Some(tokio::time::Instant::now() + served);
        let delay_ms = u64::try_from(told.as_millis()).unwrap_or(u64::MAX);
        self.socket.push(&ServerFrame::Bye { delay_ms });
    }

    /// The end of a leaving node's socket: sends on their way are answered first.
    async fn leave(&mut self, web_socket: &mut WebSocket) {
        let deadline = tokio::time::Instant::now() + DRAIN;
        while self.socket.has_unacknowledged() {
            tokio::select! {
                () = self.socket.wake.notified() => {}
                () = tokio::time::sleep_until(deadline) => break,
            }
        }
        while self.socket.has_frames() {
            if self.write(web_socket).await.is_err() {
                break;
            }
        }
    }
}

/// Waits until the network has taken something. It nearly always does so at once, and then no timer is set.
async fn taken_within<E>(
    patience: Duration,
    taking: impl Future<Output = Result<(), E>>,
) -> Result<(), Option<Close>> {
    let mut taking = pin!(taking);
    let taken = match taking.as_mut().now_or_never() {
        Some(taken) => taken,
        None => timeout(patience, taking).await.map_err(|_| Some(Close::Slow))?,
    };
    taken.map_err(|_| None)
}

/// Waits for the running catch-up; for ever when there is none.
async fn wait(catching_up: &mut Option<CatchUp>) {
    match catching_up {
        Some(reading) => reading.await,
        None => std::future::pending().await,
    }
}

/// Waits for the end of a leaving node's socket; for ever while the node stays.
async fn departed(app: &App, departure: Option<tokio::time::Instant>) {
    let Some(departure) = departure else { return std::future::pending().await };
    tokio::select! {
        () = tokio::time::sleep_until(departure) => {}
        () = app.tasks.stopping() => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size_of_future<A, B, F: Future>(_: impl FnOnce(A, B) -> F) -> usize {
        size_of::<F>()
    }

    #[test]
    fn a_waiting_socket_is_small() {
        let bytes =
            size_of_future(run) + size_of::<Connection>() + size_of::<WebSocket>() + size_of::<Socket>();
        assert!(bytes <= 2_048, "{bytes} bytes");
        assert!(size_of_future(run) <= 1_024, "its task has {} of them", size_of_future(run));
    }
}
