//! `POST /help-requests`: asks for help. The conversation opens at once, with the words as message 1.

use std::time::Instant;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use serde::{Deserialize, Serialize};
use service_kit::contract::{Always, BodyRefused, TokenRefused};
use service_kit::identity::Participant;
use service_kit::{Json, Problem, database};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::error::RequestError;
use super::model::{Category, RequestStatus, Triage, head_start, priority};
use super::show::estimate;
use super::store;
use crate::conversations;
use crate::copies::store::EventFacts;
use crate::events::find;
use crate::messages::content::Content;
use crate::messages::model::{
    Body, InvalidContent, Location, SenderKind, check_location, check_text, digest,
};
use crate::messages::store as messages;
use crate::participations;
use crate::state::App;
use crate::traces::Way;

/// Most answers of a triage, and most characters of a question's name.
const TRIAGE: (usize, usize) = (10, 40);

/// A call for help.
#[derive(Debug, Deserialize, Serialize, Validate, ToSchema)]
pub struct NewHelpRequest {
    event: Uuid,
    category: Category,
    /// Answers to the category's questions: `yes`, `no` or `unknown`.
    #[serde(default)]
    #[schema(value_type = std::collections::BTreeMap<String, super::model::Answer>)]
    triage: Triage,
    /// What is the matter, 1 to 4,000 characters; message 1 of the conversation.
    text: String,
    /// Zone of the event.
    zone: Option<Uuid>,
    location: Option<Location>,
    /// Which contact details staff may see.
    #[serde(default)]
    share: Share,
}

/// Which contact details staff may see.
#[derive(Debug, Clone, Copy, Deserialize, Serialize, ToSchema)]
pub struct Share {
    /// The name; shared unless said otherwise.
    #[serde(default = "yes")]
    name: bool,
    /// The telephone number.
    #[serde(default)]
    phone: bool,
    /// The e-mail address.
    #[serde(default)]
    email: bool,
}

fn yes() -> bool {
    true
}

impl Default for Share {
    fn default() -> Self {
        Self { name: true, phone: false, email: false }
    }
}

/// An opened help request.
#[derive(Debug, Serialize, ToSchema)]
pub struct OpenedHelpRequest {
    id: Uuid,
    conversation: Uuid,
    status: RequestStatus,
    /// Place in the queue, from 1; null when it does not wait any more.
    place: Option<i64>,
    /// Null when nobody is on duty.
    estimated_seconds: Option<i64>,
}

/// Asks for help at an event.
#[utoipa::path(post, operation_id = "open_help_request", path = "/messenger/v1/help-requests", tag = "help requests", request_body = NewHelpRequest,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes the call repeatable: the same key and body give the same answer.")),
    responses(Always, TokenRefused, BodyRefused, (status = 201, body = OpenedHelpRequest), (status = 200, description = "A repeat.", body = OpenedHelpRequest),
        (status = 404, description = "`not_found`: the event", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`already_open` with `id` and `conversation`, `conflict`, `event_closed`", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn open(
    State(app): State<App>,
    participant: Participant,
    headers: HeaderMap,
    Json(new): Json<NewHelpRequest>,
) -> Result<(StatusCode, Json<OpenedHelpRequest>), Problem> {
    let key = idempotency_key(&headers)?;
    check(&new)?;
    let content = digest(&new);
    if let Some(id) = repeated(&app, participant.id, key.as_deref(), &content).await? {
        return Ok((StatusCode::OK, Json(opened(&app, id).await?)));
    }
    let event = find::open(&app, new.event).await.map_err(RequestError::from)?;
    check_zone(&event, new.zone)?;
    let unverified = is_unverified(&app, participant, new.event).await?;
    let id = match insert(&app, participant, &new, &event, (key.as_deref(), &content), unverified).await {
        Ok(id) => id,
        // Two attempts of one call at once break both rules, and Postgres names only one of them.
        Err(error)
            if ["request_once", "one_open_request"].iter().any(|rule| database::violates(&error, rule)) =>
        {
            return match repeated(&app, participant.id, key.as_deref(), &content).await? {
                Some(id) => Ok((StatusCode::OK, Json(opened(&app, id).await?))),
                None => Err(already_open(&app, participant.id, new.event).await?.into()),
            };
        }
        Err(error) => return Err(error.into()),
    };
    app.state_changed();
    app.assigner.look_at(new.event);
    Ok((StatusCode::CREATED, Json(opened(&app, id).await?)))
}

/// Guests whom nobody has helped yet are counted for each event, because a crowd of them can be made up.
async fn is_unverified(app: &App, participant: Participant, event: Uuid) -> Result<bool, sqlx::Error> {
    let is_stranger = participant.guest && !store::was_helped(&app.pool, participant.id).await?;
    Ok(is_stranger && app.guests.check_key(&event).is_err())
}

/// The caller's own name for a call, by which a repeat is known.
pub fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(None) };
    let key = value.to_str().ok().filter(|key| (1..=128).contains(&key.len()));
    key.map(|key| Some(key.to_owned()))
        .ok_or_else(|| Problem::invalid("Idempotency-Key", "must be 1 to 128 visible ASCII characters"))
}

