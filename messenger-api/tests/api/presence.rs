//! Who is at their desk, as colleagues see it.

use serde_json::{Value, json};
use service_kit::identity::Role;

use crate::support::{Person, World, eventually};

async fn seen_by(world: &World, me: &Person, colleague: &Person) -> Value {
    let items = world.get("/colleagues", me).await.body["items"].take();
    let items = items.as_array().unwrap().clone();
    items.into_iter().find(|one| one["id"] == json!(colleague.id)).expect("the colleague")
}

#[tokio::test]
async fn colleagues_see_who_is_there_and_since_when_somebody_is_not() {
    let world = World::start().await;
    let (me, colleague) = (world.member(Role::Staff).await, world.member(Role::Manager).await);
    let before = seen_by(&world, &me, &colleague).await;
    assert_eq!((&before["connected"], &before["seen_at"]), (&json!(false), &Value::Null));
    let desk = world.connect(&colleague).await;
    let there = seen_by(&world, &me, &colleague).await;
    assert_eq!((&there["connected"], &there["on_duty"]), (&json!(true), &json!(false)));
    // However long a node says that somebody counts as connected: whoever leaves has left.
    sqlx::query("UPDATE members SET connected_until = now() + interval '1 hour'")
        .execute(&world.pool)
        .await
        .unwrap();
    drop(desk);
    let gone = eventually("the colleague has left", async || {
        let seen = seen_by(&world, &me, &colleague).await;
        (seen["connected"] == false).then_some(seen)
    })
    .await;
    let seen_at: chrono::DateTime<chrono::Utc> = gone["seen_at"].as_str().unwrap().parse().unwrap();
    assert!(seen_at <= chrono::Utc::now() + chrono::TimeDelta::seconds(1), "nobody was last seen later");
}

#[tokio::test]
async fn colleagues_see_where_somebody_is_on_duty() {
    let world = World::start().await;
    let (me, here) = (world.member(Role::Staff).await, world.staff_on_duty(3).await);
    let by_hand = world.staff_by_hand(2).await;
    let seen = seen_by(&world, &me, &here).await;
    assert_eq!((&seen["on_duty"], &seen["capacity"], &seen["active"]), (&json!(true), &json!(3), &json!(0)));
    assert_eq!(seen["events"], json!([world.event]));
    assert_eq!(seen_by(&world, &me, &by_hand).await["events"], json!([]));
}

#[tokio::test]
async fn whoever_a_dead_node_left_behind_is_not_there_for_long() {
    let world = World::start().await;
    let (me, colleague) = (world.member(Role::Staff).await, world.member(Role::Staff).await);
    sqlx::query("UPDATE members SET connected_until = now() + interval '300 milliseconds' WHERE id = $1")
        .bind(colleague.id)
        .execute(&world.pool)
        .await
        .unwrap();
    eventually("nobody says that they are there", async || {
        (seen_by(&world, &me, &colleague).await["connected"] == false).then_some(())
    })
    .await;
}

#[tokio::test]
async fn whoever_a_leaving_node_sends_away_is_still_there() {
    let world = World::start().await;
    let colleague = world.member(Role::Staff).await;
    let mut desk = world.connect(&colleague).await;
    world.tasks.shut_down(std::time::Duration::from_secs(15)).await;
    desk.until("bye").await;
    let is_there: bool = sqlx::query_scalar("SELECT connected_until > now() FROM members WHERE id = $1")
        .bind(colleague.id)
        .fetch_one(&world.pool)
        .await
        .unwrap();
    assert!(is_there, "they are with another node already");
}
