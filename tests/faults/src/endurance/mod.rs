//! Endurance: pairs of people who write all the while, and everything that can go wrong goes wrong, again and again and
//! together, chosen by chance from a seed. In the end every history is checked against what is stored.

mod hands;
mod pairs;
mod tally;

use std::sync::Arc;
use std::time::Duration;

use journeys::pulse::Pulse;
use rand::SeedableRng;
use rand::rngs::StdRng;
use tokio::sync::watch;
use tokio::time::{Instant, sleep};

use crate::{Cluster, Proxy, Shape};
use hands::Hand;
use pairs::Pairs;
pub use tally::Tally;

/// Lines that lead from people to Steward; each can be spoiled on its own.
const LINES: usize = 8;
/// The longest that it may take to reach the aims.
const LIMIT: Duration = Duration::from_secs(40 * 60);
/// How often it says how far it is.
const SAY: Duration = Duration::from_secs(30);

/// What is wanted of an endurance.
#[derive(Debug, Clone, Copy)]
pub struct Aim {
    /// Pairs of a guest and a member of staff, each in a conversation of their own.
    pub pairs: usize,
    /// How often each of them writes.
    pub pause: Duration,
    /// Acknowledged messages to reach; passed over when there is a time.
    pub messages: u64,
    /// Injected faults to reach; passed over when there is a time.
    pub faults: u64,
    /// How long it goes on.
    pub time: Option<Duration>,
    /// What chance begins with.
    pub seed: u64,
}

impl Aim {
    /// The same with the time of `FAULTS_SECONDS` and the seed of `FAULTS_SEED`, where they are given.
    #[must_use]
    pub fn with_settings(self) -> Self {
        let setting = |name: &str| std::env::var(name).ok().map(|text| text.parse().expect("a number"));
        let time = setting("FAULTS_SECONDS").map(Duration::from_secs).or(self.time);
        Self { time, seed: setting("FAULTS_SEED").unwrap_or(self.seed), ..self }
    }

    fn is_reached(&self, since: Instant, acknowledged: u64, faults: u64) -> bool {
        match self.time {
            Some(time) => since.elapsed() >= time,
            None => acknowledged >= self.messages && faults >= self.faults,
        }
    }
}

/// How the nodes are set: people write faster than thumbs, silence is noticed sooner, and members keep their
/// conversations while all histories are checked, when no phone is connected any more.
const SETTINGS: &[(&str, &str)] = &[
    ("MESSENGER_PARTICIPANT_SENDS", "100"),
    ("MESSENGER_PARTICIPANT_BURST", "200"),
    ("MESSENGER_MEMBER_SENDS", "100"),
    ("MESSENGER_FRAMES", "400"),
    ("MESSENGER_HEARTBEAT_SECONDS", "3"),
    ("MESSENGER_MEMBER_GONE_SECONDS", "900"),
];

/// Goes on until the aim is reached, then checks everything and says what was seen.
pub async fn endure(aim: Aim) -> Tally {
    println!("endurance: seed {}; FAULTS_SEED={} chooses the same faults again", aim.seed, aim.seed);
    let mut cluster = Cluster::start_as(Shape { messenger: 3, settings: SETTINGS, ..Shape::default() }).await;
    let balancer = cluster.url.trim_start_matches("http://").parse().expect("an address");
    let mut lines = Vec::new();
    for _ in 0..LINES {
        lines.push(Proxy::start(balancer).await);
    }
    let pairs = Pairs::gather(&cluster, aim.pairs).await;
    let (pulse, tally) = (Arc::new(Pulse::default()), Arc::new(Tally::default()));
    let people = pairs.write(&lines, aim.pause, &pulse);
    let stop = watch::Sender::new(false);
    let began = Instant::now();
    let standstill = {
        let hand = |number: u64| Hand {
            chance: StdRng::seed_from_u64(aim.seed.wrapping_mul(31).wrapping_add(number)),
            tally: Arc::clone(&tally),
            stop: stop.subscribe(),
        };
        let urls: Vec<Arc<str>> = cluster.messenger.iter().map(|node| node.url().into()).collect();
        let (near, far) = lines.split_at(LINES / 2);
        let done = || *stop.borrow();
        let (standstill, ..) = tokio::join!(
            pulse.longest_standstill(done),
            watch_over(&aim, began, &pulse, &tally, &stop),
            hands::spoil_lines(hand(0), near),
            hands::spoil_lines(hand(1), far),
            hands::harm_nodes(hand(2), &mut cluster.messenger),
            hands::harm_postgres(hand(3), &mut cluster.postgres),
            hands::harm_nats(hand(4), &mut cluster.nats),
            hands::harm_clients(hand(5), &people.mischief, &urls),
        );
        standstill
    };
    let took = began.elapsed();
    people.end.send_replace(Some(Instant::now()));
    let report = people.check().await;
    tally.print(&report, took, standstill);
    drop((lines, cluster));
    Arc::into_inner(tally).expect("nobody else counts any more").with_acknowledged(report.acknowledged)
}

/// Says how far it is, and when it is enough.
async fn watch_over(aim: &Aim, began: Instant, pulse: &Pulse, tally: &Tally, stop: &watch::Sender<bool>) {
    let mut say_at = Instant::now() + SAY;
    loop {
        sleep(Duration::from_millis(100)).await;
        let (acknowledged, faults) = (pulse.acknowledged(), tally.total());
        if aim.is_reached(began, acknowledged, faults) {
            stop.send_replace(true);
            return;
        }
        assert!(began.elapsed() < LIMIT, "only {acknowledged} messages and {faults} faults in {LIMIT:?}");
        if Instant::now() >= say_at {
            say_at += SAY;
            println!(
                "endurance: after {:.0?} {acknowledged} messages acknowledged over {faults} faults",
                began.elapsed()
            );
        }
    }
}
