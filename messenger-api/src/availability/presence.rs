//! Who is at their desk. Each node says so of the members who have a socket there, for a little longer than until it
//! says so again: a node that dies takes nobody's presence with it for long.

use uuid::Uuid;

use super::{stamp, store};
use crate::state::App;

/// Rounds of a node for which a member counts as connected without being said so again.
const ROUNDS: u32 = 3;

/// These members have a socket here.
pub async fn are_here(app: &App, members: &[Uuid]) -> Result<(), sqlx::Error> {
    store::connect(&app.pool, members, (ROUNDS * stamp::EVERY).as_secs_f64()).await
}

/// A member's last socket here has ended, which need not wait for the store. Whoever has another one elsewhere is said to
/// be there within seconds.
pub fn has_left(app: &App, member: Uuid) {
    let pool = app.pool.clone();
    app.tasks.spawn_until_stopped(async move {
        if let Err(error) = store::disconnect(&pool, member).await {
            tracing::debug!(%error, "that a member left is seen a little later");
        }
    });
}
