//! Ends the open requests of a blocked organization: nobody of it can help any more, so whoever waits is told at
//! once, with the number to call.

use super::store;
use crate::messages::model::Body;
use crate::state::App;
use crate::{availability, conversations, copies, messages};
use uuid::Uuid;

/// The outcome of requests that ended because their organization was blocked.
const OUTCOME: &str = "organization_blocked";

/// Ends every open request of blocked organizations, each in a transaction of its own.
pub async fn end_of_blocked(app: &App) -> Result<(), sqlx::Error> {
    for id in store::open_of_blocked(&app.pool).await? {
        end(app, id).await?;
        app.state_changed();
    }
    Ok(())
}

/// Request, staff row and conversation change together, locked in this order as everywhere.
async fn end(app: &App, id: Uuid) -> Result<(), sqlx::Error> {
    let mut transaction = app.pool.begin().await?;
    let Some(held) = store::lock(&mut transaction, id).await? else { return Ok(()) };
    if !held.status.is_open() {
        return Ok(());
    }
    store::close(&mut transaction, id, None, OUTCOME, None).await?;
    if let Some(holder) = held.member {
        availability::store::release(&mut transaction, holder).await?;
    }
    let facts = copies::store::event_facts(&mut *transaction, held.event).await?;
    let notice = Body::organization_blocked(facts.and_then(|facts| facts.emergency_number));
    messages::store::append_notice(&mut transaction, held.conversation, Uuid::now_v7(), &notice).await?;
    conversations::store::close(&mut transaction, held.conversation).await?;
    transaction.commit().await
}
