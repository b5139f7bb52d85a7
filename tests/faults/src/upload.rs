//! A phone that uploads a photo as the phone app does: in pieces, each from where the server says that it stopped.

use std::io::Cursor;
use std::time::Duration;

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};
use journeys::{Answer, Person};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::time::{Instant, sleep, timeout};
use uuid::Uuid;

/// The pieces of the phone app: what it begins with, and what they may shrink and grow to.
const FIRST_PIECE: usize = 32 * 1024;
const SMALLEST_PIECE: usize = 8 * 1024;
const LARGEST_PIECE: usize = 256 * 1024;
/// A piece that took less than this is followed by a larger one.
const QUICK: Duration = Duration::from_secs(2);
/// How long the phone app waits for an answer.
const CALL: Duration = Duration::from_secs(20);
/// Pause after a break.
const PAUSE: Duration = Duration::from_millis(200);
/// How long a photo may take at the most, whatever happens.
const PATIENCE: Duration = Duration::from_secs(300);

/// A photo on its way.
#[derive(Debug)]
pub struct Upload {
    /// Which attachment it becomes.
    pub id: Uuid,
    /// Its bytes.
    pub file: Vec<u8>,
    /// How many bytes the server said it has.
    pub arrived: watch::Sender<usize>,
    /// How many bytes were sent, those that were lost on the way included.
    pub sent: usize,
    /// How often it broke off.
    pub breaks: watch::Sender<usize>,
    /// The largest piece that was sent.
    pub largest: usize,
    piece: usize,
}

/// A photo as a phone would send it: about 150 KB that cannot be made smaller.
pub fn photo() -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    let noise = RgbImage::from_fn(320, 320, |_, _| Rgb(rand::random::<[u8; 3]>()));
    JpegEncoder::new_with_quality(&mut file, 80).encode_image(&noise).expect("a picture");
    file.into_inner()
}

impl Upload {
    /// A photo that is to be uploaded.
    pub fn of(file: Vec<u8>) -> Self {
        let (arrived, breaks) = (watch::Sender::new(0), watch::Sender::new(0));
        Self { id: Uuid::now_v7(), file, arrived, sent: 0, breaks, largest: 0, piece: FIRST_PIECE }
    }

    /// Uploads it, however often that breaks off, and sends it: the message, as it was answered.
    pub async fn send(&mut self, person: &Person, conversation: Uuid) -> Value {
        let state = timeout(PATIENCE, self.whole(person, conversation)).await.expect("it arrives");
        let photo = json!({ "id": self.id, "width": state["width"], "height": state["height"] });
        let body = json!({ "kind": "photo", "attachments": [photo] });
        let message = json!({ "client_id": Uuid::new_v4(), "body": body });
        let path = format!("/messenger/v1/conversations/{conversation}/messages");
        loop {
            match answered(person.try_call(Method::POST, &path, message.clone())).await {
                Some(answer) if answer.status.is_success() => return message,
                Some(answer) => panic!("{answer:?}"),
                None => sleep(PAUSE).await,
            }
        }
    }

    async fn whole(&mut self, person: &Person, conversation: Uuid) -> Value {
        loop {
            if let Some(state) = self.attempt(person, conversation).await {
                return state;
            }
            self.breaks.send_modify(|breaks| *breaks += 1);
            self.piece = (self.piece / 2).max(SMALLEST_PIECE);
            sleep(PAUSE).await;
        }
    }

    /// Goes on where it stopped; nothing when it breaks off.
    async fn attempt(&mut self, person: &Person, conversation: Uuid) -> Option<Value> {
        let announcement = json!({ "id": self.id, "conversation": conversation, "kind": "photo",
            "bytes": self.file.len(), "media_type": "image/jpeg" });
        let announcing = person.try_call(Method::POST, "/messenger/v1/attachments", announcement);
        let mut state = answered(announcing).await?.body;
        while state["finished"] != json!(true) {
            let offset = state["offset"].as_u64().and_then(|bytes| usize::try_from(bytes).ok());
            let offset = offset.expect("a number of bytes");
            assert!(offset >= *self.arrived.borrow(), "what the server had is lost: it says {offset}");
            self.arrived.send_replace(offset);
            let end = self.file.len().min(offset + self.piece);
            self.sent += end - offset;
            self.largest = self.largest.max(end - offset);
            let began = Instant::now();
            state = answered(person.try_append(self.id, offset, &self.file[offset..end])).await?.body;
            if began.elapsed() < QUICK {
                self.piece = (self.piece * 2).min(LARGEST_PIECE);
            }
        }
        self.arrived.send_replace(self.file.len());
        Some(state)
    }
}

/// An answer; nothing when none came in time, or when Steward said to try again.
async fn answered(call: impl Future<Output = Option<Answer>>) -> Option<Answer> {
    let answer = timeout(CALL, call).await.ok()??;
    let is_for_now = answer.status.is_server_error() || answer.status == StatusCode::TOO_MANY_REQUESTS;
    let is_elsewhere = answer.body["code"] == json!("offset");
    assert!(is_for_now || is_elsewhere || answer.status.is_success(), "{answer:?}");
    (!is_for_now).then_some(answer)
}
