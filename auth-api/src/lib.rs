//! Who you are: participants and guests, organizations with their members, administrators, sessions, and the keys
//! that tokens are signed with. Participants' data and organizers' data stand in two databases that never meet.

mod accounts;
mod administrators;
mod config;
mod contract;
mod feeds;
mod guests;
mod housekeeping;
mod input;
mod keys;
mod me;
mod members;
mod optional;
mod organizations;
mod participants;
mod passwords;
mod routes;
mod sessions;
mod standing;
mod state;
mod tokens;

use std::str::FromStr;
use std::sync::{Arc, LazyLock};
use std::thread;

use axum::middleware;
pub use config::Settings;
pub use routes::openapi;
use service_kit::feed::{self, ServiceToken};
use service_kit::health::Readiness;
use service_kit::identity::{Gate, Keys};
use service_kit::{Service, Tasks, database, health, http};
use sessions::Origin;
use sessions::cookie::{self, NotAnOrigin};
use sessions::store::Sessions;
use sqlx::PgPool;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::PgConnectOptions;
use state::App;

/// The schema of the database `participants`.
pub static PARTICIPANTS: LazyLock<Migrator> =
    LazyLock::new(|| in_schema(sqlx::migrate!("migrations/participants"), "participants"));
/// The schema of the database `organizers`.
pub static ORGANIZERS: LazyLock<Migrator> =
    LazyLock::new(|| in_schema(sqlx::migrate!("migrations/organizers"), "organizers"));

fn in_schema(mut migrator: Migrator, schema: &'static str) -> Migrator {
    migrator.create_schema(schema);
    migrator.dangerous_set_table_name(format!("{schema}._sqlx_migrations"));
    migrator
}

/// Why the service could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A database could not be used.
    #[error("a database of auth-api could not be used: {0}")]
    Database(#[from] sqlx::Error),
    /// A schema could not be brought up to date.
    #[error("a database of auth-api could not be brought up to date: {0}")]
    Migration(#[from] MigrateError),
    /// The public address is not usable.
    #[error(transparent)]
    PublicUrl(#[from] NotAnOrigin),
    /// The token keys are not usable.
    #[error(transparent)]
    Keys(#[from] keys::KeyError),
    /// Passwords cannot be hashed.
    #[error(transparent)]
    Passwords(#[from] passwords::PasswordError),
    /// The first administrator could not be made.
    #[error(transparent)]
    Administrator(#[from] administrators::first::FirstError),
}

/// Connects, brings both schemas up to date, makes the first key and administrator if there is none, begins the
/// background work and returns what is to be served.
pub async fn start(settings: Settings, tasks: &Tasks) -> Result<Service, StartError> {
    let app = prepare(&settings).await?;
    let max_age = chrono::Duration::days(settings.key_days.get().into());
    keys::rotate::look_after(&app.organizers, &app.keys, &app.gate, max_age).await?;
    if let Some((email, password)) = settings.administrator_email.zip(settings.administrator_password) {
        administrators::first::make(&app.organizers, &app.passwords, &email, &password).await?;
    }
    app.stand_anew().await;
    let keys = keys::rotate::keep(app.clone(), max_age, tasks.clone());
    tasks.spawn(keys);
    tasks.spawn(standing::keep(app.clone(), tasks.clone()));
    tasks.spawn(housekeeping::keep(app.clone(), tasks.clone()));
    Ok(serve(app, &ServiceToken::new(settings.service_token), tasks))
}

async fn prepare(settings: &Settings) -> Result<App, StartError> {
    let origin = Arc::new(Origin::of(&settings.public_url)?);
    let connections = settings.database_connections;
    let participants = connect(&settings.participants_database, connections, &PARTICIPANTS).await?;
    let organizers = connect(&settings.organizers_database, connections, &ORGANIZERS).await?;
    let processors = thread::available_parallelism().map_or(1, usize::from);
    Ok(App {
        participants,
        organizers,
        gate: Gate::new("auth", Arc::new(Keys::by_hand())),
        keys: keys::SigningKeys::default(),
        passwords: passwords::Passwords::new(settings.password_concurrency.unwrap_or(processors))?,
        throttle: passwords::Throttle::new(settings.sign_in_burst, settings.sign_in_seconds),
        origin,
        approve_organizations: settings.approve_organizations,
        trusted_proxies: settings.trusted_proxies.as_slice().into(),
    })
}

async fn connect(url: &str, connections: u32, migrator: &Migrator) -> Result<PgPool, StartError> {
    let options = PgConnectOptions::from_str(url)?.application_name("auth-api");
    let pool = database::connect(options, connections).await?;
    database::migrate(&pool, migrator).await?;
    Ok(pool)
}

fn serve(app: App, token: &ServiceToken, tasks: &Tasks) -> Service {
    let pools = vec![app.participants.clone(), app.organizers.clone()];
    let probes = vec![
        database::probe("participants", app.participants.clone()),
        database::probe("organizers", app.organizers.clone()),
    ];
    let readiness = Readiness::new(pools, tasks);
    let internal = health::router(readiness.clone())
        .merge(keys::publish::internal(app.keys.clone()))
        .merge(feed::router(
            "/internal/v1/participants/feed",
            feeds::PARTICIPANTS,
            app.participants.clone(),
            token.clone(),
        ))
        .merge(feed::router(
            "/internal/v1/organizers/feed",
            feeds::ORGANIZERS,
            app.organizers.clone(),
            token.clone(),
        ));
    let (public, _) = routes::public().split_for_parts();
    let cookies = app.origin.cookies(Sessions(app.organizers.clone()));
    let public = public.layer(cookies).layer(middleware::from_fn(cookie::complete_removal));
    Service { public: http::api(public.with_state(app)), internal, readiness, probes }
}
