//! Stand-ins for auth-api and core-api: feeds of their own that a test fills.

use axum::Router;
use serde_json::{Value, json};
use service_kit::feed::{self, Feed, ServiceToken};
use service_kit::{Tasks, http};
use sqlx::{AssertSqlSafe, PgPool};
use uuid::Uuid;

use super::SERVICE_TOKEN;

/// Where organizations and members come from.
pub const AUTH: Feed = Feed::in_schema("auth");
/// Where events come from.
pub const CORE: Feed = Feed::in_schema("core");

/// Makes the feeds in the world's own database, and serves them.
pub async fn serve(pool: &PgPool, tasks: &Tasks) -> String {
    for schema in ["auth", "core", "people"] {
        let sql = format!(
            "CREATE SCHEMA {schema};
             CREATE TABLE {schema}.feed (LIKE public.feed INCLUDING ALL);
             CREATE TABLE {schema}.feed_epoch (epoch uuid NOT NULL DEFAULT gen_random_uuid());
             INSERT INTO {schema}.feed_epoch DEFAULT VALUES;"
        );
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(pool).await.unwrap();
    }
    let feed =
        |path: &str, feed: Feed| feed::router(path, feed, pool.clone(), ServiceToken::new(SERVICE_TOKEN));
    let router = Router::new()
        .merge(feed("/internal/v1/organizers/feed", AUTH))
        .merge(feed("/internal/v1/participants/feed", Feed::in_schema("people")))
        .merge(feed("/internal/v1/feed", CORE));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(http::serve(listener, router, http::Side::Inside, tasks.clone()));
    format!("http://{address}")
}

/// Says what something is now; nothing when it no longer exists.
pub async fn say(pool: &PgPool, feed: Feed, kind: &str, entity: Uuid, state: Option<Value>) {
    let mut connection = pool.acquire().await.unwrap();
    match state {
        Some(state) => feed.record(&mut connection, kind, entity, &state).await.unwrap(),
        None => feed.record_deletion(&mut connection, kind, entity).await.unwrap(),
    }
}

/// What auth-api says of a member.
pub fn member(id: Uuid, organization: Uuid, name: &str) -> Value {
    json!({ "id": id, "organization": organization, "name": name, "role": "staff", "active": true })
}
