//! Nodes that leave, die, freeze or run out of something.

use std::time::Duration;

use faults::{Cluster, Crowd, Shape, found};
use journeys::{Client, eventually};
use nix::sys::signal::Signal;
use serde_json::json;
use tokio::time::sleep;

/// How often each person writes.
const PAUSE: Duration = Duration::from_millis(200);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rolling_restart_of_everything_is_noticed_by_nobody() {
    let mut cluster = Cluster::start_as(Shape::two_of_each()).await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, 30).await;
    let calls = Calls::start(&crowd, venue.event);
    let report = crowd
        .talk_while(PAUSE, async || {
            for nodes in [&mut cluster.auth, &mut cluster.core, &mut cluster.messenger] {
                for node in nodes {
                    assert!(node.roll().await, "it ends in order");
                }
            }
        })
        .await;
    let answered = calls.stop().await;
    report.print("rolling restart");
    found("rolling restart", &format!("{answered} calls over HTTP, all answered"));
    assert!(report.refused.is_empty(), "no send failed: {:?}", report.refused);
    assert!(report.outages.len() >= 30, "everybody was sent elsewhere: {}", report.outages.len());
    assert!(report.outage(50) < Duration::from_secs(5));
    assert!(report.outage(100) < Duration::from_secs(35));
}

/// Calls of all services, one after the other, until told to stop: none may fail.
struct Calls {
    stop: tokio::sync::watch::Sender<bool>,
    calling: tokio::task::JoinHandle<usize>,
}

impl Calls {
    fn start(crowd: &Crowd, event: uuid::Uuid) -> Self {
        let (stop, stopped) = tokio::sync::watch::channel(false);
        let (guest, conversation) = crowd.people[0].clone();
        let staff = crowd.staff.clone();
        let calling = tokio::spawn(async move {
            let mut answered = 0;
            while !*stopped.borrow() {
                let newcomer = journeys::Person::guest(guest.url(), "Newcomer").await;
                let (request, _) = newcomer.ask(event, "I need help").await;
                for (person, path) in [
                    (&guest, format!("/messenger/v1/conversations/{conversation}")),
                    (&newcomer, format!("/messenger/v1/help-requests/{request}")),
                    (&staff, format!("/core/v1/events/{event}")),
                    (&staff, format!("/core/v1/public/events/{event}")),
                    (&staff, "/auth/v1/me".to_owned()),
                ] {
                    let answer = person.get(&path).await;
                    assert_eq!(answer.status, 200, "{path}: {answer:?}");
                }
                answered += 7;
                sleep(Duration::from_millis(20)).await;
            }
            answered
        });
        Self { stop, calling }
    }

