//! Who gets the next call for help: by push to those on duty, or taken by hand.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Answer, Person, World, eventually, uuid};

async fn take(world: &World, staff: &Person, request: Uuid) -> Answer {
    world.post(&format!("/help-requests/{request}/take"), staff, json!({})).await
}

async fn take_next(world: &World, staff: &Person) -> Answer {
    world.post(&format!("/events/{}/queue/take", world.event), staff, json!({})).await
}

async fn close(world: &World, staff: &Person, conversation: Uuid) {
    let path = format!("/conversations/{conversation}/close");
    let answer = world.post(&path, staff, json!({ "outcome": "resolved" })).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
}

async fn ask_at(world: &World, event: Uuid) -> Uuid {
    let body = json!({ "event": event, "category": "other", "text": "Help" });
    world.post("/help-requests", &world.participant(), body).await.id()
}

/// The requests of the world's organization with a status, newest first.
async fn with_status(world: &World, person: &Person, status: &str) -> Vec<Value> {
    let answer = world.get(&format!("/help-requests?status={status}&limit=200"), person).await;
    answer.body["items"].as_array().unwrap().clone()
}

/// Waits until this many were taken, and tells by whom.
async fn holders(world: &World, person: &Person, count: usize) -> Vec<Uuid> {
    eventually("the requests are assigned", async || {
        let taken = with_status(world, person, "taken").await;
        let holders: Vec<Uuid> = taken.iter().map(|request| uuid(&request["member"]["id"])).collect();
        (holders.len() == count).then_some(holders)
    })
    .await
}

/// Requests are assigned one event after the other: when one that is asked for now, elsewhere, was assigned, so was
/// everything before it that could be.
async fn everything_assigned(world: &World) {
    let event = world.new_event(world.organization).await;
    let other = world.member(Role::Staff).await;
    world.offer(&other, &[event], 1).await;
    let sentinel = ask_at(world, event).await;
    eventually("the sentinel is assigned", async || {
        let shown = world.get(&format!("/help-requests/{sentinel}"), &other).await;
        (shown.body["status"] == "taken").then_some(())
    })
    .await;
    sqlx::query("DELETE FROM help_requests WHERE id = $1").bind(sentinel).execute(&world.pool).await.unwrap();
}

#[tokio::test]
async fn whoever_has_least_to_do_gets_the_next_one() {
    let world = World::start().await;
    let (one, two) = (world.staff_on_duty(5).await, world.staff_on_duty(5).await);
    for number in 1..=6 {
        world.ask(&world.participant()).await;
        holders(&world, &one, number).await;
    }
    let holders = holders(&world, &one, 6).await;
    assert_eq!(holders.iter().filter(|holder| **holder == one.id).count(), 3);
    assert_eq!(holders.iter().filter(|holder| **holder == two.id).count(), 3);
    for staff in [&one, &two] {
        assert_eq!(world.get("/availability", staff).await.body["active"], 3);
    }
}

#[tokio::test]
async fn the_oldest_is_helped_first_and_no_capacity_is_passed() {
    let world = World::start().await;
    let mut asked = Vec::new();
    for _ in 0..4 {
        asked.push(world.ask(&world.participant()).await);
    }
    let staff = world.staff_on_duty(2).await;
    holders(&world, &staff, 2).await;
    for pair in asked.windows(3).map(<[_]>::to_vec) {
        everything_assigned(&world).await;
        let taken = with_status(&world, &staff, "taken").await;
        let ids: Vec<Uuid> = taken.iter().rev().map(|request| uuid(&request["id"])).collect();
        assert_eq!(ids, [pair[0].0, pair[1].0]);
        close(&world, &staff, pair[0].1).await;
        holders(&world, &staff, 2).await;
    }
    assert_eq!(world.get("/availability", &staff).await.body["active"], 2);
}

#[tokio::test]
async fn capacity_nought_is_off_and_ends_nothing() {
    let world = World::start().await;
    let staff = world.staff_on_duty(2).await;
    let (first, conversation) = world.ask(&world.participant()).await;
    holders(&world, &staff, 1).await;
    world.offer(&staff, &[world.event], 0).await;
    let (second, _) = world.ask(&world.participant()).await;
    everything_assigned(&world).await;
    let waiting = with_status(&world, &staff, "waiting").await;
    assert_eq!((waiting.len(), &waiting[0]["id"]), (1, &json!(second)));
    let refused = take(&world, &staff, second).await;
    assert_eq!((refused.status, refused.code()), (StatusCode::CONFLICT, "at_capacity"));
    // What was begun goes on.
    let kept = with_status(&world, &staff, "taken").await;
    assert_eq!((kept.len(), &kept[0]["id"]), (1, &json!(first)));
    let body = json!({ "client_id": Uuid::new_v4(), "body": { "kind": "text", "text": "Still here" } });
    let sent = world.post(&format!("/conversations/{conversation}/messages"), &staff, body).await;
    assert_eq!(sent.status, StatusCode::CREATED, "{sent:?}");
    world.offer(&staff, &[world.event], 2).await;
    holders(&world, &staff, 2).await;
}

