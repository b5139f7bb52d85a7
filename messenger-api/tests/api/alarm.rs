//! Managers hear of whom nobody answers.

use reqwest::StatusCode;
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::World;

/// Nobody has answered this for so many seconds.
async fn wait(world: &World, request: Uuid, seconds: f64) {
    let query = "UPDATE help_requests SET waiting_since = now() - make_interval(secs => $2) WHERE id = $1";
    sqlx::query(query).bind(request).bind(seconds).execute(&world.pool).await.unwrap();
}

async fn ask_for_life(world: &World) -> Uuid {
    let triage = json!({ "weapon": "yes" });
    let body = json!({ "event": world.event, "category": "security", "text": "Help", "triage": triage });
    let answer = world.post("/help-requests", &world.participant(), body).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    answer.id()
}

fn named(frame: &Value) -> Vec<Value> {
    frame["requests"].as_array().unwrap().iter().map(|request| request["id"].clone()).collect()
}

#[tokio::test]
async fn managers_hear_who_has_waited_too_long_until_somebody_comes() {
    let world = World::start().await;
    let manager = world.member(Role::Manager).await;
    let (one, _) = world.ask(&world.participant()).await;
    let (two, _) = world.ask(&world.participant()).await;
    let mut desk = world.connect(&manager).await;
    let foreign = world.new_organization("approved").await;
    let staff = world.staff_by_hand(9).await;
    let mut stranger = world.connect(&world.member_of(foreign, Role::Owner).await).await;
    let mut colleague = world.connect(&staff).await;
    wait(&world, one, 200.0).await;
    let alarm = desk.until("unanswered").await;
    assert_eq!(
        (&alarm["event"], &alarm["count"], named(&alarm)),
        (&json!(world.event), &json!(1), vec![json!(one)])
    );

    // A life in danger waits less long, and stands first.
    let life = ask_for_life(&world).await;
    wait(&world, life, 31.0).await;
    wait(&world, two, 122.0).await;
    let alarm = desk.until_frame(|frame| frame["type"] == "unanswered" && frame["count"] == 3).await;
    assert_eq!(named(&alarm), [json!(life), json!(one), json!(two)]);

    // Whoever comes later hears it, too.
    let mut late = world.connect(&world.member(Role::Owner).await).await;
    late.until_frame(|frame| frame["type"] == "unanswered" && frame["count"] == 3).await;
    for request in [life, one, two] {
        world.take(&staff, request).await;
    }
    let over = desk.until_frame(|frame| frame["type"] == "unanswered" && frame["count"] == 0).await;
    assert_eq!(named(&over), [] as [Value; 0]);
    // Who does not lead, and others, heard nothing of all this.
    for desk in [&mut stranger, &mut colleague] {
        desk.settle().await;
        assert!(desk.heard.iter().all(|frame| frame["type"] != "unanswered"));
    }
}

#[tokio::test]
async fn with_somebody_who_does_not_look_it_is_unanswered_still() {
    let world = World::start().await;
    let (manager, staff) = (world.member(Role::Manager).await, world.staff_on_duty(1).await);
    let mut desk = world.connect(&manager).await;
    let (request, conversation) = world.ask(&world.participant()).await;
    world.until_status(&staff, request, "taken").await;
    wait(&world, request, 121.0).await;
    let alarm = desk.until("unanswered").await;
    assert_eq!(
        (named(&alarm), &alarm["requests"][0]["member"]["id"]),
        (vec![json!(request)], &json!(staff.id))
    );
    let mut other = world.connect(&staff).await;
    other.say(json!({ "type": "seen", "conversation": conversation, "seq": 1 })).await;
    desk.until_frame(|frame| frame["type"] == "unanswered" && frame["count"] == 0).await;
}
