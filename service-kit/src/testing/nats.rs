//! For tests: a NATS server of one's own.

use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, Stdio};

/// The variable that names the program, where it is not the machine's own.
pub const PROGRAM: &str = "STEWARD_NATS_SERVER";

/// A server on a free port, which ends with the test.
#[derive(Debug)]
pub struct NatsServer {
    port: u16,
    command: Command,
    child: Child,
}

impl NatsServer {
    /// Starts one without encryption and accounts.
    pub fn start() -> Self {
        Self::configured(|command, port| {
            command.args(["--addr", "127.0.0.1", "--port", &port.to_string()]);
        })
    }

    /// Starts one that listens where `configure` says.
    ///
    /// # Panics
    /// When there is no such program: `scripts/install` fetches it.
    #[allow(clippy::expect_used, reason = "a test that has no server has failed")]
    pub fn configured(configure: impl FnOnce(&mut Command, u16)) -> Self {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
        let port = free.expect("a free port").port();
        let mut command = Command::new(std::env::var(PROGRAM).unwrap_or_else(|_| "nats-server".to_owned()));
        command.stdout(Stdio::null()).stderr(Stdio::null());
        configure(&mut command, port);
        let child = spawn(&mut command);
        Self { port, command, child }
    }

    /// The port on which it listens, once it has started.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Its address, without encryption.
    pub fn url(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port)
    }

    /// Ends it from one moment to the next.
    pub fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Starts it again where it was.
    pub fn start_again(&mut self) {
        self.child = spawn(&mut self.command);
    }
}

impl Drop for NatsServer {
    fn drop(&mut self) {
        self.stop();
    }
}

#[allow(clippy::expect_used, reason = "a test that has no server has failed")]
fn spawn(command: &mut Command) -> Child {
    command.spawn().expect("nats-server cannot be started: run `scripts/install`")
}
