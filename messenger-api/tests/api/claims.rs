//! Ten thousand simultaneous claims, over two nodes that share nothing but the database, and pushes besides.

use std::collections::{HashMap, HashSet};

use futures_util::{StreamExt, stream};
use messenger_api::Limits;
use reqwest::StatusCode;
use serde_json::json;
use uuid::Uuid;

use crate::support::{Answer, Person, World};

const CLAIMS: usize = 10_000;
const AT_ONCE: usize = 128;
const REQUESTS: usize = 500;
const STAFF: usize = 24;
const CAPACITY: i32 = 15;

/// Writes down every time that a request is given to somebody, also when it is overwritten later.
const LOG: &str = "
    CREATE TABLE given (request uuid, member uuid);
    CREATE FUNCTION note_given() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO given VALUES (NEW.id, NEW.member);
        RETURN NEW;
    END $$;
    CREATE TRIGGER note_given AFTER UPDATE ON help_requests FOR EACH ROW
        WHEN (NEW.member IS NOT NULL AND NEW.status = 'taken') EXECUTE FUNCTION note_given();";

/// Nobody looks at what they have here: it stays theirs, however long a busy machine takes.
fn limits() -> Limits {
    Limits { member_gone_seconds: 3_600, pass_on_seconds: 3_600, ..Limits::default() }
}

/// Another node on the same database, with a bus of its own.
async fn second_node(first: &World) -> World {
    let mut second = World::start_on(first.pool.clone(), limits(), first.signer.clone()).await;
    (second.organization, second.event) = (first.organization, first.event);
    second
}

/// Asks again a few times when the node says that it is busy.
async fn insist(world: &World, staff: &Person, path: &str, body: serde_json::Value) -> Answer {
    for _ in 0..5 {
        let answer = world.post(path, staff, body.clone()).await;
        if answer.status != StatusCode::SERVICE_UNAVAILABLE {
            return answer;
        }
    }
    panic!("{path} cannot be answered");
}

/// Members who have more than their capacity, or another number than is counted, at one moment.
async fn miscounted(world: &World) -> Vec<(Uuid, i32, i32, i64)> {
    sqlx::query_as(
        "SELECT a.member, a.capacity, a.active, count(r.id) FROM availability a
         LEFT JOIN help_requests r ON r.member = a.member AND r.status = 'taken'
         GROUP BY a.member HAVING count(r.id) <> a.active OR count(r.id) > a.capacity",
    )
    .fetch_all(&world.pool)
    .await
    .unwrap()
}

/// What one claim got: the request and who got it.
async fn claim(world: &World, staff: &Person, number: usize, requests: &[Uuid]) -> Option<(Uuid, Uuid)> {
    let wanted = requests[number * 7_919 % requests.len()];
    let by_name = !number.is_multiple_of(3);
    let path = if by_name {
        format!("/help-requests/{wanted}/take")
    } else {
        format!("/events/{}/queue/take", world.event)
    };
    let answer = insist(world, staff, &path, json!({})).await;
    if answer.status != StatusCode::OK {
        let expected: &[&str] = if by_name {
            &["already_taken", "at_capacity", "closed"]
        } else {
            &["queue_empty", "at_capacity"]
        };
        assert!(expected.contains(&answer.code()), "{answer:?}");
        return None;
    }
    let got = crate::support::uuid(&answer.body["request"]["id"]);
    assert!(!by_name || got == wanted);
    // Some conversations end soon, so that capacities are given back while others are taken.
    if number.is_multiple_of(4) {
        let path = format!("/conversations/{}/close", answer.id());
        let closed = insist(world, staff, &path, json!({ "outcome": "resolved" })).await;
        assert_eq!(closed.status, StatusCode::OK, "{closed:?}");
    }
    Some((got, staff.id))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_shares_a_request_and_no_capacity_is_passed() {
    let first = World::start_with(limits()).await;
    let second = second_node(&first).await;
    sqlx::raw_sql(LOG).execute(&first.pool).await.unwrap();
    let asking = (0..REQUESTS).map(|_| async { first.ask(&first.participant()).await.0 });
    let requests: Vec<Uuid> = stream::iter(asking).buffer_unordered(16).collect().await;
    let staff: Vec<Person> = stream::iter(0..STAFF).then(|_| first.staff_by_hand(CAPACITY)).collect().await;
    // A few are pushed to while everybody takes by hand.
    let on_duty = &staff[..4];

    let claims = stream::iter(0..CLAIMS).map(|number| {
        let world = if (number / STAFF).is_multiple_of(2) { &first } else { &second };
        let claim = claim(world, &staff[number % STAFF], number, &requests);
        async move {
            if number == 100 {
                for person in on_duty {
                    world.offer(person, &[world.event], CAPACITY).await;
                }
            }
            if number.is_multiple_of(100) {
                assert_eq!(miscounted(world).await, []);
            }
            claim.await
        }
    });
    let answers: Vec<Option<(Uuid, Uuid)>> = claims.buffer_unordered(AT_ONCE).collect().await;
    assert_eq!(answers.len(), CLAIMS);

    let given: Vec<(Uuid, Uuid)> =
        sqlx::query_as("SELECT request, member FROM given").fetch_all(&first.pool).await.unwrap();
    let holders: HashMap<Uuid, Uuid> = given.iter().copied().collect();
    assert_eq!(holders.len(), given.len(), "no request was given twice");
    let told: HashSet<(Uuid, Uuid)> = answers.into_iter().flatten().collect();
    assert!(told.iter().all(|(request, member)| holders[request] == *member), "who was told so has it");
    assert!(told.len() > STAFF, "{} claims had success", told.len());
    assert_eq!(miscounted(&first).await, []);
    let full = STAFF * usize::try_from(CAPACITY).unwrap();
    assert!(given.len() >= full.min(REQUESTS), "everybody had their hands full: {}", given.len());
}
