//! What ends tokens before their time, on this node: refreshed each second from both databases, so that a session
//! ended on another node counts here within two.

mod store;

use std::time::Duration;

use service_kit::Tasks;
use service_kit::identity::Standing;
pub use store::{forget_ended_of_organizers, forget_ended_of_participants};

use crate::organizations;
use crate::state::App;

/// How often the databases are asked.
const REFRESH_EVERY: Duration = Duration::from_secs(1);

impl App {
    /// Takes what was ended and blocked from the databases. After a failure the next second tries again.
    pub async fn stand_anew(&self) {
        match self.read_standing().await {
            Ok(standing) => self.gate.set_standing(standing),
            Err(error) => tracing::warn!(%error, "ended sessions could not be read"),
        }
    }

    async fn read_standing(&self) -> Result<Standing, sqlx::Error> {
        let mut organizers = self.organizers.acquire().await?;
        let mut ended = store::ended_of_organizers(&mut organizers).await?;
        let blocked = organizations::store::blocked(&mut organizers).await?;
        drop(organizers);
        ended.extend(store::ended_of_participants(&mut *self.participants.acquire().await?).await?);
        Ok(Standing {
            ended_sessions: ended.into_iter().collect(),
            blocked_organizations: blocked.into_iter().collect(),
        })
    }
}

/// Refreshes until shutdown.
pub async fn keep(app: App, tasks: Tasks) {
    while tasks.pause(REFRESH_EVERY).await {
        app.stand_anew().await;
    }
}
