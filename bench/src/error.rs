//! What can stop a measurement.

use std::path::PathBuf;

/// Why there is no figure.
#[derive(Debug, thiserror::Error)]
pub enum BenchError {
    /// No runtime.
    #[error("cannot start: {0}")]
    Runtime(std::io::Error),
    /// The binary did not come up.
    #[error(
        "{0} did not start: build it with `cargo build --release -p steward`, or name a running one with --url"
    )]
    Server(PathBuf),
    /// The bus between nodes did not come up.
    #[error("{0} did not start: name the program with --nats-server")]
    Nats(PathBuf),
    /// A peer did not come up.
    #[error("a peer did not start ({0}): bench/peers/install fetches them")]
    Peer(std::io::Error),
    /// A scenario needs a system of its own.
    #[error("{0} starts and ends nodes: it cannot be done with --url")]
    NotOurs(&'static str),
    /// A part of the generator that runs as a process of its own failed.
    #[error("a process of the generator failed: {0}")]
    Worker(std::io::Error),
    /// A signal.
    #[error("interrupted; what was started has ended")]
    Interrupted,
    /// Asked for nothing.
    #[error("at least one run is needed")]
    NoRuns,
    /// A call failed on the network.
    #[error("a call failed: {0}")]
    Call(#[from] reqwest::Error),
    /// A call was answered otherwise than expected.
    #[error("{path} was answered with {status}: {body}")]
    Answer {
        /// Which call.
        path: String,
        /// Its status.
        status: u16,
        /// What it said.
        body: String,
    },
    /// A socket failed.
    #[error("a socket failed: {0}")]
    Socket(#[from] Box<tokio_tungstenite::tungstenite::Error>),
    /// A socket said something else than expected.
    #[error("a socket was to say {expected}, and said: {said}")]
    Frame {
        /// What should have come.
        expected: &'static str,
        /// What came.
        said: String,
    },
    /// The report could not be written.
    #[error("cannot write {0}: {1}")]
    Write(PathBuf, std::io::Error),
}

impl From<tokio_tungstenite::tungstenite::Error> for BenchError {
    fn from(error: tokio_tungstenite::tungstenite::Error) -> Self {
        Self::Socket(Box::new(error))
    }
}
