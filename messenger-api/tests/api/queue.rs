//! The order of the queue, also when very many ask at once.

use std::collections::HashSet;

use futures_util::{StreamExt, stream};
use messenger_api::Limits;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{Answer, Person, World, eventually, uuid};

async fn open(world: &World, person: &Person, category: &str, triage: Value) -> Answer {
    let body = json!({ "event": world.event, "category": category, "text": "Help", "triage": triage });
    let answer = world.post("/help-requests", person, body).await;
    assert_eq!(answer.status, StatusCode::CREATED, "a call for help is never refused: {answer:?}");
    answer
}

/// The requests in the order in which they are taken.
async fn take_all(world: &World) -> Vec<Uuid> {
    let staff = world.staff_by_hand(1_000).await;
    let mut taken = Vec::new();
    loop {
        let next = world.post(&format!("/events/{}/queue/take", world.event), &staff, json!({})).await;
        if next.code() == "queue_empty" {
            return taken;
        }
        taken.push(uuid(&next.body["request"]["id"]));
    }
}

#[tokio::test]
async fn everybody_is_taken_in_the_order_of_their_places() {
    let world = World::start().await;
    let kinds = [
        ("lost_property", json!({}), 3),
        ("other", json!({}), 2),
        ("security", json!({}), 1),
        ("medical", json!({ "breathing_trouble": "yes" }), 0),
    ];
    let mut asked = Vec::new();
    for number in 0..16 {
        // Not in the order of their urgency, and each kind several times.
        let (category, triage, rank) = &kinds[number * 7 % 4];
        let guest = world.participant();
        let opened = open(&world, &guest, category, triage.clone()).await;
        asked.push((*rank, opened.id(), guest));
    }
    // Within a kind whoever came first is first.
    asked.sort_by_key(|(rank, ..)| *rank);
    for (place, (_, request, guest)) in (1..).zip(&asked) {
        let shown = world.get(&format!("/help-requests/{request}"), guest).await;
        assert_eq!(shown.body["place"], json!(place), "{shown:?}");
    }
    let expected: Vec<Uuid> = asked.iter().map(|(_, request, _)| *request).collect();
    assert_eq!(take_all(&world).await, expected);
}

#[tokio::test]
async fn a_long_queue_is_read_page_by_page_in_its_order() {
    let world = World::start().await;
    let staff = world.staff_by_hand(9).await;
    let mut queue = Vec::new();
    for category in ["lost_property", "other", "medical", "other", "lost_property", "medical"] {
        queue.push(open(&world, &world.participant(), category, json!({})).await.id());
    }
    let expected = [queue[2], queue[5], queue[1], queue[3], queue[0], queue[4]];
    let path = format!("/help-requests?event={}&status=waiting&order=queue&limit=2", world.event);
    let (mut listed, mut after) = (Vec::new(), String::new());
    loop {
        let page = world.get(&format!("{path}{after}"), &staff).await.body;
        listed.extend(page["items"].as_array().unwrap().iter().map(|request| uuid(&request["id"])));
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
        // Whoever stood last on the page leaves the queue meanwhile: the next page goes on all the same.
        world.take(&staff, listed[listed.len() - 1]).await;
    }
    assert_eq!(listed, expected);
    let refused = world.get("/help-requests?order=queue", &staff).await;
    assert_eq!(refused.body["errors"][0]["field"], "order", "{refused:?}");
}

#[tokio::test]
async fn a_rush_of_guests_waits_behind_the_others_but_is_never_refused() {
    let world = World::start_with(Limits { guest_requests: 2, ..Limits::default() }).await;
    let mut verified = Vec::new();
    let mut rush = Vec::new();
    while rush.len() < 2 {
        assert!(verified.len() < 100, "the bucket of the event is small");
        let guest = world.participant();
        let request = open(&world, &guest, "other", json!({})).await.id();
        let shown = world.get(&format!("/help-requests/{request}"), &guest).await;
        let list = if shown.body["unverified"] == true { &mut rush } else { &mut verified };
        list.push(request);
    }
    let account = world.registered();
    verified.push(open(&world, &account, "other", json!({})).await.id());
    let critical = open(&world, &world.participant(), "security", json!({ "weapon": "yes" })).await;
    assert_eq!(critical.body["place"], 1, "a life in danger is first in any case");
    let expected: Vec<Uuid> = std::iter::once(critical.id()).chain(verified).chain(rush).collect();
    assert_eq!(take_all(&world).await, expected);
}

/// A guest whose request counts as one of a rush; the event's bucket is used up for a moment.
async fn one_of_a_rush(world: &World, category: &str) -> Uuid {
    loop {
        let guest = world.participant();
        let request = open(world, &guest, category, json!({})).await.id();
        let shown = world.get(&format!("/help-requests/{request}"), &guest).await;
        if shown.body["unverified"] == true {
            return request;
        }
        let cancelled =
            world.call(Method::DELETE, &format!("/help-requests/{request}"), Some(&guest), None).await;
        assert_eq!(cancelled.status, StatusCode::NO_CONTENT);
    }
}