    async fn stop(self) -> usize {
        self.stop.send_replace(true);
        self.calling.await.expect("no call fails")
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kill_9_of_a_node_under_load() {
    let mut cluster = Cluster::start().await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, 60).await;
    let report = crowd
        .talk_while(PAUSE, async || {
            for number in [0, 1] {
                sleep(Duration::from_secs(2)).await;
                cluster.messenger[number].process.kill();
                sleep(Duration::from_secs(2)).await;
                cluster.messenger[number].start_again().await;
            }
        })
        .await;
    report.print("kill -9 of each node, one after the other");
    assert!(!report.outages.is_empty(), "it was felt");
    assert!(report.outage(100) < Duration::from_secs(35));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes over a minute: make faults"]
async fn a_node_that_is_frozen_for_a_minute() {
    let cluster = Cluster::start().await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, 60).await;
    let report = crowd
        .talk_while(PAUSE, async || {
            sleep(Duration::from_secs(2)).await;
            cluster.messenger[0].process.signal(Signal::SIGSTOP);
            sleep(Duration::from_secs(60)).await;
            cluster.messenger[0].process.signal(Signal::SIGCONT);
            sleep(Duration::from_secs(5)).await;
        })
        .await;
    report.print("a node frozen for 60 s");
    assert!(!report.outages.is_empty(), "it was felt");
    // Silence is noticed within twice the heartbeat of 20 s, then they resume elsewhere.
    assert!(report.slowest < Duration::from_secs(50), "{:?}", report.slowest);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute: make faults"]
async fn a_node_whose_descriptors_are_used_up() {
    // Few enough that a hundred connections use them up; its own connections are open by then.
    let cluster = Cluster::start().await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, 20).await;
    let node = &cluster.messenger[0];
    let report = crowd
        .talk_while(PAUSE, async || {
            sleep(Duration::from_secs(2)).await;
            node.process.limit("nofile", "150");
            let mut taken = Vec::new();
            for _ in 0..200 {
                taken.push(
                    tokio::net::TcpStream::connect(node.addresses.public).await.expect("the kernel takes it"),
                );
            }
            sleep(Duration::from_secs(4)).await;
            drop(taken);
            eventually("it answers again", async || (node.readiness().await?.0 == 200).then_some(())).await;
        })
        .await;
    report.print("a node with 150 descriptors and 200 strangers");
    assert!(report.slowest < Duration::from_secs(20), "{:?}", report.slowest);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute: make faults"]
async fn a_node_that_may_map_no_more_memory_and_then_dies() {
    let mut cluster = Cluster::start().await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, 20).await;
    let report = crowd
        .talk_while(PAUSE, async || {
            sleep(Duration::from_secs(2)).await;
            // What the system does to a process past its limit is kill -9; before that, it may get nothing more.
            let node = &mut cluster.messenger[0];
            node.process.limit("data", "1");
            let mut strangers = Vec::new();
            while node.process.runs() && strangers.len() < 2_000 {
                strangers.push(tokio::net::TcpStream::connect(node.addresses.public).await);
                sleep(Duration::from_millis(5)).await;
            }
            println!("without more memory it went on: {}", node.process.runs());
            node.process.kill();
            node.start_again().await;
        })
        .await;
    report.print("a node that may map no more memory, then killed");
    assert!(report.slowest < Duration::from_secs(35), "{:?}", report.slowest);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute: make faults"]
async fn a_node_that_gets_a_tenth_of_a_processor() {
    let cluster = Cluster::start().await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, 20).await;
    let report = crowd
        .talk_while(PAUSE, async || {
            // Nine tenths of the time it stands still.
            for _ in 0..100 {
                cluster.messenger[0].process.signal(Signal::SIGSTOP);
                sleep(Duration::from_millis(90)).await;
                cluster.messenger[0].process.signal(Signal::SIGCONT);
                sleep(Duration::from_millis(10)).await;
            }
        })
        .await;
    report.print("a node with a tenth of a processor for 10 s");
    assert!(report.slowest < Duration::from_secs(20), "{:?}", report.slowest);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes a minute, and wants root: make faults"]
async fn a_node_in_40_mib_with_a_thousand_sockets_that_never_read() {
    const FAULT: &str = "a node in 40 MiB with 1,000 sockets that never read";
    let settings = &[("MESSENGER_SOCKETS_PER_PERSON", "1000")];
    let mut cluster = Cluster::start_as(Shape { settings, ..Shape::default() }).await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, 20).await;
    let Some(limit) = cluster.messenger[0].start_confined(40).await else {
        return found(FAULT, "no right to limit memory here: see the node that may map no more");
    };
    let report = crowd
        .talk_while(PAUSE, async || {
            let node = &mut cluster.messenger[0];
            let mut deaf = Vec::new();
            for number in 0..1_000 {
                let Some(mut client) = Client::try_open(&node.url()).await else { break };
                client.hello(&crowd.people[number % 20].0.token, json!([])).await;
                deaf.push(client);
            }
            sleep(Duration::from_secs(5)).await;
            let lives = node.process.runs();
            let (sockets, peak) = (deaf.len(), limit.peak());
            found(FAULT, &format!("{sockets} opened, at most {peak} MiB used; it went on: {lives}"));
            node.start_again().await;
        })
        .await;
    report.print(FAULT);
    assert!(report.slowest < Duration::from_secs(35), "{:?}", report.slowest);
    cluster.messenger[0].process.kill();
}
