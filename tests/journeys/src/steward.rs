//! The real `steward` binary, on a folder and a port of its own.

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::people::install_cryptography;

/// How long a start may take: the first one makes a database cluster.
const START: Duration = Duration::from_secs(180);

/// Its log, when it is asked to write one, beside its data folder.
const LOG: &str = "steward.log";

/// A running steward with the demo event.
#[derive(Debug)]
pub struct Steward {
    /// Where it is reached, such as `http://127.0.0.1:41234`.
    pub url: String,
    // Ends before its folder goes.
    child: Child,
    folder: TempDir,
    port: u16,
}

/// The `steward` that was built beside this test.
pub fn binary() -> PathBuf {
    binary_of("steward")
}

/// The program of this name that was built beside this test.
pub fn binary_of(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a test has a path");
    let built = test.parent().and_then(|deps| deps.parent()).expect("a target folder").join(name);
    assert!(built.is_file(), "{} is not built: run `cargo build --workspace` first", built.display());
    built
}

/// A folder that the database's user can reach, too.
pub fn folder() -> TempDir {
    let folder = tempfile::Builder::new().prefix("stw-").tempdir_in("/tmp").expect("a folder");
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o711)).expect("permissions");
    folder
}

/// Ports below those that the system gives to connections: a port that was found free stays so until it is used.
const LISTENERS: std::ops::Range<u16> = 12_000..32_000;

/// A port that is free now.
pub fn free_port() -> u16 {
    static TAKEN: AtomicU32 = AtomicU32::new(0);
    let count = u32::from(LISTENERS.end - LISTENERS.start);
    // Programs that run beside this one begin elsewhere.
    let first = std::process::id().wrapping_mul(997);
    let number = || first.wrapping_add(TAKEN.fetch_add(1, Ordering::Relaxed)) % count;
    let port = || LISTENERS.start + u16::try_from(number()).expect("fewer than there are ports");
    let is_free = |port: &u16| std::net::TcpListener::bind(("127.0.0.1", *port)).is_ok();
    std::iter::repeat_with(port).take(1_000).find(is_free).expect("a free port")
}

impl Steward {
    /// Starts it with the demo.
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts it with further settings, as variables.
    pub async fn start_with(settings: &[(&str, &str)]) -> Self {
        install_cryptography();
        let (folder, port) = (folder(), free_port());
        let child = spawn(&folder, port, settings).await;
        Self { url: format!("http://127.0.0.1:{port}"), folder, port, child }
    }

    /// Starts it with everything logged as JSON to its log.
    pub async fn start_logging() -> Self {
        Self::start_with(&[("STEWARD_LOG_FORMAT", "json"), ("RUST_LOG", "debug")]).await
    }

    /// Whatever it and its database wrote to their logs.
    pub fn logs(&self) -> String {
        let own = std::fs::read_to_string(self.folder.path().join(LOG)).expect("a log");
        own + &std::fs::read_to_string(self.data().join("postgres.log")).expect("the database's log")
    }

    /// Its data folder.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Sends a signal to the process.
    pub fn signal(&self, signal: Signal) {
        let id = self.child.id().and_then(|id| i32::try_from(id).ok()).expect("it runs");
        kill(Pid::from_raw(id), signal).expect("it can be signalled");
    }

    /// Kills it, as a power cut would.
    pub async fn kill(&mut self) {
        self.signal(Signal::SIGKILL);
        self.ended().await;
    }

    /// Waits until it has ended; says whether it ended in order.
    pub async fn ended(&mut self) -> bool {
        let ended = tokio::time::timeout(Duration::from_secs(120), self.child.wait()).await;
        ended.expect("it ends in time").expect("it can be waited for").success()
    }

    /// Starts it again on the same folder and port.
    pub async fn start_again(&mut self) {
        self.start_again_with(&[]).await;
    }

    /// The same with further settings, as variables.
    pub async fn start_again_with(&mut self, settings: &[(&str, &str)]) {
        self.child = spawn(&self.folder, self.port, settings).await;
    }
}

async fn spawn(folder: &TempDir, port: u16, settings: &[(&str, &str)]) -> Child {
    let is_logging = settings.iter().any(|(name, _)| *name == "RUST_LOG");
    let stderr = if is_logging {
        Stdio::from(std::fs::File::create(folder.path().join(LOG)).expect("a log"))
    } else {
        Stdio::inherit()
    };
    let mut child = Command::new(binary())
        .args(["--demo", "--listen", &format!("127.0.0.1:{port}"), "--data-dir"])
        .arg(folder.path().join("data"))
        .env("RUST_LOG", "warn")
        .envs(settings.iter().copied())
        .stderr(stderr)
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .expect("the binary starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let ready = async {
        while let Some(line) = lines.next_line().await.expect("its output") {
            if line.starts_with("Steward is ready at http://") {
                return;
            }
        }
        panic!("it ended before it was ready");
    };
    tokio::time::timeout(START, ready).await.expect("it is ready in time");
    child
}
