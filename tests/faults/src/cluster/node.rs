//! One process of one service.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use journeys::steward::binary_of;
use journeys::within;
use nix::sys::signal::Signal;

use super::host::{Host, Line};
use super::memory::MemoryLimit;
use super::process::Process;
use crate::proxy::Proxy;

/// The secret that the services show each other here.
const SERVICE_TOKEN: &str = "the secret of the services of a test";

/// How long a start may take beside others on a busy machine.
const START: Duration = Duration::from_secs(180);

/// Where everything is that has no host of its own.
const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// A service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Service {
    /// auth-api.
    Auth,
    /// core-api.
    Core,
    /// messenger-api.
    Messenger,
}

impl Service {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Auth => "auth",
            Self::Core => "core",
            Self::Messenger => "messenger",
        }
    }
}

/// Where a node listens.
#[derive(Debug, Clone, Copy)]
pub struct Addresses {
    /// For apps.
    pub public: SocketAddr,
    /// For other services and probes.
    pub internal: SocketAddr,
}

/// A node that is to be started.
#[derive(Debug)]
pub(crate) struct Planned {
    pub service: Service,
    pub addresses: Addresses,
    pub host: Option<Host>,
}

/// What a node needs to know of the others.
#[derive(Debug, Clone)]
pub(crate) struct Surroundings {
    pub postgres: SocketAddr,
    pub nats: SocketAddr,
    pub auth_internal: SocketAddr,
    pub core_internal: SocketAddr,
    pub public_url: String,
    pub files: PathBuf,
    pub settings: &'static [(&'static str, &'static str)],
}

/// A node; its ways to Postgres and NATS lead through proxies of its own.
#[derive(Debug)]
pub struct Node {
    /// Of which service.
    pub service: Service,
    /// Where it listens.
    pub addresses: Addresses,
    /// Its process.
    pub process: Process,
    /// Its way to the database.
    pub to_postgres: Proxy,
    /// Its way to the bus.
    pub to_nats: Proxy,
    // Its ways to the other services.
    _to_others: [Proxy; 2],
    settings: Vec<(String, String)>,
    /// A host of its own, if it has one. Goes after the process.
    pub host: Option<Host>,
}

impl Node {
    pub(crate) async fn start(planned: Planned, around: &Surroundings) -> Self {
        let Planned { service, addresses, host } = planned;
        let near = |line| host.as_ref().map_or(LOOPBACK, |host| host.outside(line));
        let to_postgres = Proxy::start_at(near(Line::Store), around.postgres).await;
        let to_nats = Proxy::start_at(near(Line::Bus), around.nats).await;
        let to_auth = Proxy::start_at(near(Line::Front), around.auth_internal).await;
        let to_core = Proxy::start_at(near(Line::Front), around.core_internal).await;
        let around = Surroundings {
            postgres: to_postgres.address,
            nats: to_nats.address,
            auth_internal: to_auth.address,
            core_internal: to_core.address,
            ..around.clone()
        };
        let settings = settings(service, addresses, &around);
        let process = spawn(service, &settings, host.as_ref());
        Self {
            service,
            addresses,
            process,
            to_postgres,
            to_nats,
            _to_others: [to_auth, to_core],
            settings,
            host,
        }
    }

    /// Starts it anew with no more than so much memory; none where that cannot be limited.
    pub async fn start_confined(&mut self, mebibytes: u64) -> Option<MemoryLimit> {
        self.process.kill();
        self.process = spawn(self.service, &self.settings, self.host.as_ref());
        let limit = MemoryLimit::of(&self.process, mebibytes);
        self.is_ready().await;
        limit
    }

    /// Where apps would reach this very node.
    pub fn url(&self) -> String {
        format!("http://{}", self.addresses.public)
    }

    /// Status and words of its readiness; none when it does not answer.
    pub async fn readiness(&self) -> Option<(u16, String)> {
        let answer = reqwest::get(format!("http://{}/health/ready", self.addresses.internal)).await.ok()?;
        Some((answer.status().as_u16(), answer.text().await.ok()?))
    }

    /// Waits until it is ready.
    pub async fn is_ready(&self) {
        let what = format!("{} is ready", self.service.name());
        within(START, &what, async || (self.readiness().await?.0 == 200).then_some(())).await;
    }

    /// Waits until it is ready; starts it again when it was killed or has ended, and whenever it ends because what it
    /// needs is away, as whatever supervises it would.
    pub async fn start_again(&mut self) {
        let what = format!("{} starts again", self.service.name());
        within(START, &what, async || {
            if !self.process.runs() {
                self.process = spawn(self.service, &self.settings, self.host.as_ref());
            }
            (self.readiness().await?.0 == 200).then_some(())
        })
        .await;
    }

    /// Replaces it as an update would: asked to stop, waited for, started again. Says whether it ended in order.
    pub async fn roll(&mut self) -> bool {
        self.process.signal(Signal::SIGTERM);
        let in_order = self.process.ended().await;
        self.start_again().await;
        in_order
    }
}

fn spawn(service: Service, settings: &[(String, String)], host: Option<&Host>) -> Process {
    let program = format!("{}-api", service.name());
    let binary = binary_of(&program).to_string_lossy().into_owned();
    let words = host.into_iter().flat_map(Host::words).chain([binary]);
    Process::start(&program, words, settings.iter().cloned())
}

fn settings(service: Service, addresses: Addresses, around: &Surroundings) -> Vec<(String, String)> {
    let database = |name: &str| format!("postgres://steward@{}/{name}", around.postgres);
    let mut settings = vec![
        ("LISTEN", addresses.public.to_string()),
        ("INTERNAL_LISTEN", addresses.internal.to_string()),
        ("STEWARD_SERVICE_TOKEN", SERVICE_TOKEN.to_owned()),
        ("STEWARD_PUBLIC_URL", around.public_url.clone()),
        ("AUTH_INTERNAL_URL", format!("http://{}", around.auth_internal)),
        ("CORE_INTERNAL_URL", format!("http://{}", around.core_internal)),
        ("RUST_LOG", "warn".to_owned()),
        // The balancer on this machine notices within 1.3 s.
        ("DRAIN_SECONDS", "2".to_owned()),
    ];
    match service {
        Service::Auth => settings.extend([
            ("AUTH_PARTICIPANTS_DATABASE_URL", database("participants")),
            ("AUTH_ORGANIZERS_DATABASE_URL", database("organizers")),
            ("AUTH_APPROVE_ORGANIZATIONS", "true".to_owned()),
            ("AUTH_TRUSTED_PROXIES", "127.0.0.1".to_owned()),
        ]),
        Service::Core => settings.push(("CORE_DATABASE_URL", database("events"))),
        Service::Messenger => {
            settings.extend([
                ("MESSENGER_DATABASE_URL", database("messages")),
                ("STEWARD_NATS_URL", format!("nats://{}", around.nats)),
                ("MESSENGER_BYE_SECONDS", "3".to_owned()),
                // All nodes reach the same files.
                ("MESSENGER_FILES", around.files.to_string_lossy().into_owned()),
            ]);
            settings.extend(around.settings.iter().map(|(name, value)| (*name, (*value).to_owned())));
        }
    }
    settings.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
