//! The archive: everything that was said is found again, by whoever may read it, and can be taken away.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Person, World, eventually, uuid};

async fn say(world: &World, conversation: Uuid, person: &Person, text: &str) {
    let body = json!({ "client_id": Uuid::new_v4(), "body": { "kind": "text", "text": text } });
    let answer = world.post(&format!("/conversations/{conversation}/messages"), person, body).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
}

async fn close(world: &World, conversation: Uuid, staff: &Person, closing: Value) {
    let answer = world.post(&format!("/conversations/{conversation}/close"), staff, closing).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
}

/// What a search finds.
async fn find(world: &World, person: &Person, query: &str) -> Vec<Value> {
    let answer = world.get(&format!("/archive?{query}"), person).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    answer.body["items"].as_array().unwrap().clone()
}

fn ids(found: &[Value]) -> Vec<Uuid> {
    found.iter().map(|item| uuid(&item["conversation"]["id"])).collect()
}

/// Waits until a search finds exactly these.
async fn becomes(world: &World, person: &Person, query: &str, expected: &[Uuid]) -> Vec<Value> {
    eventually(query, async || {
        let found = find(world, person, query).await;
        (ids(&found) == expected).then_some(found)
    })
    .await
}

#[tokio::test]
async fn what_was_said_is_found_by_its_words() {
    let world = World::start().await;
    let (asker, staff, help) = world.conversation().await;
    let (_, _, other) = world.conversation().await;
    let manager = world.member(Role::Manager).await;
    say(&world, help, &asker, "My knee hurts near the Łódź stage").await;
    close(&world, help, &staff, json!({ "outcome": "resolved", "note": "Was drunk" })).await;

    let found = becomes(&world, &manager, "text=lodz%20KNEE", &[help]).await;
    let excerpt = &found[0]["excerpt"];
    assert_eq!((&excerpt["seq"], &excerpt["note"]), (&json!(2), &json!(false)));
    let parts = excerpt["parts"].as_array().unwrap();
    let marked: Vec<_> =
        parts.iter().filter(|part| part["marked"] == true).map(|part| &part["text"]).collect();
    assert_eq!(marked, ["knee", "Łódź"]);
    let whole: String = parts.iter().map(|part| part["text"].as_str().unwrap()).collect();
    assert_eq!(whole, "My knee hurts near the Łódź stage");

    becomes(&world, &manager, "text=kne", &[help]).await;
    becomes(&world, &manager, "text=need%20help", &[other, help]).await;
    assert!(find(&world, &manager, "text=knee%20elbow").await.is_empty(), "every word has to be there");
    assert_eq!(ids(&find(&world, &manager, "text='%26!%7C").await).len(), 2, "signs are no words");
}

#[tokio::test]
async fn notes_and_names_are_found_and_the_filters_narrow() {
    let world = World::start().await;
    let (asker, staff, help) = world.conversation().await;
    let (_, colleague, other) = world.conversation().await;
    let manager = world.member(Role::Manager).await;
    sqlx::query("INSERT INTO people (id, name) VALUES ($1, 'Oksana Bondar')")
        .bind(asker.id)
        .execute(&world.pool)
        .await
        .unwrap();
    let notes =
        world.call(Method::PUT, &format!("/conversations/{help}/notes"), Some(&staff), None).await.id();
    let note = json!({ "client_id": Uuid::new_v4(), "body": { "kind": "note", "text": "Smells of diesel", "beside": 1 } });
    world.post(&format!("/conversations/{notes}/messages"), &staff, note).await;
    let tags = json!({ "tags": ["Gate A"] });
    world.call(Method::PUT, &format!("/conversations/{help}/tags"), Some(&staff), Some(tags)).await;
    close(&world, help, &staff, json!({ "outcome": "referred" })).await;

    let found = becomes(&world, &manager, "text=diesel", &[help]).await;
    assert_eq!(found[0]["excerpt"]["note"], true);
    assert_eq!(found[0]["conversation"]["tags"], json!(["gate a"]));
    becomes(&world, &manager, "text=oksana", &[help]).await;
    becomes(&world, &manager, "", &[other, help]).await;
    let (event, participant, member) = (world.event, asker.id, colleague.id);
    for (query, expected) in [
        ("tag=GATE%20A".to_owned(), vec![help]),
        ("outcome=referred".to_owned(), vec![help]),
        ("outcome=resolved".to_owned(), vec![]),
        ("closed=true".to_owned(), vec![help]),
        ("closed=false".to_owned(), vec![other]),
        (format!("participant={participant}"), vec![help]),
        (format!("member={member}"), vec![other]),
        (format!("event={event}"), vec![other, help]),
        (format!("event={}", Uuid::now_v7()), vec![]),
        ("from=2020-01-01T00:00:00Z".to_owned(), vec![other, help]),
        ("to=2020-01-01T00:00:00Z".to_owned(), vec![]),
        ("text=diesel&tag=gate%20a&outcome=referred&closed=true".to_owned(), vec![help]),
        ("text=diesel&closed=false".to_owned(), vec![]),
    ] {
        assert_eq!(ids(&find(&world, &manager, &query).await), expected, "{query}");
    }
    let first = world.get("/archive?limit=1", &manager).await;
    let next = first.body["next"].as_str().unwrap();
    assert_eq!(ids(&find(&world, &manager, &format!("limit=1&after={next}")).await), [help]);
}

