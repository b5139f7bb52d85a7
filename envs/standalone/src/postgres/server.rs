//! Running the cluster: a thread of its own starts Postgres, starts it again when it dies, and stops it in order.

use std::fs::{self, File};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use nix::sys::prctl;
use nix::sys::signal::{Signal, kill};
use nix::unistd::{Pid, getppid};
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};
use tempfile::TempDir;

use super::cluster::{Cluster, USER};
use crate::error::StartError;

/// How long the first start may take: recovery after a crash included.
const START: Duration = Duration::from_secs(90);
/// How long an orderly stop may take before it is hurried.
const STOP: Duration = Duration::from_secs(20);
/// Pause before Postgres is started again after it died.
const RESTART: Duration = Duration::from_millis(300);
/// Settings that differ from Postgres' own. Durability stays whole; connections suffice for ten nodes. A new segment of the
/// write-ahead log is not filled with zeros first, which kept every commit waiting meanwhile.
const SETTINGS: [&str; 10] = [
    "listen_addresses=",
    "max_connections=500",
    "shared_buffers=256MB",
    "max_wal_size=2GB",
    "checkpoint_timeout=10min",
    "wal_compression=on",
    "wal_init_zero=off",
    "random_page_cost=1.1",
    "log_checkpoints=off",
    "password_encryption=scram-sha-256",
];

/// A running private Postgres.
pub struct Postgres {
    socket: TempDir,
    stop: Sender<()>,
    thread: Option<JoinHandle<()>>,
}

impl Postgres {
    /// Starts it and waits until it answers.
    pub async fn start(cluster: Cluster) -> Result<Self, StartError> {
        let failed = |error: std::io::Error| StartError::Postgres(error.to_string());
        stop_left_over(&cluster.path);
        // Short, because the path of a socket may not pass 107 bytes.
        let socket = tempfile::Builder::new().prefix("steward-").tempdir_in("/tmp").map_err(failed)?;
        cluster.owner.make_private(socket.path()).map_err(failed)?;
        let (stop, stopping) = mpsc::channel();
        let folder = socket.path().to_owned();
        let log = cluster.path.with_extension("log");
        let runner = Runner { cluster, folder, log: log.clone(), stopping };
        // The thread lives as long as the process: Postgres is told when the thread that started it ends.
        let thread =
            thread::Builder::new().name("postgres".to_owned()).spawn(move || runner.run()).map_err(failed)?;
        let postgres = Self { socket, stop, thread: Some(thread) };
        postgres.wait(&log).await?;
        Ok(postgres)
    }

    /// How to reach it.
    pub fn options(&self) -> PgConnectOptions {
        PgConnectOptions::new_without_pgpass().socket(self.socket.path()).username(USER)
    }

    async fn wait(&self, log: &Path) -> Result<(), StartError> {
        let deadline = Instant::now() + START;
        let options = self.options().database("postgres");
        loop {
            match PgConnection::connect_with(&options).await {
                Ok(connection) => {
                    return {
                        let _: () = drop(connection.close().await);
                        Ok(())
                    };
                }
                Err(_) if Instant::now() < deadline && !self.has_ended() => {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                Err(error) => {
                    return Err(StartError::Postgres(format!("{error}; see {}", log.display())));
                }
            }
        }
    }

    fn has_ended(&self) -> bool {
        self.thread.as_ref().is_none_or(JoinHandle::is_finished)
    }

    /// Stops it in order.
    pub async fn stop(mut self) {
        let _ = self.stop.send(());
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has nothing left to stop.
            let _ = tokio::task::spawn_blocking(move || thread.join()).await;
        }
    }
}

struct Runner {
    cluster: Cluster,
    folder: std::path::PathBuf,
    log: std::path::PathBuf,
    stopping: mpsc::Receiver<()>,
}

impl Runner {
    fn run(self) {
        let mut failures = 0;
        while failures < 5 {
            let started = Instant::now();
            match self.spawn() {
                Ok(mut child) => {
                    if self.watch(&mut child) {
                        return stop(&mut child);
                    }
                    tracing::error!("Postgres ended by itself and is started again");
                }
                Err(error) => tracing::error!(%error, "Postgres could not be started"),
            }
            failures = if started.elapsed() > Duration::from_secs(10) { 1 } else { failures + 1 };
            thread::sleep(RESTART);
        }
    }

    /// Waits until it is time to stop (true) or Postgres ended (false).
    fn watch(&self, child: &mut Child) -> bool {
        loop {
            match self.stopping.recv_timeout(Duration::from_millis(100)) {
                Ok(()) | Err(RecvTimeoutError::Disconnected) => return true,
                Err(RecvTimeoutError::Timeout) => {}
            }
            if matches!(child.try_wait(), Ok(Some(_)) | Err(_)) {
                return false;
            }
        }
    }

    fn spawn(&self) -> std::io::Result<Child> {
        let mut command = Command::new(self.cluster.programs.bin.join("postgres"));
        command.arg("-D").arg(&self.cluster.path).current_dir("/").stdin(Stdio::null());
        for setting in SETTINGS {
            command.args(["-c", setting]);
        }
        command.arg("-c").arg(format!("unix_socket_directories={}", self.folder.display()));
        let log = File::options().create(true).append(true).open(&self.log)?;
        command.stdout(log.try_clone()?).stderr(log);
        // A group of its own: Ctrl-C at the terminal is for Steward, which stops Postgres when it is done with it.
        command.process_group(0);
        self.cluster.owner.run(&mut command);
        let parent = nix::unistd::getpid();
        // Sound: between fork and exec only two system calls are made, and nothing is allocated.
        #[allow(unsafe_code)]
        unsafe {
            command.pre_exec(move || {
                prctl::set_pdeathsig(Signal::SIGINT)?;
                // The parent may have died before the call above.
                if getppid() == parent { Ok(()) } else { Err(std::io::ErrorKind::BrokenPipe.into()) }
            });
        }
        command.spawn()
    }
}

/// Asks Postgres to end its sessions and stop; hurries it when that takes too long.
fn stop(child: &mut Child) {
    let Ok(id) = i32::try_from(child.id()) else { return };
    for (signal, patience) in [(Signal::SIGINT, STOP), (Signal::SIGQUIT, STOP)] {
        let _ = kill(Pid::from_raw(id), signal);
        let deadline = Instant::now() + patience;
        while Instant::now() < deadline {
            if matches!(child.try_wait(), Ok(Some(_)) | Err(_)) {
                return;
            }
            thread::sleep(Duration::from_millis(10));
        }
    }
}

/// Stops the Postgres that an earlier, killed steward left on this cluster. Nobody else can be using it: this
/// process holds the data folder.
fn stop_left_over(path: &Path) {
    let Some(id) = left_over(path) else { return };
    for signal in [Signal::SIGINT, Signal::SIGQUIT, Signal::SIGKILL] {
        let _ = kill(id, signal);
        let deadline = Instant::now() + Duration::from_secs(10);
        while Instant::now() < deadline {
            if left_over(path).is_none() {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
    }
}

/// The process that the cluster's pid file names, if it is alive and really runs this cluster.
fn left_over(path: &Path) -> Option<Pid> {
    let file = fs::read_to_string(path.join("postmaster.pid")).ok()?;
    let id: i32 = file.lines().next()?.trim().parse().ok()?;
    let command = fs::read(format!("/proc/{id}/cmdline")).ok()?;
    let runs_this = String::from_utf8_lossy(&command).contains(path.to_str()?);
    runs_this.then(|| Pid::from_raw(id))
}
