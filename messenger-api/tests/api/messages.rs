//! Messages over REST: the same promises as over the socket.

use reqwest::StatusCode;
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Answer, Person, World};

fn text(client_id: Uuid, text: &str) -> Value {
    json!({ "client_id": client_id, "body": { "kind": "text", "text": text } })
}

async fn post(world: &World, person: &Person, conversation: Uuid, body: Value) -> Answer {
    world.post(&format!("/conversations/{conversation}/messages"), person, body).await
}

async fn read(world: &World, person: &Person, conversation: Uuid, query: &str) -> Answer {
    world.get(&format!("/conversations/{conversation}/messages{query}"), person).await
}

fn seqs(page: &Answer) -> Vec<i64> {
    let items = page.body["items"].as_array().unwrap_or_else(|| panic!("{page:?}"));
    items.iter().map(|message| message["seq"].as_i64().unwrap()).collect()
}

/// Fills a conversation up to this number; message 1 is there already.
async fn fill(world: &World, staff: &Person, conversation: Uuid, up_to: i64) {
    for number in 2..=up_to {
        let sent = post(world, staff, conversation, text(Uuid::new_v4(), &format!("message {number}"))).await;
        assert_eq!(sent.body["seq"], number, "{sent:?}");
    }
}

#[tokio::test]
async fn everybody_reads_the_same_order_without_holes() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let sends = (0..16).map(|number: usize| {
        let person = if number.is_multiple_of(2) { &guest } else { &staff };
        post(&world, person, conversation, text(Uuid::new_v4(), &format!("at once {number}")))
    });
    for sent in futures_util::future::join_all(sends).await {
        assert_eq!(sent.status, StatusCode::CREATED, "{sent:?}");
    }
    let (mine, theirs) =
        (read(&world, &guest, conversation, "").await, read(&world, &staff, conversation, "").await);
    assert_eq!(seqs(&mine), (1..=17).collect::<Vec<_>>());
    assert_eq!(mine.body, theirs.body);
    assert_eq!(mine.body["items"][0]["body"]["text"], "I need help");
    assert_eq!(mine.body["items"][0]["sender"], json!({ "id": guest.id, "kind": "participant" }));
}

#[tokio::test]
async fn a_repeat_is_stored_once_and_other_content_is_a_conflict() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let id = Uuid::new_v4();
    let first = post(&world, &guest, conversation, text(id, "Once")).await;
    assert_eq!((first.status, &first.body["duplicate"]), (StatusCode::CREATED, &json!(false)));
    let repeats = (0..4).map(|_| post(&world, &guest, conversation, text(id, "Once")));
    for again in futures_util::future::join_all(repeats).await {
        assert_eq!((again.status, &again.body["duplicate"]), (StatusCode::OK, &json!(true)));
        assert_eq!((&again.body["seq"], &again.body["at"]), (&first.body["seq"], &first.body["at"]));
    }
    let other = post(&world, &guest, conversation, text(id, "Twice")).await;
    assert_eq!((other.status, other.code()), (StatusCode::CONFLICT, "conflict"));
    let mut moved = text(id, "Once");
    moved["location"] = json!({ "latitude": 1.0, "longitude": 2.0 });
    assert_eq!(post(&world, &guest, conversation, moved).await.code(), "conflict");
    // An id belongs to its writer.
    assert_eq!(post(&world, &staff, conversation, text(id, "Mine")).await.status, StatusCode::CREATED);
    assert_eq!(seqs(&read(&world, &guest, conversation, "").await), [1, 2, 3]);

    // The socket and REST remember the same.
    let mut phone = world.connect(&guest).await;
    phone.say(crate::support::send(id, conversation, "Once")).await;
    let ack = phone.until("ack").await;
    assert_eq!((&ack["seq"], &ack["duplicate"]), (&first.body["seq"], &json!(true)));
}

#[tokio::test]
async fn what_was_written_later_never_stands_before_what_it_follows() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let (first, second) = (Uuid::new_v4(), Uuid::new_v4());
    let mut follower = text(second, "Second");
    follower["previous"] = json!(first);
    let early = post(&world, &guest, conversation, follower.clone()).await;
    assert_eq!((early.status, early.code()), (StatusCode::CONFLICT, "order"));
    // Somebody else's message of the same id does not count.
    post(&world, &staff, conversation, text(first, "Not yours")).await;
    assert_eq!(post(&world, &guest, conversation, follower.clone()).await.code(), "order");
    post(&world, &guest, conversation, text(first, "First")).await;
    assert_eq!(post(&world, &guest, conversation, follower).await.status, StatusCode::CREATED);
    let page = read(&world, &guest, conversation, "?after_seq=2").await;
    assert_eq!(page.body["items"][0]["client_id"], json!(first));
    assert_eq!(page.body["items"][1]["client_id"], json!(second));
}

#[tokio::test]
async fn pages_go_forwards_and_backwards() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    fill(&world, &staff, conversation, 10).await;
    let read = async |query: &str| read(&world, &guest, conversation, query).await;

    let page = read("?after_seq=2&limit=3").await;
    assert_eq!((seqs(&page), &page.body["next"]), (vec![3, 4, 5], &json!("5")));
    let page = read("?after_seq=7&limit=3").await;
    assert_eq!((seqs(&page), &page.body["next"]), (vec![8, 9, 10], &Value::Null));
    let page = read("?before_seq=8&limit=3").await;
    assert_eq!((seqs(&page), &page.body["next"]), (vec![5, 6, 7], &json!("5")));
    let page = read("?before_seq=3&limit=3").await;
    assert_eq!((seqs(&page), &page.body["next"]), (vec![1, 2], &Value::Null));
    assert_eq!(seqs(&read("?after_seq=10").await), Vec::<i64>::new());
    assert_eq!(seqs(&read("?after_seq=10000000000").await), Vec::<i64>::new());
    for (query, field) in
        [("?after_seq=-1", "after_seq"), ("?before_seq=0", "before_seq"), ("?limit=x", "limit")]
    {
        let refused = read(query).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{refused:?}");
        assert_eq!(refused.body["errors"][0]["field"], field);
    }
}

