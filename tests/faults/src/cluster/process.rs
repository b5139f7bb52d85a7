//! A process that never outlives its test.

use std::ffi::OsStr;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

/// How long an orderly end may take: a node that leaves takes its time.
const END: Duration = Duration::from_secs(60);

/// A running program.
#[derive(Debug)]
pub struct Process {
    name: String,
    child: Child,
}

impl Process {
    /// Starts a program. The kernel kills it should the test die without cleaning up.
    pub fn start<A: AsRef<OsStr>>(
        name: &str,
        arguments: impl IntoIterator<Item = A>,
        settings: impl IntoIterator<Item = (String, String)>,
    ) -> Self {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL"]).args(arguments).envs(settings);
        command.stdin(Stdio::null()).stdout(Stdio::null());
        if std::env::var_os("STEWARD_FAULTS_LOGS").is_none() {
            command.stderr(Stdio::null());
        }
        let child = command.spawn().unwrap_or_else(|error| panic!("{name} cannot be started: {error}"));
        Self { name: name.to_owned(), child }
    }

    /// Its number.
    pub fn id(&self) -> Pid {
        Pid::from_raw(i32::try_from(self.child.id()).expect("a small number"))
    }

    /// Sends a signal.
    pub fn signal(&self, signal: Signal) {
        kill(self.id(), signal).unwrap_or_else(|error| panic!("{} cannot be signalled: {error}", self.name));
    }

    /// Limits one of its resources from now on, in the words of `prlimit`: `nofile`, `data`.
    pub fn limit(&self, resource: &str, most: &str) {
        let (id, limit) = (self.id().to_string(), format!("--{resource}={most}"));
        let limited = Command::new("prlimit").args(["--pid", &id, &limit]).status();
        assert!(limited.is_ok_and(|status| status.success()), "{} cannot be limited", self.name);
    }

    /// Kills it, as a power cut would.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Whether it runs.
    pub fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Waits for its end; says whether that was in order.
    pub async fn ended(&mut self) -> bool {
        let deadline = Instant::now() + END;
        loop {
            if let Ok(Some(status)) = self.child.try_wait() {
                return status.success();
            }
            assert!(Instant::now() < deadline, "{} does not end", self.name);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}
