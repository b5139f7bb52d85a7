//! What is counted of the queue: totals of all events. Every node shows the same, since they are read from the
//! store whenever somebody asks.

use std::sync::LazyLock;

use service_kit::metrics::{Counter, Gauge, Seconds, register, register_seconds};

use super::store;
use crate::availability;
use crate::state::App;

/// The handles.
#[derive(Debug)]
pub struct Figures {
    waiting: Gauge,
    taken: Gauge,
    unattended: Gauge,
    longest_wait: Seconds,
    on_duty: Gauge,
    /// Requests that this node gave to somebody.
    pub assigned: Counter,
    /// Requests that this node took from a member who vanished.
    pub given_back: Counter,
    /// Requests that this node took from a member who did not touch them.
    pub passed_on: Counter,
}

/// The figures of this process.
pub static FIGURES: LazyLock<Figures> = LazyLock::new(|| Figures {
    waiting: register("help_requests_waiting", "Help requests that wait", Gauge::default()),
    taken: register("help_requests_taken", "Help requests that somebody works on", Gauge::default()),
    unattended: register(
        "help_requests_unattended",
        "Help requests that wait at an event where nobody is on duty",
        Gauge::default(),
    ),
    longest_wait: register_seconds(
        "help_requests_longest_wait",
        "How long the request that waits longest has waited",
        Gauge::default(),
    ),
    on_duty: register(
        "members_on_duty",
        "Members who are there and offer to take requests",
        Gauge::default(),
    ),
    assigned: register(
        "help_requests_assigned",
        "Help requests that this node gave to somebody",
        Counter::default(),
    ),
    given_back: register(
        "help_requests_given_back",
        "Help requests that this node took from a member who vanished",
        Counter::default(),
    ),
    passed_on: register(
        "help_requests_passed_on",
        "Help requests that this node took from a member who did not touch them",
        Counter::default(),
    ),
});

/// Reads the totals; when the store is away they stay as they were.
pub async fn read(app: &App) {
    let read = async {
        let totals = store::totals(&app.pool, app.member_gone()).await?;
        let on_duty = availability::store::all_on_duty(&app.pool, app.member_gone()).await?;
        Ok::<_, sqlx::Error>((totals, on_duty))
    };
    match read.await {
        Ok((totals, on_duty)) => {
            FIGURES.waiting.set(totals.waiting);
            FIGURES.taken.set(totals.taken);
            FIGURES.unattended.set(totals.unattended);
            FIGURES.longest_wait.set(totals.longest_wait_seconds);
            FIGURES.on_duty.set(on_duty);
        }
        Err(error) => tracing::warn!(%error, "the totals of the queues could not be read"),
    }
}