#[tokio::test]
async fn nothing_is_pushed_to_somebody_who_is_gone() {
    let world = World::start().await;
    let staff = world.staff_on_duty(3).await;
    let gone = sqlx::query("UPDATE availability SET seen_at = now() - interval '1 hour' WHERE member = $1");
    gone.bind(staff.id).execute(&world.pool).await.unwrap();
    let guest = world.participant();
    let (request, _) = world.ask(&guest).await;
    everything_assigned(&world).await;
    let shown = world.get(&format!("/help-requests/{request}"), &guest).await;
    assert_eq!(shown.body["status"], "waiting");
    assert_eq!(shown.body["estimated_seconds"], Value::Null, "nobody is there: {shown:?}");
    // Coming back is enough.
    let _desk = world.connect(&staff).await;
    assert_eq!(holders(&world, &staff, 1).await, [staff.id]);
}

#[tokio::test]
async fn one_request_is_taken_by_one_person() {
    let world = World::start().await;
    let (one, two) = (world.staff_by_hand(3).await, world.staff_by_hand(3).await);
    let (request, conversation) = world.ask(&world.participant()).await;
    let taken = take(&world, &one, request).await;
    assert_eq!((taken.status, taken.id()), (StatusCode::OK, conversation));
    assert_eq!(taken.body["members"], json!([{ "id": one.id, "name": "Mia" }]));
    let late = take(&world, &two, request).await;
    assert_eq!((late.status, late.code()), (StatusCode::CONFLICT, "already_taken"));
    // A repeat of the same person, whose answer may have been lost, counts once.
    assert_eq!(take(&world, &one, request).await.status, StatusCode::OK);
    assert_eq!(world.get("/availability", &one).await.body["active"], 1);
    close(&world, &one, conversation).await;
    let over = take(&world, &one, request).await;
    assert_eq!((over.status, over.code()), (StatusCode::CONFLICT, "closed"));
    assert_eq!(world.get("/availability", &one).await.body["active"], 0);

    let foreign = world.new_organization("approved").await;
    let stranger = world.member_of(foreign, Role::Owner).await;
    let (open, _) = world.ask(&world.participant()).await;
    assert_eq!(take(&world, &stranger, open).await.status, StatusCode::NOT_FOUND);
    let next = take_next(&world, &stranger).await;
    assert_eq!((next.status, next.code()), (StatusCode::NOT_FOUND, "not_found"));
}

#[tokio::test]
async fn the_next_by_hand_is_the_first_in_the_queue() {
    let world = World::start().await;
    let staff = world.staff_by_hand(3).await;
    let mut queue = Vec::new();
    for category in ["lost_property", "other", "medical", "other"] {
        queue.push(world.ask_for(&world.participant(), category, "?").await.1);
    }
    for expected in [queue[2], queue[1], queue[3]] {
        let taken = take_next(&world, &staff).await;
        assert_eq!((taken.status, taken.id()), (StatusCode::OK, expected));
    }
    let full = take_next(&world, &staff).await;
    assert_eq!((full.status, full.code()), (StatusCode::CONFLICT, "at_capacity"));
    assert_eq!(take_next(&world, &world.staff_by_hand(1).await).await.id(), queue[0]);
    let empty = take_next(&world, &world.staff_by_hand(1).await).await;
    assert_eq!((empty.status, empty.code()), (StatusCode::NOT_FOUND, "queue_empty"));
}

#[tokio::test]
async fn what_is_just_being_looked_at_is_taken_all_the_same() {
    let world = World::start().await;
    let staff = world.staff_by_hand(40).await;
    for _ in 0..40 {
        // Whether somebody is free is looked at just now, because somebody asked.
        let request = world.ask(&world.participant()).await.1;
        let taken = take_next(&world, &staff).await;
        assert_eq!((taken.status, taken.id()), (StatusCode::OK, request), "{taken:?}");
    }
}

#[tokio::test]
async fn who_never_chose_takes_three_by_hand() {
    let world = World::start().await;
    let staff = world.member(Role::Staff).await;
    for _ in 0..4 {
        world.ask(&world.participant()).await;
    }
    for _ in 0..3 {
        assert_eq!(take_next(&world, &staff).await.status, StatusCode::OK);
    }
    assert_eq!(take_next(&world, &staff).await.code(), "at_capacity");
}

#[tokio::test]
async fn only_events_of_the_own_organization_can_be_offered() {
    let world = World::start().await;
    let staff = world.staff_on_duty(4).await;
    let foreign = world.new_organization("approved").await;
    let event = world.new_event(foreign).await;
    let body = json!({ "events": [world.event, event], "capacity": 3 });
    let refused = world.call(Method::PUT, "/availability", Some(&staff), Some(body)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.body["errors"][0]["field"], "events[1]");
    for capacity in [-1, 20_001] {
        let body = json!({ "events": [], "capacity": capacity });
        let refused = world.call(Method::PUT, "/availability", Some(&staff), Some(body)).await;
        assert_eq!(refused.body["errors"][0]["field"], "capacity", "{refused:?}");
    }
    let kept = world.get("/availability", &staff).await.body;
    assert_eq!(kept, json!({ "events": [world.event], "capacity": 4, "active": 0 }));
}
