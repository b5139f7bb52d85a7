//! Many processes of core-api on one database, and what each does on its own.

use chrono::Utc;
use serde_json::json;
use service_kit::identity::{Claims, Role};
use sqlx::{Executor, PgPool};
use uuid::Uuid;

use crate::support::{Answer, App, eventually};

async fn count(pool: &PgPool, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(pool).await.unwrap()
}

#[tokio::test]
async fn every_process_refuses_an_ended_session() {
    let app = App::start().await;
    let organization = app.organization().await;
    let second = format!("{}/core/v1/events", app.second().await);
    let session = Uuid::now_v7();
    let subject = organization.subject(Role::Staff);
    let token = app.auth.signer.sign(&Claims::new(Uuid::now_v7(), session, subject, Utc::now().timestamp()));
    Answer::of(app.client.get(&second).bearer_auth(&token)).await.expect(200);
    app.auth.say_ended(session).await;
    for url in [&format!("{}/core/v1/events", app.url), &second] {
        eventually("it is refused", async || {
            Answer::of(app.client.get(url).bearer_auth(&token)).await.status == 401
        })
        .await;
    }
}

#[tokio::test]
async fn a_new_process_refuses_from_its_first_answer_on() {
    let app = App::start().await;
    let organization = app.organization_with("blocked").await;
    let url = format!("{}/core/v1/events", app.second().await);
    let answer = Answer::of(app.client.get(url).bearer_auth(organization.owner())).await;
    answer.problem(403, "organization_blocked");
}

#[tokio::test]
async fn what_nobody_can_need_any_more_is_removed() {
    let app = App::start().await;
    app.organization().await; // By then the copy of what auth-api says has been filled from its beginning.
    app.pool
        .execute(
            "INSERT INTO idempotency_keys (person, key, body, event, created_at) VALUES
               (gen_random_uuid(), 'old', '', gen_random_uuid(), now() - interval '25 hours'),
               (gen_random_uuid(), 'new', '', gen_random_uuid(), now() - interval '23 hours');
             INSERT INTO ended_sessions (session, ended_at) VALUES
               (gen_random_uuid(), now() - interval '190 minutes'),
               (gen_random_uuid(), now() - interval '170 minutes');",
        )
        .await
        .unwrap();
    app.second().await;
    eventually("the old rows are removed", async || {
        let keys = count(&app.pool, "SELECT count(*) FROM idempotency_keys WHERE key = 'old'").await;
        keys + count(&app.pool, "SELECT count(*) FROM ended_sessions").await == 1
    })
    .await;
    assert_eq!(count(&app.pool, "SELECT count(*) FROM idempotency_keys WHERE key = 'new'").await, 1);
}

#[tokio::test]
async fn a_database_that_is_away_is_said_to_be_away() {
    let app = App::start().await;
    let organization = app.organization().await;
    app.create(&organization, json!({})).await;
    app.pool.execute("ALTER TABLE events RENAME TO events_away").await.unwrap();
    let answer = app.get("/core/v1/events", Some(&organization.staff())).await;
    assert!(answer.headers.contains_key("retry-after"));
    let problem = answer.problem(503, "unavailable");
    assert!(!problem.to_string().contains("relation"), "nothing of the database is told: {problem}");
}
