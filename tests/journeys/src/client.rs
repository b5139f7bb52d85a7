//! A plain client of the live protocol, written from its description alone.

use std::fmt::Display;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::time::Instant;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async_with_config};
use uuid::Uuid;

/// How long anything may take.
const DEADLINE: Duration = Duration::from_secs(60);

/// A connected client.
#[derive(Debug)]
pub struct Client {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    /// Everything that was heard, in order.
    pub heard: Vec<Value>,
    /// When anything was heard last, also a ping.
    pub heard_at: Instant,
}

impl Client {
    /// Opens a socket at an address such as `http://127.0.0.1:8080` or `127.0.0.1:8080`.
    pub async fn open(address: impl Display) -> Self {
        Self::try_open(address).await.expect("the socket opens")
    }

    /// The same, where the server may be away or refuse.
    pub async fn try_open(address: impl Display) -> Option<Self> {
        let address = address.to_string();
        let host = address.strip_prefix("http://").unwrap_or(&address);
        let mut request = format!("ws://{host}/messenger/v1/live").into_client_request().ok()?;
        request.headers_mut().insert("sec-websocket-protocol", "steward.v1".parse().unwrap());
        // Thousands of clients have to fit into one test.
        let small = WebSocketConfig::default().read_buffer_size(4 * 1024).write_buffer_size(0);
        let (socket, response) = connect_async_with_config(request, Some(small), true).await.ok()?;
        assert_eq!(response.headers()["sec-websocket-protocol"], "steward.v1");
        Some(Self { socket, heard: Vec::new(), heard_at: Instant::now() })
    }

    /// A client that has nothing yet, and was brought up to date.
    pub async fn start(address: impl Display, token: &str) -> Self {
        let mut client = Self::open(address).await;
        client.hello(token, json!([])).await;
        client.until("synced").await;
        client
    }

    /// Sends a frame.
    pub async fn say(&mut self, frame: Value) {
        self.say_raw(Message::text(frame.to_string())).await;
    }

    /// Sends anything; the other side may be gone.
    pub async fn say_raw(&mut self, message: Message) {
        drop(self.socket.send(message).await);
    }

    /// Writes bytes past the rules of WebSocket: what a broken or hostile client does.
    pub async fn say_bytes(&mut self, bytes: &[u8]) {
        let MaybeTlsStream::Plain(stream) = self.socket.get_mut() else { panic!("tests use no TLS") };
        stream.write_all(bytes).await.unwrap();
    }

    /// Says hello.
    pub async fn hello(&mut self, token: &str, positions: Value) {
        self.hello_of(token, None, positions).await;
    }

    /// The same as a client that knows this life of the store.
    pub async fn hello_of(&mut self, token: &str, epoch: Option<&Value>, positions: Value) {
        let mut hello = json!({ "type": "hello", "token": token, "device": "test", "positions": positions });
        if let Some(epoch) = epoch {
            hello["epoch"] = epoch.clone();
        }
        self.say(hello).await;
    }

    /// Sends a text and returns its client id.
    pub async fn send(&mut self, conversation: Uuid, text: &str) -> Uuid {
        let client_id = Uuid::new_v4();
        self.say(send(client_id, conversation, text)).await;
        client_id
    }

    /// The next frame; pings are answered and passed over.
    pub async fn next(&mut self) -> Value {
        match self.next_or_close().await {
            Ok(frame) => frame,
            Err(code) => panic!("closed with {code:?} after {:#?}", self.heard),
        }
    }

    /// The next frame, or the code of the close.
    pub async fn next_or_close(&mut self) -> Result<Value, Option<u16>> {
        let next = tokio::time::timeout(DEADLINE, self.next_or_silence()).await;
        next.unwrap_or_else(|_| panic!("nothing came after {:#?}", self.heard))
    }

    /// The same, however long nothing comes.
    pub async fn next_or_silence(&mut self) -> Result<Value, Option<u16>> {
        loop {
            match self.socket.next().await {
                Some(Ok(Message::Text(text))) => {
                    self.heard_at = Instant::now();
                    let frame: Value = serde_json::from_str(&text).unwrap();
                    if frame["type"] == "ping" {
                        self.say(json!({ "type": "pong" })).await;
                        continue;
                    }
                    self.heard.push(frame.clone());
                    return Ok(frame);
                }
                Some(Ok(Message::Close(close))) => return Err(close.map(|close| close.code.into())),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Err(None),
            }
        }
    }

    /// Waits for a ping, and answers it; everything else is passed over.
    pub async fn heard_ping(&mut self) -> Value {
        loop {
            let message = tokio::time::timeout(DEADLINE, self.socket.next()).await.expect("a ping comes");
            let Some(Ok(Message::Text(text))) = message else { panic!("{message:?} instead of a ping") };
            let frame: Value = serde_json::from_str(&text).unwrap();
            if frame["type"] == "ping" {
                self.say(json!({ "type": "pong" })).await;
                return frame;
            }
            self.heard.push(frame);
        }
    }

    /// The code with which the server closes a client that reads, but says nothing, not even in answer to a ping.
    pub async fn closed_in_silence(&mut self) -> Option<u16> {
        loop {
            match tokio::time::timeout(DEADLINE, self.socket.next()).await.expect("something comes") {
                Some(Ok(Message::Close(close))) => return close.map(|close| close.code.into()),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return None,
            }
        }
    }

    /// The next frame of a type; others are passed over.
    pub async fn until(&mut self, kind: &str) -> Value {
        self.until_frame(|frame| frame["type"] == kind).await
    }

    /// The next frame that is meant; others are passed over.
    pub async fn until_frame(&mut self, is_meant: impl Fn(&Value) -> bool) -> Value {
        loop {
            let frame = self.next().await;
            if is_meant(&frame) {
                return frame;
            }
        }
    }

    /// The code with which the server closes; frames before it are kept in `heard`.
    pub async fn closed(&mut self) -> Option<u16> {
        loop {
            if let Err(code) = self.next_or_close().await {
                return code;
            }
        }
    }

    /// The frames of a type that come until a `pong`-like answer proves that nothing else is on its way.
    pub async fn settle(&mut self) -> Vec<Value> {
        let start = self.heard.len();
        self.say(json!({ "type": "wave" })).await;
        self.until_frame(|frame| frame["code"] == "unknown").await;
        let end = self.heard.len() - 1;
        self.heard[start..end].to_vec()
    }
}

/// A `send` frame with a text.
pub fn send(client_id: Uuid, conversation: Uuid, text: &str) -> Value {
    json!({
        "type": "send",
        "client_id": client_id,
        "conversation": conversation,
        "body": { "kind": "text", "text": text },
    })
}
