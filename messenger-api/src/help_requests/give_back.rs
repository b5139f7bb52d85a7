//! Conversations of members who vanished go back to the queue, at their old place, so that nobody waits for
//! somebody who will not answer. Whoever takes one goes on with it.

use std::time::{Duration, Instant};

use uuid::Uuid;

use super::figures::FIGURES;
use super::model::RequestStatus;
use super::store;
use crate::conversations::handovers::Cause;
use crate::conversations::store::handovers::{self, NewHandover};
use crate::state::App;
use crate::{availability, conversations};

/// Between two looks that are further apart this node was stopped, and its members could leave no sign.
const LONGEST_PAUSE: Duration = Duration::from_secs(15);

/// Whether the signs of members can be trusted: not shortly after a start or an outage, when nobody could leave one.
#[derive(Debug)]
pub struct Trust {
    since: Instant,
    looked: Instant,
}

impl Trust {
    /// Nothing is known of the time before `now`.
    pub fn new(now: Instant) -> Self {
        Self { since: now, looked: now }
    }

    /// Notes a look; true when signs could be left for at least `settle`.
    pub fn look(&mut self, now: Instant, settle: Duration) -> bool {
        if now.saturating_duration_since(self.looked) > LONGEST_PAUSE {
            self.since = now;
        }
        self.looked = now;
        now.saturating_duration_since(self.since) >= settle
    }

    /// The store could not be asked, so nobody could leave a sign there either.
    pub fn lose(&mut self, now: Instant) {
        self.since = now;
    }
}

/// Gives back what members have who gave no sign for too long, each in a transaction of its own.
pub async fn give_back(app: &App) -> Result<(), sqlx::Error> {
    for id in store::of_gone(&app.pool, app.member_gone()).await? {
        if let Some(event) = give_back_one(app, id).await? {
            app.state_changed();
            app.assigner.look_at(event);
        }
    }
    Ok(())
}

/// Request, staff row and conversation change together, locked in this order as everywhere.
async fn give_back_one(app: &App, id: Uuid) -> Result<Option<Uuid>, sqlx::Error> {
    let mut transaction = app.pool.begin().await?;
    let Some(held) = store::lock(&mut transaction, id).await? else { return Ok(None) };
    let Some(member) = held.member.filter(|_| held.status == RequestStatus::Taken) else { return Ok(None) };
    if !availability::store::release_gone(&mut transaction, member, app.member_gone()).await? {
        return Ok(None);
    }
    store::wait_again(&mut transaction, &held).await?;
    conversations::store::remove_person(&mut transaction, held.conversation, member).await?;
    conversations::store::changed(&mut transaction, held.conversation).await?;
    let conversation = held.conversation;
    let (from, cause) = (Some(member), Cause::Vanished);
    let handover = NewHandover { conversation, from, to: None, by: None, cause, reason: None };
    handovers::insert(&mut transaction, &handover).await?;
    transaction.commit().await?;
    FIGURES.given_back.inc();
    Ok(Some(held.event))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTLE: Duration = Duration::from_secs(60);

    fn after(start: Instant, seconds: u64) -> Instant {
        start + Duration::from_secs(seconds)
    }

    #[test]
    fn signs_count_a_while_after_the_start() {
        let start = Instant::now();
        let mut trust = Trust::new(start);
        assert!((0..6).all(|n| !trust.look(after(start, n * 10), SETTLE)));
        assert!(trust.look(after(start, 60), SETTLE));
    }

    #[test]
    fn an_outage_of_the_store_begins_the_while_again() {
        let start = Instant::now();
        let mut trust = Trust::new(start);
        trust.lose(after(start, 50));
        assert!((50..=100).step_by(10).all(|n| !trust.look(after(start, n), SETTLE)));
        assert!(trust.look(after(start, 110), SETTLE));
    }

    #[test]
    fn so_does_a_node_that_was_stopped() {
        let start = Instant::now();
        let mut trust = Trust::new(start);
        assert!((0..=60).step_by(10).any(|n| trust.look(after(start, n), SETTLE)));
        assert!(!trust.look(after(start, 600), SETTLE));
        assert!((610..660).step_by(10).all(|n| !trust.look(after(start, n), SETTLE)));
        assert!(trust.look(after(start, 660), SETTLE));
    }
}
