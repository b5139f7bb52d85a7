//! socket.io: what its sockets cost, how many frames it sends back, and how soon everybody has an announcement.

use std::cell::RefCell;
use std::path::Path;

use tokio::process::Command;

use super::process::Peer;
use crate::client::any::AnySocket;
use crate::client::crowd::{Crowd, Kind, Person};
use crate::error::BenchError;
use crate::numbers::{size, written};
use crate::outcome::Outcome;
use crate::scenarios::{announce, echo, idle};

/// Sockets that send and are answered, as of Steward.
const ECHOING: usize = 1_000;
/// Announcements, as of Steward.
const ANNOUNCEMENTS: usize = 3;

/// Measures it, each time anew.
pub async fn measure(folder: &Path, sockets: usize, seconds: u64) -> Result<Vec<Outcome>, BenchError> {
    let crowded = format!("{} sockets", written(size(sockets)));
    let server = super::program(folder, "socketio/server.mjs");
    let start = async || {
        let mut command = Command::new("node");
        command.arg(&server);
        let peer = Peer::start(command).await?;
        let person = Person { url: peer.url.clone(), token: String::new() };
        Ok::<_, BenchError>((peer, person))
    };

    let (peer, person) = start().await?;
    let mut idle = of_peer("idle", &crowded);
    let watch = peer.watch();
    idle::measure(&mut idle, Kind::SocketIo, &vec![person; sockets], || peer.memory_mib()).await?;
    let idle = without_aims(idle).under(peer.load(watch));
    drop(peer);

    let (peer, person) = start().await?;
    let mut echo = of_peer("echo", &format!("{} sockets", written(size(ECHOING))));
    let watch = peer.watch();
    echo::measure(&mut echo, Kind::SocketIo, &vec![person; ECHOING], seconds).await?;
    let echo = echo.under(peer.load(watch));
    drop(peer);

    let (peer, person) = start().await?;
    let mut crowd = Crowd::start(Kind::SocketIo, &vec![person.clone(); sockets])?;
    crowd.connect(sockets).await?;
    let speaker = RefCell::new(Some(AnySocket::connect(Kind::SocketIo, &person, sockets).await?));
    let mut announced = of_peer("announce", &format!("to {} phones", written(size(sockets))));
    let watch = peer.watch();
    let announcing = announce::measure(&mut announced, &mut crowd, ANNOUNCEMENTS, async |text| {
        let taken = speaker.borrow_mut().take();
        let Some(mut socket) = taken else { return Err(BenchError::NoRuns) };
        socket.send(format!(r#"42["announce","{text}"]"#)).await?;
        // It is told, too; what it reads is not counted.
        socket.next().await?;
        speaker.replace(Some(socket));
        Ok(())
    });
    announcing.await?;
    let announced = without_aims(announced).under(peer.load(watch));
    drop(crowd);
    drop(peer);
    Ok(vec![idle, echo, announced])
}

fn of_peer(scenario: &'static str, case: &str) -> Outcome {
    let mut outcome = Outcome::new(scenario, case);
    outcome.system = "socket.io";
    outcome
}

/// The aims are Steward's.
fn without_aims(mut outcome: Outcome) -> Outcome {
    outcome.figures.iter_mut().for_each(|figure| figure.target = None);
    outcome
}
