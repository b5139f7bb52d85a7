//! Everybody who told of an incident is answered with one call, by somebody who takes part in none of it.

use reqwest::StatusCode;
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Answer, Person, World, eventually, feeds, uuid};

/// An incident of the world's organization that these conversations tell of, as core-api's feed leaves it here.
pub async fn incident(world: &World, conversations: &[Uuid]) -> Uuid {
    incident_of(world, world.organization, conversations).await
}

async fn incident_of(world: &World, organization: Uuid, conversations: &[Uuid]) -> Uuid {
    let id = Uuid::now_v7();
    sqlx::query("INSERT INTO incidents (id, organization, title) VALUES ($1, $2, 'The lights are out')")
        .bind(id)
        .bind(organization)
        .execute(&world.pool)
        .await
        .unwrap();
    sqlx::query("INSERT INTO incident_conversations (incident, conversation) SELECT $1, UNNEST($2::uuid[])")
        .bind(id)
        .bind(conversations)
        .execute(&world.pool)
        .await
        .unwrap();
    id
}

async fn answer(world: &World, person: &Person, incident: Uuid, client_id: Uuid, text: &str) -> Answer {
    let body = json!({ "client_id": client_id, "text": text });
    world.post(&format!("/incidents/{incident}/answers"), person, body).await
}

fn ids(list: &Value) -> Vec<Uuid> {
    let mut ids: Vec<Uuid> = list.as_array().unwrap().iter().map(uuid).collect();
    ids.sort_unstable();
    ids
}

/// The texts that stand in a conversation, and who wrote each.
async fn said(world: &World, person: &Person, conversation: Uuid) -> Vec<(String, Uuid)> {
    let read = world.get(&format!("/conversations/{conversation}/messages"), person).await;
    let item =
        |item: &Value| (item["body"]["text"].as_str().unwrap().to_owned(), uuid(&item["sender"]["id"]));
    read.body["items"].as_array().unwrap().iter().map(item).collect()
}

#[tokio::test]
async fn somebody_who_takes_part_in_none_reaches_all_and_is_in_none_afterwards() {
    let world = World::start().await;
    let (taken_guest, helper, taken) = world.conversation().await;
    let waiting_guest = world.participant();
    let (_, waiting) = world.ask(&waiting_guest).await;
    let incident = incident(&world, &[taken, waiting]).await;
    let colleague = world.member(Role::Staff).await;
    let mut phone = world.connect(&waiting_guest).await;
    let mut desk = world.connect(&helper).await;

    let told = answer(&world, &colleague, incident, Uuid::now_v7(), "Light comes back at nine").await;
    assert_eq!(told.status, StatusCode::OK, "{told:?}");
    let mut both = vec![taken, waiting];
    both.sort_unstable();
    assert_eq!((ids(&told.body["reached"]), ids(&told.body["closed"])), (both, vec![]));
    for heard in [phone.until("message").await, desk.until("message").await] {
        assert_eq!(heard["body"]["text"], "Light comes back at nine");
        assert_eq!(heard["sender"], json!({ "id": colleague.id, "kind": "member" }));
    }
    let line = ("Light comes back at nine".to_owned(), colleague.id);
    for (guest, conversation) in [(&taken_guest, taken), (&waiting_guest, waiting)] {
        assert_eq!(said(&world, guest, conversation).await.last(), Some(&line));
        let state = world.get(&format!("/conversations/{conversation}"), guest).await.body;
        assert!(!state["members"].to_string().contains(&colleague.id.to_string()), "{state}");
        assert_eq!(world.say(&colleague, conversation, "And more").await, StatusCode::NOT_FOUND);
        let read = world.get(&format!("/conversations/{conversation}/messages"), &colleague).await;
        assert_eq!(read.status, StatusCode::NOT_FOUND, "answering lets nobody read");
    }
}

