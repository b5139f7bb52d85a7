//! One process of a crowd: holds sockets open, and counts what they are shown. It is told what to do line by line.

use std::cell::RefCell;
use std::io::Write;
use std::path::PathBuf;
use std::rc::Rc;

use clap::Args;
use futures_util::stream::{self, StreamExt};
use tokio::io::{AsyncBufReadExt, BufReader};

use super::any::AnySocket;
use super::crowd::{Kind, Person, Shown};
use super::patience::{CONNECTING, patiently};
use crate::error::BenchError;
use crate::numbers::now;

/// Announcements that one socket is usually shown.
const HANDFUL: usize = 4;

/// What to hold.
#[derive(Debug, Clone, Args)]
pub struct Hold {
    /// Whose sockets.
    #[arg(long, value_enum)]
    kind: Kind,
    /// How many sockets other processes have before these.
    #[arg(long, default_value_t = 0)]
    first: usize,
    /// File with the people.
    people: PathBuf,
}

type Shared = Rc<RefCell<Shown>>;

impl Hold {
    /// Does as it is told until nobody tells it anything more.
    pub async fn run(&self) -> Result<(), BenchError> {
        let text = std::fs::read_to_string(&self.people).map_err(BenchError::Worker)?;
        let people: Vec<Person> = serde_json::from_str(&text).unwrap_or_default();
        let shown = Shared::default();
        let mut connected = 0;
        let mut lines = BufReader::new(tokio::io::stdin()).lines();
        while let Ok(Some(line)) = lines.next_line().await {
            let answer = if let Some(count) = line.strip_prefix("connect ") {
                let count = count.parse().unwrap_or(0).min(people.len());
                let more = people.get(connected..count).unwrap_or_default();
                shown.borrow_mut().latencies.reserve(count * HANDFUL);
                self.connect(more, self.first + connected, &shown).await?;
                connected = connected.max(count);
                "connected".to_owned()
            } else if line == "forget" {
                let mut shown = shown.borrow_mut();
                let mut latencies = std::mem::take(&mut shown.latencies);
                latencies.clear();
                *shown = Shown { open: shown.open, broken: shown.broken, latencies, ..Shown::default() };
                "forgot".to_owned()
            } else {
                serde_json::to_string(&*shown.borrow()).unwrap_or_default()
            };
            // Whoever asked may be gone.
            let mut out = std::io::stdout().lock();
            let _ = writeln!(out, "{answer}");
            let _ = out.flush();
        }
        Ok(())
    }

    async fn connect(&self, people: &[Person], first: usize, shown: &Shared) -> Result<(), BenchError> {
        let connecting = people.iter().enumerate().map(|(number, person)| {
            patiently(async move || AnySocket::connect(self.kind, person, first + number).await)
        });
        let mut connecting = stream::iter(connecting).buffer_unordered(CONNECTING);
        while let Some(held) = connecting.next().await {
            shown.borrow_mut().open += 1;
            tokio::task::spawn_local(read(held?, Rc::clone(shown)));
        }
        Ok(())
    }
}

async fn read(mut held: AnySocket, shown: Shared) {
    // A handful: looking through them costs less than a table of each socket's own. Room for it is there before the first
    // one comes, so that the generator has no memory to find while all are told.
    let mut known = Vec::with_capacity(HANDFUL);
    while let Ok(text) = held.next().await {
        let Some(due) = announced(&text) else { continue };
        let mut shown = shown.borrow_mut();
        if known.contains(&due) {
            shown.doubled += 1;
        } else {
            known.push(due);
            shown.frames += 1;
            shown.latencies.push(now().saturating_sub(due));
        }
    }
    let mut shown = shown.borrow_mut();
    shown.open -= 1;
    shown.broken += 1;
}

/// The words of an announcement that was due at this microsecond.
pub fn announcement(due: u64) -> String {
    format!(
        "@{due}@ The north gate is closed. Please leave by the south gate and follow the staff in yellow."
    )
}

/// The microsecond at which an announcement was due.
pub fn announced(frame: &str) -> Option<u64> {
    let (_, rest) = frame.split_once('@')?;
    rest.split_once('@')?.0.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_announcement_tells_when_it_was_due() {
        let frame = format!(r#"{{"type":"message","body":{{"text":"{}"}}}}"#, announcement(17));
        assert_eq!(announced(&frame), Some(17));
        assert_eq!(announced(r#"{"type":"synced"}"#), None);
    }
}
