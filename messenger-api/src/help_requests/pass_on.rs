//! Requests go on to the next member: because theirs declined, handed them back, or neither looked at them nor wrote.

use chrono::TimeDelta;
use sqlx::PgConnection;
use uuid::Uuid;

use super::figures::FIGURES;
use super::model::RequestStatus;
use super::passing::goes_on;
use super::store::{self, Held};
use crate::conversations::handovers::Cause;
use crate::conversations::store::handovers::{self, NewHandover};
use crate::state::App;
use crate::{availability, conversations};

/// Passes on what nobody touched for too long, each in a transaction of its own.
pub async fn pass_on(app: &App) -> Result<(), sqlx::Error> {
    let patience = TimeDelta::seconds(i64::from(app.limits.pass_on_seconds));
    let untouched = store::untouched(&app.pool).await?;
    let written: Vec<Uuid> =
        untouched.iter().filter(|request| request.has_written).map(|request| request.id).collect();
    if !written.is_empty() {
        keep_written(app, &written).await?;
    }
    let left = untouched.iter().filter(|request| !request.has_written);
    for request in left.filter(|request| goes_on(request.since, request.now, patience)) {
        if let Some(event) = pass_on_one(app, request.id, patience).await? {
            app.state_changed();
            app.assigner.look_at(event);
        }
    }
    Ok(())
}

/// Whoever looks at what was sent to them keeps it, and all their desks know.
pub async fn keep(app: &App, conversation: Uuid, member: Uuid) -> Result<(), sqlx::Error> {
    let mut transaction = app.pool.begin().await?;
    if !store::touch(&mut transaction, conversation, member).await? {
        return Ok(());
    }
    conversations::store::record(&mut transaction, conversation).await?;
    transaction.commit().await?;
    app.state_changed();
    Ok(())
}

/// The same for those who wrote, which their messages tell.
async fn keep_written(app: &App, requests: &[Uuid]) -> Result<(), sqlx::Error> {
    let mut transaction = app.pool.begin().await?;
    for conversation in store::touched(&mut transaction, requests).await? {
        conversations::store::record(&mut transaction, conversation).await?;
    }
    transaction.commit().await?;
    app.state_changed();
    Ok(())
}

/// Looks again under the lock: it may have been touched, or have changed hands.
async fn pass_on_one(app: &App, id: Uuid, patience: TimeDelta) -> Result<Option<Uuid>, sqlx::Error> {
    let mut transaction = app.pool.begin().await?;
    let Some(held) = store::lock(&mut transaction, id).await? else { return Ok(None) };
    let Some(member) = held.member.filter(|_| held.status == RequestStatus::Taken) else { return Ok(None) };
    let since = store::untouched_since(&mut transaction, id).await?;
    if !since.is_some_and(|(since, now)| goes_on(since, now, patience)) {
        return Ok(None);
    }
    availability::store::release(&mut transaction, member).await?;
    back_to_queue(&mut transaction, &held, member, (None, Cause::Untouched, None)).await?;
    transaction.commit().await?;
    FIGURES.passed_on.inc();
    Ok(Some(held.event))
}

/// Lets a request that this transaction holds, and whose member's capacity was given back, wait at its old place. It is
/// not pushed to the same member at once.
pub async fn back_to_queue(
    connection: &mut PgConnection,
    held: &Held,
    member: Uuid,
    (by, cause, reason): (Option<Uuid>, Cause, Option<&str>),
) -> Result<(), sqlx::Error> {
    store::pass(connection, held.id, member).await?;
    store::wait_again(connection, held).await?;
    conversations::store::remove_person(connection, held.conversation, member).await?;
    conversations::store::changed(connection, held.conversation).await?;
    let conversation = held.conversation;
    let handover = NewHandover { conversation, from: Some(member), to: None, by, cause, reason };
    handovers::insert(connection, &handover).await
}
