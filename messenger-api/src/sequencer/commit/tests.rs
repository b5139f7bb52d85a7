//! Both ways to store a batch come to the same, whatever the batch.

use std::time::Instant;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use service_kit::testing;
use sqlx::PgPool;
use tokio::sync::oneshot;

use super::super::submission::{Refusal, Reply};
use super::*;
use crate::MIGRATOR;
use crate::messages::content::Content;
use crate::messages::model::{Body, Sender, SenderKind};
use crate::traces::Way;

const ROOMS: u128 = 4;
const ANNA: Uuid = Uuid::from_u128(0xa);

fn room(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// A message of Anna.
fn message(room_number: u128, client_id: u128) -> Submission {
    Submission {
        conversation: room(room_number),
        version: 1,
        sender: Sender { id: ANNA, kind: SenderKind::Participant },
        client_id: Uuid::from_u128(client_id),
        previous: None,
        content: Content::of(&Body::Text { text: "Help".to_owned() }, None).unwrap(),
        reply_to: None,
        received: Instant::now(),
        way: Way::default(),
        reply: Reply::Call(oneshot::channel().0),
    }
}

/// A store with four open conversations in which Anna takes part, and the connections that were asked for.
async fn store_with_rooms<const N: usize>() -> (PgPool, [sqlx::pool::PoolConnection<sqlx::Postgres>; N]) {
    let pool = testing::database("messenger", &[&MIGRATOR]).await;
    for number in 1..=ROOMS {
        sqlx::query("INSERT INTO conversations (id, kind, event, organization, status) VALUES ($1, 'help', $1, $1, 'open')")
            .bind(room(number))
            .execute(&pool)
            .await
            .unwrap();
        sqlx::query(
            "INSERT INTO conversation_people (conversation, person, kind) VALUES ($1, $2, 'participant')",
        )
        .bind(room(number))
        .bind(ANNA)
        .execute(&pool)
        .await
        .unwrap();
    }
    let mut connections = Vec::new();
    for _ in 0..N {
        connections.push(pool.acquire().await.unwrap());
    }
    (pool, connections.try_into().unwrap())
}

async fn rows(pool: &PgPool) -> Vec<(Uuid, i64, Uuid)> {
    sqlx::query_as("SELECT conversation, seq, client_id FROM messages ORDER BY conversation, seq")
        .fetch_all(pool)
        .await
        .unwrap()
}

/// What a verdict says, without the time.
fn says(verdicts: &[Verdict]) -> Vec<Result<(i64, bool), Refusal>> {
    let said = verdicts.iter().map(|verdict| match verdict {
        Verdict::Store(seq, _) => Ok((*seq, false)),
        Verdict::Repeat(seq, _) => Ok((*seq, true)),
        Verdict::Refuse(refusal) => Err(*refusal),
    });
    said.collect()
}

/// What came of a batch, first at once and then in steps, as writers do it.
async fn store_both_ways(
    connection: &mut PgConnection,
    batch: Vec<Submission>,
) -> Result<(usize, Vec<Verdict>), sqlx::Error> {
    let mut verdicts = store(connection, &batch, Means::AtOnce).await?;
    let at_once = verdicts.iter().flatten().count();
    let rest = batch.into_iter().zip(&verdicts).filter(|(_, verdict)| verdict.is_none());
    let rest: Vec<_> = rest.map(|(submission, _)| submission).collect();
    let missing = verdicts.iter_mut().filter(|verdict| verdict.is_none());
    for (missing, verdict) in missing.zip(store(connection, &rest, Means::InSteps).await?) {
        *missing = verdict;
    }
    Ok((at_once, verdicts.into_iter().flatten().collect()))
}

#[tokio::test]
async fn what_is_plain_is_stored_at_once() {
    let (pool, [mut one]) = store_with_rooms().await;
    let follower = Submission { previous: Some(Uuid::from_u128(1)), ..message(1, 2) };
    let answer = Submission { reply_to: Some(2), ..message(1, 3) };
    let batch = [message(1, 1), follower, message(2, 1), answer];
    let verdicts: Vec<_> = store_at_once(&mut one, &batch).await.unwrap().into_iter().flatten().collect();
    assert_eq!(says(&verdicts), [Ok((1, false)), Ok((2, false)), Ok((1, false)), Ok((3, false))]);
    let later = Submission { previous: Some(Uuid::from_u128(3)), ..message(1, 4) };
    let verdicts: Vec<_> = store_at_once(&mut one, &[later]).await.unwrap().into_iter().flatten().collect();
    assert_eq!(says(&verdicts), [Ok((4, false))]);
    assert_eq!(rows(&pool).await.len(), 5);
}

/// Each of these alone keeps all messages of its conversation from being stored at once, and no others.
#[tokio::test]
async fn what_needs_a_closer_look_keeps_its_conversation_back() {
    let (pool, [mut one]) = store_with_rooms().await;
    sqlx::query("UPDATE conversations SET status = 'closed' WHERE id = $1")
        .bind(room(4))
        .execute(&pool)
        .await
        .unwrap();
    store(&mut one, &[message(1, 1)], Means::AtOnce).await.unwrap();
    let after = |client_id| Some(Uuid::from_u128(client_id));
    let odd = [
        ("a repeat", vec![message(1, 1), message(1, 2)]),
        ("an unknown conversation", vec![message(99, 2)]),
        ("a closed one", vec![message(4, 2)]),
        ("a stale version", vec![Submission { version: 0, ..message(1, 2) }]),
        ("two versions", vec![message(1, 2), Submission { version: 2, ..message(1, 3) }]),
        (
            "follows what is not there",
            vec![Submission { previous: after(9), ..message(1, 2) }, message(1, 3)],
        ),
        ("follows what is after it", vec![Submission { previous: after(7), ..message(1, 2) }, message(1, 7)]),
        ("answers what is not there", vec![message(1, 2), Submission { reply_to: Some(3), ..message(1, 3) }]),
        ("answers nothing", vec![Submission { reply_to: Some(0), ..message(1, 2) }]),
        ("the same id twice", vec![message(1, 7), message(1, 7)]),
    ];
    for (client_id, (what, mut batch)) in (100..).zip(odd) {
        let stays = batch.len();
        batch.push(message(3, client_id));
        let verdicts = store_at_once(&mut one, &batch).await.unwrap();
        let kept_back = verdicts.iter().take_while(|verdict| verdict.is_none()).count();
        assert_eq!((kept_back, verdicts.iter().flatten().count()), (stays, 1), "{what}: {verdicts:?}");
        let stored = rows(&pool).await;
        assert_eq!(stored.iter().filter(|row| row.0 != room(3)).count(), 1, "{what}: {stored:?}");
    }
}

/// Any batches, against two stores that begin alike: one is only written in steps.
#[tokio::test]
async fn both_ways_come_to_the_same() {
    let (quick, [mut one]) = store_with_rooms().await;
    let (careful, [mut other]) = store_with_rooms().await;
    let mut random = StdRng::seed_from_u64(7);
    let mut at_once = 0;
    for _ in 0..300 {
        let batch: Vec<_> = (0..random.random_range(1..5))
            .map(|_| {
                let rare = |random: &mut StdRng| random.random_bool(0.1);
                let mut submission = message(random.random_range(1..=ROOMS), random.random_range(1..400));
                if random.random_bool(0.3) {
                    submission.previous = Some(Uuid::from_u128(random.random_range(1..400)));
                }
                submission.reply_to = rare(&mut random).then(|| random.random_range(0..40));
                submission.version = i64::from(!rare(&mut random));
                submission.content.digest = vec![u8::from(rare(&mut random))];
                submission
            })
            .collect();
        let shown = format!("{batch:?}");
        let careful = says(&store_in_steps(&mut other, &batch).await.unwrap());
        let (quickly, verdicts) = store_both_ways(&mut one, batch).await.unwrap();
        assert_eq!(says(&verdicts), careful, "{shown}");
        at_once += quickly;
    }
    assert!(at_once > 100, "{at_once} were stored at once");
    assert_eq!(rows(&quick).await, rows(&careful).await);
}

/// Two nodes write into the same conversations, each the same messages, in opposite order: nothing is doubled, numbers
/// have no holes, and there is no deadlock.
#[tokio::test]
async fn two_writers_of_the_same_store_each_message_once() {
    let (pool, [one, other]) = store_with_rooms().await;
    let write = async |mut connection: sqlx::pool::PoolConnection<sqlx::Postgres>, rooms: [u128; 3]| {
        let mut lost_races = 0;
        for client_id in 1..=100 {
            let batch = || rooms.map(|room_number| message(room_number, client_id)).into();
            // A unique violation is tried again, as writers do. A deadlock would be another error.
            while let Err(error) = store_both_ways(&mut connection, batch()).await {
                assert_eq!(
                    error.as_database_error().and_then(sqlx::error::DatabaseError::code).as_deref(),
                    Some("23505")
                );
                lost_races += 1;
                assert!(lost_races < 1_000, "it goes away when tried again");
            }
        }
    };
    tokio::join!(write(one, [1, 2, 3]), write(other, [3, 2, 1]));
    let stored = rows(&pool).await;
    let expected = (1..=3).flat_map(|number| (1..=100).map(move |seq| (room(number), seq)));
    assert_eq!(stored.iter().map(|row| (row.0, row.1)).collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    let heads: Vec<i64> =
        sqlx::query_scalar("SELECT last_seq FROM conversations ORDER BY id").fetch_all(&pool).await.unwrap();
    assert_eq!(heads, [100, 100, 100, 0]);
}
