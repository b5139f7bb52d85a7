//! What is organised: events with their zones and contacts, incidents. The other services learn of them from core-api's
//! feed; core-api learns of organizations and ended sessions from auth-api's.

mod cleanup;
mod config;
mod cursor;
pub mod events;
mod idempotency;
mod incidents;
mod input;
mod organizers;
pub mod public_events;
mod routes;
mod saved_replies;
mod state;
mod words;

use std::str::FromStr;
use std::sync::Arc;

pub use config::Settings;
pub use routes::openapi;
use service_kit::feed::{self, ServiceToken, Source};
use service_kit::health::Readiness;
use service_kit::identity::{Gate, Keys};
use service_kit::{Service, Tasks, database, health, http};
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::PgConnectOptions;
use state::State;

/// The schema of the database `events`.
pub static MIGRATOR: Migrator = sqlx::migrate!();

/// Why the service could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database could not be used.
    #[error("the database `events` could not be used: {0}")]
    Database(#[from] sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("the database `events` could not be brought up to date: {0}")]
    Migration(#[from] MigrateError),
}

/// Connects, brings the schema up to date, begins the background work and returns what is to be served.
pub async fn start(settings: Settings, tasks: &Tasks) -> Result<Service, StartError> {
    let options = PgConnectOptions::from_str(&settings.database)?.application_name("core-api");
    let pool = database::connect(options, settings.database_connections).await?;
    database::migrate(&pool, &MIGRATOR).await?;
    let auth = settings.auth_internal_url.trim_end_matches('/');
    let gate = Gate::new("core", Arc::new(Keys::published_at(format!("{auth}/internal/v1/keys"))));
    organizers::refresh(&pool, &gate).await?;

    let token = ServiceToken::new(settings.service_token);
    let organizers_feed = Source {
        name: organizers::SOURCE,
        url: format!("{auth}/internal/v1/organizers/feed"),
        token: token.clone(),
    };
    tasks.spawn(feed::follow(organizers_feed, pool.clone(), organizers::OrganizersFeed, tasks.clone()));
    tasks.spawn(organizers::keep_standing(pool.clone(), gate.clone(), tasks.clone()));
    tasks.spawn(cleanup::keep_clean(pool.clone(), tasks.clone()));

    let (public, _) = routes::public().split_for_parts();
    let readiness =
        Readiness::new(vec![pool.clone()], tasks).with_copies(pool.clone(), &[organizers::SOURCE]);
    let internal = feed::router("/internal/v1/feed", events::store::FEED, pool.clone(), token)
        .merge(health::router(readiness.clone()));
    let probes = vec![database::probe("events", pool.clone())];
    Ok(Service { public: http::api(public.with_state(State { pool, gate })), internal, readiness, probes })
}
