//! The audit log: who read or took away what is not their own, for good.

use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Person, World, uuid};

/// What somebody did, newest first: action and entity.
async fn deeds(world: &World, manager: &Person, actor: &Person) -> Vec<(String, Uuid)> {
    let answer = world.get(&format!("/audit?actor={}", actor.id), manager).await;
    let items = answer.body["items"].as_array().unwrap().clone();
    let deed = |item: &Value| (item["action"].as_str().unwrap().to_owned(), uuid(&item["entity"]));
    items.iter().map(deed).collect()
}

#[tokio::test]
async fn reading_what_one_is_not_in_leaves_an_entry_and_ones_own_none() {
    let world = World::start().await;
    let (asker, staff, help) = world.conversation().await;
    let (manager, owner) = (world.member(Role::Manager).await, world.member(Role::Owner).await);
    let read = format!("/conversations/{help}/messages");
    for person in [&asker, &staff] {
        world.get(&read, person).await;
        assert!(deeds(&world, &owner, person).await.is_empty());
    }
    world.get(&read, &manager).await;
    world.get(&format!("{read}?after_seq=1"), &manager).await;
    let reading = ("conversation_read".to_owned(), help);
    assert_eq!(
        deeds(&world, &owner, &manager).await,
        std::slice::from_ref(&reading),
        "one reading is one entry"
    );

    let mut desk = world.connect(&owner).await;
    desk.say(json!({ "type": "watch", "topic": format!("conversation:{help}") })).await;
    desk.until("conversation").await;
    assert_eq!(deeds(&world, &owner, &owner).await, [reading], "so is watching");
    let entries = world.get(&format!("/audit?entity={help}"), &manager).await;
    let items = entries.body["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    assert_eq!((uuid(&items[0]["actor"]["id"]), &items[0]["actor"]["name"]), (owner.id, &json!("Mia")));
    let foreign = world.member_of(world.new_organization("approved").await, Role::Owner).await;
    assert_eq!(world.get("/audit", &foreign).await.body["items"], json!([]));
}

#[tokio::test]
async fn what_is_taken_away_is_noted_each_time() {
    let world = World::start().await;
    let (_, staff, help) = world.conversation().await;
    let owner = world.member(Role::Owner).await;
    for _ in 0..2 {
        world.get("/archive?text=need", &staff).await;
        world.get("/archive/export?format=csv", &staff).await;
        world.get(&format!("/conversations/{help}/transcript"), &staff).await;
    }
    let deeds = deeds(&world, &owner, &staff).await;
    let count = |action: &str| deeds.iter().filter(|deed| deed.0 == action).count();
    assert_eq!((count("archive_searched"), count("archive_exported"), count("transcript_made")), (1, 2, 2));
    let transcripts = deeds.iter().filter(|deed| deed.0 == "transcript_made");
    assert!(transcripts.into_iter().all(|deed| deed.1 == help));
}

#[tokio::test]
async fn nobody_changes_or_deletes_an_entry() {
    let world = World::start().await;
    let (_, _, help) = world.conversation().await;
    let manager = world.member(Role::Manager).await;
    world.get(&format!("/conversations/{help}"), &manager).await;
    for statement in
        ["UPDATE audit_entries SET action = 'nothing'", "DELETE FROM audit_entries", "TRUNCATE audit_entries"]
    {
        let refused = sqlx::query(statement).execute(&world.pool).await;
        assert!(refused.is_err(), "{statement}");
    }
    assert_eq!(deeds(&world, &manager, &manager).await.len(), 1);
}
