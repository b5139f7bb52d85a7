//! `HAProxy`, with the configuration that production has.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use journeys::eventually;

use super::host::{Host, Line};
use super::node::{Addresses, Planned, Service};
use super::process::Process;
use super::{Shape, free_address};

/// The project's folder.
fn project() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// A program of the machine, or where `scripts/install` put it.
pub(crate) fn tool(name: &str) -> String {
    let own = project().join(".tools/usr/sbin").join(name);
    let path = if own.is_file() { own } else { PathBuf::from(name) };
    path.to_string_lossy().into_owned()
}

/// Who listens where.
#[derive(Debug)]
pub(crate) struct Plan {
    pub bind: SocketAddr,
    pub auth_bind: SocketAddr,
    pub core_bind: SocketAddr,
    pub nodes: Vec<Planned>,
}

impl Plan {
    pub fn of(shape: &Shape) -> Self {
        let counts =
            [(Service::Auth, shape.auth), (Service::Core, shape.core), (Service::Messenger, shape.messenger)];
        let nodes = counts.into_iter().flat_map(|(service, count)| {
            (0..count).map(move |_| {
                let host = (shape.own_hosts && service == Service::Messenger).then(Host::new).flatten();
                let address = || {
                    let mut address = free_address();
                    address.set_ip(host.as_ref().map_or(address.ip(), |host| host.inside(Line::Front)));
                    address
                };
                let addresses = Addresses { public: address(), internal: address() };
                Planned { service, addresses, host }
            })
        });
        Self {
            bind: free_address(),
            auth_bind: free_address(),
            core_bind: free_address(),
            nodes: nodes.collect(),
        }
    }

    fn settings(&self) -> Vec<(String, String)> {
        let mut settings = vec![
            ("STEWARD_BIND".to_owned(), self.bind.to_string()),
            ("STEWARD_AUTH_BIND".to_owned(), self.auth_bind.to_string()),
            ("STEWARD_CORE_BIND".to_owned(), self.core_bind.to_string()),
            ("LD_LIBRARY_PATH".to_owned(), libraries()),
        ];
        for service in [Service::Auth, Service::Core, Service::Messenger] {
            let nodes = self.nodes.iter().filter(|node| node.service == service);
            for (number, Planned { addresses, .. }) in nodes.enumerate() {
                let name = format!("STEWARD_{}_{}", service.name().to_uppercase(), number + 1);
                settings.push((format!("{name}_INTERNAL"), addresses.internal.to_string()));
                settings.push((name, addresses.public.to_string()));
            }
        }
        settings
    }
}

/// What the unpacked program needs beside it.
fn libraries() -> String {
    let folders = std::fs::read_dir(project().join(".tools/usr/lib")).into_iter().flatten().flatten();
    folders.map(|folder| folder.path().to_string_lossy().into_owned()).collect::<Vec<_>>().join(":")
}

/// A running `HAProxy`.
#[derive(Debug)]
pub struct Balancer {
    /// Its process.
    pub process: Process,
}

impl Balancer {
    pub(crate) fn start(plan: &Plan) -> Self {
        let configuration = project().join("envs/prod/haproxy/haproxy.cfg");
        let configuration = configuration.to_string_lossy();
        let program = tool("haproxy");
        let arguments = [program.as_str(), "-q", "-db", "-f", &configuration];
        Self { process: Process::start("haproxy", arguments, plan.settings()) }
    }

    /// Waits until it leads to every service.
    pub(crate) async fn answers(&self, url: &str) {
        for path in ["/auth/.well-known/jwks.json", "/core/v1/public/events", "/messenger/v1/live"] {
            eventually("the load balancer leads to every service", async || {
                let status = reqwest::get(format!("{url}{path}")).await.ok()?.status();
                (status != 503).then_some(())
            })
            .await;
        }
    }
}
