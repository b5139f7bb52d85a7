//! `POST /announcements`: says something to everybody at an event.

use std::time::Instant;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;
use service_kit::contract::{Always, BodyRefused, TokenRefused};
use service_kit::identity::{Manager, Member};
use service_kit::{Json, Problem};
use sqlx::PgConnection;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::error::AnnouncementError;
use super::model::Announcement;
use super::store;
use crate::bus::Subject;
use crate::events::error::EventError;
use crate::events::find;
use crate::failpoints::{Failpoint, reach};
use crate::live::Publication;
use crate::messages::content::Content;
use crate::messages::model::{Body, Message, Sender, SenderKind, check_content, digest};
use crate::messages::store::{self as messages, Columns};
use crate::state::App;
use crate::traces::Way;
use crate::{help_requests, participations};

/// What to say, and where.
#[derive(Debug, Deserialize, Validate, ToSchema)]
pub struct NewAnnouncement {
    event: Uuid,
    /// Chosen by the writer; makes the call repeatable. Without it, the header `Idempotency-Key` does.
    client_id: Option<Uuid>,
    body: Body,
}

/// Says something to everybody at an event. The same `client_id` with the same content gives the first answer again.
#[utoipa::path(post, operation_id = "post_announcement", path = "/messenger/v1/announcements", tag = "announcements", request_body = NewAnnouncement,
    params(("Idempotency-Key" = Option<String>, Header, description = "Stands in for `client_id`.")),
    responses(Always, TokenRefused, BodyRefused, (status = 201, body = Announcement), (status = 200, description = "A repeat.", body = Announcement),
        (status = 404, description = "`not_found`: the event", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`conflict`, `event_closed`", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn post(
    State(app): State<App>,
    Manager(member): Manager,
    headers: HeaderMap,
    Json(new): Json<NewAnnouncement>,
) -> Result<(StatusCode, Json<Announcement>), Problem> {
    check_content(&new.body, None).map_err(AnnouncementError::from)?;
    if !matches!(new.body, Body::Text { .. }) {
        return Err(Problem::invalid("body.kind", "an announcement is words"));
    }
    let key = help_requests::open::idempotency_key(&headers)?;
    let client_id = new.client_id.or(key.as_deref().map(id_of_key)).unwrap_or_else(Uuid::now_v7);
    find::open_of(&app, new.event, member.organization).await?;
    let (conversation, seq, is_new) = store_it(&app, member, &new, client_id).await?;
    let announcement = store::read(&app.pool, conversation, seq).await?.ok_or(EventError::NotFound)?;
    let status = if is_new { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(announcement)))
}

/// The client id that a key stands for: always the same.
fn id_of_key(key: &str) -> Uuid {
    let bytes = digest(&key);
    Uuid::from_slice(&bytes).unwrap_or_default()
}

/// Stores it under the conversation's lock, and only then shows it. Says where it stands, and whether it is new.
async fn store_it(
    app: &App,
    member: Member,
    new: &NewAnnouncement,
    client_id: Uuid,
) -> Result<(Uuid, i64, bool), AnnouncementError> {
    let received = Instant::now();
    let content = Content::of(&new.body, None)?;
    let mut transaction = app.pool.begin().await?;
    let conversation = store::conversation(&mut transaction, new.event, member.organization).await?;
    let locked = messages::lock(&mut transaction, &[conversation]).await?.pop();
    let locked = locked.ok_or(EventError::NotFound)?;
    let known = messages::find_stored(&mut transaction, &[conversation], &[member.id], &[client_id]).await?;
    if let Some(known) = known.into_iter().next() {
        let is_same = known.content == content.digest;
        return is_same.then_some((conversation, known.seq, false)).ok_or(AnnouncementError::Conflict);
    }
    let message = Message {
        conversation,
        seq: locked.last_seq + 1,
        client_id,
        sender: Sender { id: member.id, kind: SenderKind::Member },
        at: locked.now,
        body: content.body.clone(),
        reply_to: None,
        location: None,
    };
    let mut way = Way::begin(client_id, conversation, new.body.bytes(), received);
    way.commit();
    insert(&mut transaction, &message, &content, new.event).await?;
    reach(Failpoint::BeforeCommit);
    transaction.commit().await?;
    way.publish(message.seq, false);
    reach(Failpoint::BeforePublishing);
    app.bus.publish(Subject::Conversation(conversation), Publication::message(&message, Uuid::nil()));
    Ok((conversation, message.seq, true))
}

async fn insert(
    connection: &mut PgConnection,
    message: &Message,
    content: &Content,
    event: Uuid,
) -> Result<(), sqlx::Error> {
    let mut rows = Columns {
        conversations: vec![message.conversation],
        seqs: vec![message.seq],
        senders: vec![message.sender.id],
        sender_kinds: vec![message.sender.kind.as_str()],
        client_ids: vec![message.client_id],
        times: vec![message.at],
        replies: vec![None],
        ..Columns::default()
    };
    rows.say(content);
    messages::insert(connection, &rows, (&[message.conversation], &[message.seq])).await?;
    let sent = participations::store::count(&mut *connection, event).await?;
    store::insert(connection, message.conversation, message.seq, sent).await
}
