//! Steward as it runs in production: several processes of each service behind `HAProxy` with the configuration of
//! `envs/prod/haproxy`, one Postgres with full durability, NATS. Everything stands on free ports of the loopback and in
//! a private folder, and is killed at the end.

mod backup;
mod balancer;
mod host;
mod memory;
mod nats;
mod node;
mod people;
mod postgres;
mod process;

use std::net::SocketAddr;

use journeys::people::install_cryptography;
use journeys::steward::{folder, free_port};
use tempfile::TempDir;

pub use backup::Backup;
pub use balancer::Balancer;
pub use host::{Host, Line};
pub use memory::MemoryLimit;
pub use nats::Nats;
pub use node::{Node, Service};
pub use people::Venue;
pub use postgres::{Postgres, run_sql};
pub use process::Process;

/// How many processes of each service.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Of auth-api.
    pub auth: usize,
    /// Of core-api.
    pub core: usize,
    /// Of messenger-api.
    pub messenger: usize,
    /// Size of a disk of Postgres' own, which wants root.
    pub disk_megabytes: Option<u32>,
    /// Whether each node of messenger-api has a host of its own, where that is possible.
    pub own_hosts: bool,
    /// Further settings of messenger-api, as variables.
    pub settings: &'static [(&'static str, &'static str)],
}

impl Default for Shape {
    /// The fewest that can lose one: two of messenger-api, and one of the others, which sockets do not need.
    fn default() -> Self {
        Self { auth: 1, core: 1, messenger: 2, disk_megabytes: None, own_hosts: false, settings: &[] }
    }
}

impl Shape {
    /// Two of each.
    pub fn two_of_each() -> Self {
        Self { auth: 2, core: 2, ..Self::default() }
    }
}

/// A running Steward.
#[derive(Debug)]
pub struct Cluster {
    /// Where apps reach it.
    pub url: String,
    /// The load balancer.
    pub balancer: Balancer,
    /// The nodes of auth-api.
    pub auth: Vec<Node>,
    /// The nodes of core-api.
    pub core: Vec<Node>,
    /// The nodes of messenger-api.
    pub messenger: Vec<Node>,
    /// The bus.
    pub nats: Nats,
    /// The database.
    pub postgres: Postgres,
    /// Where everything is kept; goes last.
    pub folder: TempDir,
}

/// An address of the loopback that is free now, and that nobody else here is given.
pub(crate) fn free_address() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], free_port()))
}

impl Cluster {
    /// Starts the usual shape.
    pub async fn start() -> Self {
        Self::start_as(Shape::default()).await
    }

    /// Starts everything and waits until every node is ready.
    pub async fn start_as(shape: Shape) -> Self {
        install_cryptography();
        let folder = folder();
        let postgres = Postgres::start(folder.path(), shape.disk_megabytes).await;
        let nats = Nats::start().await;
        let plan = balancer::Plan::of(&shape);
        let surroundings = node::Surroundings {
            postgres: postgres.address,
            nats: nats.address,
            auth_internal: plan.auth_bind,
            core_internal: plan.core_bind,
            public_url: format!("http://{}", plan.bind),
            files: folder.path().join("files"),
            settings: shape.settings,
        };
        let balancer = Balancer::start(&plan);
        let mut nodes = Vec::new();
        for planned in plan.nodes {
            nodes.push(Node::start(planned, &surroundings).await);
        }
        for node in &mut nodes {
            node.start_again().await;
        }
        let mut of = |service| nodes.extract_if(.., |node| node.service == service).collect::<Vec<_>>();
        let (auth, core, messenger) = (of(Service::Auth), of(Service::Core), of(Service::Messenger));
        let cluster =
            Self { url: surroundings.public_url, balancer, auth, core, messenger, nats, postgres, folder };
        cluster.balancer.answers(&cluster.url).await;
        cluster
    }

    /// Every node of every service.
    pub fn nodes(&mut self) -> impl Iterator<Item = &mut Node> {
        self.auth.iter_mut().chain(&mut self.core).chain(&mut self.messenger)
    }

    /// Leads every node to this Postgres from now on.
    pub fn lead_to(&self, postgres: SocketAddr) {
        for node in self.auth.iter().chain(&self.core).chain(&self.messenger) {
            node.to_postgres.lead_to(postgres);
        }
    }

    /// An organization with an event, and people.
    pub async fn venue(&self) -> Venue {
        Venue::open(&self.url).await
    }
}
