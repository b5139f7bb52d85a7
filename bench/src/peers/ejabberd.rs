//! ejabberd with its archive in Postgres: the highest rate of two-person conversations that it keeps.

use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

use futures_util::stream::{self, StreamExt};
use tokio::process::Command;
use tokio::time::Instant;

use super::process::Peer;
use super::xmpp::{Pace, Talker};
use crate::client::people;
use crate::error::BenchError;
use crate::measure::Tally;
use crate::numbers::size;
use crate::outcome::Outcome;
use crate::scenarios::highest::{self, Stretched};

/// Where the search begins, and the most that is tried.
const RATES: (u32, u32) = (400, 20_000);
/// Sockets that connect at once.
const CONNECTING: usize = 16;
/// After the last send, how long messages may take.
const DRAIN: Duration = Duration::from_secs(10);

/// Finds the highest rate.
pub async fn measure(folder: &Path, conversations: usize, seconds: u64) -> Result<Vec<Outcome>, BenchError> {
    let peer = Peer::start(Command::new(super::program(folder, "ejabberd/run"))).await?;
    let connecting = (0..conversations * 2).map(|number| Talker::connect(&peer.url, number));
    let connecting = stream::iter(connecting).buffered(CONNECTING);
    let mut talkers = people::gathered(connecting, conversations * 2, "sockets").await?;
    let watch = peer.watch();
    let found = highest::search(RATES.0, RATES.1, async |rate| {
        let before = peer.memory_mib().unwrap_or(0.0);
        let length = Duration::from_secs(seconds);
        let tally = talk(&mut talkers, rate, length).await;
        Stretched { rate, length, tally, grown_mib: peer.memory_mib().unwrap_or(0.0) - before }
    });
    let mut found = found.await;
    found.system = "ejabberd";
    found.figures.iter_mut().for_each(|figure| figure.target = None);
    found.figure("sockets", "", size(talkers.len()));
    let found = found.under(peer.load(watch));
    drop(talkers);
    drop(peer);
    Ok(vec![found])
}

/// All talk at a rate for a while.
async fn talk(talkers: &mut Vec<Talker>, rate: u32, length: Duration) -> Tally {
    let all = std::mem::take(talkers);
    let interval = Duration::from_secs(1).mul_f64(size(all.len()) / f64::from(rate.max(1)));
    let began = Instant::now() + Duration::from_millis(500);
    let until = began + length;
    let tally = Rc::new(RefCell::new(Tally::default()));
    let running = all.into_iter().map(|talker| {
        let first = began + interval.mul_f64(rand::random_range(0.0..1.0));
        let pace = Pace { first, interval, until, deadline: until + DRAIN };
        tokio::task::spawn_local(talker.run(pace, Rc::clone(&tally)))
    });
    let running: Vec<_> = running.collect();
    *talkers = futures_util::future::join_all(running).await.into_iter().flatten().collect();
    let mut tally = Rc::try_unwrap(tally).map(RefCell::into_inner).unwrap_or_default();
    tally.unanswered = tally.offered.saturating_sub(tally.delivered.count());
    tally
}
