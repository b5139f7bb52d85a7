//! A member who is sent people, answers every message at once, and closes when somebody says goodbye.

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

use serde_json::{Value, json};
use tokio::task::JoinHandle;
use uuid::Uuid;

use super::{Notes, life::GOODBYE};
use crate::client::frames::{self, Heard};
use crate::client::live::Live;
use crate::client::people::{Staff, Venue};
use crate::error::BenchError;
use crate::numbers::now;

/// Conversations at once: nobody waits for a place at a desk.
const CAPACITY: usize = 1_000;

/// A desk with its member.
#[derive(Debug)]
pub struct Desk {
    staff: Rc<Staff>,
    answering: JoinHandle<()>,
}

/// Opens a desk.
pub async fn open(venue: &Rc<Venue>, notes: Rc<RefCell<Notes>>) -> Result<Desk, BenchError> {
    let staff = Rc::new(venue.staff(CAPACITY, false).await?);
    let live = Live::start(&venue.api.url, 0, &staff.token, &[], |_| ()).await?;
    venue.offer(&staff, CAPACITY, true).await?;
    let (venue, member) = (Rc::clone(venue), Rc::clone(&staff));
    let answering = tokio::task::spawn_local(async move {
        if let Err(error) = answer(live, &venue, &member, &notes).await {
            notes.borrow_mut().failures.push(format!("a member's socket: {error}"));
        }
    });
    Ok(Desk { staff, answering })
}

impl Desk {
    /// Closes it.
    pub async fn close(self, venue: &Venue) -> Result<(), BenchError> {
        venue.offer(&self.staff, 0, false).await?;
        self.answering.abort();
        Ok(())
    }
}

async fn answer(
    mut live: Live,
    venue: &Rc<Venue>,
    staff: &Rc<Staff>,
    notes: &Rc<RefCell<Notes>>,
) -> Result<(), BenchError> {
    let mut known = HashSet::new();
    loop {
        let frame = live.next().await?;
        let Ok(heard) = serde_json::from_str::<Heard>(&frame) else { continue };
        match (heard.kind, heard.conversation, &heard.body) {
            ("message", Some(conversation), Some(body)) if body.text.ends_with(GOODBYE) => {
                part(venue, staff, conversation, notes);
            }
            ("message", Some(conversation), Some(_)) => {
                live.send(frames::send(conversation, Uuid::now_v7(), None, now())).await?;
            }
            ("conversation", Some(conversation), _) if known.insert(conversation) => {
                // What was written before the member came is read, not shown.
                for _ in 0..written_before(venue, staff, &frame, conversation).await? {
                    live.send(frames::send(conversation, Uuid::now_v7(), None, now())).await?;
                }
            }
            ("refused", _, _) => {
                let code = heard.code.unwrap_or("?");
                notes.borrow_mut().failures.push(format!("an answer was refused: {code}"));
            }
            _ => {}
        }
    }
}

/// Messages that stand between the request's own words and what the member will be shown.
async fn written_before(
    venue: &Venue,
    staff: &Staff,
    frame: &str,
    conversation: Uuid,
) -> Result<usize, BenchError> {
    let state: Value = serde_json::from_str(frame).unwrap_or_default();
    let last = state.pointer("/state/last_seq").and_then(Value::as_i64).unwrap_or(1);
    if last <= 1 {
        return Ok(0);
    }
    let limit = last - 1;
    let path = format!("/messenger/v1/conversations/{conversation}/messages?after_seq=1&limit={limit}");
    let page = venue.api.get(&path, &staff.token).await?;
    Ok(page.get("items").and_then(Value::as_array).map_or(0, Vec::len))
}

/// Closes the conversation, beside what else goes on.
fn part(venue: &Rc<Venue>, staff: &Rc<Staff>, conversation: Uuid, notes: &Rc<RefCell<Notes>>) {
    let (venue, staff, notes) = (Rc::clone(venue), Rc::clone(staff), Rc::clone(notes));
    tokio::task::spawn_local(async move {
        let path = format!("/messenger/v1/conversations/{conversation}/close");
        let closed = venue.api.post(&path, &staff.token, &json!({ "outcome": "resolved" })).await;
        if let Err(error) = closed {
            notes.borrow_mut().failures.push(format!("closing failed: {error}"));
        }
    });
}