#[tokio::test]
async fn answers_name_a_message_that_is_there() {
    let world = World::start().await;
    let (guest, _, conversation) = world.conversation().await;
    let mut answer = text(Uuid::new_v4(), "To the first");
    for wrong in [0, 7, -1] {
        answer["reply_to"] = json!(wrong);
        let refused = post(&world, &guest, conversation, answer.clone()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{refused:?}");
        assert_eq!(refused.body["errors"][0]["field"], "reply_to");
    }
    answer["reply_to"] = json!(1);
    assert_eq!(post(&world, &guest, conversation, answer).await.status, StatusCode::CREATED);
    assert_eq!(read(&world, &guest, conversation, "").await.body["items"][1]["reply_to"], 1);
}

#[tokio::test]
async fn clients_do_not_speak_for_steward() {
    let world = World::start().await;
    let (guest, _, conversation) = world.conversation().await;
    let notice =
        json!({ "kind": "notice", "notice": "organization_blocked", "emergency_number": null, "text": "?" });
    let body = json!({ "client_id": Uuid::new_v4(), "body": notice });
    let refused = post(&world, &guest, conversation, body).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.body["errors"][0]["field"], "body.kind");
    let long = post(&world, &guest, conversation, text(Uuid::new_v4(), &"ü".repeat(4_001))).await;
    assert_eq!(long.body["errors"][0]["field"], "body.text");
    let longest = post(&world, &guest, conversation, text(Uuid::new_v4(), &"ü".repeat(4_000))).await;
    assert_eq!(longest.status, StatusCode::CREATED);
}

#[tokio::test]
async fn a_closed_conversation_is_read_but_not_written() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let sent = Uuid::new_v4();
    post(&world, &guest, conversation, text(sent, "Thank you")).await;
    let close = async |person: &Person, body: Value| {
        world.post(&format!("/conversations/{conversation}/close"), person, body).await
    };
    assert_eq!(close(&guest, json!({ "outcome": "resolved" })).await.status, StatusCode::FORBIDDEN);
    let colleague = world.member(Role::Staff).await;
    assert_eq!(close(&colleague, json!({ "outcome": "resolved" })).await.status, StatusCode::NOT_FOUND);
    let wrong = close(&staff, json!({ "outcome": "bored" })).await;
    assert_eq!(wrong.body["errors"][0]["field"], "outcome");

    let closed = close(&staff, json!({ "outcome": "referred", "note": "Ambulance 3" })).await;
    assert_eq!((closed.status, &closed.body["status"]), (StatusCode::OK, &json!("closed")));
    assert_eq!(closed.body["request"]["outcome"], "referred");
    // Closing again, or otherwise, changes nothing.
    let again = close(&staff, json!({ "outcome": "other" })).await;
    assert_eq!((again.status, &again.body["request"]["outcome"]), (StatusCode::OK, &json!("referred")));

    let late = post(&world, &guest, conversation, text(Uuid::new_v4(), "One more thing")).await;
    assert_eq!((late.status, late.code()), (StatusCode::CONFLICT, "closed"));
    // What was stored before is still acknowledged.
    let repeat = post(&world, &guest, conversation, text(sent, "Thank you")).await;
    assert_eq!((repeat.status, &repeat.body["seq"]), (StatusCode::OK, &json!(2)));
    assert_eq!(seqs(&read(&world, &guest, conversation, "").await), [1, 2]);
    let shown = world.get(&format!("/conversations/{conversation}"), &guest).await;
    assert!(!shown.body.to_string().contains("Ambulance 3"), "the note is for colleagues only");
}

#[tokio::test]
async fn what_nobody_took_cannot_be_closed() {
    let world = World::start().await;
    let (_, conversation) = world.ask(&world.participant()).await;
    let manager = world.member(Role::Manager).await;
    let path = format!("/conversations/{conversation}/close");
    let refused = world.post(&path, &manager, json!({ "outcome": "resolved" })).await;
    assert_eq!((refused.status, refused.code()), (StatusCode::CONFLICT, "still_waiting"));
}

#[tokio::test]
async fn for_strangers_there_is_no_conversation() {
    let world = World::start().await;
    let (_, _, conversation) = world.conversation().await;
    let foreign = world.new_organization("approved").await;
    let unknown = read(&world, &world.participant(), Uuid::now_v7(), "").await;
    let strangers = [
        world.participant(),
        world.member(Role::Staff).await,
        world.member_of(foreign, Role::Owner).await,
        world.administrator(),
    ];
    for stranger in &strangers {
        let answers = [
            read(&world, stranger, conversation, "").await,
            post(&world, stranger, conversation, text(Uuid::new_v4(), "Hello")).await,
            world.get(&format!("/conversations/{conversation}"), stranger).await,
        ];
        for answer in answers {
            assert_eq!((answer.status, &answer.body), (StatusCode::NOT_FOUND, &unknown.body));
        }
    }
    // Managers read along, but do not speak.
    let manager = world.member(Role::Manager).await;
    assert_eq!(seqs(&read(&world, &manager, conversation, "").await), [1]);
    let refused = post(&world, &manager, conversation, text(Uuid::new_v4(), "Hello")).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
}
