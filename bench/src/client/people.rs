//! The people of a measurement, made over HTTP as the apps would.

use futures_util::{Stream, StreamExt, TryStreamExt, stream};
use indicatif::{ProgressBar, ProgressStyle};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use super::api::{Api, PASSWORD, id, text};
use crate::error::BenchError;

/// The demo's owner and event.
const OWNER: &str = "owner@demo.test";
const CODE: &str = "FEST26";
/// Calls that are under way at once.
const CALLS: usize = 16;

/// The event of the measurement, with its owner.
#[derive(Debug, Clone)]
pub struct Venue {
    /// Calls of the first node.
    pub api: Api,
    /// Token of the organization's owner.
    pub owner: String,
    /// The event.
    pub event: String,
}

/// A member of staff.
#[derive(Debug, Clone)]
pub struct Staff {
    /// Access token.
    pub token: String,
}

/// A participant with a help request.
#[derive(Debug, Clone)]
pub struct Guest {
    /// Access token.
    pub token: String,
    /// The help request.
    pub request: Uuid,
    /// Its conversation.
    pub conversation: Uuid,
}

/// A conversation with a token for each side.
#[derive(Debug, Clone)]
pub struct Pair {
    /// The conversation.
    pub conversation: Uuid,
    /// Token of the participant.
    pub participant: String,
    /// What it is renewed with, once.
    pub renewal: String,
    /// Token of the member.
    pub member: String,
}

impl Venue {
    /// Finds the demo's event, and signs its owner in.
    pub async fn find(url: &str) -> Result<Self, BenchError> {
        let api = Api::at(url)?;
        let owner = api.sign_in(OWNER).await?;
        let event = api.get(&format!("/core/v1/public/events/by-code/{CODE}"), "").await?;
        Ok(Self { api, owner, event: text(&event, "id") })
    }

    /// Makes a member of staff who takes so many conversations, pushed or by hand only.
    pub async fn staff(&self, capacity: usize, pushed: bool) -> Result<Staff, BenchError> {
        let email = format!("bench-{}@example.org", Uuid::now_v7().simple());
        let body = json!({ "email": email, "name": "Bench", "password": PASSWORD, "role": "staff" });
        self.api.post("/auth/v1/members", &self.owner, &body).await?;
        let staff = Staff { token: self.api.sign_in(&email).await? };
        self.offer(&staff, capacity, pushed).await?;
        Ok(staff)
    }

    /// Sets a member's availability.
    pub async fn offer(&self, staff: &Staff, capacity: usize, pushed: bool) -> Result<(), BenchError> {
        let events: Vec<&str> = if pushed { vec![&self.event] } else { Vec::new() };
        let offer = json!({ "events": events, "capacity": capacity });
        self.api.call(Method::PUT, "/messenger/v1/availability", &staff.token, &offer).await?;
        Ok(())
    }

    /// A guest's access token.
    pub async fn guest(&self) -> Result<String, BenchError> {
        Ok(self.new_guest().await?.0)
    }

    /// A guest's access token, and what it is renewed with.
    async fn new_guest(&self) -> Result<(String, String), BenchError> {
        let guest = json!({ "device": "bench", "name": "Bench" });
        let guest = self.api.post("/auth/v1/guests", "", &guest).await?;
        Ok((text(&guest, "access_token"), text(&guest, "refresh_token")))
    }

    /// Access tokens of guests who have not asked for anything.
    pub async fn lookers(&self, count: usize) -> Result<Vec<String>, BenchError> {
        let coming = (0..count).map(|_| self.guest());
        gathered(stream::iter(coming).buffer_unordered(CALLS), count, "guests").await
    }

    /// Asks for help as a guest.
    pub async fn ask(&self, token: String, is_critical: bool) -> Result<Guest, BenchError> {
        let triage = if is_critical { json!({ "danger_now": "yes" }) } else { json!({}) };
        let asked = json!({ "event": self.event, "category": "other", "triage": triage, "text": "0 bench" });
        let asked = self.api.post("/messenger/v1/help-requests", &token, &asked).await?;
        Ok(Guest { token, request: id(&asked, "id"), conversation: id(&asked, "conversation") })
    }

    /// Takes a request by hand.
    pub async fn take(&self, staff: &Staff, guest: &Guest) -> Result<(), BenchError> {
        let path = format!("/messenger/v1/help-requests/{}/take", guest.request);
        self.api.post(&path, &staff.token, &Value::Null).await?;
        Ok(())
    }

    /// Guests, each with a help request that waits.
    pub async fn guests(&self, count: usize) -> Result<Vec<Guest>, BenchError> {
        let asking = (0..count).map(|_| async { self.ask(self.guest().await?, false).await });
        gathered(stream::iter(asking).buffer_unordered(CALLS), count, "guests").await
    }

    /// Pairs of a guest and a member, each in a conversation of its own. Members cost two password hashes each,
    /// which is what making pairs spends its time on. All of them come first: whoever has taken somebody, and gives no
    /// sign for 45 s, has vanished.
    pub async fn pairs(&self, count: usize) -> Result<Vec<Pair>, BenchError> {
        let coming = (0..count).map(|_| self.staff(1, false));
        let staff = gathered(stream::iter(coming).buffer_unordered(CALLS), count, "members").await?;
        let making = staff.into_iter().map(|staff| async move {
            let (token, renewal) = self.new_guest().await?;
            let guest = self.ask(token, false).await?;
            self.take(&staff, &guest).await?;
            let conversation = guest.conversation;
            Ok(Pair { conversation, participant: guest.token, renewal, member: staff.token })
        });
        gathered(stream::iter(making).buffer_unordered(CALLS), count, "conversations").await
    }
}

/// Collects what is made, with a progress bar; the first failure ends it.
pub async fn gathered<T>(
    made: impl Stream<Item = Result<T, BenchError>>,
    count: usize,
    what: &'static str,
) -> Result<Vec<T>, BenchError> {
    let bar = bar(count, what);
    let all = made.inspect(|_| bar.inc(1)).try_collect().await;
    bar.finish_and_clear();
    all
}

/// A progress bar.
pub fn bar(length: usize, what: &'static str) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg:>14} {wide_bar} {pos}/{len} {eta}");
    let bar = ProgressBar::new(length as u64).with_message(what);
    style.map_or_else(|_| bar.clone(), |style| bar.clone().with_style(style))
}

/// A progress bar of seconds.
pub async fn seconds(count: u64) {
    let bar = bar(usize::try_from(count).unwrap_or(0), "seconds");
    for _ in 0..count {
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        bar.inc(1);
    }
    bar.finish_and_clear();
}
