//! What the process of one service does around it: logging, listening, stopping when asked to.

use std::net::SocketAddr;
use std::time::Duration;

use clap::{Args, ValueEnum};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use crate::traces::{self, Tracing};
use crate::{Service, Tasks, http, metrics};

/// Gives memory back to the system. Password hashing takes blocks of 19 MiB, and the system's allocator keeps them:
/// 48 sign-ins grew the process by 270 MiB.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How long running requests and background work may take to end once shutdown began.
const SHUTDOWN: Duration = Duration::from_secs(20);

/// Where a service listens when it runs in a process of its own.
#[derive(Debug, Clone, Args)]
pub struct Listeners {
    /// Address for apps and integrations.
    #[arg(long, env = "LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Address for other services and probes only: feeds, keys, health.
    #[arg(long, env = "INTERNAL_LISTEN", default_value = "127.0.0.1:9080")]
    pub internal_listen: SocketAddr,
    /// Seconds for which a process that was asked to stop goes on as before, except that `/health/ready` answers 503:
    /// longer than the load balancer takes to notice. A second signal ends it at once.
    #[arg(long, env = "DRAIN_SECONDS", default_value_t = 5)]
    pub drain_seconds: u64,
    /// The log.
    #[command(flatten)]
    pub logging: Logging,
    /// Traces.
    #[command(flatten)]
    pub tracing: Tracing,
}

/// How the log looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// Lines for people.
    #[default]
    Text,
    /// One JSON object a line, for programs that gather logs.
    Json,
}

/// The log of a process.
#[derive(Debug, Clone, Copy, Default, Args)]
pub struct Logging {
    /// How the log looks; it goes to standard error, and `RUST_LOG` filters it.
    #[arg(long, env = "STEWARD_LOG_FORMAT", value_enum, default_value = "text")]
    pub log_format: LogFormat,
}

/// Begins logging (filtered by `RUST_LOG`, at first `info`) and installs the one provider of cryptography.
pub fn prepare(logging: Logging) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let _ = match logging.log_format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => {
            log.json().flatten_event(true).with_current_span(true).with_span_list(false).try_init()
        }
    };
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
}

/// Serves both routers under the service's name until the process is asked to stop, then lets what runs end.
pub async fn serve(
    name: &'static str,
    service: Service,
    listeners: Listeners,
    tasks: Tasks,
) -> std::io::Result<()> {
    let traces = traces::start(&listeners.tracing, name).map_err(std::io::Error::other)?;
    let public = TcpListener::bind(listeners.listen).await?;
    let internal = TcpListener::bind(listeners.internal_listen).await?;
    tracing::info!(listen = %listeners.listen, internal = %listeners.internal_listen, "serving");
    let grace = Duration::from_secs(listeners.drain_seconds);
    tasks.spawn_until_stopped(leave_when_asked(tasks.clone(), grace));
    let internal_router = service.internal.merge(metrics::router(service.probes));
    let served = tokio::try_join!(
        http::serve(public, http::with_fallback(service.public), http::Side::Outside, tasks.clone()),
        http::serve(internal, http::with_fallback(internal_router), http::Side::Inside, tasks.clone()),
    );
    if !tasks.shut_down(SHUTDOWN).await {
        tracing::warn!("some work did not end in time");
    }
    traces.end().await;
    served.map(|_| ())
}

/// Leaves in order at SIGTERM or SIGINT, with so much time for the load balancer; at once at the second.
pub async fn leave_when_asked(tasks: Tasks, grace: Duration) {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut terminate), Ok(mut interrupt)) =
        (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        tracing::error!("signals cannot be received");
        return;
    };
    let mut asked = async || {
        tokio::select! {
            _ = terminate.recv() => (),
            _ = interrupt.recv() => (),
        }
    };
    asked().await;
    tracing::info!("leaving");
    tokio::select! {
        () = tasks.leave(grace) => (),
        () = asked() => tasks.stop(),
    }
    tracing::info!("stopping");
}
