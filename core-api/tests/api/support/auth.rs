//! A stand-in for auth-api: it publishes a key and serves a feed of organizers, from a schema of its own.

use axum::Json;
use axum::routing::get;
use serde_json::json;
use service_kit::Tasks;
use service_kit::feed::{self, Feed, ServiceToken};
use service_kit::testing::Signer;
use sqlx::{Executor, PgPool};
use uuid::Uuid;

use super::{Organization, serve};

/// The secret that services show each other in tests.
pub const SERVICE_TOKEN: &str = "service token of a test";

const FEED: Feed = Feed::in_schema("auth");

/// The stand-in, and the key that signs tokens.
pub struct Auth {
    pub url: String,
    pub signer: Signer,
    pool: PgPool,
}

impl Auth {
    pub async fn start(pool: PgPool, tasks: &Tasks) -> Self {
        pool.execute(
            "CREATE SCHEMA auth;
             CREATE TABLE auth.feed (LIKE public.feed INCLUDING ALL);
             CREATE TABLE auth.feed_epoch (epoch uuid NOT NULL DEFAULT gen_random_uuid());
             INSERT INTO auth.feed_epoch DEFAULT VALUES;",
        )
        .await
        .expect("a feed");
        let signer = Organization::signer();
        let keys = signer.published();
        let token = ServiceToken::new(SERVICE_TOKEN);
        let router = feed::router("/internal/v1/organizers/feed", FEED, pool.clone(), token)
            .route("/internal/v1/keys", get(async move || Json(keys)));
        Self { url: serve(router, tasks).await, signer, pool }
    }

    /// Says what an organization is now.
    pub async fn say_organization(&self, organization: &Organization, status: &str) {
        let state = json!({"id": organization.id, "name": organization.name, "status": status});
        self.say("organization", organization.id, state).await;
    }

    /// Says that a session was ended just now.
    pub async fn say_ended(&self, session: Uuid) {
        self.say("session", session, json!({"id": session, "ended_at": chrono::Utc::now()})).await;
    }

    /// Says anything.
    pub async fn say(&self, kind: &str, entity: Uuid, state: serde_json::Value) {
        let mut connection = self.pool.acquire().await.expect("a connection");
        FEED.record(&mut connection, kind, entity, &state).await.expect("said");
    }

    /// Says that something no longer exists.
    pub async fn say_deleted(&self, kind: &str, entity: Uuid) {
        let mut connection = self.pool.acquire().await.expect("a connection");
        FEED.record_deletion(&mut connection, kind, entity).await.expect("said");
    }

    /// Begins another life, as after restoring a backup, with nothing in the feed.
    pub async fn begin_again(&self) {
        let sql = "DELETE FROM auth.feed; UPDATE auth.feed_epoch SET epoch = gen_random_uuid()";
        self.pool.execute(sql).await.expect("a new epoch");
    }
}
