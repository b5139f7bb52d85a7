//! A member who vanishes leaves nobody alone: their conversations wait at the old place, and others go on with them.

use messenger_api::Limits;
use reqwest::StatusCode;
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Person, World, eventually};

/// A node that trusts the signs of members at once.
async fn start() -> World {
    World::start_with(Limits { settle_seconds: 0, ..Limits::default() }).await
}

/// The member gave no sign for an hour.
async fn vanish(world: &World, staff: &Person) {
    sqlx::query("UPDATE availability SET seen_at = now() - interval '1 hour' WHERE member = $1")
        .bind(staff.id)
        .execute(&world.pool)
        .await
        .unwrap();
}

async fn take(world: &World, staff: &Person, request: Uuid) {
    let taken = world.post(&format!("/help-requests/{request}/take"), staff, json!({})).await;
    assert_eq!(taken.status, StatusCode::OK, "{taken:?}");
}

async fn say(world: &World, person: &Person, conversation: Uuid, text: &str) -> (StatusCode, Value) {
    let body = json!({ "client_id": Uuid::new_v4(), "body": { "kind": "text", "text": text } });
    let sent = world.post(&format!("/conversations/{conversation}/messages"), person, body).await;
    (sent.status, sent.body)
}

async fn shown(world: &World, person: &Person, request: Uuid) -> Value {
    world.get(&format!("/help-requests/{request}"), person).await.body
}

#[tokio::test]
async fn somebody_else_goes_on_where_a_vanished_member_stopped() {
    let world = start().await;
    let (guest, staff) = (world.participant(), world.staff_by_hand(3).await);
    let (request, conversation) = world.ask(&guest).await;
    let (later, _) = world.ask(&world.participant()).await;
    take(&world, &staff, request).await;
    say(&world, &staff, conversation, "On my way").await;
    let mut phone = world.connect(&guest).await;

    vanish(&world, &staff).await;
    let state = phone.until_frame(|frame| frame["state"]["request"]["status"] == "waiting").await;
    assert_eq!((&state["state"]["members"], &state["state"]["status"]), (&json!([]), &json!("open")));
    let place = phone.until("place").await;
    assert_eq!((&place["request"], &place["place"]), (&json!(request), &json!(1)), "the old place");
    assert_eq!(world.get("/availability", &staff).await.body["active"], 0);
    assert_eq!(shown(&world, &guest, request).await["member"], Value::Null);

    // The one who waits again can write on; the one who vanished is out.
    phone.send(conversation, "Hello?").await;
    assert_eq!(phone.until("ack").await["seq"], 3);
    let (refused, _) = say(&world, &staff, conversation, "Back again").await;
    assert_eq!(refused, StatusCode::NOT_FOUND);

    let other = world.staff_on_duty(1).await;
    let state = phone.until_frame(|frame| frame["state"]["request"]["status"] == "taken").await;
    assert_eq!(state["conversation"], json!(conversation));
    assert_eq!(state["state"]["members"][0]["id"], json!(other.id));
    let read = world.get(&format!("/conversations/{conversation}/messages"), &other).await;
    assert_eq!(
        read.body["items"].as_array().map(Vec::len),
        Some(3),
        "what was said before is there: {read:?}"
    );
    let (status, sent) = say(&world, &other, conversation, "I go on with this").await;
    assert_eq!((status, &sent["seq"]), (StatusCode::CREATED, &json!(4)));
    assert_eq!(phone.until("message").await["sender"]["id"], json!(other.id));
    assert_eq!(shown(&world, &other, later).await["place"], 1, "who asked later is next");
}

#[tokio::test]
async fn a_laptop_whose_lid_was_closed_keeps_nobody_waiting_although_its_socket_is_open() {
    let limits = Limits { settle_seconds: 0, member_gone_seconds: 8, ..Limits::default() };
    let world = World::start_with(limits).await;
    let (guest, staff) = (world.participant(), world.staff_by_hand(3).await);
    let (request, _) = world.ask(&guest).await;
    let mut phone = world.connect(&guest).await;
    take(&world, &staff, request).await;
    // From now on nothing comes from the desk, and nothing says that it is gone: the next heartbeat is long after.
    let _desk = world.connect(&staff).await;
    phone.until_frame(|frame| frame["state"]["request"]["status"] == "taken").await;
    phone.until_frame(|frame| frame["state"]["request"]["status"] == "waiting").await;
    let other = world.staff_on_duty(1).await;
    let state = phone.until_frame(|frame| frame["state"]["request"]["status"] == "taken").await;
    assert_eq!(state["state"]["members"][0]["id"], json!(other.id));
}

#[tokio::test]
async fn the_desk_of_a_member_who_was_only_away_learns_what_is_gone() {
    let world = start().await;
    let (guest, staff) = (world.participant(), world.staff_by_hand(3).await);
    let (request, conversation) = world.ask(&guest).await;
    take(&world, &staff, request).await;
    let mut desk = world.connect(&staff).await;
    // Whoever is connected gives signs: the moment between two of them has to be met.
    eventually("the conversation goes back", async || {
        vanish(&world, &staff).await;
        (shown(&world, &guest, request).await["status"] == "waiting").then_some(())
    })
    .await;
    // The state of before may come a second time.
    let of_it =
        |frame: &Value| frame["type"] == "conversation" && frame["conversation"] == json!(conversation);
    desk.until_frame(|frame| of_it(frame) && frame["state"]["members"] == json!([])).await;
    say(&world, &guest, conversation, "For others").await;
    assert!(desk.settle().await.iter().all(|frame| frame["type"] != "message"), "no word of it any more");
    let own = world.get("/conversations?status=open", &staff).await;
    assert_eq!(own.body["items"], json!([]));
}

