//! Steward in one process: the three services, both apps and an embedded database. It is what `make run` starts,
//! and what a small event runs in production.

mod data_folder;
mod databases;
#[allow(clippy::indexing_slicing, reason = "a member that a JSON value lacks reads as null")]
mod demo;
mod error;
mod postgres;
mod services;
mod settings;
mod site;
mod tls;

use std::io::Write;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use service_kit::health::Readiness;
use service_kit::{Tasks, http, metrics, process, traces};
use tokio::net::TcpListener;

use databases::Databases;
pub use error::StartError;
use services::Services;
pub use settings::Settings;
use tls::Tls;

/// How long requests and background work may take to end once shutdown began.
const SHUTDOWN: Duration = Duration::from_secs(10);
/// How often a start looks whether everything is there.
const READY_LOOK: Duration = Duration::from_millis(50);

/// Runs Steward until it is asked to stop.
pub async fn run(settings: Settings) -> Result<(), StartError> {
    let listener = listen(settings.listen).await?;
    let address = listener.local_addr().map_err(StartError::Listener)?;
    let url = settings.public_url.clone().unwrap_or_else(|| settings.url_at(address));
    let tasks = Tasks::new();
    let grace = Duration::from_secs(settings.drain_seconds);
    tasks.spawn_until_stopped(process::leave_when_asked(tasks.clone(), grace));

    let traces = traces::start(&settings.tracing, "steward")?;
    let databases = Databases::open(&settings).await?;
    let result = serve(&settings, &databases, listener, &url, &tasks).await;
    if !tasks.shut_down(SHUTDOWN).await {
        tracing::warn!("some work did not end in time");
    }
    traces.end().await;
    databases.close().await;
    result
}

async fn serve(
    settings: &Settings,
    databases: &Databases,
    listener: TcpListener,
    url: &str,
    tasks: &Tasks,
) -> Result<(), StartError> {
    if settings.demo {
        demo::check(databases).await?;
    }
    let internal = TcpListener::bind(("127.0.0.1", 0)).await.map_err(StartError::Listener)?;
    let internal_url = format!("http://{}", internal.local_addr().map_err(StartError::Listener)?);
    let services = Services::start(settings, databases, url, &internal_url, tasks).await?;
    let ready = format!("Steward is ready at {url}");

    serve_inside(internal, services.internal, tasks);
    if let Some(address) = settings.metrics_listen {
        serve_inside(listen(address).await?, metrics::router(services.probes), tasks);
    }
    let readiness = services.readiness;
    let local = format!("{}://{}", settings.scheme(), listener.local_addr().map_err(StartError::Listener)?);
    let tls = Tls::prepare(settings, tasks).await?;
    let public = tokio::spawn(serve_public(tls, listener, services.public, tasks.clone()));
    if settings.demo {
        demo::fill(&local, databases, tasks).await?;
        say(&demo::sign_ins(url));
    }
    until_ready(&readiness, tasks).await;
    say(&ready);
    public.await.map_err(|_| StartError::Stopped)?.map_err(StartError::Listener)
}

/// Waits until every service has what it needs: at the first start, what the others own.
async fn until_ready(readiness: &[Readiness], tasks: &Tasks) {
    while services::ready(readiness).await.is_err() && tasks.pause(READY_LOOK).await {}
}

/// Serves what is not for the outside; without it Steward cannot go on.
fn serve_inside(listener: TcpListener, router: Router, tasks: &Tasks) {
    let serving_tasks = tasks.clone();
    let router = http::with_fallback(router);
    tasks.spawn(async move {
        if let Err(error) = http::serve(listener, router, http::Side::Inside, serving_tasks.clone()).await {
            tracing::error!(%error, "an internal listener failed");
            serving_tasks.stop();
        }
    });
}

async fn serve_public(
    tls: Option<Tls>,
    listener: TcpListener,
    router: Router,
    tasks: Tasks,
) -> std::io::Result<()> {
    match tls {
        Some(tls) => tls.serve(listener, router, tasks).await,
        None => http::serve(listener, router, http::Side::Outside, tasks).await,
    }
}

async fn listen(address: SocketAddr) -> Result<TcpListener, StartError> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => StartError::PortTaken(address),
        std::io::ErrorKind::PermissionDenied => StartError::PortForbidden(address),
        _ => StartError::Listener(error),
    })
}

/// Tells the person at the terminal.
pub fn say(text: &str) {
    // A closed terminal needs no words.
    let _ = writeln!(std::io::stdout(), "{text}");
    let _ = std::io::stdout().flush();
}
