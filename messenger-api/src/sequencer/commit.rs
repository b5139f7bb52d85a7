//! One commit: in one statement where nothing needs a closer look, otherwise in two steps of one transaction.

use std::collections::{BTreeMap, HashMap, HashSet};

use futures_util::future::join;
use sqlx::{Connection, PgConnection};
use uuid::Uuid;

use super::plan::{Candidate, Held, Key, Verdict, decide};
use super::submission::Submission;
use crate::failpoints::{Failpoint, reach};
use crate::messages::store::{self, Columns, Heads, Sequence};

/// How a batch is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// In one round trip, without the conversations that need a closer look.
    AtOnce,
    /// With a closer look at everything.
    InSteps,
}

/// Stores a batch and tells what came of each message of it; nothing of those that need a closer look, which are all
/// of a conversation or none.
pub async fn store(
    connection: &mut PgConnection,
    batch: &[Submission],
    means: Means,
) -> Result<Vec<Option<Verdict>>, sqlx::Error> {
    match means {
        Means::AtOnce => store_at_once(connection, batch).await,
        Means::InSteps => Ok(store_in_steps(connection, batch).await?.into_iter().map(Some).collect()),
    }
}

/// One round trip. What it stores is what [`decide`] would store, under the same numbers.
async fn store_at_once(
    connection: &mut PgConnection,
    batch: &[Submission],
) -> Result<Vec<Option<Verdict>>, sqlx::Error> {
    let (sequence, heads) = sequence(batch);
    let mut rows = Columns::default();
    batch.iter().for_each(|submission| add(&mut rows, submission));
    // The statement is sent, and its outcome is not known, when a test lets the process die.
    let storing = store::insert_at_once(connection, &rows, &sequence, &heads);
    let (placed, ()) = join(storing, async { reach(Failpoint::BeforeCommit) }).await;
    let placed: HashMap<Key, _> = placed?
        .into_iter()
        .map(|row| ((row.conversation, row.sender, row.client_id), Verdict::Store(row.seq, row.at)))
        .collect();
    Ok(batch.iter().map(|submission| placed.get(&key(submission)).copied()).collect())
}

/// What is known of a conversation within a batch.
struct Head {
    count: i64,
    version: i64,
    least: i64,
    /// Whether the batch itself has something to decide.
    is_odd: bool,
}

/// Where each message stands, and what has to hold for each conversation. One has no head when the batch itself has
/// something to decide: the same client id twice, two versions, an answer to nothing.
fn sequence(batch: &[Submission]) -> (Sequence, Heads) {
    let mut sequence = Sequence::default();
    let mut all: BTreeMap<Uuid, Head> = BTreeMap::new();
    let mut seen: HashSet<Key> = HashSet::new();
    for submission in batch {
        let (conversation, sender, _) = key(submission);
        let is_elsewhere = |id: &Uuid| !seen.contains(&(conversation, sender, *id));
        sequence.previous.push(submission.previous.filter(is_elsewhere));
        let version = submission.version;
        let head = all.entry(conversation).or_insert(Head { count: 0, version, least: 0, is_odd: false });
        head.count += 1;
        sequence.places.push(head.count);
        head.is_odd |= !seen.insert(key(submission)) || head.version != version;
        if let Some(answered) = submission.reply_to {
            head.least = head.least.max(answered.saturating_sub(head.count - 1));
            head.is_odd |= answered < 1;
        }
    }
    let mut heads = Heads::default();
    for (id, head) in all.into_iter().filter(|(_, head)| !head.is_odd) {
        heads.ids.push(id);
        heads.counts.push(head.count);
        heads.versions.push(head.version);
        heads.least.push(head.least);
    }
    (sequence, heads)
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
        content: &submission.content.digest,
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
fn columns<'a>(batch: &'a [Submission], verdicts: &[Verdict]) -> (Columns<'a>, HashMap<Uuid, i64>) {
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

fn add<'a>(rows: &mut Columns<'a>, submission: &'a Submission) {
    rows.conversations.push(submission.conversation);
    rows.senders.push(submission.sender.id);
    rows.sender_kinds.push(submission.sender.kind.as_str());
    rows.client_ids.push(submission.client_id);
    rows.replies.push(submission.reply_to);
    rows.say(&submission.content);
}

#[cfg(test)]
mod tests;
