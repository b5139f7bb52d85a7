//! A crowd: many people who write all the while, a desk that reads all of it, and at the end the proof that nothing was
//! lost, doubled or reordered, and that everybody saw the same.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use journeys::desk::Desk;
use journeys::history::Stored;
use journeys::people::uuid;
use journeys::phone::Phone;
use journeys::{Person, eventually};
use reqwest::StatusCode;
use serde_json::json;
use tokio::task::JoinSet;
use tokio::time::Instant;
use uuid::Uuid;

use crate::cluster::Venue;
use crate::findings::found;

/// Calls under way at once while people gather.
const AT_ONCE: usize = 8;

/// People in conversations with one member of staff.
#[derive(Debug)]
pub struct Crowd {
    /// Each guest with their conversation.
    pub people: Vec<(Person, Uuid)>,
    /// Who helps them all.
    pub staff: Person,
    url: String,
}

/// What a crowd lived through.
#[derive(Debug, Default)]
pub struct Report {
    /// Messages that were acknowledged.
    pub acknowledged: usize,
    /// Refusals by code; all of them said to try again, since everything was acknowledged in the end.
    pub refused: BTreeMap<String, usize>,
    /// The same of the desk that reads all conversations.
    pub desk_outages: Vec<Duration>,
    /// How long each loss of a connection lasted, until the phone was in sync again; shortest first.
    pub outages: Vec<Duration>,
    /// Clients whose histories were checked.
    pub readers: usize,
    /// How often phones were told that the store went back in time.
    pub resets: usize,
    /// The longest that somebody waited for an acknowledgement, all attempts together.
    pub slowest: Duration,
}

impl Report {
    /// The outage that so many percent did not exceed; nothing when there was none.
    pub fn outage(&self, percent: usize) -> Duration {
        let last = self.outages.len().saturating_sub(1);
        self.outages.get(last * percent / 100).copied().unwrap_or_default()
    }

    /// Says what was seen.
    pub fn print(&self, fault: &str) {
        let seen = format!(
            "{} messages acknowledged, none lost, doubled or reordered. {} connections of phones lost, half resumed \
             within {:.1?}, 99 % within {:.1?}, all within {:.1?}; those of the desk within {:.1?}. Slowest \
             acknowledgement {:.1?}. Refused and repeated: {:?}",
            self.acknowledged,
            self.outages.len(),
            self.outage(50),
            self.outage(99),
            self.outage(100),
            self.desk_outages,
            self.slowest,
            self.refused,
        );
        found(fault, &seen);
    }

    pub(crate) fn take(&mut self, phone: &Phone) {
        self.readers += 1;
        self.acknowledged += phone.history.acknowledged_count();
        self.outages.extend(&phone.outages);
        self.resets += phone.resets;
        self.slowest = self.slowest.max(phone.slowest);
        for (code, count) in &phone.refused {
            *self.refused.entry(code.clone()).or_default() += count;
        }
    }
}

impl Crowd {
    /// So many people, each of whom asked for help and is being helped by the same member of staff.
    pub async fn gather(venue: &Venue, count: usize) -> Self {
        let staff = venue.staff().await;
        eventually("messenger-api knows the member", async || {
            let body = json!({ "events": [], "capacity": 20_000 });
            let answer = staff.call(reqwest::Method::PUT, "/messenger/v1/availability", body).await;
            (answer.status == StatusCode::OK).then_some(())
        })
        .await;
        let http = reqwest::Client::new();
        let mut asking = JoinSet::new();
        let mut people = Vec::new();
        for number in 0..count {
            let (http, url, event, staff) = (http.clone(), venue.url.clone(), venue.event, staff.clone());
            asking.spawn(async move {
                let guest = Person::guest_over(&http, &url, &format!("Guest {number}")).await;
                let (request, conversation) = guest.ask(event, "I need help").await;
                let take = format!("/messenger/v1/help-requests/{request}/take");
                let answer = staff.post(&take, json!({})).await;
                assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
                (guest, conversation)
            });
            if asking.len() >= AT_ONCE {
                people.push(asking.join_next().await.expect("one is under way").expect("it asks"));
            }
        }
        people.extend(asking.join_all().await);
        Self { people, staff, url: venue.url.clone() }
    }

    /// Lets everybody write, each with this pause, for as long as `disturb` takes and two seconds more; waits until
    /// everything is acknowledged and read; then checks every history against what is stored.
    pub async fn talk_while(&self, pause: Duration, disturb: impl AsyncFnOnce()) -> Report {
        self.talk_through(&self.url.clone(), pause, disturb).await
    }

    /// The same with phones that connect to this address.
    pub async fn talk_through(&self, url: &str, pause: Duration, disturb: impl AsyncFnOnce()) -> Report {
        let (ending, end) = tokio::sync::watch::channel(None::<Instant>);
        let mut phones = JoinSet::new();
        let mut positions = Vec::new();
        for (person, conversation) in &self.people {
            let position = self.position(person, *conversation).await;
            let mut phone = Phone::new(&person.at(url), *conversation, position);
            let mut end = end.clone();
            positions.push((*conversation, position));
            phones.spawn(async move {
                phone.write_while(&mut end, pause).await;
                phone
            });
        }
        let (wanting, wanted) = tokio::sync::watch::channel(None);
        let desk = tokio::spawn(Desk::new(&self.staff.at(&self.url), &positions).read_until(wanted));
        disturb().await;
        ending.send_replace(Some(Instant::now() + Duration::from_secs(2)));
        let phones = phones.join_all().await;
        let mut stored = HashMap::new();
        for (person, conversation) in &self.people {
            stored.insert(*conversation, person.stored_patiently(*conversation).await);
        }
        wanting.send_replace(Some(stored.iter().map(|(id, messages)| (*id, messages.len())).collect()));
        let desk = desk.await.expect("the desk reads everything");
        check(&stored, &phones, &desk)
    }

    async fn position(&self, person: &Person, conversation: Uuid) -> i64 {
        let answer = person.get(&format!("/messenger/v1/conversations/{conversation}")).await;
        assert_eq!(uuid(&answer.body["id"]), conversation, "{answer:?}");
        answer.body["last_seq"].as_i64().expect("a number")
    }
}

fn check(stored: &HashMap<Uuid, Vec<Stored>>, phones: &[Phone], desk: &Desk) -> Report {
    let mut report = Report { desk_outages: desk.outages.clone(), ..Report::default() };
    for phone in phones {
        let messages = &stored[&phone.conversation];
        assert_eq!(phone.history.errors_at_end(messages), Vec::<String>::new(), "of {}", phone.person.id);
        report.take(phone);
    }
    for (conversation, history) in &desk.histories {
        assert_eq!(history.errors_at_end(&stored[conversation]), Vec::<String>::new(), "of the desk");
    }
    report.outages.sort_unstable();
    assert!(report.acknowledged > 0, "nobody wrote");
    report
}
