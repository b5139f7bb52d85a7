//! A conversation goes to a colleague, or back to the queue.

use reqwest::StatusCode;
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Answer, Person, World, eventually};

async fn transfer(world: &World, person: &Person, conversation: Uuid, to: Value, reason: &str) -> Answer {
    let body = json!({ "to": to, "reason": reason });
    world.post(&format!("/conversations/{conversation}/transfer"), person, body).await
}

fn to(member: &Person) -> Value {
    json!({ "kind": "member", "member": member.id })
}

async fn handovers(world: &World, person: &Person, conversation: Uuid) -> Vec<Value> {
    let read = world.get(&format!("/conversations/{conversation}/handovers"), person).await;
    read.body["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_colleague_goes_on_and_knows_who_handed_over_and_why() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let other = world.staff_by_hand(1).await;
    let mut desk = world.connect(&other).await;
    let mut phone = world.connect(&guest).await;

    let moved = transfer(&world, &staff, conversation, to(&other), "Speaks Ukrainian").await;
    assert_eq!(moved.status, StatusCode::OK, "{moved:?}");
    assert_eq!(moved.body["members"], json!([{ "id": other.id, "name": "Mia" }]));
    let state = desk.until_frame(|frame| frame["conversation"] == json!(conversation)).await;
    assert_eq!(state["state"]["request"]["member"]["id"], json!(other.id));
    let told = phone.until_frame(|frame| frame["state"]["members"][0]["id"] == json!(other.id)).await;
    assert!(!told.to_string().contains("Ukrainian"), "why is not for whom it is about: {told}");

    assert_eq!((world.active(&staff).await, world.active(&other).await), (0, 1));
    assert_eq!(world.say(&staff, conversation, "One more thing").await, StatusCode::NOT_FOUND);
    assert_eq!(world.say(&other, conversation, "I go on").await, StatusCode::CREATED);
    assert_eq!(phone.until("message").await["sender"]["id"], json!(other.id));

    let handed = &handovers(&world, &other, conversation).await[0];
    assert_eq!((&handed["cause"], &handed["reason"]), (&json!("transferred"), &json!("Speaks Ukrainian")));
    assert_eq!((&handed["from"]["id"], &handed["to"]["id"]), (&json!(staff.id), &json!(other.id)));
    assert_eq!(handed["by"]["name"], "Mia");
    let hidden = world.get(&format!("/conversations/{conversation}/handovers"), &staff).await;
    assert_eq!(hidden.status, StatusCode::NOT_FOUND, "who is out of it reads nothing more");
}

#[tokio::test]
async fn nobody_gets_more_than_they_take_and_nobody_who_is_not_there() {
    let world = World::start().await;
    let (_, staff, conversation) = world.conversation().await;
    let (full, off) = (world.staff_by_hand(1).await, world.staff_by_hand(0).await);
    let (request, _) = world.ask(&world.participant()).await;
    world.take(&full, request).await;
    let gone = world.staff_by_hand(3).await;
    sqlx::query("UPDATE availability SET seen_at = now() - interval '1 hour' WHERE member = $1")
        .bind(gone.id)
        .execute(&world.pool)
        .await
        .unwrap();
    let never = world.member(Role::Staff).await;
    for (colleague, code) in
        [(&full, "at_capacity"), (&off, "not_on_duty"), (&gone, "not_on_duty"), (&never, "not_on_duty")]
    {
        let refused = transfer(&world, &staff, conversation, to(colleague), "Please").await;
        assert_eq!((refused.status, refused.code()), (StatusCode::CONFLICT, code));
    }
    let foreign = world.new_organization("approved").await;
    let stranger = world.member_of(foreign, Role::Staff).await;
    let refused = transfer(&world, &staff, conversation, to(&stranger), "Please").await;
    assert_eq!(refused.body["errors"][0]["field"], "to.member", "{refused:?}");
    let other = world.staff_by_hand(1).await;
    let listed = world.get("/colleagues", &staff).await.body["items"].clone();
    let on_duty = |who: &Person| {
        let found = listed.as_array().unwrap().iter().find(|each| each["id"] == json!(who.id)).unwrap();
        (found["on_duty"] == true, found["active"].as_i64().unwrap() < found["capacity"].as_i64().unwrap())
    };
    assert_eq!((on_duty(&other), on_duty(&full)), ((true, true), (true, false)));
    assert!(!on_duty(&off).0 && !on_duty(&gone).0 && !on_duty(&never).0, "{listed}");
    let refused = transfer(&world, &staff, conversation, to(&other), "  ").await;
    assert_eq!(refused.body["errors"][0]["field"], "reason", "{refused:?}");
    assert_eq!((world.active(&staff).await, world.active(&full).await), (1, 1), "all is as it was");
    assert_eq!(world.say(&staff, conversation, "Still here").await, StatusCode::CREATED);
}

#[tokio::test]
async fn two_who_hand_over_to_each_other_at_once_both_succeed() {
    let world = World::start().await;
    let (one, two) = (world.staff_by_hand(10).await, world.staff_by_hand(10).await);
    for _ in 0..8 {
        let mut talks = Vec::new();
        for staff in [&one, &two] {
            let (request, conversation) = world.ask(&world.participant()).await;
            world.take(staff, request).await;
            talks.push(conversation);
        }
        let (there, back) = tokio::join!(
            transfer(&world, &one, talks[0], to(&two), "Swap"),
            transfer(&world, &two, talks[1], to(&one), "Swap"),
        );
        assert_eq!((there.status, back.status), (StatusCode::OK, StatusCode::OK), "{there:?} {back:?}");
        for (staff, conversation) in [(&one, talks[1]), (&two, talks[0])] {
            let end = json!({ "outcome": "resolved" });
            world.post(&format!("/conversations/{conversation}/close"), staff, end).await;
        }
    }
    assert_eq!((world.active(&one).await, world.active(&two).await), (0, 0));
}

#[tokio::test]
async fn back_in_the_queue_it_has_its_old_place_and_goes_to_somebody_else() {
    let world = World::start().await;
    let (guest, staff) = (world.participant(), world.staff_on_duty(1).await);
    let (request, conversation) = world.ask(&guest).await;
    world.until_status(&staff, request, "taken").await;
    let (later, _) = world.ask(&world.participant()).await;
    let moved = transfer(&world, &staff, conversation, json!({ "kind": "queue" }), "").await;
    assert_eq!((moved.status, &moved.body["members"]), (StatusCode::OK, &json!([])));
    // Their free hand goes to the next: what they have just given back does not come back at once.
    world.until_status(&staff, later, "taken").await;
    let shown = world.request(&guest, request).await;
    assert_eq!((&shown["status"], &shown["place"]), (&json!("waiting"), &json!(1)));
    let other = world.staff_on_duty(1).await;
    let shown = world.until_status(&other, request, "taken").await;
    assert_eq!(shown["member"]["id"], json!(other.id));
    assert_eq!(handovers(&world, &other, conversation).await[0]["to"], Value::Null);
}

#[tokio::test]
async fn only_who_has_it_hands_it_over_or_a_manager() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let (manager, beside) = (world.member(Role::Manager).await, world.staff_by_hand(3).await);
    let path = format!("/conversations/{conversation}/invite");
    world.post(&path, &staff, json!({ "member": beside.id })).await;
    let refused = transfer(&world, &beside, conversation, to(&beside), "Mine").await;
    assert_eq!((refused.status, refused.code()), (StatusCode::FORBIDDEN, "forbidden"));
    let moved = transfer(&world, &manager, conversation, to(&beside), "Sam has a break").await;
    assert_eq!(moved.status, StatusCode::OK, "{moved:?}");
    assert_eq!(moved.body["request"]["member"]["id"], json!(beside.id));
    let again = transfer(&world, &manager, conversation, to(&beside), "Sam has a break").await;
    assert_eq!(again.status, StatusCode::OK, "a repeat counts once: {again:?}");
    assert_eq!(world.active(&beside).await, 1);

    let (_, waiting) = world.ask(&world.participant()).await;
    let refused = transfer(&world, &manager, waiting, to(&beside), "Please").await;
    assert_eq!((refused.status, refused.code()), (StatusCode::CONFLICT, "still_waiting"));
    world.post(&format!("/conversations/{conversation}/close"), &beside, json!({ "outcome": "other" })).await;
    let refused = transfer(&world, &manager, conversation, json!({ "kind": "queue" }), "").await;
    assert_eq!((refused.status, refused.code()), (StatusCode::CONFLICT, "closed"));
    assert_eq!(world.say(&guest, conversation, "Hello?").await, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_supervisor_who_was_in_it_can_only_read_again() {
    let world = World::start().await;
    let (_, staff, conversation) = world.conversation().await;
    let manager = world.member(Role::Manager).await;
    let mut desk = world.connect(&manager).await;
    desk.say(json!({ "type": "watch", "topic": format!("conversation:{conversation}") })).await;
    desk.until("conversation").await;
    let path = format!("/conversations/{conversation}/invite");
    world.post(&path, &staff, json!({ "member": manager.id })).await;
    desk.until_frame(|frame| frame["state"]["members"].as_array().is_some_and(|all| all.len() == 2)).await;
    desk.send(conversation, "I am with you").await;
    desk.until("ack").await;
    world
        .call(
            reqwest::Method::DELETE,
            &format!("/conversations/{conversation}/members/{}", manager.id),
            Some(&manager),
            None,
        )
        .await;
    desk.until_frame(|frame| frame["state"]["members"].as_array().is_some_and(|all| all.len() == 1)).await;
    desk.send(conversation, "And one more").await;
    assert_eq!(desk.until("refused").await["code"], "not_found");
    eventually("the conversation has no word of it", async || {
        let read = world.get(&format!("/conversations/{conversation}/messages"), &staff).await;
        (read.body["items"].as_array()?.len() == 2).then_some(())
    })
    .await;
}