#[tokio::test]
async fn everybody_finds_what_they_may_read_and_nothing_else() {
    let world = World::start().await;
    let (_, staff, help) = world.conversation().await;
    let (_, colleague, other) = world.conversation().await;
    let (manager, stranger) = (world.member(Role::Manager).await, world.member(Role::Staff).await);
    let foreign = world.member_of(world.new_organization("approved").await, Role::Owner).await;
    for query in ["", "text=need"] {
        becomes(&world, &manager, query, &[other, help]).await;
        assert_eq!(ids(&find(&world, &staff, query).await), [help]);
        assert_eq!(ids(&find(&world, &colleague, query).await), [other]);
        assert!(find(&world, &stranger, query).await.is_empty());
        assert!(find(&world, &foreign, query).await.is_empty());
    }
}

#[tokio::test]
async fn an_open_conversation_is_found_by_what_was_said_later_and_by_another_node() {
    let world = World::start().await;
    let (asker, _, help) = world.conversation().await;
    let manager = world.member(Role::Manager).await;
    becomes(&world, &manager, "text=need", &[help]).await;
    say(&world, help, &asker, "It was a chainsaw").await;
    becomes(&world, &manager, "text=chainsaw", &[help]).await;

    // A restart goes on where the last life stopped, and an archive that is lost is filled again.
    world.tasks.shut_down(std::time::Duration::from_secs(15)).await;
    sqlx::query("DELETE FROM archive_entries").execute(&world.pool).await.unwrap();
    sqlx::query("DELETE FROM feed_cursors WHERE source = 'archive'").execute(&world.pool).await.unwrap();
    let mut next =
        World::start_on(world.pool.clone(), messenger_api::Limits::default(), world.signer.clone()).await;
    next.organization = world.organization;
    becomes(&next, &manager, "text=chainsaw", &[help]).await;
}

async fn text_of(world: &World, person: &Person, path: &str) -> (String, String) {
    let address = format!("http://{}/messenger/v1{path}", world.address);
    let answer = world.http.get(address).bearer_auth(&person.token).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK, "{path}");
    let kind = answer.headers()["content-type"].to_str().unwrap().to_owned();
    assert!(answer.headers()["content-disposition"].to_str().unwrap().starts_with("attachment"));
    (kind, answer.text().await.unwrap())
}

#[tokio::test]
async fn a_search_is_taken_away_as_a_table_or_with_every_word() {
    let world = World::start().await;
    let manager = world.member(Role::Manager).await;
    let (asker, staff) = (world.participant(), world.staff_by_hand(10).await);
    let (request, help) = world.ask_for(&asker, "medical", "=HYPERLINK(\"http://evil\")").await;
    world.post(&format!("/help-requests/{request}/take"), &staff, json!({})).await;
    // More than is read at once, faster than anybody may write.
    sqlx::query(
        "WITH head AS (UPDATE conversations SET last_seq = 451 WHERE id = $1)
         INSERT INTO messages (conversation, seq, sender, sender_kind, client_id, body, content)
         SELECT $1, n, $2, 'participant', gen_random_uuid(), jsonb_build_object('kind', 'text', 'text', 'Line ' || n), ''
         FROM generate_series(2, 451) AS n",
    )
    .bind(help)
    .bind(asker.id)
    .execute(&world.pool)
    .await
    .unwrap();
    let (_, _, other) = world.conversation().await;
    becomes(&world, &manager, "", &[other, help]).await;

    let (kind, table) = text_of(&world, &manager, "/archive/export?format=csv").await;
    assert_eq!(kind, "text/csv; charset=utf-8");
    let lines: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 3, "{table}");
    assert!(lines[0].starts_with("conversation,event,person"));
    assert!(
        lines[2].contains("\"'=HYPERLINK(\"\"http://evil\"\")\"") && lines[2].contains("\"451\""),
        "{table}"
    );

    let (kind, json) = text_of(&world, &manager, "/archive/export?format=json").await;
    assert_eq!(kind, "application/json");
    let whole: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(uuid(&whole["items"][1]["conversation"]["id"]), help);
    let said = whole["items"][1]["messages"].as_array().unwrap();
    let seqs: Vec<i64> = said.iter().map(|message| message["seq"].as_i64().unwrap()).collect();
    assert_eq!(seqs, (1..=451).collect::<Vec<_>>());
    assert_eq!(whole["items"][0]["notes"], json!([]));

    let (_, mine) = text_of(&world, &staff, "/archive/export?format=csv&text=line").await;
    assert_eq!(mine.lines().count(), 2, "staff take what they find: {mine}");
    let (_, nothing) = text_of(&world, &staff, "/archive/export?format=json&text=nowhere").await;
    assert_eq!(serde_json::from_str::<Value>(&nothing).unwrap(), json!({ "items": [] }));
}
