//! Places in the queue, kept live: at most every two seconds an event, with one query a node.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use service_kit::Tasks;
use uuid::Uuid;

use super::frames::ServerFrame;
use crate::help_requests::show::Duty;
use crate::help_requests::store;
use crate::state::App;

/// Shortest time between two rounds of an event.
const EVERY: Duration = Duration::from_secs(2);
/// How often it is looked whether a round is due.
const LOOK: Duration = Duration::from_millis(200);
/// How often every event with somebody waiting gets a round, because estimates drift.
const ALL_EVERY: Duration = Duration::from_secs(10);
/// Most places in one round.
const PLACES: i64 = 5_000;

/// Events whose queue changed.
#[derive(Debug, Clone, Default)]
pub struct Places(Arc<Mutex<HashSet<Uuid>>>);

impl Places {
    /// The queue of this event changed, or the people on duty there.
    pub fn mark(&self, event: Uuid) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(event);
    }

    fn take(&self, due: impl Fn(&Uuid) -> bool) -> Vec<Uuid> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extract_if(|event| due(event)).collect()
    }
}

/// Tells places until shutdown.
pub async fn run(app: App, tasks: Tasks) {
    let mut rounds: HashMap<Uuid, Instant> = HashMap::new();
    let mut all = Instant::now();
    while tasks.pause(LOOK).await {
        if all.elapsed() >= ALL_EVERY {
            all = Instant::now();
            rounds.retain(|_, at| at.elapsed() < EVERY);
            match store::events_waiting(&app.pool).await {
                Ok(events) => events.into_iter().for_each(|event| app.places.mark(event)),
                Err(error) => tracing::warn!(%error, "the queues could not be looked at"),
            }
        }
        for event in app.places.take(|event| rounds.get(event).is_none_or(|at| at.elapsed() >= EVERY)) {
            rounds.insert(event, Instant::now());
            if let Err(error) = tell(&app, event).await {
                tracing::warn!(%error, "places could not be told");
            }
        }
    }
}

async fn tell(app: &App, event: Uuid) -> Result<(), sqlx::Error> {
    let places = store::places(&app.pool, event, PLACES).await?;
    let duty = Duty::of(app, event).await?;
    for place in places {
        let sockets = app.hub.sockets_of(place.participant);
        if sockets.is_empty() {
            continue;
        }
        let estimated_seconds = duty.estimate(place.rank);
        let frame = ServerFrame::Place {
            request: place.request,
            conversation: place.conversation,
            event,
            place: place.rank,
            estimated_seconds,
        };
        let frame = frame.encode();
        for socket in sockets {
            socket.place(place.request, place.rank, estimated_seconds, &frame);
        }
    }
    Ok(())
}