#[tokio::test]
async fn only_what_is_still_open_goes_back() {
    let world = start().await;
    let staff = world.staff_by_hand(3).await;
    let mut asked = Vec::new();
    for _ in 0..3 {
        let guest = world.participant();
        let (request, conversation) = world.ask(&guest).await;
        take(&world, &staff, request).await;
        asked.push((guest, request, conversation));
    }
    let path = format!("/conversations/{}/close", asked[0].2);
    let closed = world.post(&path, &staff, json!({ "outcome": "resolved" })).await;
    assert_eq!(closed.status, StatusCode::OK, "{closed:?}");
    vanish(&world, &staff).await;
    for (place, (guest, request, _)) in (1..).zip(&asked[1..]) {
        eventually("it waits again", async || {
            let shown = shown(&world, guest, *request).await;
            (shown["status"] == "waiting" && shown["place"] == place).then_some(())
        })
        .await;
    }
    assert_eq!(shown(&world, &asked[0].0, asked[0].1).await["status"], "closed");
    assert_eq!(world.get("/availability", &staff).await.body["active"], 0);
}

#[tokio::test]
async fn who_gives_signs_keeps_their_conversations() {
    let limits = Limits { settle_seconds: 0, member_gone_seconds: 600, ..Limits::default() };
    let world = World::start_with(limits).await;
    let (watched, other) = (world.staff_by_hand(3).await, world.staff_by_hand(3).await);
    let (kept, _) = world.ask(&world.participant()).await;
    take(&world, &watched, kept).await;
    let (lost, _) = world.ask(&world.participant()).await;
    take(&world, &other, lost).await;
    let _desk = world.connect(&watched).await;
    let seen = async || -> f64 {
        sqlx::query_scalar(
            "SELECT extract(epoch FROM now() - seen_at)::float8 FROM availability WHERE member = $1",
        )
        .bind(watched.id)
        .fetch_one(&world.pool)
        .await
        .unwrap()
    };
    // Signs are left again and again while a socket is open.
    sqlx::query("UPDATE availability SET seen_at = now() - interval '300 seconds' WHERE member = $1")
        .bind(watched.id)
        .execute(&world.pool)
        .await
        .unwrap();
    eventually("a sign is left", async || (seen().await < 150.0).then_some(())).await;
    vanish(&world, &other).await;
    eventually("the other's goes back", async || {
        (shown(&world, &watched, lost).await["status"] == "waiting").then_some(())
    })
    .await;
    assert_eq!(shown(&world, &watched, kept).await["status"], "taken");
    // Taking by hand is a sign, too.
    vanish(&world, &other).await;
    take(&world, &other, lost).await;
    let manager = world.member(Role::Manager).await;
    let (next, _) = world.ask(&world.participant()).await;
    take(&world, &manager, next).await;
    vanish(&world, &manager).await;
    eventually("the manager's goes back", async || {
        (shown(&world, &watched, next).await["status"] == "waiting").then_some(())
    })
    .await;
    assert_eq!(shown(&world, &watched, lost).await["status"], "taken");
}

#[tokio::test]
async fn a_long_conversation_whose_member_vanished_waits_anew_and_does_not_expire() {
    let world = start().await;
    let (guest, staff) = (world.participant(), world.staff_by_hand(3).await);
    let (request, _) = world.ask(&guest).await;
    take(&world, &staff, request).await;
    sqlx::query("UPDATE help_requests SET opened_at = now() - interval '30 hours', waiting_since = now() - interval '30 hours' WHERE id = $1")
        .bind(request)
        .execute(&world.pool)
        .await
        .unwrap();
    vanish(&world, &staff).await;
    eventually("it waits again", async || {
        (shown(&world, &guest, request).await["status"] == "waiting").then_some(())
    })
    .await;
    // The look at the queues that expires another leaves this one.
    let (overdue, _) = world.ask(&world.participant()).await;
    sqlx::query("UPDATE help_requests SET waiting_since = now() - interval '25 hours' WHERE id = $1")
        .bind(overdue)
        .execute(&world.pool)
        .await
        .unwrap();
    let other = world.staff_by_hand(0).await;
    eventually("the other one expires", async || {
        (shown(&world, &other, overdue).await["status"] == "expired").then_some(())
    })
    .await;
    assert_eq!(shown(&world, &guest, request).await["status"], "waiting");
}

#[tokio::test]
async fn shortly_after_a_start_nobody_counts_as_vanished() {
    let world = World::start().await;
    let (guest, staff) = (world.participant(), world.staff_by_hand(3).await);
    let (request, _) = world.ask(&guest).await;
    take(&world, &staff, request).await;
    vanish(&world, &staff).await;
    // Expiring is part of the same look at the queues, and comes before.
    let (overdue, _) = world.ask(&world.participant()).await;
    for _ in 0..2 {
        sqlx::query("UPDATE help_requests SET status = 'waiting', waiting_since = now() - interval '25 hours' WHERE id = $1")
            .bind(overdue)
            .execute(&world.pool)
            .await
            .unwrap();
        eventually("the queues are looked at", async || {
            (shown(&world, &staff, overdue).await["status"] == "expired").then_some(())
        })
        .await;
    }
    assert_eq!(shown(&world, &guest, request).await["status"], "taken");
}
