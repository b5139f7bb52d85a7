//! The audit log: who read or took away what is not their own, and who changed what, for good.

use reqwest::Method;
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
async fn changes_of_a_conversation_are_noted_with_what_was_there_before() {
    let world = World::start().await;
    let (asker, staff, help) = world.conversation().await;
    let (colleague, owner) = (world.staff_by_hand(1).await, world.member(Role::Owner).await);
    let path = format!("/conversations/{help}");
    let request = world.get(&path, &staff).await.body["request"]["id"].as_str().unwrap().to_owned();
    let judged = json!({ "priority": "critical" });
    for _ in 0..2 {
        world
            .call(Method::PATCH, &format!("/help-requests/{request}"), Some(&staff), Some(judged.clone()))
            .await;
        world.post(&format!("{path}/invite"), &staff, json!({ "member": colleague.id })).await;
    }
    let leaving = format!("{path}/members/{}", colleague.id);
    world.call(Method::DELETE, &leaving, Some(&colleague), None).await;
    let handed =
        json!({ "to": { "kind": "member", "member": colleague.id }, "reason": "Closer to the gate" });
    world.post(&format!("{path}/transfer"), &staff, handed).await;
    world.post(&format!("{path}/close"), &colleague, json!({ "outcome": "referred" })).await;
    world.post(&format!("{path}/reopen"), &owner, json!({})).await;

    let all = world.get(&format!("/audit?entity={help}"), &owner).await.body["items"].clone();
    let deed = |item: &Value| (item["action"].as_str().unwrap().to_owned(), uuid(&item["actor"]["id"]));
    let deeds: Vec<_> = all.as_array().unwrap().iter().map(deed).collect();
    let expected = [
        ("conversation_reopened", owner.id),
        ("conversation_closed", colleague.id),
        ("conversation_transferred", staff.id),
        ("member_removed", colleague.id),
        ("member_invited", staff.id),
        ("request_judged", staff.id),
    ];
    assert_eq!(deeds, expected.map(|(action, actor)| (action.to_owned(), actor)));
    assert_eq!(
        (&all[5]["before"]["priority"], &all[5]["after"]["priority"]),
        (&json!("normal"), &json!("critical"))
    );
    assert_eq!(all[1]["after"]["outcome"], "referred");
    for entry in [2, 3, 4] {
        assert_eq!(uuid(&all[entry]["member"]["id"]), colleague.id);
    }
    assert_eq!((uuid(&all[0]["participant"]["id"]), uuid(&all[0]["event"])), (asker.id, world.event));

    let read = world.get(&format!("{path}/handovers"), &colleague).await;
    let causes: Vec<_> = read.body["items"].as_array().unwrap().iter().map(|item| &item["cause"]).collect();
    assert_eq!(causes, ["reopened", "transferred", "removed", "invited", "judged"]);
    let judged = &read.body["items"][4];
    assert_eq!((&judged["by"]["id"], &judged["before"]["priority"]), (&json!(staff.id), &json!("normal")));
}

#[tokio::test]
async fn the_log_is_narrowed_by_event_person_and_kind() {
    let world = World::start().await;
    let (_, staff, help) = world.conversation().await;
    let (manager, owner) = (world.member(Role::Manager).await, world.member(Role::Owner).await);
    world.get(&format!("/conversations/{help}"), &manager).await;
    world.get("/archive", &staff).await;
    world.post(&format!("/conversations/{help}/close"), &staff, json!({ "outcome": "resolved" })).await;
    let (event, elsewhere) = (world.event, world.new_event(world.organization).await);
    for (query, expected) in [
        (String::new(), vec!["conversation_closed", "archive_searched", "conversation_read"]),
        (format!("event={event}"), vec!["conversation_closed", "conversation_read"]),
        (format!("event={elsewhere}"), vec![]),
        ("action=archive_searched".to_owned(), vec!["archive_searched"]),
        (format!("actor={}&action=conversation_closed", staff.id), vec!["conversation_closed"]),
        (format!("actor={}&event={event}", manager.id), vec!["conversation_read"]),
        (
            format!("event={event}&from=2026-01-01T00:00:00Z"),
            vec!["conversation_closed", "conversation_read"],
        ),
        (format!("event={event}&to=2026-01-01T00:00:00Z"), vec![]),
    ] {
        let found = world.get(&format!("/audit?{query}"), &owner).await.body["items"].clone();
        let actions: Vec<_> =
            found.as_array().unwrap().iter().map(|item| item["action"].as_str().unwrap()).collect();
        assert_eq!(actions, expected, "{query}");
    }
    let first = world.get("/audit?limit=1", &owner).await.body;
    let next =
        world.get(&format!("/audit?limit=1&after={}", first["next"].as_str().unwrap()), &owner).await.body;
    assert_eq!(next["items"][0]["action"], "archive_searched");
    assert_eq!(world.get("/audit?action=nothing", &owner).await.status, 422);
    assert_eq!(world.get("/audit?from=yesterday", &owner).await.status, 422);
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
