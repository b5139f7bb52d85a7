//! A stampede: very many ask within seconds, five of staff with three conversations each help, and the server is killed
//! in the middle. The written order is kept, nobody has more than three, nobody is lost, no place gets worse but for
//! somebody critical.
//!
//! `STAMPEDE=1000 cargo test -p journeys --test stampede` is the whole of it; otherwise it is smaller.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use journeys::people::{PASSWORD, uuid};
use journeys::{Person, Steward, eventually};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until};
use uuid::Uuid;

/// Requests, unless `STAMPEDE` says how many.
const REQUESTS: u32 = 150;
/// Requests a second.
const RATE: u32 = 100;
/// Members of staff, and conversations that each has at most.
const STAFF: (usize, usize) = (5, 3);
/// One in so many is critical.
const CRITICAL: u32 = 25;
/// One in so many looks at the place.
const LOOKING: u32 = 5;
/// How often somebody looks again, or tries again where the server is away.
const AGAIN: Duration = Duration::from_millis(100);
/// How much may pass on a busy machine between looking at the queue and noting who was taken: whoever came meanwhile was
/// not seen.
const DECIDING: Duration = Duration::from_secs(1);
/// Everybody counts as verified: whether guests come in a rush decides about places, too, and has tests of its own.
const SETTINGS: [(&str, &str); 1] = [("MESSENGER_GUEST_REQUESTS", "1000000")];

/// Somebody who asked.
struct Asked {
    request: Uuid,
    /// When they had the answer.
    at: DateTime<Utc>,
    /// Every place they saw, and when.
    places: Vec<(DateTime<Utc>, i64)>,
}

async fn staff(steward: &Steward) -> Vec<Person> {
    let owner = Person::sign_in(&steward.url, "owner@demo.test").await;
    let mut team = Vec::new();
    for number in 0..STAFF.0 {
        let email = format!("stampede{number}@demo.test");
        let body = json!({ "email": email, "name": format!("Staff {number}"), "password": PASSWORD, "role": "staff" });
        let added = owner.post("/auth/v1/members", body).await;
        assert_eq!(added.status, StatusCode::CREATED, "{added:?}");
        team.push(Person::sign_in(&steward.url, &email).await);
    }
    team
}

/// Asks, again and again until there is an answer; one in [`LOOKING`] then looks at the place until somebody comes.
async fn ask(guest: Person, event: Uuid, number: u32, due: Instant, over: watch::Receiver<bool>) -> Asked {
    let triage = if number % CRITICAL == CRITICAL - 1 { json!({ "danger_now": "yes" }) } else { json!({}) };
    let body =
        json!({ "event": event, "category": "other", "triage": triage, "text": format!("Help {number}") });
    sleep_until(due).await;
    let request = loop {
        match guest.try_call(Method::POST, "/messenger/v1/help-requests", body.clone()).await {
            Some(answer) if answer.status == StatusCode::CREATED => break uuid(&answer.body["id"]),
            // The answer to an earlier attempt was lost.
            Some(answer) if answer.body["code"] == "already_open" => break uuid(&answer.body["id"]),
            _ => sleep(AGAIN).await,
        }
    };
    let mut asked = Asked { request, at: Utc::now(), places: Vec::new() };
    while number.is_multiple_of(LOOKING) && !*over.borrow() {
        let shown = guest.try_get(&format!("/messenger/v1/help-requests/{request}")).await;
        match shown.filter(|shown| shown.status == StatusCode::OK) {
            // Whoever is taken while it is read has no place.
            Some(shown) if shown.body["status"] == "waiting" => {
                asked.places.extend(shown.body["place"].as_i64().map(|place| (Utc::now(), place)));
            }
            Some(_) => break,
            None => {}
        }
        sleep(AGAIN * 5).await;
    }
    asked
}

/// Helps whoever is sent until it is over; the most that there were at once.
async fn help(mut member: Person, event: Uuid, mut over: watch::Receiver<bool>) -> usize {
    let mut most = 0;
    let offer = json!({ "events": [event], "capacity": STAFF.1 });
    while !*over.borrow_and_update() {
        // Whoever is not connected shows by this that they are there.
        member.try_call(Method::PUT, "/messenger/v1/availability", offer.clone()).await;
        let open = member.try_get("/messenger/v1/conversations?status=open&limit=200").await;
        let Some(open) = open.filter(|open| open.status == StatusCode::OK) else {
            member.try_renew().await;
            sleep(AGAIN).await;
            continue;
        };
        let open = open.body["items"].as_array().expect("a list").clone();
        most = most.max(open.len());
        for conversation in &open {
            let path = format!("/messenger/v1/conversations/{}/close", conversation["id"].as_str().unwrap());
            member.try_call(Method::POST, &path, json!({ "outcome": "resolved" })).await;
        }
        if open.is_empty() {
            sleep(AGAIN / 2).await;
        }
    }
    most
}

