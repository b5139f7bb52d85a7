//! One node of Steward: a running one, or one of our own.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

use super::priority::put_last;
use super::{Settings, ask_to_end, wait_for_end};
use crate::error::BenchError;

/// How long a start may take: it makes a database cluster.
const START: Duration = Duration::from_secs(90);
/// How long an orderly end may take: ten seconds of its own, twenty of its database.
const STOP: Duration = Duration::from_secs(40);

/// A node.
#[derive(Debug)]
pub struct Node {
    /// Where it is.
    pub url: String,
    own: Option<Own>,
}

/// Ends in order when it is dropped, and with it its database: also when a measurement failed or was interrupted.
#[derive(Debug)]
struct Own {
    child: Child,
    folder: TempDir,
    /// Kept open, since the node may still have something to say.
    lines: Lines<BufReader<ChildStdout>>,
}

impl Drop for Own {
    fn drop(&mut self) {
        ask_to_end(&self.child);
        wait_for_end(&mut self.child, STOP);
    }
}

impl Node {
    /// One that runs already.
    pub fn running(url: &str) -> Self {
        Self { url: url.trim_end_matches('/').to_owned(), own: None }
    }

    /// Starts one, with a private Postgres and the demo, or on the database of another.
    pub async fn start(
        binary: &Path,
        settings: &Settings,
        nats: Option<&str>,
        database: Option<&str>,
    ) -> Result<Self, BenchError> {
        let missing = || BenchError::Server(binary.to_owned());
        let folder = folder().ok_or_else(missing)?;
        let mut command = Command::new(binary);
        command.args(["--listen", "127.0.0.1:0", "--data-dir"]).arg(folder.path().join("data"));
        match database {
            Some(url) => command.env("STEWARD_DATABASE_URL", url),
            None => command.arg("--demo"),
        };
        if let Some(url) = nats {
            command.env("STEWARD_NATS_URL", url);
        }
        if std::env::var_os("RUST_LOG").is_none() {
            command.env("RUST_LOG", "error");
        }
        command.envs(settings.iter().map(|(name, value)| (*name, value.as_str())));
        // What interrupts the generator does not reach it by itself: a second signal would end it at once.
        command.process_group(0).stdout(Stdio::piped()).kill_on_drop(true);
        let mut child = command.spawn().map_err(|_| missing())?;
        let lines = BufReader::new(child.stdout.take().ok_or_else(missing)?).lines();
        let mut own = Own { child, folder, lines };
        let ready = async {
            while let Ok(Some(line)) = own.lines.next_line().await {
                if let Some(url) = line.strip_prefix("Steward is ready at ") {
                    return Some(url.to_owned());
                }
            }
            None
        };
        let url = tokio::time::timeout(START, ready).await.ok().flatten().ok_or_else(missing)?;
        Ok(Self { url, own: Some(own) })
    }

    /// Its process, when it is ours.
    pub fn process(&self) -> Option<u32> {
        self.own.as_ref().and_then(|own| own.child.id())
    }

    /// The address of its private database, as `docs/operations.md` says how to find it.
    pub fn database(&self) -> Option<String> {
        let own = self.own.as_ref()?;
        let file = own.folder.path().join("data/postgres/postmaster.pid");
        let text = std::fs::read_to_string(file).ok()?;
        let socket = text.lines().nth(4)?;
        Some(format!("postgres:///postgres?host={socket}&user=steward"))
    }

    /// Kills it, as a power cut would. Only for nodes of our own. The system closes its thousands of sockets then, on a
    /// machine that would be another one: that gives way to the node that lives. What is left of it is cleared away when
    /// it is dropped: that can take the system tens of milliseconds, in the thread by whose clock others are measured.
    pub async fn kill(&mut self) {
        if let Some(own) = &mut self.own {
            if let Some(process) = own.child.id() {
                put_last(process).await;
            }
            // It may have ended by itself.
            let _ = own.child.start_kill();
        }
    }
}

/// A folder that the database's user can reach, too.
fn folder() -> Option<TempDir> {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::Builder::new().prefix("stw-").tempdir().ok()?;
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o711)).ok()?;
    Some(folder)
}
