//! Assignment by push: whenever somebody waits and somebody is free, the two are brought together.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use service_kit::Tasks;
use tokio::sync::mpsc;
use tokio::time::MissedTickBehavior;
use uuid::Uuid;

use super::figures::FIGURES;
use super::give_back::{self, Trust};
use super::passing::next_pair;
use super::{cancel, end, pass_on, store, take};
use crate::availability;
use crate::state::App;

/// How often every queue is looked at, in case a trigger was lost.
const SWEEP: Duration = Duration::from_secs(2);
/// How much of a queue's head is looked at for a pair. Past the first are only looked at those behind requests that
/// everybody free has just let go on.
const HEAD: i64 = 64;
/// Triggers that may wait; a lost one is made up for by the sweep.
const TRIGGERS: usize = 1024;

/// Tells the assigning task which events to look at.
#[derive(Debug, Clone)]
pub struct Assigner(mpsc::Sender<Trigger>);

/// Where to look.
#[derive(Debug, Clone, Copy)]
pub enum Trigger {
    /// At one event.
    Event(Uuid),
    /// Everywhere, as the sweep does.
    Everywhere,
}

impl Assigner {
    /// The handle, and what the task reads.
    pub fn new() -> (Self, mpsc::Receiver<Trigger>) {
        let (sender, receiver) = mpsc::channel(TRIGGERS);
        (Self(sender), receiver)
    }

    /// Something changed at this event: somebody asks, or somebody is free.
    pub fn look_at(&self, event: Uuid) {
        // A full queue means that a look is due anyway, and the sweep looks at every event.
        let _ = self.0.try_send(Trigger::Event(event));
    }

    /// Something changed that touches many events, such as a blocked organization.
    pub fn look_everywhere(&self) {
        let _ = self.0.try_send(Trigger::Everywhere);
    }
}

/// Assigns until shutdown.
pub async fn run(app: App, mut triggers: mpsc::Receiver<Trigger>, tasks: Tasks) {
    let mut sweep = tokio::time::interval(SWEEP);
    sweep.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut trust = Trust::new(Instant::now());
    loop {
        let mut events = HashSet::new();
        tokio::select! {
            () = tasks.stopping() => break,
            Some(trigger) = triggers.recv() => match trigger {
                Trigger::Event(event) => { events.insert(event); }
                Trigger::Everywhere => sweep.reset_immediately(),
            },
            _ = sweep.tick() => match sweep_events(&app, &mut trust).await {
                Ok(waiting) => events.extend(waiting),
                Err(error) => {
                    trust.lose(Instant::now());
                    tracing::warn!(%error, "the queues could not be looked at");
                }
            },
        }
        for event in events {
            if let Err(error) = assign(&app, event).await {
                tracing::warn!(%error, %event, "requests could not be assigned");
            }
        }
    }
}

async fn sweep_events(app: &App, trust: &mut Trust) -> Result<Vec<Uuid>, sqlx::Error> {
    cancel::expire(app).await?;
    end::end_of_blocked(app).await?;
    if trust.look(Instant::now(), app.settle()) {
        give_back::give_back(app).await?;
        pass_on::pass_on(app).await?;
    }
    store::events_waiting(&app.pool).await
}

/// Brings waiting and free together, one pair a transaction, until no pair is left.
async fn assign(app: &App, event: Uuid) -> Result<(), sqlx::Error> {
    while assign_one(app, event).await? {
        FIGURES.assigned.inc();
        app.state_changed();
    }
    Ok(())
}

async fn assign_one(app: &App, event: Uuid) -> Result<bool, sqlx::Error> {
    let pause = TimeDelta::seconds(i64::from(app.limits.pass_pause_seconds));
    let mut transaction = app.pool.begin().await?;
    store::lock_queue(&mut transaction, event).await?;
    let mut free = availability::store::free(&mut transaction, event, app.member_gone()).await?;
    if free.is_empty() {
        return Ok(false);
    }
    let (mut queue, now) = store::first_waiting(&mut transaction, event, HEAD).await?;
    while let Some((request, member)) = next_pair(&queue, &free, now, pause) {
        let Some(held) = store::lock_waiting(&mut transaction, request).await? else {
            queue.retain(|waiting| waiting.id != request);
            continue;
        };
        if availability::store::occupy_present(&mut transaction, member, app.member_gone()).await? {
            take::give(&mut transaction, &held, member, true).await?;
            transaction.commit().await?;
            return Ok(true);
        }
        free.retain(|each| *each != member);
    }
    Ok(false)
}
