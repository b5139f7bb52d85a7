//! Asking for help: once, in turn, and seen only by those whom it concerns.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Answer, Person, World, ZONE, eventually};

async fn ask_with_key(world: &World, person: &Person, key: &str, text: &str) -> Answer {
    let body = json!({ "event": world.event, "category": "other", "text": text });
    let headers = [("idempotency-key", key)];
    world.call_with(Method::POST, "/help-requests", Some(person), Some(body), &headers).await
}

async fn open(world: &World, person: &Person, body: Value) -> Answer {
    world.post("/help-requests", person, body).await
}

async fn show(world: &World, person: &Person, request: Uuid) -> Value {
    let answer = world.get(&format!("/help-requests/{request}"), person).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    answer.body
}

#[tokio::test]
async fn a_repeat_opens_nothing_new_and_other_content_is_a_conflict() {
    let world = World::start().await;
    let guest = world.participant();
    let first = ask_with_key(&world, &guest, "k1", "I fell").await;
    assert_eq!(first.status, StatusCode::CREATED, "{first:?}");
    assert_eq!((&first.body["status"], &first.body["place"]), (&json!("waiting"), &json!(1)));

    let again = ask_with_key(&world, &guest, "k1", "I fell").await;
    assert_eq!((again.status, again.id()), (StatusCode::OK, first.id()));
    assert_eq!(again.body["conversation"], first.body["conversation"]);

    let other = ask_with_key(&world, &guest, "k1", "I fell down").await;
    assert_eq!((other.status, other.code()), (StatusCode::CONFLICT, "conflict"));
    // A key belongs to one person.
    assert_eq!(ask_with_key(&world, &world.participant(), "k1", "Me too").await.status, StatusCode::CREATED);
    assert_eq!(ask_with_key(&world, &guest, "", "I fell").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_same_call_many_times_at_once_opens_one_request() {
    let world = World::start().await;
    let guest = world.participant();
    let calls = (0..16).map(|_| ask_with_key(&world, &guest, "burst", "Help"));
    let answers = futures_util::future::join_all(calls).await;
    let created = answers.iter().filter(|answer| answer.status == StatusCode::CREATED).count();
    assert_eq!(created, 1, "{answers:?}");
    for answer in &answers {
        assert!(answer.status.is_success(), "{answer:?}");
        assert_eq!(answer.id(), answers[0].id());
    }
}

#[tokio::test]
async fn one_open_request_for_each_person_and_event() {
    let world = World::start().await;
    let guest = world.participant();
    let (request, conversation) = world.ask(&guest).await;
    let body = json!({ "event": world.event, "category": "other", "text": "Once more" });
    let second = open(&world, &guest, body.clone()).await;
    assert_eq!((second.status, second.code()), (StatusCode::CONFLICT, "already_open"));
    assert_eq!((&second.body["id"], &second.body["conversation"]), (&json!(request), &json!(conversation)));

    let elsewhere = world.new_event(world.organization).await;
    let there = json!({ "event": elsewhere, "category": "other", "text": "Here, too" });
    assert_eq!(open(&world, &guest, there).await.status, StatusCode::CREATED);

    let path = format!("/help-requests/{request}");
    for _ in 0..2 {
        let answer = world.call(Method::DELETE, &path, Some(&guest), None).await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT);
    }
    assert_eq!(show(&world, &guest, request).await["status"], "cancelled");
    assert_eq!(open(&world, &guest, body).await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn what_somebody_took_is_not_cancelled() {
    let world = World::start().await;
    let (guest, staff) = (world.participant(), world.staff_by_hand(3).await);
    let (request, conversation) = world.ask(&guest).await;
    world.post(&format!("/help-requests/{request}/take"), &staff, json!({})).await;
    let path = format!("/help-requests/{request}");
    let refused = world.call(Method::DELETE, &path, Some(&guest), None).await;
    assert_eq!((refused.status, refused.code()), (StatusCode::CONFLICT, "already_taken"));

    let closing = json!({ "outcome": "resolved" });
    world.post(&format!("/conversations/{conversation}/close"), &staff, closing).await;
    let refused = world.call(Method::DELETE, &path, Some(&guest), None).await;
    assert_eq!((refused.status, refused.code()), (StatusCode::CONFLICT, "closed"));
    let stranger = world.call(Method::DELETE, &path, Some(&world.participant()), None).await;
    assert_eq!(stranger.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn only_those_whom_it_concerns_can_see_it() {
    let world = World::start().await;
    let guest = world.participant();
    let (request, _) = world.ask(&guest).await;
    let foreign = world.new_organization("approved").await;
    let unknown = world.get(&format!("/help-requests/{}", Uuid::now_v7()), &guest).await;
    for person in [&guest, &world.member(Role::Staff).await, &world.member(Role::Owner).await] {
        assert_eq!(show(&world, person, request).await["text"], "I need help");
        let list = world.get("/help-requests", person).await;
        assert_eq!(list.body["items"].as_array().map(Vec::len), Some(1), "{list:?}");
    }
    for person in [&world.participant(), &world.member_of(foreign, Role::Owner).await] {
        let answer = world.get(&format!("/help-requests/{request}"), person).await;
        assert_eq!((answer.status, &answer.body), (StatusCode::NOT_FOUND, &unknown.body));
        let list = world.get(&format!("/help-requests?event={}", world.event), person).await;
        assert_eq!(list.body["items"], json!([]));
    }
}

#[tokio::test]
async fn the_list_is_newest_first_in_pages_and_by_status() {
    let world = World::start().await;
    let staff = world.staff_by_hand(5).await;
    let mut requests = Vec::new();
    for _ in 0..5 {
        requests.insert(0, world.ask(&world.participant()).await.0);
    }
    world.post(&format!("/help-requests/{}/take", requests[4]), &staff, json!({})).await;
    let ids = |answer: &Answer| -> Vec<Uuid> {
        answer.body["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| crate::support::uuid(&item["id"]))
            .collect()
    };
    let mut seen = Vec::new();
    let mut next = String::new();
    loop {
        let page = world.get(&format!("/help-requests?limit=2{next}"), &staff).await;
        seen.extend(ids(&page));
        match page.body["next"].as_str() {
            Some(cursor) => next = format!("&after={cursor}"),
            None => break,
        }
    }
    assert_eq!(seen, requests);
    let waiting = world.get("/help-requests?status=waiting", &staff).await;
    assert_eq!(ids(&waiting), requests[..4]);
    let taken = world.get("/help-requests?status=taken", &staff).await;
    assert_eq!(ids(&taken), requests[4..]);
}

#[tokio::test]
async fn a_place_only_gets_better_except_for_a_critical_request() {
    let world = World::start().await;
    let staff = world.staff_by_hand(5).await;
    let (first, _) = world.ask(&world.participant()).await;
    let (second, _) = world.ask(&world.participant()).await;
    let guest = world.participant();
    let (third, _) = world.ask(&guest).await;
    let mut phone = world.connect(&guest).await;
    let places = |phone: &crate::support::Client| -> Vec<i64> {
        let places = phone.heard.iter().filter(|frame| frame["type"] == "place");
        places.map(|frame| frame["place"].as_i64().unwrap()).collect()
    };
    assert_eq!(places(&phone), [3]);
    // Others of the same or a lower priority queue behind.
    world.ask(&world.participant()).await;
    world.ask_for(&world.participant(), "lost_property", "My bag").await;
    world.post(&format!("/help-requests/{first}/take"), &staff, json!({})).await;
    assert_eq!(phone.until("place").await["place"], 2);
    world.post(&format!("/help-requests/{second}/take"), &staff, json!({})).await;
    assert_eq!(phone.until("place").await["place"], 1);
    assert_eq!(places(&phone), [3, 2, 1]);

    let urgent = json!({ "event": world.event, "category": "medical", "text": "No pulse", "triage": { "unconscious": "yes" } });
    assert_eq!(open(&world, &world.participant(), urgent).await.body["place"], 1);
    assert_eq!(phone.until("place").await["place"], 2);
    assert_eq!(show(&world, &guest, third).await["place"], 2);
}

#[tokio::test]
async fn triage_decides_the_priority() {
    let world = World::start().await;
    let cases = [
        ("medical", json!({ "unconscious": "yes" }), "critical"),
        ("medical", json!({ "unconscious": "unknown" }), "high"),
        ("medical", json!({ "breathing_trouble": true }), "critical"),
        ("security", json!({ "weapon": "yes" }), "critical"),
        ("lost_person", json!({ "child": "yes" }), "high"),
        ("lost_person", json!({ "child": "no" }), "normal"),
        ("other", json!({}), "normal"),
        ("lost_property", json!({}), "low"),
    ];
    for (category, triage, expected) in cases {
        let guest = world.participant();
        let body = json!({ "event": world.event, "category": category, "text": "?", "triage": triage });
        let opened = open(&world, &guest, body).await;
        let request = show(&world, &guest, opened.id()).await;
        assert_eq!(request["priority"], expected, "{category} {triage}");
    }
}

#[tokio::test]
async fn staff_see_only_the_details_that_were_shared() {
    let world = World::start().await;
    let staff = world.member(Role::Staff).await;
    let shares = [
        (json!({}), json!({ "name": "Ada", "phone": null, "email": null })),
        (json!({ "name": false, "phone": true }), json!({ "name": null, "phone": "+49 1", "email": null })),
        (json!({ "email": true }), json!({ "name": "Ada", "phone": null, "email": "ada@example.org" })),
    ];
    for (share, mut expected) in shares {
        let guest = world.participant();
        sqlx::query(
            "INSERT INTO people (id, name, phone, email) VALUES ($1, 'Ada', '+49 1', 'ada@example.org')",
        )
        .bind(guest.id)
        .execute(&world.pool)
        .await
        .unwrap();
        let body =
            json!({ "event": world.event, "category": "other", "text": "?", "share": share, "zone": ZONE });
        let opened = open(&world, &guest, body).await;
        expected["id"] = json!(guest.id);
        let request = show(&world, &staff, opened.id()).await;
        assert_eq!((&request["participant"], &request["zone"]), (&expected, &json!(ZONE)));
    }
}

#[tokio::test]
async fn only_a_published_event_of_an_approved_organization_takes_requests() {
    let world = World::start().await;
    let ask = async |event: Uuid| {
        open(&world, &world.participant(), json!({ "event": event, "category": "other", "text": "?" })).await
    };
    let unknown = ask(Uuid::now_v7()).await;
    assert_eq!((unknown.status, unknown.code()), (StatusCode::NOT_FOUND, "not_found"));
    let pending = world.new_organization("pending").await;
    let hidden = ask(world.new_event(pending).await).await;
    assert_eq!((hidden.status, &hidden.body), (StatusCode::NOT_FOUND, &unknown.body));

    let archived = world.new_event(world.organization).await;
    let archive = sqlx::query("UPDATE events SET status = 'archived' WHERE id = $1");
    archive.bind(archived).execute(&world.pool).await.unwrap();
    let ended = ask(archived).await;
    assert_eq!((ended.status, ended.code()), (StatusCode::CONFLICT, "event_closed"));
    assert!(ended.body["detail"].as_str().unwrap().contains("112"), "{ended:?}");

    let body = json!({ "event": world.event, "category": "other", "text": "?", "zone": Uuid::now_v7() });
    let wrong = open(&world, &world.participant(), body).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.body["errors"][0]["field"], "zone");
}

#[tokio::test]
async fn a_blocked_organization_leaves_nobody_waiting_in_vain() {
    let world = World::start().await;
    let (guest, staff, taken) = world.conversation().await;
    let other = world.participant();
    let (waiting, _) = world.ask(&other).await;
    let mut phone = world.connect(&guest).await;
    let block = sqlx::query("UPDATE organizations SET status = 'blocked' WHERE id = $1");
    block.bind(world.organization).execute(&world.pool).await.unwrap();

    let closed = phone.until_frame(|frame| frame["state"]["status"] == "closed").await;
    assert_eq!(closed["conversation"], json!(taken));
    let is_message = |frame: &&Value| frame["type"] == "message";
    let notice = phone.heard.iter().find(is_message).cloned();
    let notice = match notice {
        Some(notice) => notice,
        None => phone.until("message").await,
    };
    assert_eq!(notice["body"]["notice"], "organization_blocked");
    assert_eq!(notice["body"]["emergency_number"], "112");
    eventually("the waiting request ends, too", async || {
        (show(&world, &other, waiting).await["status"] == "closed").then_some(())
    })
    .await;
    eventually("its members are out", async || {
        (world.get("/help-requests", &staff).await.code() == "organization_blocked").then_some(())
    })
    .await;
    let body = json!({ "event": world.event, "category": "other", "text": "?" });
    let late = tokio::time::timeout(Duration::from_secs(60), open(&world, &world.participant(), body)).await;
    assert_eq!(late.unwrap().status, StatusCode::NOT_FOUND);
}
