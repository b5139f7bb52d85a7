//! Marks that nodes store at the same time.

use futures_util::future::join_all;
use service_kit::testing;

use super::*;
use crate::MIGRATOR;

const EVENTS: u128 = 12;
const NODES: i64 = 4;
const PEOPLE: i64 = 24;
const ANNOUNCEMENTS: i64 = 20;

/// A store in which everybody is at all events, and each event's announcements went to all of them.
async fn store() -> PgPool {
    let pool = testing::database("messenger", &[&MIGRATOR]).await;
    for event in 1..=EVENTS {
        let fill = sqlx::query(
            "WITH conversation AS (
                 INSERT INTO conversations (id, kind, event, organization, status, last_seq)
                 VALUES ($1, 'announcements', $1, $1, 'open', $2)
             ), people AS (
                 INSERT INTO participations (participant, event, after_seq)
                 SELECT lpad(n::text, 32, '0')::uuid, $1, 0 FROM generate_series(1, $3) n
             )
             SELECT 1",
        );
        let id = Uuid::from_u128(event);
        fill.bind(id).bind(ANNOUNCEMENTS).bind(PEOPLE).execute(&pool).await.unwrap();
        let announce = sqlx::query(
            "INSERT INTO announcements (conversation, seq, sent) SELECT $1, n, $3 FROM generate_series(1, $2) n",
        );
        announce.bind(id).bind(ANNOUNCEMENTS).bind(PEOPLE).execute(&pool).await.unwrap();
    }
    pool
}

/// What a node has gathered: up to which announcement its people saw those of every event, the events in its own order.
fn gathered(node: i64, seen: i64) -> Marks {
    let mut marks = Marks::default();
    let people = (1..=PEOPLE).filter(|person| person % NODES == node);
    for person in people {
        for event in 0..EVENTS {
            let event = if node % 2 == 0 { event } else { EVENTS - 1 - event };
            marks.conversations.push(Uuid::from_u128(event + 1));
            marks.people.push(format!("{person:0>32}").parse().unwrap());
            marks.received.push(seen);
            marks.seen.push(seen);
        }
    }
    marks
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nodes_that_mark_at_the_same_time_wait_for_each_other() {
    let pool = store().await;
    for seen in 1..=ANNOUNCEMENTS {
        let marking = (0..NODES).map(|node| {
            let pool = pool.clone();
            tokio::spawn(async move { mark(&pool, &gathered(node, seen)).await })
        });
        for marked in join_all(marking).await {
            marked.unwrap().unwrap();
        }
    }
    let wrong: i64 =
        sqlx::query_scalar("SELECT count(*) FROM announcements WHERE delivered <> sent OR seen <> sent")
            .fetch_one(&pool)
            .await
            .unwrap();
    assert_eq!(wrong, 0, "everybody is counted once");
}
