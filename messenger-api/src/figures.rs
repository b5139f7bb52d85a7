//! What this service shows of itself. Each feature has its own figures; `docs/operations.md` explains them all.

use std::sync::LazyLock;

use service_kit::metrics::Probe;

use crate::state::App;
use crate::{bus, help_requests, live, sequencer};

/// Reads the figures that nobody counts as they happen. All families are made here, so that they are shown before
/// anything happened.
pub fn probe(app: &App) -> Probe {
    LazyLock::force(&live::figures::FIGURES);
    LazyLock::force(&help_requests::figures::FIGURES);
    let app = app.clone();
    Probe::new(move || {
        let app = app.clone();
        async move {
            sequencer::figures::FIGURES.queued.set(count(app.sequencer.waiting()));
            bus::figures::FIGURES.subscriptions.set(count(app.hub.subscriptions()));
            bus::figures::FIGURES.connected.set(i64::from(*app.bus.connected().borrow()));
            help_requests::figures::read(&app).await;
        }
    })
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
