//! Who says what, live: help requests and their queue, conversations, messages, and the socket that shows them.
//!
//! The way of a message: connection → [`sequencer`] → Postgres (one commit for many) → acknowledgement, then
//! [`bus`] → [`live::Hub`] of every node → sockets. `docs/architecture.md` tells why.

mod announcements;
mod archive;
mod attachments;
mod audit;
mod availability;
mod bus;
mod config;
mod conversations;
mod copies;
mod events;
mod failpoints;
mod figures;
mod help_requests;
mod incidents;
mod live;
mod live_locations;
mod messages;
mod notes;
mod participations;
mod routes;
mod satisfaction;
mod sequencer;
mod state;
mod tags;
mod team;
mod traces;
mod transcripts;
mod words;

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

pub use config::{AttachmentSettings, Limits, Settings};
use governor::RateLimiter;
pub use routes::openapi;
use service_kit::health::Readiness;
use service_kit::identity::{Gate, Keys};
use service_kit::{Doorway, Service, Tasks, database, descriptors, health, http};
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::PgConnectOptions;

use attachments::Attachments;
use attachments::files::FilesError;
use bus::{Bus, InProcess, Nats};
pub use bus::{NatsError, NatsSettings};
use help_requests::assign::Assigner;
use live::Hub;
use live::beginnings::Beginnings;
use live::limits::{Rates, quota};
use sequencer::Sequencer;
use state::{App, Parts};

/// The schema of the database `messages`.
pub static MIGRATOR: Migrator = sqlx::migrate!();

/// Why the service could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database could not be used.
    #[error("the database `messages` could not be used: {0}")]
    Database(#[from] sqlx::Error),
    /// Photos and voice clips cannot be kept.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// The bus is not set up well.
    #[error(transparent)]
    Bus(#[from] NatsError),
    /// The schema could not be brought up to date.
    #[error("the database `messages` could not be brought up to date: {0}")]
    Migration(#[from] MigrateError),
}

/// Connects, brings the schema up to date, begins the background work and returns what is to be served.
pub async fn start(settings: Settings, tasks: &Tasks) -> Result<Service, StartError> {
    let keys = format!("{}/internal/v1/keys", settings.auth_internal_url.trim_end_matches('/'));
    start_with_keys(settings, Arc::new(Keys::published_at(keys)), tasks).await
}

/// The same with keys that are already at hand, as tests have them.
pub async fn start_with_keys(
    settings: Settings,
    keys: Arc<Keys>,
    tasks: &Tasks,
) -> Result<Service, StartError> {
    descriptors::make_room(settings.limits.sockets);
    let options = PgConnectOptions::from_str(&settings.database)?.application_name("messenger-api");
    let pool = database::connect(options.clone(), settings.database_connections).await?;
    database::migrate(&pool, &MIGRATOR).await?;
    let gate = Gate::new("messenger", keys);
    gate.set_standing(copies::store::standing(&pool).await?);
    let beginning = live::node_feed::beginning(&pool).await?;

    let bus: Arc<dyn Bus> = if settings.nats.urls.is_empty() {
        Arc::new(InProcess::default())
    } else {
        Nats::connect(&settings.nats, tasks).await?
    };
    let limits = settings.limits.clone();
    let (assigner, triggers) = Assigner::new();
    let (beginnings, waiting) = Beginnings::connect(&options).await?;
    let app = App::new(Parts {
        gate,
        hub: Hub::new(Arc::clone(&bus)),
        beginnings,
        sequencer: Sequencer::start(&options, limits.writers, limits.writer_queue, &bus, tasks),
        bus,
        assigner,
        receipts: live::receipts::Receipts::default(),
        heard: live::receipts::Receipts::default(),
        places: live::places::Places::default(),
        attachments: Attachments::open(&settings.attachments)?,
        rates: Rates::new(&limits),
        doorway: Doorway::new(limits.sockets_per_second, live::connect::PATIENCE),
        guests: RateLimiter::keyed(quota(limits.guest_requests.div_ceil(10), limits.guest_requests)),
        limits,
        epoch: beginning.epoch,
        public_url: settings.public_url.clone(),
        bye_spread: Duration::from_secs(settings.bye_seconds),
        tasks: tasks.clone(),
        pool: pool.clone(),
    });
    copies::follow::start(&app, &settings, tasks);
    tasks.spawn_until_stopped(live::node_feed::run(app.clone(), beginning, tasks.clone()));
    tasks.spawn_until_stopped(live::beginnings::run(app.clone(), waiting));
    tasks.spawn(live::heads::run(app.clone(), tasks.clone()));
    tasks.spawn(live::receipts::run(app.clone(), tasks.clone()));
    tasks.spawn(announcements::receipts::run(app.clone(), tasks.clone()));
    tasks.spawn_until_stopped(attachments::tidy::run(app.clone(), tasks.clone()));
    tasks.spawn_until_stopped(live::places::run(app.clone(), tasks.clone()));
    tasks.spawn_until_stopped(live::unanswered::run(app.clone(), tasks.clone()));
    tasks.spawn_until_stopped(availability::stamp::run(app.clone(), tasks.clone()));
    tasks.spawn(archive::index::run(app.clone(), tasks.clone()));
    tasks.spawn(help_requests::assign::run(app.clone(), triggers, tasks.clone()));

    let probes = vec![database::probe("messages", pool.clone()), figures::probe(&app)];
    let (public, _) = routes::public().split_for_parts();
    let readiness = Readiness::new(vec![pool.clone()], tasks).with_copies(pool, &copies::follow::SOURCES);
    let internal = health::router(readiness.clone());
    Ok(Service { public: http::api(public.with_state(app)), internal, readiness, probes })
}
