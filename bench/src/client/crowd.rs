//! A crowd of quiet sockets, spread over processes of this generator: a process has descriptors for 20,000.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

use super::people;
use crate::error::BenchError;

/// Sockets of one process.
const PER_PROCESS: usize = 10_000;

/// Whose sockets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    /// Live sockets of Steward.
    Steward,
    /// Sockets of a socket.io server.
    SocketIo,
}

/// Somebody in the crowd.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Person {
    /// Where to connect.
    pub url: String,
    /// Access token; none where nobody asks for one.
    pub token: String,
}

/// What a part of the crowd was shown.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Shown {
    /// Sockets that are open.
    pub open: usize,
    /// Sockets that broke.
    pub broken: usize,
    /// Announcements that were shown, over all sockets.
    pub frames: u64,
    /// Shown twice to one socket.
    pub doubled: u64,
    /// From the announcement to each socket, in µs, in order.
    pub latencies: Vec<u64>,
}

/// The crowd.
#[derive(Debug)]
pub struct Crowd {
    parts: Vec<Part>,
    people: usize,
}

#[derive(Debug)]
struct Part {
    people: usize,
    said: ChildStdin,
    lines: Lines<BufReader<ChildStdout>>,
    _child: Child,
    _file: NamedTempFile,
}

impl Crowd {
    /// Starts the processes; nobody is connected yet.
    pub fn start(kind: Kind, people: &[Person]) -> Result<Self, BenchError> {
        let parts = people.chunks(PER_PROCESS).enumerate();
        let parts = parts.map(|(number, people)| Part::start(kind, number * PER_PROCESS, people));
        let parts: std::io::Result<Vec<Part>> = parts.collect();
        Ok(Self { parts: parts.map_err(BenchError::Worker)?, people: people.len() })
    }

    /// Connects until so many are connected.
    pub async fn connect(&mut self, count: usize) -> Result<(), BenchError> {
        let bar = people::bar(count, "sockets");
        let mut before = 0;
        for part in &mut self.parts {
            let wanted = count.saturating_sub(before).min(part.people);
            part.ask(&format!("connect {wanted}")).await.map_err(BenchError::Worker)?;
            before += wanted;
            bar.set_position(before as u64);
        }
        bar.finish_and_clear();
        Ok(())
    }

    /// Counts anew what is shown.
    pub async fn forget(&mut self) -> Result<(), BenchError> {
        for part in &mut self.parts {
            part.ask("forget").await.map_err(BenchError::Worker)?;
        }
        Ok(())
    }

    /// What everybody was shown since the start, or since it was counted anew.
    pub async fn shown(&mut self) -> Result<Shown, BenchError> {
        let mut all = Shown::default();
        for part in &mut self.parts {
            let said = part.ask("shown").await.map_err(BenchError::Worker)?;
            let shown: Shown = serde_json::from_str(&said).unwrap_or_default();
            all.open += shown.open;
            all.broken += shown.broken;
            all.frames += shown.frames;
            all.doubled += shown.doubled;
            all.latencies.extend(shown.latencies);
        }
        all.latencies.sort_unstable();
        Ok(all)
    }

    /// How many there are.
    pub fn people(&self) -> usize {
        self.people
    }
}

impl Part {
    fn start(kind: Kind, first: usize, people: &[Person]) -> std::io::Result<Self> {
        let mut file = NamedTempFile::new()?;
        serde_json::to_writer(&mut file, people)?;
        file.flush()?;
        let kind = if kind == Kind::Steward { "steward" } else { "socket-io" };
        let mut child = Command::new(std::env::current_exe()?)
            .args(["hold", "--kind", kind, "--first", &first.to_string()])
            .arg(path(&file))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let missing = || std::io::Error::other("it has no pipes");
        let said = child.stdin.take().ok_or_else(missing)?;
        let lines = BufReader::new(child.stdout.take().ok_or_else(missing)?).lines();
        Ok(Self { people: people.len(), said, lines, _child: child, _file: file })
    }

    /// Says something and reads the answer.
    async fn ask(&mut self, words: &str) -> std::io::Result<String> {
        self.said.write_all(format!("{words}\n").as_bytes()).await?;
        let answer = self.lines.next_line().await?;
        answer.ok_or_else(|| std::io::Error::other("it ended"))
    }
}

fn path(file: &NamedTempFile) -> &Path {
    file.path()
}
