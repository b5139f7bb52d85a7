//! What travels on the bus: a small header and a frame that was encoded once.

use axum::extract::ws::Utf8Bytes;
use bytes::{Buf, BufMut, Bytes, BytesMut};
use uuid::Uuid;

use super::frames::ServerFrame;
use crate::messages::model::Message;

/// Bytes before the frame: number and origin.
const HEADER: usize = 8 + 16;
/// The number of frames that are not messages.
const EPHEMERAL: i64 = 0;

/// A frame on its way to every listener of a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// Number of the message; none for what is not stored.
    pub seq: Option<i64>,
    /// The connection it came from, which gets no copy.
    pub origin: Uuid,
    /// The encoded frame.
    pub frame: Utf8Bytes,
}

impl Publication {
    /// A stored message.
    pub fn message(message: &Message, origin: Uuid) -> Bytes {
        encode(message.seq, origin, &ServerFrame::Message(message))
    }

    /// Something that is not stored.
    pub fn ephemeral(frame: &ServerFrame<'_>, origin: Uuid) -> Bytes {
        encode(EPHEMERAL, origin, frame)
    }

    /// Reads what arrived; none when it is damaged.
    pub fn decode(mut payload: Bytes) -> Option<Self> {
        if payload.len() < HEADER {
            return None;
        }
        let seq = payload.get_i64_le();
        let origin = Uuid::from_u128(payload.get_u128_le());
        let frame = Utf8Bytes::try_from(payload).ok()?;
        Some(Self { seq: (seq != EPHEMERAL).then_some(seq), origin, frame })
    }
}

fn encode(seq: i64, origin: Uuid, frame: &ServerFrame<'_>) -> Bytes {
    let mut payload = BytesMut::with_capacity(512);
    payload.put_i64_le(seq);
    payload.put_u128_le(origin.as_u128());
    let mut writer = payload.writer();
    // Writing into memory cannot fail.
    if serde_json::to_writer(&mut writer, frame).is_err() {
        return Bytes::new();
    }
    writer.into_inner().freeze()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn survives_the_bus() {
        let origin = Uuid::now_v7();
        let payload = Publication::ephemeral(&ServerFrame::Ping { heartbeat_s: None }, origin);
        let publication = Publication::decode(payload).unwrap();
        assert_eq!(publication, Publication { seq: None, origin, frame: r#"{"type":"ping"}"#.into() });
        assert_eq!(Publication::decode(Bytes::from_static(b"short")), None);
    }
}
