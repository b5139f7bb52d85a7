//! The bus between nodes, over NATS: plain publish and subscribe, nothing stored. A node tells its own listeners
//! directly; only what others may listen to goes out. While NATS is away nothing is lost but speed.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use async_nats::{Client, ConnectOptions, Event, ServerAddr};
use bytes::Bytes;
use clap::Args;
use futures_util::stream::AbortHandle;
use service_kit::Tasks;
use tokio::sync::{mpsc, watch};

use super::ears::Ears;
use super::figures::FIGURES;
use super::{Bus, InProcess, Listener, Subject, Subscription};

/// Publications that may wait for the network; more are dropped, and found again by comparing heads.
const OUTGOING: usize = 8_192;
/// Publications that may wait for one listener. Small, because there is a subscription for each conversation that
/// somebody here listens to, and room is reserved for all of it.
const WAITING: usize = 64;
/// Longest pause between two attempts to connect.
const RECONNECT: Duration = Duration::from_secs(2);

/// How to reach NATS.
#[derive(Debug, Clone, Default, Args)]
pub struct NatsSettings {
    /// NATS servers between messenger nodes, such as `nats://user:secret@nats-1:4222,nats://nats-2:4222`. Without
    /// them this node is alone.
    #[arg(long = "nats-url", env = "STEWARD_NATS_URL", hide_env_values = true, value_delimiter = ',')]
    pub urls: Vec<String>,
    /// File with the credentials of this service's NATS account.
    #[arg(long = "nats-credentials", env = "STEWARD_NATS_CREDENTIALS")]
    pub credentials: Option<PathBuf>,
    /// Certificates in PEM that vouch for the NATS servers; with them the connection must be encrypted.
    #[arg(long = "nats-ca", env = "STEWARD_NATS_CA")]
    pub authority: Option<PathBuf>,
}

/// NATS cannot be used as it is set up.
#[derive(Debug, thiserror::Error)]
#[error("NATS cannot be used: {0}")]
pub struct NatsError(String);

/// The bus between nodes.
#[derive(Debug)]
pub struct Nats {
    here: InProcess,
    outgoing: mpsc::Sender<(Subject, Bytes)>,
    connected: watch::Receiver<bool>,
    ears: Ears,
}

impl Nats {
    /// Connects now and whenever the connection was lost; a NATS that is away at the start is waited for later.
    pub async fn connect(settings: &NatsSettings, tasks: &Tasks) -> Result<Arc<Self>, NatsError> {
        let servers: Result<Vec<ServerAddr>, _> = settings.urls.iter().map(|url| url.parse()).collect();
        let servers = servers.map_err(|error| NatsError(error.to_string()))?;
        let (told, connected) = watch::channel(false);
        let told = Arc::new(told);
        let options = options(settings, &servers).await?.event_callback(move |event| {
            let told = Arc::clone(&told);
            async move { note(&told, &event) }
        });
        let client = options.connect(servers).await.map_err(|error| NatsError(error.to_string()))?;
        let (outgoing, queue) = mpsc::channel(OUTGOING);
        tasks.spawn_until_stopped(send(client.clone(), queue, connected.clone()));
        let ears = Ears::open(&client, tasks);
        Ok(Arc::new(Self { here: InProcess::default(), outgoing, connected, ears }))
    }
}

async fn options(settings: &NatsSettings, servers: &[ServerAddr]) -> Result<ConnectOptions, NatsError> {
    let mut options = ConnectOptions::new()
        .name("messenger-api")
        .no_echo()
        .subscription_capacity(WAITING)
        .retry_on_initial_connect()
        .reconnect_delay_callback(|attempts| {
            Duration::from_millis(100)
                .saturating_mul(u32::try_from(attempts).unwrap_or(u32::MAX))
                .min(RECONNECT)
        });
    // The library passes over what an address says of the account.
    if let Some(server) = servers.iter().find(|server| server.has_user_pass()) {
        let user = server.username().unwrap_or_default().to_owned();
        options = options.user_and_password(user, server.password().unwrap_or_default().to_owned());
    }
    if let Some(path) = &settings.credentials {
        let credentials = options.credentials_file(path).await;
        options = credentials.map_err(|error| NatsError(format!("{}: {error}", path.display())))?;
    }
    if let Some(path) = &settings.authority {
        options = options.add_root_certificates(path.clone()).require_tls(true);
    }
    Ok(options)
}

fn note(told: &watch::Sender<bool>, event: &Event) {
    match event {
        Event::Connected => {
            if !told.send_replace(true) {
                FIGURES.reconnects.inc();
            }
        }
        Event::Disconnected | Event::Closed => {
            tracing::warn!("the bus is away: messages of other nodes come by comparing heads");
            told.send_replace(false);
        }
        other => tracing::debug!(%other, "the bus"),
    }
}

/// Hands publications to the network; while that is away they are not kept.
async fn send(client: Client, mut queue: mpsc::Receiver<(Subject, Bytes)>, connected: watch::Receiver<bool>) {
    while let Some((subject, payload)) = queue.recv().await {
        if !*connected.borrow() {
            continue;
        }
        if let Err(error) = client.publish(name(subject), payload).await {
            tracing::debug!(%error, "a publication was lost");
        }
    }
}

/// The subject's name: an account may be allowed `steward.messenger.>` and nothing else.
pub(super) fn name(subject: Subject) -> String {
    match subject {
        Subject::Conversation(id) => format!("steward.messenger.conversation.{}", id.simple()),
        Subject::Feed => "steward.messenger.feed".to_owned(),
    }
}

impl Bus for Nats {
    fn publish(&self, subject: Subject, payload: Bytes) {
        self.here.publish(subject, payload.clone());
        // A full queue means that the network is too slow: heads heal what is lost here.
        if self.outgoing.try_send((subject, payload)).is_err() {
            FIGURES.dropped.inc();
        }
    }

    fn subscribe(&self, subject: Subject, listener: Listener) -> Subscription {
        let here = self.here.subscribe(subject, Arc::clone(&listener));
        let elsewhere: AbortHandle = self.ears.listen(subject, listener);
        Subscription::new(move || {
            drop(here);
            elsewhere.abort();
        })
    }

    fn connected(&self) -> watch::Receiver<bool> {
        self.connected.clone()
    }
}
