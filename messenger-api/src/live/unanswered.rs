//! The alarm: managers hear of requests that nobody has answered for too long, on whatever page they are, until
//! somebody does.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use service_kit::Tasks;
use service_kit::identity::Subject;
use uuid::Uuid;

use super::frames::ServerFrame;
use super::socket::Socket;
use crate::help_requests::model::HelpRequest;
use crate::help_requests::store::{self, Patience};
use crate::state::App;

/// How often it is looked.
const EVERY: Duration = Duration::from_secs(2);
/// Requests that an alarm names.
const NAMED: i64 = 5;

/// What is unanswered at an event.
#[derive(Debug, Clone, Default, PartialEq)]
struct Alarm {
    count: i64,
    requests: Vec<HelpRequest>,
}

/// By event.
type Alarms = HashMap<Uuid, Alarm>;

/// Tells managers until shutdown. What each socket was told is kept here, so that a new one is told at once, and nobody
/// the same twice.
pub async fn run(app: App, tasks: Tasks) {
    let mut told: HashMap<Uuid, Alarms> = HashMap::new();
    while tasks.pause(EVERY).await {
        let managers = app.hub.managers();
        told.retain(|socket, _| managers.iter().any(|manager| manager.id == *socket));
        if managers.is_empty() {
            continue;
        }
        match read(&app, &managers).await {
            Ok(alarms) => tell(&managers, &alarms, &mut told),
            Err(error) => tracing::warn!(%error, "it could not be read what is unanswered"),
        }
    }
}

fn organization(socket: &Socket) -> Option<Uuid> {
    match socket.subject {
        Subject::Member { organization, .. } => Some(organization),
        _ => None,
    }
}

/// The alarms of each organization that has a manager here.
async fn read(app: &App, managers: &[Arc<Socket>]) -> Result<HashMap<Uuid, Alarms>, sqlx::Error> {
    let mut organizations: Vec<Uuid> = managers.iter().filter_map(|socket| organization(socket)).collect();
    organizations.sort_unstable();
    organizations.dedup();
    let patience = Patience {
        usual_seconds: f64::from(app.limits.unanswered_seconds),
        critical_seconds: f64::from(app.limits.unanswered_critical_seconds),
    };
    let rows = store::unanswered(&app.pool, &organizations, patience, NAMED).await?;
    let conversations: Vec<Uuid> = rows.iter().map(|row| row.conversation).collect();
    let mut requests = store::of_conversations(&app.pool, &conversations).await?;
    let mut alarms: HashMap<Uuid, Alarms> = HashMap::new();
    for row in rows {
        let alarm = alarms.entry(row.organization).or_default().entry(row.event).or_default();
        alarm.count = row.count;
        alarm.requests.extend(requests.remove(&row.conversation));
    }
    Ok(alarms)
}

/// Tells each socket what changed; an alarm that is over counts none.
fn tell(managers: &[Arc<Socket>], alarms: &HashMap<Uuid, Alarms>, told: &mut HashMap<Uuid, Alarms>) {
    let (none, over) = (Alarms::new(), Alarm::default());
    for socket in managers {
        let now = organization(socket).and_then(|organization| alarms.get(&organization)).unwrap_or(&none);
        let known = told.entry(socket.id).or_default();
        let events: Vec<Uuid> =
            known.keys().chain(now.keys().filter(|event| !known.contains_key(event))).copied().collect();
        for event in events {
            let alarm = now.get(&event).unwrap_or(&over);
            if known.get(&event) == Some(alarm) {
                continue;
            }
            let Alarm { count, requests } = alarm;
            let frame = ServerFrame::Unanswered { event, count: *count, requests };
            // Whoever has no room for it now is told at the next look.
            if !socket.offer(frame.encode()) {
                continue;
            }
            if alarm == &over {
                known.remove(&event);
            } else {
                known.insert(event, alarm.clone());
            }
        }
    }
}
