//! Peers: servers that many already run, under the same load on the same machine, so that figures have something
//! to stand beside. `bench/peers/` starts them; nothing of them is part of Steward.

mod ejabberd;
mod process;
mod socket_io;
mod xmpp;

use std::path::{Path, PathBuf};

use clap::Args;

use crate::error::BenchError;
use crate::outcome::Outcome;

/// Settings of the comparison.
#[derive(Debug, Clone, Args)]
pub struct Peers {
    /// Folder with the peers; `install` in it fetches them.
    #[arg(long, default_value = "bench/peers")]
    pub folder: PathBuf,
    /// Conversations over ejabberd.
    #[arg(long, default_value_t = 200)]
    pub conversations: usize,
    /// Seconds for each rate that is tried, and for the echo.
    #[arg(long, default_value_t = 10)]
    pub seconds: u64,
    /// Idle sockets, and sockets that an announcement goes to.
    #[arg(long, default_value_t = 5_000)]
    pub sockets: usize,
}

impl Peers {
    /// Measures each peer.
    pub async fn measure(&self) -> Result<Vec<Outcome>, BenchError> {
        let mut outcomes = ejabberd::measure(&self.folder, self.conversations, self.seconds).await?;
        outcomes.extend(socket_io::measure(&self.folder, self.sockets, self.seconds).await?);
        Ok(outcomes)
    }
}

/// Where a peer's program is.
fn program(folder: &Path, name: &str) -> PathBuf {
    folder.join(name)
}
