//! One process of one service.

use std::net::SocketAddr;

use journeys::eventually;
use journeys::steward::binary_of;
use nix::sys::signal::Signal;

use super::process::Process;
use crate::proxy::Proxy;

/// The secret that the services show each other here.
const SERVICE_TOKEN: &str = "the secret of the services of a test";

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

/// What a node needs to know of the others.
#[derive(Debug)]
pub(crate) struct Surroundings {
    pub postgres: SocketAddr,
    pub nats: SocketAddr,
    pub auth_internal: SocketAddr,
    pub core_internal: SocketAddr,
    pub public_url: String,
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
    settings: Vec<(String, String)>,
}

impl Node {
    pub(crate) async fn start(service: Service, addresses: Addresses, around: &Surroundings) -> Self {
        let to_postgres = Proxy::start(around.postgres).await;
        let to_nats = Proxy::start(around.nats).await;
        let settings = settings(service, addresses, around, to_postgres.address, to_nats.address);
        let process = spawn(service, &settings);
        Self { service, addresses, process, to_postgres, to_nats, settings }
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
        eventually(&what, async || (self.readiness().await?.0 == 200).then_some(())).await;
    }

    /// Starts it again, after it was killed or has ended.
    pub async fn start_again(&mut self) {
        self.process = spawn(self.service, &self.settings);
        self.is_ready().await;
    }

    /// Replaces it as an update would: asked to stop, waited for, started again. Says whether it ended in order.
    pub async fn roll(&mut self) -> bool {
        self.process.signal(Signal::SIGTERM);
        let in_order = self.process.ended().await;
        self.start_again().await;
        in_order
    }
}

fn spawn(service: Service, settings: &[(String, String)]) -> Process {
    let program = format!("{}-api", service.name());
    Process::start(&program, [binary_of(&program)], settings.iter().cloned())
}

fn settings(
    service: Service,
    addresses: Addresses,
    around: &Surroundings,
    postgres: SocketAddr,
    nats: SocketAddr,
) -> Vec<(String, String)> {
    let database = |name: &str| format!("postgres://steward@{postgres}/{name}");
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
                ("STEWARD_NATS_URL", format!("nats://{nats}")),
                ("MESSENGER_BYE_SECONDS", "3".to_owned()),
            ]);
            settings.extend(around.settings.iter().map(|(name, value)| (*name, (*value).to_owned())));
        }
    }
    settings.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
