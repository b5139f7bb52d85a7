//! The bus between the nodes.

use std::net::SocketAddr;

use journeys::eventually;
use tokio::net::TcpStream;

use super::process::Process;
use super::{balancer::tool, free_address};

/// A running nats-server.
#[derive(Debug)]
pub struct Nats {
    /// Where it listens.
    pub address: SocketAddr,
    /// Its process.
    pub process: Process,
}

impl Nats {
    /// Starts it on a free port.
    pub async fn start() -> Self {
        let address = free_address();
        let nats = Self { address, process: spawn(address) };
        nats.answers().await;
        nats
    }

    async fn answers(&self) {
        eventually("NATS listens", async || TcpStream::connect(self.address).await.ok()).await;
    }

    /// Starts it again after it was killed.
    pub async fn start_again(&mut self) {
        self.process = spawn(self.address);
        self.answers().await;
    }
}

fn spawn(address: SocketAddr) -> Process {
    let port = address.port().to_string();
    let program = tool("nats-server");
    Process::start("nats-server", [program.as_str(), "--addr", "127.0.0.1", "--port", &port], [])
}
