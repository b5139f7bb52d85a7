//! `echo`: how many frames a server takes and answers, without a database. Each socket sends the next frame when
//! the last was answered. Steward answers a frame of a type that it does not know; a peer sends the words back.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use clap::Args;
use futures_util::stream::{self, StreamExt};
use tokio::time::Instant;

use super::repeated;
use crate::client::any::AnySocket;
use crate::client::crowd::{Kind, Person};
use crate::client::patience::CONNECTING;
use crate::client::people::{self, Venue};
use crate::error::BenchError;
use crate::measure::Latencies;
use crate::numbers::{float, now, size, written};
use crate::outcome::Outcome;
use crate::system::{Settings, System};

/// Calls that are under way at once.
const CALLS: usize = 16;

/// Settings of the scenario.
#[derive(Debug, Clone, Args)]
pub struct Echo {
    /// Sockets.
    #[arg(long, default_value_t = 1_000)]
    pub sockets: usize,
    /// Seconds of each run.
    #[arg(long, default_value_t = 10)]
    pub seconds: u64,
}

impl Echo {
    /// A socket may normally send 50 frames a second.
    pub fn settings(&self) -> Settings {
        Settings::from([("MESSENGER_FRAMES", "1000000".to_owned())])
    }

    /// Makes guests, and lets them send.
    pub async fn run(&self, system: &System, runs: usize) -> Result<Vec<Outcome>, BenchError> {
        let venue = Venue::find(system.url(0)).await?;
        let url = system.url(0);
        let making = (0..self.sockets)
            .map(|_| async { Ok(Person { url: url.to_owned(), token: venue.guest().await? }) });
        let making = stream::iter(making).buffer_unordered(CALLS);
        let people = people::gathered(making, self.sockets, "guests").await?;
        let one = repeated(runs, system, async || {
            let mut outcome = Outcome::new("echo", format!("{} sockets", written(size(self.sockets))));
            measure(&mut outcome, Kind::Steward, &people, self.seconds).await?;
            Ok(outcome)
        });
        Ok(vec![one.await?])
    }
}

/// Lets everybody send and be answered for a while.
pub async fn measure(
    outcome: &mut Outcome,
    kind: Kind,
    people: &[Person],
    seconds: u64,
) -> Result<(), BenchError> {
    let connecting =
        people.iter().enumerate().map(|(number, person)| AnySocket::connect(kind, person, number));
    let connecting = stream::iter(connecting).buffered(CONNECTING);
    let sockets = people::gathered(connecting, people.len(), "sockets").await?;
    let broken = Rc::new(Cell::new(0));
    let until = Instant::now() + Duration::from_secs(seconds);
    let running: Vec<_> = sockets
        .into_iter()
        .map(|socket| tokio::task::spawn_local(echo(socket, words(kind), until, Rc::clone(&broken))))
        .collect();
    let mut latencies = Latencies::default();
    for own in futures_util::future::join_all(running).await.into_iter().flatten() {
        own.into_iter().for_each(|latency| latencies.note(0, latency));
    }
    outcome
        .figure("messages", "a second", float(latencies.count()) / float(seconds))
        .figure("p50 answered", "ms", latencies.at(0.5))
        .figure("p99 answered", "ms", latencies.at(0.99));
    if broken.get() > 0 {
        outcome.broken.push(format!("{} sockets broke", broken.get()));
    }
    Ok(())
}

/// What is sent: as many bytes to each.
fn words(kind: Kind) -> &'static str {
    match kind {
        Kind::Steward => {
            r#"{"type":"echo","text":"I am at the north gate beside the ticket booth, please come"}"#
        }
        Kind::SocketIo => {
            r#"42["echo","I am at the north gate beside the ticket booth, please come quickly"]"#
        }
    }
}

/// Latencies in µs of one socket.
async fn echo(mut socket: AnySocket, words: &'static str, until: Instant, broken: Rc<Cell<u64>>) -> Vec<u64> {
    let mut latencies = Vec::new();
    while Instant::now() < until {
        let began = now();
        let answered = async {
            socket.send(words).await?;
            socket.next().await
        };
        if answered.await.is_err() {
            broken.set(broken.get() + 1);
            break;
        }
        latencies.push(now() - began);
    }
    latencies
}