/// Every request of the event, as the owner sees it.
async fn all(owner: &Person, event: Uuid) -> Vec<Value> {
    let (mut all, mut after) = (Vec::new(), String::new());
    loop {
        let path = format!("/messenger/v1/help-requests?event={event}&limit=200{after}");
        let page = owner.get(&path).await;
        all.extend(page.body["items"].as_array().expect("a list").clone());
        let Some(next) = page.body["next"].as_str() else { return all };
        after = format!("&after={next}");
    }
}

fn time(request: &Value, name: &str) -> DateTime<Utc> {
    request[name]
        .as_str()
        .and_then(|text| text.parse().ok())
        .unwrap_or_else(|| panic!("{request} has no {name}"))
}

/// Where a request stands: the smaller, the earlier.
fn key(request: &Value) -> (bool, DateTime<Utc>, Uuid) {
    (request["priority"] != "critical", time(request, "counts_since"), uuid(&request["id"]))
}

/// Nobody is taken before somebody who was in the queue for certain and stood before them.
fn overtaken(requests: &[Value], asked: &HashMap<Uuid, Asked>) -> Vec<String> {
    let mut wrong = Vec::new();
    for later in requests {
        for earlier in requests {
            let (taken, own) = (time(later, "taken_at"), time(earlier, "taken_at"));
            let was_there = asked.get(&uuid(&earlier["id"])).is_some_and(|asked| asked.at + DECIDING < taken);
            if was_there && key(earlier) < key(later) && taken < own {
                wrong.push(format!("{} was taken before {}", later["text"], earlier["text"]));
            }
        }
    }
    wrong
}

/// The most that one member had at once, by the times that the store knows.
fn most_at_once(requests: &[Value]) -> usize {
    let overlap = |one: &Value| {
        let at = time(one, "taken_at");
        let with = requests.iter().filter(|other| other["member"]["id"] == one["member"]["id"]);
        with.filter(|other| time(other, "taken_at") <= at && at < time(other, "closed_at")).count()
    };
    requests.iter().map(overlap).max().unwrap_or_default()
}

/// Places that got worse by more than critical requests had come meanwhile.
fn worsened(requests: &[Value], asked: &HashMap<Uuid, Asked>) -> Vec<String> {
    let critical: Vec<DateTime<Utc>> = requests
        .iter()
        .filter(|request| request["priority"] == "critical")
        .map(|request| time(request, "opened_at"))
        .collect();
    let mut wrong = Vec::new();
    for one in asked.values() {
        for pair in one.places.windows(2) {
            let ((before, from), (_, to)) = (pair[0], pair[1]);
            // A request can be opened, and not yet be seen by who reads at that moment.
            let came = critical.iter().filter(|at| **at > before - Duration::from_secs(2)).count();
            if to > from + i64::try_from(came).unwrap() {
                wrong.push(format!("{}: from place {from} to {to}", one.request));
            }
        }
    }
    wrong
}

#[tokio::test]
async fn a_stampede_is_helped_in_order_though_the_server_dies_in_the_middle() {
    let count = std::env::var("STAMPEDE").ok().and_then(|text| text.parse().ok()).unwrap_or(REQUESTS);
    let mut steward = Steward::start_with(&SETTINGS).await;
    let owner = Person::sign_in(&steward.url, "owner@demo.test").await;
    let event = uuid(&owner.event().await["id"]);
    let team = staff(&steward).await;
    let (end, over) = watch::channel(false);
    let url: Arc<str> = steward.url.as_str().into();
    let http = reqwest::Client::new();
    let mut guests = Vec::new();
    for number in 0..count {
        guests.push(Person::guest_over(&http, &url, &format!("Guest {number}")).await);
    }

    let began = Instant::now();
    let mut asking = JoinSet::new();
    for (number, guest) in (0..count).zip(guests) {
        let due = began + Duration::from_secs(1) * number / RATE;
        asking.spawn(ask(guest, event, number, due, over.clone()));
    }
    // A queue forms before anybody is there.
    let middle = Duration::from_secs(1) * count / RATE / 2;
    sleep(middle / 2).await;
    let mut helping = JoinSet::new();
    for member in team {
        helping.spawn(help(member, event, over.clone()));
    }
    sleep_until(began + middle).await;
    steward.kill().await;
    steward.start_again_with(&SETTINGS).await;

    let asked: HashMap<Uuid, Asked> =
        asking.join_all().await.into_iter().map(|asked| (asked.request, asked)).collect();
    assert_eq!(asked.len(), usize::try_from(count).unwrap(), "everybody has a request of their own");
    let requests = eventually("everybody was helped", async || {
        let all = all(&owner, event).await;
        all.iter().all(|request| request["status"] == "closed").then_some(all)
    })
    .await;
    end.send(true).unwrap();
    let most = helping.join_all().await.into_iter().max();
    assert_eq!(requests.iter().filter(|one| asked.contains_key(&uuid(&one["id"]))).count(), asked.len());
    assert!(
        most <= Some(STAFF.1) && most_at_once(&requests) <= STAFF.1,
        "{most:?}, {}",
        most_at_once(&requests)
    );
    assert_eq!(overtaken(&requests, &asked), Vec::<String>::new());
    assert_eq!(worsened(&requests, &asked), Vec::<String>::new());
    assert!(asked.values().any(|one| one.places.len() > 1), "somebody waited and saw it");
}
