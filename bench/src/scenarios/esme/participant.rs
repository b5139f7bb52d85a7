//! A participant of `esme`: becomes a guest, asks for help, and writes steadily from then on.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};
use uuid::Uuid;

use super::progress::Progress;
use crate::client::frames::{self, Heard};
use crate::client::live::Live;
use crate::client::people::{Guest, Venue};
use crate::error::BenchError;

/// Arrives, and writes until nobody writes any more.
pub async fn live(venue: Venue, number: usize, every: Duration, progress: Rc<Progress>) {
    let (guest, live) = match arrive(&venue, number).await {
        Ok(arrived) => arrived,
        Err(error) => return progress.fail(format!("somebody could not arrive: {error}")),
    };
    if let Err(error) = write(live, &guest, every, &progress).await {
        progress.fail(format!("a participant's socket: {error}"));
    }
}

async fn arrive(venue: &Venue, number: usize) -> Result<(Guest, Live), BenchError> {
    let guest = venue.ask(venue.guest().await?, false).await?;
    let positions = [(guest.conversation, 1)];
    let live = Live::start(&venue.api.url, number, &guest.token, &positions, |_| ()).await?;
    Ok((guest, live))
}

async fn write(
    mut live: Live,
    guest: &Guest,
    every: Duration,
    progress: &Progress,
) -> Result<(), BenchError> {
    let mut due = Instant::now() + every;
    // Sent and not answered, by when they were due.
    let mut flying: BTreeMap<u64, Uuid> = BTreeMap::new();
    let mut last = None;
    loop {
        let writing = progress.is_writing();
        tokio::select! {
            biased;
            frame = live.next() => hear(&frame?, guest, &mut flying, progress),
            () = sleep_until(due), if writing => {
                if let Some((oldest, _)) = flying.first_key_value() {
                    progress.check(*oldest, "the answer to a message");
                }
                let (id, at) = (Uuid::now_v7(), Progress::due(due));
                let previous = last.filter(|last| flying.values().any(|flying| flying == last));
                flying.insert(at, id);
                last = Some(id);
                progress.wrote();
                live.send(frames::send(guest.conversation, id, previous, at)).await?;
                due += every;
            }
        }
    }
}

fn hear(text: &str, guest: &Guest, flying: &mut BTreeMap<u64, Uuid>, progress: &Progress) {
    let Ok(heard) = serde_json::from_str::<Heard>(text) else { return };
    match heard.kind {
        "ack" => {
            let due = flying.iter().find(|(_, id)| Some(**id) == heard.client_id).map(|(due, _)| *due);
            if let Some(due) = due {
                flying.remove(&due);
                progress.acknowledged(guest.conversation, heard.seq, due);
            }
        }
        "refused" => progress.fail(format!("a message was refused: {}", heard.code.unwrap_or("?"))),
        _ => {}
    }
}
