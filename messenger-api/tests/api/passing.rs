//! Nobody waits for somebody who does not look: a request that was declined or left goes on to the next.

use messenger_api::Limits;
use reqwest::StatusCode;
use serde_json::json;
use uuid::Uuid;

use crate::support::{Person, World, eventually, uuid};

/// A node that trusts the signs of members at once.
async fn start() -> World {
    World::start_with(Limits { settle_seconds: 0, ..Limits::default() }).await
}

async fn decline(world: &World, staff: &Person, request: Uuid) -> StatusCode {
    world.post(&format!("/help-requests/{request}/decline"), staff, json!({})).await.status
}

/// The patience with whoever was given this is over.
async fn let_time_pass(world: &World, request: Uuid) {
    let query =
        "UPDATE help_requests SET untouched_since = untouched_since - interval '61 seconds' WHERE id = $1";
    sqlx::query(query).bind(request).execute(&world.pool).await.unwrap();
}

/// Waits until a request is with somebody else than this member.
async fn until_with_another(world: &World, person: &Person, request: Uuid, than: Uuid) -> Uuid {
    eventually("it is with somebody else", async || {
        let shown = world.request(person, request).await;
        let member = shown["member"]["id"].as_str().map(|_| uuid(&shown["member"]["id"]))?;
        (member != than).then_some(member)
    })
    .await
}

#[tokio::test]
async fn what_is_declined_goes_to_the_next_and_not_back_at_once() {
    let world = start().await;
    let one = world.staff_on_duty(1).await;
    let (request, conversation) = world.ask(&world.participant()).await;
    world.until_status(&one, request, "taken").await;
    assert_eq!(decline(&world, &one, request).await, StatusCode::NO_CONTENT);
    assert_eq!(decline(&world, &one, request).await, StatusCode::NO_CONTENT, "a repeat");
    assert_eq!(world.active(&one).await, 0);
    // Whoever comes later is not kept waiting by it.
    let (later, _) = world.ask(&world.participant()).await;
    world.until_status(&one, later, "taken").await;
    assert_eq!(world.request(&one, request).await["status"], "waiting");
    let two = world.staff_on_duty(1).await;
    assert_eq!(until_with_another(&world, &two, request, one.id).await, two.id);
    let read = world.get(&format!("/conversations/{conversation}/handovers"), &two).await;
    assert_eq!(read.body["items"][0]["cause"], "declined", "{read:?}");
    assert_eq!(decline(&world, &one, request).await, StatusCode::NO_CONTENT);
    assert_eq!(world.request(&one, request).await["status"], "taken", "only one's own can be declined");
}

#[tokio::test]
async fn after_the_pause_it_may_come_back_when_nobody_else_is_there() {
    let world = World::start_with(Limits { pass_pause_seconds: 0, ..Limits::default() }).await;
    let one = world.staff_on_duty(1).await;
    let (request, _) = world.ask(&world.participant()).await;
    world.until_status(&one, request, "taken").await;
    decline(&world, &one, request).await;
    world.until_status(&one, request, "taken").await;
}

#[tokio::test]
async fn whoever_neither_looks_nor_writes_loses_it_to_the_next() {
    let world = start().await;
    let (guest, one) = (world.participant(), world.staff_on_duty(1).await);
    let (request, conversation) = world.ask(&guest).await;
    let shown = world.until_status(&one, request, "taken").await;
    assert_eq!(shown["untouched"], true);
    let two = world.staff_on_duty(1).await;
    let mut phone = world.connect(&guest).await;
    let_time_pass(&world, request).await;
    assert_eq!(until_with_another(&world, &two, request, one.id).await, two.id);
    phone.until_frame(|frame| frame["state"]["members"][0]["id"] == json!(two.id)).await;
    assert_eq!(world.active(&one).await, 0);
    assert_eq!(world.say(&one, conversation, "Sorry, I am back").await, StatusCode::NOT_FOUND);
    let read = world.get(&format!("/conversations/{conversation}/handovers"), &two).await;
    assert_eq!(
        (&read.body["items"][0]["cause"], &read.body["items"][0]["by"]),
        (&json!("untouched"), &json!(null))
    );
}

#[tokio::test]
async fn whoever_looked_at_one_desk_need_not_look_at_the_other() {
    let world = start().await;
    for touch in ["seen", "written"] {
        let staff = world.staff_on_duty(1).await;
        let (mut one, mut two) = (world.connect(&staff).await, world.connect(&staff).await);
        let (_, conversation) = world.ask(&world.participant()).await;
        for desk in [&mut one, &mut two] {
            desk.until_frame(|frame| frame["state"]["request"]["untouched"] == true).await;
        }
        if touch == "written" {
            one.send(conversation, "I am with you").await;
        } else {
            one.say(json!({ "type": touch, "conversation": conversation, "seq": 1 })).await;
        }
        for desk in [&mut one, &mut two] {
            desk.until_frame(|frame| frame["state"]["request"]["untouched"] == false).await;
        }
    }
}

#[tokio::test]
async fn reading_typing_writing_or_taking_by_hand_keeps_it() {
    let world = start().await;
    let other = world.staff_by_hand(9).await;
    let mut kept = Vec::new();
    for touch in ["seen", "typing", "written", "by hand"] {
        let staff =
            if touch == "by hand" { world.staff_by_hand(1).await } else { world.staff_on_duty(1).await };
        let mut desk = world.connect(&staff).await;
        let (request, conversation) = world.ask(&world.participant()).await;
        match touch {
            "by hand" => world.take(&staff, request).await,
            "written" => {
                world.until_status(&staff, request, "taken").await;
                assert_eq!(world.say(&staff, conversation, "Coming").await, StatusCode::CREATED);
            }
            _ => {
                desk.until_frame(|frame| frame["conversation"] == json!(conversation)).await;
                desk.say(json!({ "type": touch, "conversation": conversation, "seq": 1 })).await;
            }
        }
        eventually(&format!("{touch} is noticed"), async || {
            (world.request(&staff, request).await["untouched"] == false).then_some(())
        })
        .await;
        kept.push((staff, request, desk));
    }
    // One that nobody touches goes on, and with it the others had been looked at.
    let away = world.staff_on_duty(1).await;
    let (left, _) = world.ask(&world.participant()).await;
    world.until_status(&away, left, "taken").await;
    for (_, request, _) in &kept {
        let_time_pass(&world, *request).await;
    }
    let_time_pass(&world, left).await;
    world.until_status(&other, left, "waiting").await;
    for (staff, request, _) in &kept {
        assert_eq!(world.request(&other, *request).await["member"]["id"], json!(staff.id));
    }
}

#[tokio::test]
async fn shortly_after_a_start_nothing_is_passed_on() {
    let world = World::start().await;
    let one = world.staff_on_duty(1).await;
    let (request, _) = world.ask(&world.participant()).await;
    world.until_status(&one, request, "taken").await;
    let_time_pass(&world, request).await;
    let (overdue, _) = world.ask(&world.participant()).await;
    for _ in 0..2 {
        sqlx::query("UPDATE help_requests SET status = 'waiting', waiting_since = now() - interval '25 hours' WHERE id = $1")
            .bind(overdue)
            .execute(&world.pool)
            .await
            .unwrap();
        world.until_status(&one, overdue, "expired").await;
    }
    assert_eq!(world.request(&one, request).await["status"], "taken");
}
