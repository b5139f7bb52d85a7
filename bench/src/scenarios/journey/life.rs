//! One life of a participant.

use std::cell::RefCell;
use std::time::Duration;

use serde_json::Value;
use tokio_tungstenite::tungstenite::Utf8Bytes;
use uuid::Uuid;

use super::Notes;
use crate::client::frames::{self, Heard};
use crate::client::live::Live;
use crate::client::people::{Guest, Venue};
use crate::error::BenchError;
use crate::numbers::now;

/// The last words of a participant.
pub const GOODBYE: &str = "thank you, goodbye";
/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Lives once.
pub async fn live(
    venue: &Venue,
    number: usize,
    messages: usize,
    notes: &RefCell<Notes>,
) -> Result<(), BenchError> {
    let began = now();
    venue.api.get(&format!("/core/v1/public/events/{}", venue.event), "").await?;
    let token = venue.guest().await?;
    let asked = now();
    let guest = venue.ask(token, false).await?;
    let mut is_helped = false;
    let positions = [(guest.conversation, 1)];
    let url = &venue.api.url;
    let started = Live::start(url, number, &guest.token, &positions, |frame| is_helped |= is_taken(frame));
    let mut live = started.await?;
    if !is_helped {
        wait(&mut live, "a member", is_taken).await?;
    }
    notes.borrow_mut().taken.note(asked, now());
    let mut sent = Vec::new();
    for _ in 0..messages {
        let due = now();
        let id = say(&mut live, &guest, frames::send(guest.conversation, Uuid::now_v7(), None, due)).await?;
        sent.push(id);
        notes.borrow_mut().answered.note(due, now());
    }
    let goodbye = Uuid::now_v7();
    live.send(frames::words(guest.conversation, goodbye, GOODBYE)).await?;
    sent.push(goodbye);
    wait(&mut live, "the end", |frame| {
        frame.starts_with(r#"{"type":"conversation""#) && frame.contains(r#""status":"closed""#)
    })
    .await?;
    history(venue, &guest, &sent, messages).await?;
    notes.borrow_mut().whole.note(began, now());
    Ok(())
}

fn is_taken(frame: &str) -> bool {
    frame.starts_with(r#"{"type":"conversation""#) && frame.contains(r#""status":"taken""#)
}

/// Says something, marks the answer as seen, and gives the id of what was said.
async fn say(live: &mut Live, guest: &Guest, frame: String) -> Result<Uuid, BenchError> {
    live.send(frame).await?;
    let mut acknowledged = None;
    let answer = wait(live, "an answer", |frame| {
        let Ok(heard) = serde_json::from_str::<Heard>(frame) else { return false };
        if heard.kind == "ack" {
            acknowledged = heard.client_id;
        }
        heard.kind == "message"
    });
    let answer = answer.await?;
    if let Ok(heard) = serde_json::from_str::<Heard>(&answer) {
        live.send(frames::seen(guest.conversation, heard.seq)).await?;
    }
    let missing = || BenchError::Frame { expected: "an ack before the answer", said: answer.to_string() };
    acknowledged.ok_or_else(missing)
}

/// Reads until something came.
async fn wait(
    live: &mut Live,
    expected: &'static str,
    mut is_it: impl FnMut(&str) -> bool,
) -> Result<Utf8Bytes, BenchError> {
    let reading = async {
        loop {
            let frame = live.next().await?;
            if frame.starts_with(r#"{"type":"refused""#) {
                return Err(BenchError::Frame { expected, said: frame.to_string() });
            }
            if is_it(&frame) {
                return Ok(frame);
            }
        }
    };
    let late = || BenchError::Frame { expected, said: "nothing".to_owned() };
    tokio::time::timeout(PATIENCE, reading).await.unwrap_or_else(|_| Err(late()))
}

/// The whole history must be there: numbers without holes, and each own message once, in its order.
async fn history(venue: &Venue, guest: &Guest, sent: &[Uuid], messages: usize) -> Result<(), BenchError> {
    let path = format!("/messenger/v1/conversations/{}/messages?after_seq=0&limit=500", guest.conversation);
    let page = venue.api.get(&path, &guest.token).await?;
    let items = page.get("items").and_then(Value::as_array).cloned().unwrap_or_default();
    // The request's own words, what was said and answered, and goodbye.
    let wanted = 2 + 2 * messages;
    match judge(&items, sent, wanted) {
        None => Ok(()),
        Some(said) => Err(BenchError::Frame { expected: "the whole history", said }),
    }
}

/// What is wrong with a history.
fn judge(items: &[Value], sent: &[Uuid], wanted: usize) -> Option<String> {
    let id = |item: &Value| item.get("client_id")?.as_str()?.parse::<Uuid>().ok();
    let numbers: Vec<u64> = items.iter().filter_map(|item| item.get("seq")?.as_u64()).collect();
    let mine: Vec<Uuid> = items.iter().filter_map(id).filter(|id| sent.contains(id)).collect();
    if numbers.iter().zip(1..).any(|(number, place)| *number != place) {
        return Some(format!("numbers {numbers:?}"));
    }
    if mine != sent {
        return Some(format!("{} own messages of {}, or in another order", mine.len(), sent.len()));
    }
    (items.len() != wanted).then(|| format!("{} messages instead of {wanted}", items.len()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_history_is_judged_in_each_way() {
        let (a, b, other) = (Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
        let item = |id: Uuid, seq: i64| json!({ "client_id": id, "seq": seq });
        let judged = |items: &[Value]| judge(items, &[a, b], 3);
        assert_eq!(judged(&[item(other, 1), item(a, 2), item(b, 3)]), None);
        assert!(judged(&[item(other, 1), item(a, 2)]).is_some(), "lost");
        assert!(judged(&[item(other, 1), item(b, 2), item(a, 3)]).is_some(), "order");
        assert!(judged(&[item(other, 1), item(a, 2), item(b, 4)]).is_some(), "a hole");
        assert!(judged(&[item(other, 1), item(a, 2), item(b, 3), item(b, 4)]).is_some(), "doubled");
        assert!(judged(&[item(other, 1), item(a, 2), item(b, 3), item(other, 4)]).is_some(), "too many");
    }
}
