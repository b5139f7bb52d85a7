//! One commit: in one statement where nothing needs a closer look, otherwise in two steps of one transaction.

use std::collections::{HashMap, HashSet};

use futures_util::future::join;
use sqlx::{Connection, PgConnection};
use uuid::Uuid;

use super::plan::{Candidate, Held, Key, Verdict, decide};
use super::submission::Submission;
use crate::failpoints::{Failpoint, reach};
use crate::messages::store::{self, Columns, Conditions};

/// Stores a batch and tells what came of each message of it.
pub async fn store(connection: &mut PgConnection, batch: &[Submission]) -> Result<Vec<Verdict>, sqlx::Error> {
    if let Some(verdicts) = store_at_once(connection, batch).await? {
        return Ok(verdicts);
    }
    store_in_steps(connection, batch).await
}

/// One round trip, when [`decide`] would store every message; nothing is stored and nothing returned otherwise.
async fn store_at_once(
    connection: &mut PgConnection,
    batch: &[Submission],
) -> Result<Option<Vec<Verdict>>, sqlx::Error> {
    let Some(conditions) = conditions(batch) else { return Ok(None) };
    let mut rows = Columns::default();
    batch.iter().for_each(|submission| add(&mut rows, submission));
    // The statement is sent, and its outcome is not known, when a test lets the process die.
    let storing = store::insert_at_once(connection, &rows, &conditions);
    let (placed, ()) = join(storing, async { reach(Failpoint::BeforeCommit) }).await;
    let placed: HashMap<Key, _> = placed?
        .into_iter()
        .map(|row| ((row.conversation, row.sender, row.client_id), Verdict::Store(row.seq, row.at)))
        .collect();
    Ok(batch.iter().map(|submission| placed.get(&key(submission)).copied()).collect())
}

/// What has to hold; none when the batch itself has something to decide: the same client id twice, or a message
/// before the one that it follows.
fn conditions(batch: &[Submission]) -> Option<Conditions> {
    let mut conditions = Conditions::default();
    let mut places: HashMap<Uuid, i64> = HashMap::new();
    let mut seen: HashSet<Key> = HashSet::new();
    for submission in batch {
        let (conversation, sender, _) = key(submission);
        let is_elsewhere = |id: &Uuid| !seen.contains(&(conversation, sender, *id));
        conditions.previous.push(submission.previous.filter(is_elsewhere));
        if !seen.insert(key(submission)) {
            return None;
        }
        let place = places.entry(conversation).or_default();
        *place += 1;
        conditions.places.push(*place);
        conditions.versions.push(submission.version);
    }
    Some(conditions)
}

/// Locks, looks, decides, stores.
async fn store_in_steps(
    connection: &mut PgConnection,
    batch: &[Submission],
) -> Result<Vec<Verdict>, sqlx::Error> {
    let mut transaction = connection.begin().await?;
    let held = hold(&mut transaction, batch).await?;
    let candidates: Vec<_> = batch.iter().map(candidate).collect();
    let verdicts = decide(&candidates, &held);
    let (rows, heads) = columns(batch, &verdicts);
    if !rows.seqs.is_empty() {
        let (ids, seqs): (Vec<Uuid>, Vec<i64>) = heads.into_iter().unzip();
        store::insert(&mut transaction, &rows, (&ids, &seqs)).await?;
    }
    reach(Failpoint::BeforeCommit);
    transaction.commit().await?;
    Ok(verdicts)
}

fn key(submission: &Submission) -> Key {
    (submission.conversation, submission.sender.id, submission.client_id)
}

fn candidate(submission: &Submission) -> Candidate<'_> {
    Candidate {
        conversation: submission.conversation,
        version: submission.version,
        sender: submission.sender.id,
        client_id: submission.client_id,
        previous: submission.previous,
        reply_to: submission.reply_to,
        content: &submission.content,
    }
}

/// Locks the batch's conversations and reads what the decision needs.
async fn hold(connection: &mut PgConnection, batch: &[Submission]) -> Result<Held, sqlx::Error> {
    let mut ids: Vec<Uuid> = batch.iter().map(|submission| submission.conversation).collect();
    ids.sort_unstable();
    ids.dedup();
    let locked = store::lock(connection, &ids).await?;
    let mut held = Held::default();
    held.conversations.extend(locked.into_iter().map(|row| (row.id, row)));

    let stale: HashSet<Uuid> = batch
        .iter()
        .filter(|s| held.conversations.get(&s.conversation).is_some_and(|row| row.version != s.version))
        .map(|submission| submission.conversation)
        .collect();
    if !stale.is_empty() {
        let stale: Vec<Uuid> = stale.into_iter().collect();
        held.writers = store::find_writers(connection, &stale).await?.into_iter().collect();
    }

    let keys: Vec<Key> = batch
        .iter()
        .flat_map(|s| {
            std::iter::once(s.client_id)
                .chain(s.previous)
                .map(|client_id| (s.conversation, s.sender.id, client_id))
        })
        .collect();
    let conversations: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
    let senders: Vec<Uuid> = keys.iter().map(|key| key.1).collect();
    let client_ids: Vec<Uuid> = keys.iter().map(|key| key.2).collect();
    for stored in store::find_stored(connection, &conversations, &senders, &client_ids).await? {
        let position = usize::try_from(stored.position - 1).unwrap_or(usize::MAX);
        if let Some(key) = keys.get(position) {
            held.stored.insert(*key, (stored.seq, stored.at, stored.content));
        }
    }
    Ok(held)
}

/// The rows to insert, and the new head of each conversation.
fn columns(batch: &[Submission], verdicts: &[Verdict]) -> (Columns, HashMap<Uuid, i64>) {
    let mut rows = Columns::default();
    let mut heads = HashMap::new();
    for (submission, verdict) in batch.iter().zip(verdicts) {
        let Verdict::Store(seq, at) = verdict else { continue };
        heads.insert(submission.conversation, *seq);
        rows.seqs.push(*seq);
        rows.times.push(*at);
        add(&mut rows, submission);
    }
    (rows, heads)
}

fn add(rows: &mut Columns, submission: &Submission) {
    rows.conversations.push(submission.conversation);
    rows.senders.push(submission.sender.id);
    rows.sender_kinds.push(submission.sender.kind.as_str().to_owned());
    rows.client_ids.push(submission.client_id);
    rows.bodies.push(submission.body.clone());
    rows.replies.push(submission.reply_to);
    rows.locations.push(submission.location.clone());
    rows.contents.push(submission.content.clone());
}

#[cfg(test)]
mod tests;