#[tokio::test]
async fn the_same_answer_is_read_once_and_other_words_under_its_id_are_refused() {
    let world = World::start().await;
    let (guest, _, taken) = world.conversation().await;
    let (late_guest, _, late) = world.conversation().await;
    let manager = world.member(Role::Manager).await;
    let incident = incident(&world, &[taken]).await;
    let id = Uuid::now_v7();
    let first = answer(&world, &manager, incident, id, "We know").await;
    sqlx::query("INSERT INTO incident_conversations VALUES ($1, $2)")
        .bind(incident)
        .bind(late)
        .execute(&world.pool)
        .await
        .unwrap();
    let again = answer(&world, &manager, incident, id, "We know").await;
    assert_eq!(ids(&first.body["reached"]), [taken]);
    assert_eq!(ids(&again.body["reached"]).len(), 2, "a repeat reaches whoever it had not reached");
    for (guest, conversation) in [(&guest, taken), (&late_guest, late)] {
        let words = said(&world, guest, conversation).await;
        assert_eq!(words.iter().filter(|(text, _)| text == "We know").count(), 1);
    }
    let other = answer(&world, &manager, incident, id, "We do not know").await;
    assert_eq!((other.status, other.code()), (StatusCode::CONFLICT, "conflict"));
    let log = world.get(&format!("/audit?entity={incident}"), &manager).await.body["items"].clone();
    let deeds = log.as_array().unwrap();
    assert_eq!(deeds.len(), 1, "{log}");
    assert_eq!(
        (&deeds[0]["action"], &deeds[0]["incident"], uuid(&deeds[0]["actor"]["id"])),
        (&json!("incident_answered"), &json!("The lights are out"), manager.id)
    );
    // Whatever becomes of the incident, what was answered keeps its name.
    sqlx::query("DELETE FROM incidents WHERE id = $1").bind(incident).execute(&world.pool).await.unwrap();
    let log = world.get(&format!("/audit?entity={incident}"), &manager).await.body["items"].clone();
    assert_eq!(
        (&log[0]["incident"], &log[0]["after"]["title"]),
        (&Value::Null, &json!("The lights are out"))
    );
}

#[tokio::test]
async fn an_incident_that_nobody_told_of_is_answered_to_nobody_and_not_noted() {
    let world = World::start().await;
    let manager = world.member(Role::Manager).await;
    let incident = incident(&world, &[]).await;
    let told = answer(&world, &manager, incident, Uuid::now_v7(), "Anybody?").await;
    assert_eq!((told.status, &told.body["reached"]), (StatusCode::OK, &json!([])));
    let log = world.get(&format!("/audit?entity={incident}"), &manager).await.body["items"].clone();
    assert_eq!(log, json!([]));
}

#[tokio::test]
async fn what_has_ended_is_named_and_was_said_to_stays_said_to() {
    let world = World::start().await;
    let (_, staff, ended) = world.conversation().await;
    let (_, other, open) = world.conversation().await;
    let incident = incident(&world, &[ended, open]).await;
    let id = Uuid::now_v7();
    let close = json!({ "outcome": "resolved" });
    world.post(&format!("/conversations/{ended}/close"), &staff, close.clone()).await;
    let told = answer(&world, &staff, incident, id, "It works again").await.body;
    assert_eq!((ids(&told["reached"]), ids(&told["closed"])), (vec![open], vec![ended]));
    world.post(&format!("/conversations/{open}/close"), &other, close).await;
    let again = answer(&world, &staff, incident, id, "It works again").await.body;
    assert_eq!(again, told, "a lost answer is given again, also after the end");
}

#[tokio::test]
async fn a_conversation_that_changes_hands_meanwhile_is_reached_all_the_same() {
    let world = World::start().await;
    let mut open = Vec::new();
    for _ in 0..8 {
        open.push(world.conversation().await);
    }
    let conversations: Vec<Uuid> = open.iter().map(|(_, _, conversation)| *conversation).collect();
    let incident = incident(&world, &conversations).await;
    let (manager, colleague) = (world.member(Role::Manager).await, world.staff_by_hand(10).await);
    let shuffle = async {
        for (_, staff, conversation) in &open {
            let body = json!({ "member": colleague.id });
            world.post(&format!("/conversations/{conversation}/invite"), staff, body).await;
        }
    };
    let answers = async {
        for _ in 0..4 {
            let told = answer(&world, &manager, incident, Uuid::now_v7(), "Stay where you are").await;
            assert_eq!(told.status, StatusCode::OK, "{told:?}");
            assert_eq!(ids(&told.body["reached"]).len(), 8);
        }
    };
    tokio::join!(shuffle, answers);
}

#[tokio::test]
async fn another_organization_s_incidents_and_conversations_are_out_of_reach() {
    let world = World::start().await;
    let (guest, _, ours) = world.conversation().await;
    let (incident, foreign) = (incident(&world, &[ours]).await, world.new_organization("approved").await);
    let stranger = world.member_of(foreign, Role::Owner).await;
    for refused in [
        answer(&world, &stranger, incident, Uuid::now_v7(), "Hello").await,
        world.get(&format!("/incidents/{incident}/conversations"), &stranger).await,
        answer(&world, &stranger, Uuid::now_v7(), Uuid::now_v7(), "Hello").await,
    ] {
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
    }
    // Whoever learns of a conversation's id can name it in core-api, and gets nothing by that.
    let theirs = incident_of(&world, foreign, &[ours]).await;
    let told = answer(&world, &stranger, theirs, Uuid::now_v7(), "Hello").await.body;
    assert_eq!(told, json!({ "reached": [], "closed": [] }));
    let listed = world.get(&format!("/incidents/{theirs}/conversations"), &stranger).await.body;
    assert_eq!(listed["items"], json!([]));
    assert_eq!(said(&world, &guest, ours).await.len(), 1);
}

