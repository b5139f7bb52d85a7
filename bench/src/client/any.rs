//! A socket of Steward, or of the peer that is measured beside it.

use tokio_tungstenite::tungstenite::{Error, Utf8Bytes};

use super::crowd::{Kind, Person};
use super::live::{Live, WebSocket};
use crate::error::BenchError;

/// A socket of either.
#[derive(Debug)]
pub enum AnySocket {
    /// Of Steward.
    Steward(Live),
    /// Of socket.io.
    SocketIo(WebSocket),
}

impl AnySocket {
    /// Connects somebody as the `number`th socket.
    pub async fn connect(kind: Kind, person: &Person, number: usize) -> Result<Self, BenchError> {
        match kind {
            Kind::Steward => {
                Live::start(&person.url, number, &person.token, &[], |_| ()).await.map(Self::Steward)
            }
            Kind::SocketIo => {
                let path = "/socket.io/?EIO=4&transport=websocket";
                let mut socket = WebSocket::open(&person.url, path, "", number).await?;
                // Its two greetings.
                socket.next().await?;
                socket.send("40").await?;
                socket.next().await?;
                Ok(Self::SocketIo(socket))
            }
        }
    }

    /// The next frame; heartbeats are answered.
    pub async fn next(&mut self) -> Result<Utf8Bytes, Error> {
        match self {
            Self::Steward(live) => live.next().await,
            Self::SocketIo(socket) => loop {
                let text = socket.next().await?;
                if text.as_str() != "2" {
                    return Ok(text);
                }
                socket.send("3").await?;
            },
        }
    }

    /// Sends a frame.
    pub async fn send(&mut self, text: impl Into<Utf8Bytes>) -> Result<(), Error> {
        match self {
            Self::Steward(live) => live.send(text).await,
            Self::SocketIo(socket) => socket.send(text).await,
        }
    }
}
