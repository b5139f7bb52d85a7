//! The socket, with buffers small enough for tens of thousands in one process.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Error, Message, Utf8Bytes};
use tokio_tungstenite::{WebSocketStream, client_async_with_config};
use uuid::Uuid;

use super::frames::{self, PONG};
use crate::error::BenchError;

/// How long a start may take.
const START: Duration = Duration::from_secs(60);
/// Sockets from one loopback address. An address has 28,000 ports, and one that was used stays taken for a minute: a
/// crowd that tries again and again needs room. When most are taken, finding one stops this generator for milliseconds.
const PER_ADDRESS: usize = 1_000;

/// A WebSocket that reads and writes texts.
#[derive(Debug)]
pub struct WebSocket(WebSocketStream<TcpStream>);

impl WebSocket {
    /// Connects to `path` of `url`, the `number`th socket of this generator.
    pub async fn open(
        url: &str,
        path: &str,
        protocol: &'static str,
        number: usize,
    ) -> Result<Self, BenchError> {
        let host = url.strip_prefix("http://").unwrap_or(url);
        let mut request = format!("ws://{host}{path}").into_client_request()?;
        if !protocol.is_empty() {
            let protocol = HeaderValue::from_static(protocol);
            request.headers_mut().insert("sec-websocket-protocol", protocol);
        }
        let tcp = connect(host, number).await.map_err(Error::Io)?;
        tcp.set_nodelay(true).map_err(Error::Io)?;
        let config = WebSocketConfig::default().read_buffer_size(2 * 1024).write_buffer_size(0);
        let (stream, _) = client_async_with_config(request, tcp, Some(config)).await?;
        Ok(Self(stream))
    }

    /// The next text; an error when the socket has ended.
    pub async fn next(&mut self) -> Result<Utf8Bytes, Error> {
        loop {
            match self.0.next().await {
                Some(Ok(Message::Text(text))) => return Ok(text),
                Some(Ok(Message::Close(_))) | None => return Err(Error::ConnectionClosed),
                Some(Ok(_)) => {}
                Some(Err(error)) => return Err(error),
            }
        }
    }

    /// Writes a text.
    pub async fn send(&mut self, text: impl Into<Utf8Bytes>) -> Result<(), Error> {
        self.0.send(Message::text(text)).await
    }
}

/// A live socket of Steward.
#[derive(Debug)]
pub struct Live(WebSocket);

impl Live {
    /// Connects and says hello; what comes until the start is over is `heard`.
    pub async fn start(
        url: &str,
        number: usize,
        token: &str,
        positions: &[(Uuid, i64)],
        mut heard: impl FnMut(&str),
    ) -> Result<Self, BenchError> {
        let start = async {
            let socket = WebSocket::open(url, "/messenger/v1/live", "steward.v1", number).await?;
            let mut live = Self(socket);
            live.send(frames::hello(token, positions)).await?;
            loop {
                let text = live.next().await?;
                if text.starts_with(r#"{"type":"synced""#) {
                    return Ok(live);
                }
                heard(&text);
            }
        };
        let late = || BenchError::Frame { expected: "synced", said: "nothing".to_owned() };
        tokio::time::timeout(START, start).await.unwrap_or_else(|_| Err(late()))
    }

    /// The next frame; pings are answered. An error when the socket has ended.
    pub async fn next(&mut self) -> Result<Utf8Bytes, Error> {
        loop {
            let text = self.0.next().await?;
            if !text.starts_with(r#"{"type":"ping""#) {
                return Ok(text);
            }
            self.send(PONG).await?;
        }
    }

    /// Sends a frame.
    pub async fn send(&mut self, text: impl Into<Utf8Bytes>) -> Result<(), Error> {
        self.0.send(text).await
    }
}

/// Connects; to this machine from one of several addresses, since one has too few ports for everybody.
async fn connect(host: &str, number: usize) -> std::io::Result<TcpStream> {
    let Ok(SocketAddr::V4(to)) = host.parse() else { return TcpStream::connect(host).await };
    let socket = TcpSocket::new_v4()?;
    if to.ip().is_loopback() {
        let last = u8::try_from(2 + number / PER_ADDRESS % 250).unwrap_or(2);
        socket.bind((Ipv4Addr::new(127, 0, 0, last), 0).into())?;
    }
    socket.connect(to.into()).await
}