#[tokio::test]
async fn everybody_of_the_organization_sees_who_told_of_it_and_how_far_they_were_helped() {
    let world = World::start().await;
    let (_, helper, taken) = world.conversation().await;
    let (_, waiting) = world.ask(&world.participant()).await;
    let incident = incident(&world, &[taken, waiting, Uuid::now_v7()]).await;
    let colleague = world.member(Role::Staff).await;
    let path = format!("/incidents/{incident}/conversations");
    let items = world.get(&path, &colleague).await.body["items"].clone();
    let shown = |item: &Value| (uuid(&item["conversation"]), item["status"].as_str().unwrap().to_owned());
    let shown: Vec<_> = items.as_array().unwrap().iter().map(shown).collect();
    assert_eq!(shown, [(waiting, "waiting".to_owned()), (taken, "taken".to_owned())]);
    assert_eq!(uuid(&items[1]["member"]["id"]), helper.id);
    let page = world.get(&format!("{path}?limit=1"), &colleague).await.body;
    let next = page["next"].as_str().unwrap();
    let page = world.get(&format!("{path}?limit=1&after={next}"), &colleague).await.body;
    assert_eq!((uuid(&page["items"][0]["conversation"]), &page["next"]), (taken, &Value::Null));
}

#[tokio::test]
async fn an_answer_says_something_and_not_too_much() {
    let world = World::start().await;
    let (_, staff, open) = world.conversation().await;
    let incident = incident(&world, &[open]).await;
    for text in ["", " \n", &"x".repeat(4_001)] {
        let refused = answer(&world, &staff, incident, Uuid::now_v7(), text).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.body["errors"][0]["field"], "text");
    }
}

#[tokio::test]
async fn an_incident_that_is_just_arriving_is_waited_for() {
    let world = World::start().await;
    let (_, staff, open) = world.conversation().await;
    // A machine that stood still meanwhile may be asked once more.
    let told = eventually("what comes a little later is waited for", async || {
        let mut arriving = world.pool.begin().await.unwrap();
        let id = Uuid::now_v7();
        sqlx::query("INSERT INTO incidents (id, organization, title) VALUES ($1, $2, 'Late')")
            .bind(id)
            .bind(world.organization)
            .execute(&mut *arriving)
            .await
            .unwrap();
        sqlx::query("INSERT INTO incident_conversations VALUES ($1, $2)")
            .bind(id)
            .bind(open)
            .execute(&mut *arriving)
            .await
            .unwrap();
        let mut asked = Box::pin(answer(&world, &staff, id, Uuid::now_v7(), "We know"));
        // Not refused before it had time to come.
        let early = tokio::time::timeout(std::time::Duration::from_millis(150), &mut asked).await;
        if early.is_ok() {
            return None;
        }
        arriving.commit().await.unwrap();
        let told = asked.await;
        (told.status == StatusCode::OK).then_some(told)
    })
    .await;
    assert_eq!(ids(&told.body["reached"]), [open]);
}

#[tokio::test]
async fn what_core_api_says_of_an_incident_is_followed() {
    let world = World::start_with_feeds().await;
    let colleague = world.member(Role::Staff).await;
    let (_, _, first) = world.conversation().await;
    let (_, _, second) = world.conversation().await;
    let incident = Uuid::now_v7();
    let path = format!("/incidents/{incident}/conversations");
    let told_by = async || {
        let read = world.get(&path, &colleague).await;
        let items = read.body["items"].as_array()?;
        Some(items.iter().map(|item| uuid(&item["conversation"])).collect::<Vec<_>>())
    };
    for linked in [vec![second, first], vec![first]] {
        let state = json!({ "id": incident, "organization": world.organization, "title": "The lights are out",
            "conversations": linked });
        feeds::say(&world.pool, feeds::CORE, "incident", incident, Some(state)).await;
        eventually("the links are those", async || (told_by().await? == linked).then_some(())).await;
    }
    feeds::say(&world.pool, feeds::CORE, "incident", incident, None).await;
    eventually("it is gone", async || {
        (world.get(&path, &colleague).await.status == StatusCode::NOT_FOUND).then_some(())
    })
    .await;
}
