//! A Postgres with full durability, in a private folder.

use std::fs::Permissions;
use std::net::{SocketAddr, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use journeys::{eventually, within};
use nix::sys::signal::Signal;
use nix::unistd::geteuid;

use super::free_address;
use super::process::Process;

/// The databases of the services.
pub(super) const DATABASES: [&str; 4] = ["participants", "organizers", "events", "messages"];

/// A running Postgres.
#[derive(Debug)]
pub struct Postgres {
    /// Where it listens.
    pub address: SocketAddr,
    /// Its process.
    pub process: Process,
    /// Its data.
    pub data: PathBuf,
    // Goes after the process.
    room: Option<Room>,
}

/// A small disk of its own: a file system in memory, which wants root.
#[derive(Debug)]
struct Room(PathBuf);

impl Room {
    fn of(folder: &Path, megabytes: u32) -> Self {
        let size = format!("size={megabytes}m");
        run(Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder));
        Self(folder.to_owned())
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}

/// The folder of the newest version's programs.
pub(super) fn programs() -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = versions.map(|entry| entry.path().join("bin")).collect();
    folders.sort();
    folders.pop().expect("Postgres is installed: run `scripts/install`")
}

/// A command as the user that may run Postgres: it refuses to run as root.
fn as_owner(program: &Path) -> Vec<String> {
    let program = program.to_string_lossy().into_owned();
    if !geteuid().is_root() {
        return vec![program];
    }
    let mut words: Vec<String> =
        ["--reuid=postgres", "--regid=postgres", "--init-groups"].map(Into::into).into();
    words.push(program);
    words
}

