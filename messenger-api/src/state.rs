//! What every handler and background task shares.

use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::FromRef;
use bytes::Bytes;
use governor::DefaultKeyedRateLimiter;
use service_kit::identity::Gate;
use service_kit::{Doorway, Tasks};
use sqlx::PgPool;
use uuid::Uuid;

use crate::attachments::Attachments;
use crate::bus::{Bus, Subject};
use crate::config::Limits;
use crate::help_requests::assign::Assigner;
use crate::live::Hub;
use crate::live::beginnings::Beginnings;
use crate::live::limits::Rates;
use crate::live::places::Places;
use crate::live::receipts::Receipts;
use crate::sequencer::Sequencer;

/// The service. Clones are cheap.
#[derive(Debug, Clone)]
pub struct App(Arc<Parts>);

/// The parts of the service.
#[derive(Debug)]
pub struct Parts {
    /// The database `messages`.
    pub pool: PgPool,
    /// Verifies tokens.
    pub gate: Gate,
    /// Hints between nodes.
    pub bus: Arc<dyn Bus>,
    /// The sockets of this node.
    pub hub: Arc<Hub>,
    /// What sockets begin with.
    pub beginnings: Beginnings,
    /// Stores messages.
    pub sequencer: Sequencer,
    /// Brings waiting and free together.
    pub assigner: Assigner,
    /// Marks that are not stored yet.
    pub receipts: Receipts,
    /// The same of announcements.
    pub heard: Receipts,
    /// Queues whose places are to be told.
    pub places: Places,
    /// Photos and voice clips.
    pub attachments: Attachments,
    /// Rates of sends.
    pub rates: Rates,
    /// Where new sockets wait for their turn.
    pub doorway: Doorway,
    /// Requests of guests whom nobody has helped before, by event.
    pub guests: DefaultKeyedRateLimiter<Uuid>,
    /// Limits of the protocol.
    pub limits: Limits,
    /// The life of the store.
    pub epoch: Uuid,
    /// Where browsers reach Steward.
    pub public_url: String,
    /// Over what the sockets of a leaving node are spread.
    pub bye_spread: Duration,
    /// Background work.
    pub tasks: Tasks,
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl FromRef<App> for Gate {
    fn from_ref(app: &App) -> Self {
        app.gate.clone()
    }
}

impl App {
    /// Puts the parts together.
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }

    /// Lets every node look at the feed at once: called after each commit that wrote a row of it.
    pub fn state_changed(&self) {
        self.bus.publish(Subject::Feed, Bytes::new());
    }

    /// How long after a start or an outage the signs of members are not trusted.
    pub fn settle(&self) -> Duration {
        Duration::from_secs(self.limits.settle_seconds)
    }

    /// Seconds without a sign after which a member counts as gone.
    pub fn member_gone(&self) -> f64 {
        f64::from(self.limits.member_gone_seconds)
    }
}