#[tokio::test]
async fn a_rush_waits_behind_its_equals_and_before_what_is_less_urgent() {
    let world = World::start_with(Limits { guest_requests: 1, ..Limits::default() }).await;
    let lost = open(&world, &world.registered(), "lost_property", json!({})).await.id();
    let normal = open(&world, &world.registered(), "other", json!({})).await.id();
    let rush = one_of_a_rush(&world, "security").await;
    let high = open(&world, &world.registered(), "security", json!({})).await.id();
    assert_eq!(take_all(&world).await, [high, rush, normal, lost]);
}

#[tokio::test]
async fn whoever_was_helped_before_is_no_part_of_a_rush() {
    let world = World::start_with(Limits { guest_requests: 1, ..Limits::default() }).await;
    let (known, staff, conversation) = world.conversation().await;
    let closed = json!({ "outcome": "resolved" });
    world.post(&format!("/conversations/{conversation}/close"), &staff, closed).await;
    one_of_a_rush(&world, "other").await;
    for _ in 0..3 {
        let again = open(&world, &known, "other", json!({})).await.id();
        let shown = world.get(&format!("/help-requests/{again}"), &known).await;
        assert_eq!(shown.body["unverified"], false);
        world.call(Method::DELETE, &format!("/help-requests/{again}"), Some(&known), None).await;
    }
}

#[tokio::test]
async fn what_nobody_took_in_time_expires() {
    let world = World::start().await;
    let (old, new) = (world.participant(), world.participant());
    let (overdue, conversation) = world.ask(&old).await;
    let (recent, _) = world.ask(&new).await;
    let mut phone = world.connect(&old).await;
    sqlx::query("UPDATE help_requests SET waiting_since = now() - interval '25 hours' WHERE id = $1")
        .bind(overdue)
        .execute(&world.pool)
        .await
        .unwrap();
    let state = phone.until_frame(|frame| frame["state"]["status"] == "closed").await;
    assert_eq!(state["conversation"], json!(conversation));
    assert_eq!(state["state"]["request"]["status"], "expired");
    let shown = world.get(&format!("/help-requests/{recent}"), &new).await;
    assert_eq!((&shown.body["status"], &shown.body["place"]), (&json!("waiting"), &json!(1)));
}

/// Three hundred ask at once, five people help, three at a time each.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_a_stampede_everybody_gets_their_turn_and_no_place_gets_worse() {
    const REQUESTS: usize = 300;
    // Nobody here gives a sign, however long a busy machine takes.
    let limits = Limits {
        member_gone_seconds: 3_600,
        pass_on_seconds: 3_600,
        heartbeat_seconds: 3_600,
        ..Limits::default()
    };
    let world = World::start_with(limits).await;
    let asking = (0..REQUESTS).map(|_| async {
        let guest = world.participant();
        let opened = open(&world, &guest, "other", json!({})).await;
        (guest, opened.id())
    });
    let asked: Vec<(Person, Uuid)> = stream::iter(asking).buffer_unordered(32).collect().await;
    let guest = &asked[REQUESTS / 2].0;
    let mut phone = world.connect(guest).await;
    let mut staff = Vec::new();
    for _ in 0..5 {
        staff.push(world.staff_on_duty(3).await);
    }
    let mut helped = HashSet::new();
    while helped.len() < REQUESTS {
        let taken = eventually("somebody is assigned", async || {
            let answer = world.get("/help-requests?status=taken&limit=200", &staff[0]).await;
            let taken = answer.body["items"].as_array().unwrap().clone();
            (!taken.is_empty()).then_some(taken)
        })
        .await;
        for person in &staff {
            let own = taken.iter().filter(|request| request["member"]["id"] == json!(person.id));
            assert!(own.count() <= 3, "nobody has more than they can: {taken:?}");
        }
        for request in taken {
            assert!(helped.insert(uuid(&request["id"])), "nobody is helped twice");
            let holder = staff.iter().find(|person| request["member"]["id"] == json!(person.id)).unwrap();
            let path = format!("/conversations/{}/close", request["conversation"].as_str().unwrap());
            let closed = world.post(&path, holder, json!({ "outcome": "resolved" })).await;
            assert_eq!(closed.status, StatusCode::OK, "{closed:?}");
        }
    }
    phone.until_frame(|frame| frame["state"]["status"] == "closed").await;
    let places = phone.heard.iter().filter(|frame| frame["type"] == "place");
    let places: Vec<i64> = places.map(|frame| frame["place"].as_i64().unwrap()).collect();
    assert!(places.is_sorted_by(|earlier, later| earlier >= later), "{places:?}");
    assert!(!places.is_empty());
}