impl Postgres {
    /// Makes a cluster in `folder/postgres` and starts it with the empty databases of the services; on a disk of its own
    /// when its size is given.
    pub async fn start(folder: &Path, megabytes: Option<u32>) -> Self {
        let data = folder.join("postgres");
        std::fs::create_dir(&data).expect("a folder");
        let room = megabytes.map(|megabytes| Room::of(&data, megabytes));
        own(&data);
        let data_text = data.to_string_lossy().into_owned();
        let arguments =
            ["-D", &data_text, "-U", "steward", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"];
        run(Command::new("setpriv").args(as_owner(&programs().join("initdb"))).args(arguments));
        let address = free_address();
        let process = spawn(&data, address);
        let postgres = Self { address, process, data, room };
        postgres.answers().await;
        for database in DATABASES {
            postgres.sql("postgres", &format!("CREATE DATABASE {database}"));
        }
        postgres
    }

    /// Starts a standby beside it, which has everything before a commit is answered.
    pub async fn standby(&self, folder: &Path) -> Self {
        let data = folder.join("standby");
        let text = data.to_string_lossy().into_owned();
        // Made as root and handed over: the owner may not write into the folder around it.
        std::fs::create_dir(&data).expect("a folder");
        own(&data);
        let copy = ["-D", text.as_str(), "-R", "-X", "stream", "-c", "fast"];
        let mut backup = Command::new("setpriv");
        backup.args(as_owner(&programs().join("pg_basebackup"))).args(reaching(self.address)).args(copy);
        run(&mut backup);
        let address = free_address();
        let standby = Self { address, process: spawn(&data, address), data, room: None };
        standby.answers().await;
        self.sql("postgres", "ALTER SYSTEM SET synchronous_standby_names = '*'");
        self.sql("postgres", "SELECT pg_reload_conf()");
        standby
    }

    /// Uses up the disk, which must be its own.
    pub fn fill_disk(&self) {
        let room = self.room.as_ref().expect("a disk of its own");
        // Fails when nothing is left, as it should.
        let target = format!("of={}", room.0.join("filler").display());
        let filled = Command::new("dd").args(["if=/dev/zero", &target, "bs=64k"]).output();
        assert!(filled.is_ok_and(|output| !output.status.success()), "the disk is full");
    }

    /// Makes room again.
    pub fn empty_disk(&self) {
        let room = self.room.as_ref().expect("a disk of its own");
        std::fs::remove_file(room.0.join("filler")).expect("room is made");
    }

    /// Makes a standby the one that is written to.
    pub async fn promote(&self) {
        self.sql("postgres", "SELECT pg_promote()");
        eventually("the standby takes writes", async || {
            self.try_sql("messages", "CREATE TEMPORARY TABLE a_write ()").then_some(())
        })
        .await;
    }

    /// Waits until it takes connections.
    pub async fn answers(&self) {
        eventually("Postgres answers", async || self.try_sql("postgres", "SELECT 1").then_some(())).await;
    }

    /// Runs a statement; false when it failed.
    pub fn try_sql(&self, database: &str, sql: &str) -> bool {
        run_sql(self.address, database, sql)
    }

    /// Runs a statement.
    pub fn sql(&self, database: &str, sql: &str) {
        assert!(self.try_sql(database, sql), "{sql}");
    }

    /// How many rows a table has.
    pub fn count(&self, database: &str, table: &str) -> i64 {
        let sql = format!("SELECT count(*) FROM {table}");
        let question = ["-d", database, "-X", "-q", "-A", "-t", "-c", &sql];
        let output =
            Command::new("psql").args(reaching(self.address)).args(question).output().expect("it runs");
        String::from_utf8_lossy(&output.stdout).trim().parse().expect("a number")
    }

    /// Kills all its processes at once, as a power cut would.
    pub fn kill(&mut self) {
        self.process.kill();
    }

    /// Stops it without waiting for anybody: clients lose their connections, and it recovers at its next start.
    pub async fn stop_immediately(&mut self) {
        self.process.signal(Signal::SIGQUIT);
        self.process.ended().await;
    }

    /// Starts it again.
    pub async fn start_again(&mut self) {
        // After a kill its children may hold shared memory for a moment more: then it refuses, and is asked again.
        within(Duration::from_secs(120), "Postgres starts again", async || {
            if !self.process.runs() {
                self.process = spawn(&self.data, self.address);
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
            self.try_sql("postgres", "SELECT 1").then_some(())
        })
        .await;
    }
}

/// Runs statements on the Postgres that listens there; false when one failed.
pub fn run_sql(address: SocketAddr, database: &str, sql: &str) -> bool {
    let statements = ["-d", database, "-X", "-q", "-c", sql];
    let mut psql = Command::new("psql");
    psql.args(reaching(address)).args(statements);
    TcpStream::connect(address).is_ok() && psql.output().is_ok_and(|output| output.status.success())
}

/// How a program of Postgres is told where that is, and who asks.
pub(super) fn reaching(address: SocketAddr) -> [String; 6] {
    ["-h", "127.0.0.1", "-U", "steward", "-p", &address.port().to_string()].map(str::to_owned)
}

fn own(folder: &Path) {
    if geteuid().is_root() {
        run(Command::new("chown").arg("postgres").arg(folder));
    }
    std::fs::set_permissions(folder, Permissions::from_mode(0o700)).expect("permissions");
}

pub(super) fn run(command: &mut Command) {
    let output = command.env("LC_ALL", "C.UTF-8").output().expect("it runs");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn spawn(data: &Path, address: SocketAddr) -> Process {
    let mut arguments = as_owner(&programs().join("postgres"));
    arguments.extend(["-D".to_owned(), data.to_string_lossy().into_owned()]);
    let settings = [
        format!("port={}", address.port()),
        "listen_addresses=127.0.0.1".to_owned(),
        "unix_socket_directories=".to_owned(),
        "max_connections=300".to_owned(),
        "fsync=on".to_owned(),
        "synchronous_commit=on".to_owned(),
    ];
    arguments.extend(settings.into_iter().flat_map(|setting| ["-c".to_owned(), setting]));
    Process::start("postgres", arguments, [])
}
