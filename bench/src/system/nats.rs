//! The bus between several nodes.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::process::{Child, Command};

use crate::error::BenchError;

/// How long a start may take.
const START: Duration = Duration::from_secs(10);

/// A `nats-server` on a free port, which ends with this process.
#[derive(Debug)]
pub struct Nats {
    /// Where it is.
    pub url: String,
    child: Child,
}

impl Nats {
    /// Starts it and waits until it takes connections.
    pub async fn start(program: &Path) -> Result<Self, BenchError> {
        let missing = || BenchError::Nats(program.to_owned());
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
        let port = free.map_err(|_| missing())?.port();
        let child = Command::new(program)
            .args(["--addr", "127.0.0.1", "--port", &port.to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(|_| missing())?;
        let answers = async {
            while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.is_err() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(START, answers).await.map_err(|_| missing())?;
        Ok(Self { url: format!("nats://127.0.0.1:{port}"), child })
    }

    /// Its process.
    pub fn process(&self) -> Option<u32> {
        self.child.id()
    }
}
