//! The worst network of the year, between phones and the load balancer, and between nodes and what they need.

use std::time::Duration;

use faults::cluster::Venue;
use faults::proxy::Weather;
use faults::{Cluster, Crowd, Proxy, Report, found};
use journeys::phone::Phone;
use journeys::{Client, Person, within};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};
use uuid::Uuid;

const PAUSE: Duration = Duration::from_millis(500);

/// People whose phones reach Steward over a line of their own.
async fn over_a_line(fault: &str, people: usize, disturb: impl AsyncFnOnce(&Proxy, &Cluster)) -> Report {
    let cluster = Cluster::start().await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, people).await;
    let balancer = cluster.url.trim_start_matches("http://").parse().expect("an address");
    let line = Proxy::start(balancer).await;
    let report = crowd
        .talk_through(&format!("http://{}", line.address), PAUSE, async || {
            sleep(Duration::from_secs(1)).await;
            disturb(&line, &cluster).await;
            line.set(Weather::default());
        })
        .await;
    report.print(fault);
    report
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute: make faults"]
async fn asking_for_help_and_a_text_over_400_kbit_400_ms_and_5_percent_loss() {
    // 400 ms there and back.
    let poor = Weather::poor(Duration::from_millis(200), 0.05, 400);
    let cluster = Cluster::start().await;
    let venue = cluster.venue().await;
    let line = Proxy::start(cluster.url.trim_start_matches("http://").parse().expect("an address")).await;
    let mut guests = Vec::new();
    for number in 0..20 {
        let guest = Person::guest(&venue.url, &format!("Guest {number}")).await;
        guests.push(guest.at(&format!("http://{}", line.address)));
    }
    line.set(poor);
    let mut people = JoinSet::new();
    for guest in guests {
        let event = venue.event;
        people.spawn(async move {
            let began = Instant::now();
            let (_, conversation) = guest.ask(event, "I need help").await;
            (guest, conversation, began.elapsed())
        });
    }
    let (mut asks, mut texts) = (Vec::new(), Vec::new());
    let mut writing = JoinSet::new();
    while let Some(asked) = people.join_next().await {
        let (guest, conversation, took) = asked.expect("they are heard");
        asks.push(took);
        writing.spawn(async move {
            let mut phone = Phone::new(&guest, conversation, 1);
            phone.write_until(Instant::now() + Duration::from_secs(10), PAUSE).await;
            let errors = phone.history.errors_at_end(&guest.stored(conversation).await);
            assert_eq!(errors, Vec::<String>::new());
            phone.slowest
        });
    }
    while let Some(slowest) = writing.join_next().await {
        texts.push(slowest.expect("all is acknowledged"));
    }
    asks.sort_unstable();
    texts.sort_unstable();
    println!(
        "400 kbit/s, 400 ms, 5 % loss: 20 people asked for help and were answered after {:.1?} to {:.1?}; the slowest \
         text of each was acknowledged after {:.1?} to {:.1?}",
        asks[0], asks[19], texts[0], texts[19]
    );
    assert!(asks[19] <= Duration::from_secs(10), "{asks:?}");
    assert!(texts[19] <= Duration::from_secs(5), "{texts:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute: make faults"]
async fn writing_over_64_kbit_600_ms_and_5_percent_loss() {
    let awful = Weather::poor(Duration::from_millis(300), 0.05, 64);
    let report = over_a_line("64 kbit/s, 600 ms, 5 % loss", 1, async |line, _| {
        line.set(awful);
        line.reset();
        sleep(Duration::from_secs(20)).await;
    })
    .await;
    assert!(report.slowest < Duration::from_secs(10), "{:?}", report.slowest);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute: make faults"]
async fn connections_are_reset_again_and_again() {
    let report = over_a_line("20 resets of every connection", 30, async |line, _| {
        for _ in 0..20 {
            sleep(Duration::from_millis(500)).await;
            line.reset();
        }
    })
    .await;
    assert!(report.outages.len() >= 300);
    assert!(report.outage(100) < Duration::from_secs(10));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes a minute: make faults"]
async fn half_open_connections_are_noticed_within_two_heartbeats() {
    let report = over_a_line("every line cut silently for 50 s", 20, async |line, _| {
        line.set(Weather::cut());
        sleep(Duration::from_secs(50)).await;
    })
    .await;
    assert!(report.outage(100) < Duration::from_secs(35), "{:?}", report.outages);
}

/// A desk that is connected over a way to Steward, and takes one conversation.
async fn desk_at(desks: &mut JoinSet<()>, venue: &Venue, url: &str) -> Person {
    let staff = venue.staff().await.at(url);
    let offer = json!({ "events": [venue.event], "capacity": 1 });
    within(Duration::from_secs(30), "messenger-api knows the member", async || {
        let answer = staff.call(Method::PUT, "/messenger/v1/availability", offer.clone()).await;
        (answer.status == StatusCode::OK).then_some(())
    })
    .await;
    let mut desk = Client::start(url, &staff.token).await;
    desks.spawn(async move { while desk.next_or_silence().await.is_ok() {} });
    staff
}

/// Waits until somebody else has the request, and answers who.
async fn helper_of(guest: &Person, request: Uuid, who: &str, before: &Value) -> Value {
    let path = format!("/messenger/v1/help-requests/{request}");
    within(Duration::from_secs(90), who, async || {
        let member = guest.get(&path).await.body["member"]["id"].clone();
        (!member.is_null() && member != *before).then_some(member)
    })
    .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes two minutes: make faults"]
async fn the_lid_of_a_laptop_is_closed_and_somebody_else_goes_on() {
    let cluster = Cluster::start().await;
    let venue = cluster.venue().await;
    let line = Proxy::start(cluster.url.trim_start_matches("http://").parse().expect("an address")).await;
    let guest = Person::guest(&venue.url, "Guest").await;
    let mut desks = JoinSet::new();
    let laptop = desk_at(&mut desks, &venue, &format!("http://{}", line.address)).await;
    let (request, conversation) = guest.ask(venue.event, "I fell down the stairs").await;
    let first = helper_of(&guest, request, "the laptop", &Value::Null).await;
    let words = json!({ "client_id": Uuid::now_v7(), "body": { "kind": "text", "text": "On my way" } });
    laptop.post(&format!("/messenger/v1/conversations/{conversation}/messages"), words).await;
    desk_at(&mut desks, &venue, &venue.url).await;

    // A node that has just started gives nobody's conversations away.
    sleep(Duration::from_secs(60)).await;
    // Nobody is told: the laptop neither answers nor hangs up.
    line.set(Weather::cut());
    let closed = Instant::now();
    helper_of(&guest, request, "a colleague", &first).await;
    let took = closed.elapsed();
    found("the lid of a laptop closed", &format!("a colleague had the conversation after {took:.1?}"));
    assert!(took <= Duration::from_secs(60), "{took:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes a minute: make faults"]
async fn a_line_that_works_one_way_only() {
    for (name, weather) in [
        ("nothing from the phones arrives for 25 s", Weather { silent_up: true, ..Weather::default() }),
        ("nothing from the server arrives for 25 s", Weather { silent_down: true, ..Weather::default() }),
    ] {
        let report = over_a_line(name, 20, async |line, _| {
            line.set(weather);
            sleep(Duration::from_secs(25)).await;
        })
        .await;
        assert!(report.slowest < Duration::from_secs(45), "{:?}", report.slowest);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes a minute: make faults"]
async fn a_node_that_reaches_its_database_one_way_only() {
    let report = over_a_line("a node's way to Postgres silent one way for 25 s", 30, async |_, cluster| {
        let way = &cluster.messenger[0].to_postgres;
        way.set(Weather { silent_down: true, ..Weather::default() });
        sleep(Duration::from_secs(25)).await;
        way.set(Weather::default());
        sleep(Duration::from_secs(2)).await;
    })
    .await;
    assert!(report.slowest < Duration::from_secs(60), "{:?}", report.slowest);
}
