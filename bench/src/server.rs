//! The Steward that is measured: a running one, or one of our own.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use clap::Args;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::error::BenchError;
use crate::machine;

/// How long a start may take: it makes a database cluster.
const START: Duration = Duration::from_secs(90);

/// What to measure.
#[derive(Debug, Args)]
pub struct Target {
    /// A running Steward with the demo event, such as `http://127.0.0.1:8080`. Without it one is started.
    #[arg(long, global = true)]
    pub url: Option<String>,
    /// The binary to start when no `--url` is given.
    #[arg(long, global = true, default_value = "target/release/steward")]
    pub binary: PathBuf,
}

/// A Steward under measurement.
#[derive(Debug)]
pub struct Server {
    /// Where it is.
    pub url: String,
    own: Option<Own>,
}

#[derive(Debug)]
struct Own {
    child: Child,
    folder: TempDir,
}

impl Server {
    /// Takes the running one, or starts one with settings of its own.
    pub async fn reach(target: &Target, settings: &[(&'static str, String)]) -> Result<Self, BenchError> {
        if let Some(url) = &target.url {
            return Ok(Self { url: url.trim_end_matches('/').to_owned(), own: None });
        }
        let missing = || BenchError::Server(target.binary.clone());
        let folder = folder().ok_or_else(missing)?;
        let mut child = Command::new(&target.binary)
            .args(["--listen", "127.0.0.1:0", "--demo", "--data-dir"])
            .arg(folder.path().join("data"))
            .envs(settings.iter().map(|(name, value)| (*name, value.as_str())))
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .map_err(|_| missing())?;
        let mut lines = BufReader::new(child.stdout.take().ok_or_else(missing)?).lines();
        let ready = async {
            while let Ok(Some(line)) = lines.next_line().await {
                if let Some(url) = line.strip_prefix("Steward is ready at ") {
                    return Some(url.to_owned());
                }
            }
            None
        };
        let url = tokio::time::timeout(START, ready).await.ok().flatten().ok_or_else(missing)?;
        Ok(Self { url, own: Some(Own { child, folder }) })
    }

    /// Processes in groups: the service, its database, this generator. The first two are empty for a Steward
    /// that runs elsewhere.
    pub fn processes(&self) -> [Vec<u32>; 3] {
        let service: Vec<u32> = self.process().into_iter().collect();
        let database = self.process().map(machine::descendants).unwrap_or_default();
        [service, database, vec![std::process::id()]]
    }

    /// Its process, when it is ours.
    pub fn process(&self) -> Option<u32> {
        self.own.as_ref().and_then(|own| own.child.id())
    }

    /// Ends it, when it is ours.
    pub async fn stop(self) {
        let Some(Own { mut child, folder }) = self.own else { return };
        if let Some(id) = child.id().and_then(|id| i32::try_from(id).ok()) {
            // It may have ended by itself.
            let _ = kill(Pid::from_raw(id), Signal::SIGTERM);
        }
        let _ = tokio::time::timeout(Duration::from_secs(30), child.wait()).await;
        drop(folder);
    }
}

/// A folder that the database's user can reach, too.
fn folder() -> Option<TempDir> {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::Builder::new().prefix("stw-").tempdir().ok()?;
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o711)).ok()?;
    Some(folder)
}
