//! Pairs of a guest and the member who helps them: both write, both read, and both may be harmed.

use std::sync::Arc;
use std::time::Duration;

use journeys::Person;
use journeys::mischief::Mischief;
use journeys::phone::Phone;
use journeys::pulse::Pulse;
use reqwest::{Method, StatusCode};
use serde_json::json;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};
use uuid::Uuid;

use crate::cluster::Venue;
use crate::{Cluster, Proxy, Report};

/// Pairs that gather at once.
const AT_ONCE: usize = 4;
/// How long a member takes at most to be known to messenger-api.
const KNOWN_WITHIN: Duration = Duration::from_secs(30);
/// Harm that may wait for a phone.
const WAITING: usize = 4;

/// A guest, the member who helps them, and their conversation.
type Pair = (Person, Person, Uuid);

/// Pairs in conversations.
#[derive(Debug)]
pub struct Pairs(Vec<Pair>);

/// People who write.
#[derive(Debug)]
pub struct Writing {
    /// When they end.
    pub end: watch::Sender<Option<Instant>>,
    /// What can be done to each.
    pub mischief: Vec<mpsc::Sender<Mischief>>,
    phones: JoinSet<Phone>,
}

async fn until_known(member: &Person) {
    let body = json!({ "events": [], "capacity": 1 });
    while member.call(Method::PUT, "/messenger/v1/availability", body.clone()).await.status != StatusCode::OK
    {
        sleep(Duration::from_millis(50)).await;
    }
}

async fn pair(venue: Arc<Venue>, http: reqwest::Client, number: usize) -> Pair {
    let member = venue.staff().await;
    timeout(KNOWN_WITHIN, until_known(&member)).await.expect("messenger-api knows the member");
    let guest = Person::guest_over(&http, &venue.url, &format!("Guest {number}")).await;
    let (request, conversation) = guest.ask(venue.event, "I need help").await;
    let answer = member.post(&format!("/messenger/v1/help-requests/{request}/take"), json!({})).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    (guest, member, conversation)
}

impl Pairs {
    /// So many, who found each other as people do.
    pub async fn gather(cluster: &Cluster, count: usize) -> Self {
        let (venue, http) = (Arc::new(cluster.venue().await), reqwest::Client::new());
        let (mut gathering, mut pairs) = (JoinSet::new(), Vec::new());
        for number in 0..count {
            gathering.spawn(pair(Arc::clone(&venue), http.clone(), number));
            if gathering.len() >= AT_ONCE {
                pairs.push(gathering.join_next().await.expect("one is under way").expect("it is found"));
            }
        }
        pairs.extend(gathering.join_all().await);
        Self(pairs)
    }

    /// Lets everybody write from now on, spread over these lines.
    pub fn write(self, lines: &[Proxy], pause: Duration, pulse: &Arc<Pulse>) -> Writing {
        let end = watch::Sender::new(None);
        let (mut mischief, mut phones) = (Vec::new(), JoinSet::new());
        for (number, (guest, member, conversation)) in self.0.into_iter().enumerate() {
            for (person, line) in [(guest, number), (member, number + lines.len() / 2)] {
                let url = format!("http://{}", lines[line % lines.len()].address);
                let (harm, harmed) = mpsc::channel(WAITING);
                mischief.push(harm);
                let phone = Phone::new(&person.at(&url), conversation, 1);
                let mut phone = phone.suffering(harmed, Arc::clone(pulse));
                let mut end = end.subscribe();
                phones.spawn(async move {
                    phone.write_while(&mut end, pause).await;
                    phone
                });
            }
        }
        Writing { end, mischief, phones }
    }
}

impl Writing {
    /// Waits until everybody has everything, and checks what they saw against what is stored, one conversation after
    /// the other.
    pub async fn check(self) -> Report {
        drop(self.mischief);
        let mut phones = self.phones.join_all().await;
        phones.sort_by_key(|phone| phone.conversation);
        let mut report = Report::default();
        for pair in phones.chunks_mut(2) {
            pair[0].person.try_renew().await;
            let stored = pair[0].person.stored_patiently(pair[0].conversation).await;
            let head = stored.last().map_or(0, |message| message.seq);
            for phone in pair {
                phone.read_until(head).await;
                assert_eq!(
                    phone.history.errors_at_end(&stored),
                    Vec::<String>::new(),
                    "of {}",
                    phone.person.id
                );
                report.take(phone);
            }
        }
        report.outages.sort_unstable();
        report
    }
}