fn check(new: &NewHelpRequest) -> Result<(), RequestError> {
    check_text("text", &new.text)?;
    new.location.as_ref().map_or(Ok(()), check_location)?;
    let (answers, characters) = TRIAGE;
    if new.triage.len() > answers || new.triage.keys().any(|name| name.chars().count() > characters) {
        let reason = format!("must be at most {answers} answers, named with at most {characters} characters");
        return Err(InvalidContent { field: "triage", reason }.into());
    }
    Ok(())
}

fn check_zone(event: &EventFacts, zone: Option<Uuid>) -> Result<(), RequestError> {
    match zone {
        Some(zone) if !event.zones.contains(&zone) => {
            Err(InvalidContent { field: "zone", reason: "is not a zone of this event".to_owned() }.into())
        }
        _ => Ok(()),
    }
}

/// The request that an earlier attempt with this key opened.
async fn repeated(
    app: &App,
    participant: Uuid,
    key: Option<&str>,
    content: &[u8],
) -> Result<Option<Uuid>, RequestError> {
    let Some(key) = key else { return Ok(None) };
    let Some(earlier) = store::by_key(&app.pool, participant, key).await? else { return Ok(None) };
    if earlier.content != content {
        return Err(RequestError::Conflict);
    }
    Ok(Some(earlier.id))
}

async fn insert(
    app: &App,
    participant: Participant,
    new: &NewHelpRequest,
    event: &EventFacts,
    (key, content): (Option<&str>, &[u8]),
    unverified: bool,
) -> Result<Uuid, sqlx::Error> {
    let (id, conversation) = (Uuid::now_v7(), Uuid::now_v7());
    let priority = priority(new.category, &new.triage);
    let row = store::NewRow {
        id,
        conversation,
        event: new.event,
        organization: event.organization,
        participant: participant.id,
        category: new.category.as_str(),
        priority: priority.as_str(),
        triage: serde_json::to_value(&new.triage).map_err(|error| sqlx::Error::Encode(error.into()))?,
        text: &new.text,
        zone: new.zone,
        location: new.location,
        share: (new.share.name, new.share.phone, new.share.email),
        unverified,
        head_start: head_start(priority, unverified),
        idempotency_key: key,
        content,
    };
    let mut way = Way::begin(id, conversation, new.text.len(), Instant::now());
    way.commit();
    let mut transaction = app.pool.begin().await?;
    conversations::store::create(
        &mut transaction,
        conversation,
        new.event,
        event.organization,
        participant.id,
    )
    .await?;
    let words = Content::of(&Body::Text { text: new.text.clone() }, row.location)?;
    messages::insert(&mut transaction, &first_message(&row, &words), (&[], &[])).await?;
    store::insert(&mut transaction, &row).await?;
    conversations::store::record(&mut transaction, conversation).await?;
    participations::store::join(&mut transaction, participant.id, new.event, event.organization).await?;
    transaction.commit().await?;
    way.publish(1, false);
    Ok(id)
}

/// The words of the request as message 1; its client id is the request's id.
fn first_message<'a>(row: &store::NewRow<'_>, words: &'a Content) -> messages::Columns<'a> {
    let mut rows = messages::Columns {
        conversations: vec![row.conversation],
        seqs: vec![1],
        senders: vec![row.participant],
        sender_kinds: vec![SenderKind::Participant.as_str()],
        client_ids: vec![row.id],
        times: vec![chrono::Utc::now()],
        replies: vec![None],
        ..messages::Columns::default()
    };
    rows.say(words);
    rows
}

async fn already_open(app: &App, participant: Uuid, event: Uuid) -> Result<RequestError, RequestError> {
    let open = store::open_at(&app.pool, participant, event).await?;
    Ok(open.map_or(RequestError::NotFound, |open| RequestError::AlreadyOpen {
        id: open.id,
        conversation: open.conversation,
    }))
}

async fn opened(app: &App, id: Uuid) -> Result<OpenedHelpRequest, RequestError> {
    let mut requests = store::by_ids(&app.pool, &[id]).await?;
    let request = requests.remove(&id).ok_or(RequestError::NotFound)?;
    let (place, estimated_seconds) = estimate(app, &request).await?;
    Ok(OpenedHelpRequest {
        id,
        conversation: request.conversation,
        status: request.status,
        place,
        estimated_seconds,
    })
}
