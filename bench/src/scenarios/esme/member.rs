//! The member of `esme`: takes the next in the queue at a steady rate, and reads everything.

use std::collections::HashMap;
use std::rc::Rc;
use std::time::Duration;

use reqwest::Method;
use serde_json::Value;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::MissedTickBehavior;
use uuid::Uuid;

use super::progress::Progress;
use crate::client::frames::{self, Heard};
use crate::client::live::Live;
use crate::client::people::{Staff, Venue};
use crate::error::BenchError;

/// Calls to take somebody that are under way at once: past it, the rate is not kept and that is a failure.
const TAKING: usize = 512;

/// How far the member has read.
#[derive(Debug, Default)]
pub struct Heads {
    /// The highest number that was shown, of each conversation.
    pub of: HashMap<Uuid, i64>,
    /// Shown twice or out of order.
    pub disordered: u64,
}

/// The member's two tasks.
#[derive(Debug)]
pub struct Member {
    taking: JoinHandle<()>,
    reading: JoinHandle<Heads>,
    stop: oneshot::Sender<()>,
}

/// Connects, and begins to take and to read.
pub async fn start(
    venue: &Venue,
    staff: Staff,
    every: Duration,
    progress: Rc<Progress>,
) -> Result<Member, BenchError> {
    let live = Live::start(&venue.api.url, 0, &staff.token, &[], |_| ()).await?;
    let (stop, stopped) = oneshot::channel();
    let reading = tokio::task::spawn_local(read(live, stopped, Rc::clone(&progress)));
    let taking = tokio::task::spawn_local(take_all(venue.clone(), Rc::new(staff), every, progress));
    Ok(Member { taking, reading, stop })
}

impl Member {
    /// Ends both; says how far the member has read.
    pub async fn stop(self) -> Heads {
        self.taking.abort();
        // The reader may have ended by itself.
        let _ = self.stop.send(());
        self.reading.await.unwrap_or_default()
    }
}

async fn take_all(venue: Venue, staff: Rc<Staff>, every: Duration, progress: Rc<Progress>) {
    let mut tick = tokio::time::interval(every);
    tick.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let under_way = Rc::new(());
    loop {
        tick.tick().await;
        if Rc::strong_count(&under_way) > TAKING {
            progress.fail("taking people does not keep up");
        }
        let (venue, staff, progress) = (venue.clone(), Rc::clone(&staff), Rc::clone(&progress));
        let counted = Rc::clone(&under_way);
        tokio::task::spawn_local(async move {
            take(&venue, &staff, &progress).await;
            drop(counted);
        });
    }
}

async fn take(venue: &Venue, staff: &Staff, progress: &Progress) {
    let path = format!("/messenger/v1/events/{}/queue/take", venue.event);
    match venue.api.attempt(Method::POST, &path, &staff.token, &Value::Null).await {
        Ok((200, _)) => progress.took(),
        // Nobody waits at this moment.
        Ok((404, _)) => {}
        Ok((status, said)) => progress.fail(format!("taking was answered with {status}: {said}")),
        Err(error) => progress.fail(format!("taking failed: {error}")),
    }
}

async fn read(mut live: Live, mut stopped: oneshot::Receiver<()>, progress: Rc<Progress>) -> Heads {
    let mut heads = Heads::default();
    loop {
        let frame = tokio::select! {
            biased;
            _ = &mut stopped => return heads,
            frame = live.next() => frame,
        };
        match frame {
            Ok(text) => hear(&text, &mut heads, &progress),
            Err(error) => {
                progress.fail(format!("the member's socket: {error}"));
                return heads;
            }
        }
    }
}

fn hear(text: &str, heads: &mut Heads, progress: &Progress) {
    let Ok(heard) = serde_json::from_str::<Heard>(text) else { return };
    let (Some(conversation), "message") = (heard.conversation, heard.kind) else { return };
    // The first one that is shown follows what was written before the member came.
    let read = heads.of.entry(conversation).or_insert(heard.seq - 1);
    if heard.seq == *read + 1 {
        *read = heard.seq;
    } else {
        heads.disordered += 1;
    }
    if let Some(due) = heard.body.as_ref().and_then(|words| frames::due(words.text)) {
        progress.delivered(due);
    }
}
