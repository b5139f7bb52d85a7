//! `POST /incidents/{id}/answers`: says the same to everybody who told of an incident, each in their own conversation.
//!
//! Whoever answers need not be in these conversations, and is not afterwards. What lets them write is that the
//! conversation is linked, read together with its version: the sequencer stores what was authorized under the present
//! version, and refuses it when anything changed since. Then it is looked at anew here, a few times.

use std::time::{Duration, Instant};

use axum::extract::State;
use futures_util::future::join_all;
use serde::Deserialize;
use service_kit::contract::{Always, BodyRefused, NotFound, TokenRefused};
use service_kit::identity::{Member, Subject};
use service_kit::{Json, Path, Problem};
use tokio::sync::oneshot;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::conversations::known;
use super::error::IncidentError;
use super::model::Answered;
use super::store::{self, Target};
use crate::audit::store as audit;
use crate::messages::content::Content;
use crate::messages::model::{Acknowledged, Body, Sender, SenderKind, check_text};
use crate::sequencer::{Refusal, Reply, Submission};
use crate::state::App;
use crate::traces::Way;

/// How long the store may take for one part of the messages.
const DEADLINE: Duration = Duration::from_secs(10);
/// So many messages are on their way at once, so that one call leaves room in the queues of the writers.
const AT_ONCE: usize = 64;
/// How often conversations that changed meanwhile are looked at anew.
const LOOKS: u32 = 5;
/// The device that limits of REST calls count for.
const REST: &str = "rest";

/// What to say to all.
#[derive(Debug, Deserialize, Validate, ToSchema)]
pub struct NewAnswer {
    /// Chosen by the sender; makes the call repeatable: nobody reads it twice.
    client_id: Uuid,
    /// The words.
    #[schema(min_length = 1, max_length = 4000)]
    text: String,
}

/// Says the same in each conversation of an incident that goes on, in the caller's name. Repeating it with the same
/// `client_id`, after an answer that was lost or `unavailable`, reaches whoever it has not reached.
#[utoipa::path(post, operation_id = "answer_incident", path = "/messenger/v1/incidents/{id}/answers", tag = "incidents",
    params(("id" = Uuid, Path, description = "The incident.")), request_body = NewAnswer,
    responses(Always, TokenRefused, BodyRefused, NotFound, (status = 200, body = Answered),
        (status = 409, description = "`conflict`: the client id was used with other words", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "`too_many_requests`", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "`unavailable`: call again with the same client id", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn answer(
    State(app): State<App>,
    member: Member,
    Path(id): Path<Uuid>,
    Json(new): Json<NewAnswer>,
) -> Result<Json<Answered>, Problem> {
    check_text("text", &new.text).map_err(|invalid| Problem::invalid(invalid.field, invalid.reason))?;
    known(&app, member, id).await?;
    let subject = Subject::Member { organization: member.organization, role: member.role };
    app.rates
        .check_send(subject, member.id, REST)
        .map_err(|milliseconds| Problem::too_many_requests(milliseconds.div_ceil(1_000)))?;
    let targets = store::targets(&app.pool, id, member.id, new.client_id).await?;
    // Before anything is said, so that nothing is said unnoted; a repeat is the same deed.
    if !targets.is_empty() && !targets.iter().any(|target| target.said) {
        audit::note_answer(&app.pool, member.id, id).await?;
    }
    Ok(Json(say_to_all(&app, id, member.id, &new, targets).await?))
}

/// Says it in all of them; those that changed meanwhile are looked at anew.
async fn say_to_all(
    app: &App,
    incident: Uuid,
    sender: Uuid,
    new: &NewAnswer,
    mut targets: Vec<Target>,
) -> Result<Answered, IncidentError> {
    let mut answered = Answered::default();
    for _ in 0..LOOKS {
        let mut changed = Vec::new();
        for part in targets.chunks(AT_ONCE) {
            let outcomes = join_all(part.iter().map(|target| say(app, *target, sender, new))).await;
            for (target, outcome) in part.iter().zip(outcomes) {
                match outcome {
                    Ok(_) => answered.reached.push(target.conversation),
                    Err(Refusal::Closed) => answered.closed.push(target.conversation),
                    Err(Refusal::NotFound) => changed.push(target.conversation),
                    Err(refusal) => return Err(refusal.into()),
                }
            }
        }
        if changed.is_empty() {
            return Ok(answered);
        }
        targets = store::targets(&app.pool, incident, sender, new.client_id).await?;
        targets.retain(|target| changed.contains(&target.conversation));
    }
    Err(Refusal::Unavailable.into())
}

/// Says it in one of them.
async fn say(app: &App, target: Target, sender: Uuid, new: &NewAnswer) -> Result<Acknowledged, Refusal> {
    let (reply, outcome) = oneshot::channel();
    let received = Instant::now();
    let body = Body::Text { text: new.text.clone() };
    app.sequencer.submit(Submission {
        conversation: target.conversation,
        version: target.version,
        sender: Sender { id: sender, kind: SenderKind::Member },
        client_id: new.client_id,
        previous: None,
        way: Way::begin(new.client_id, target.conversation, body.bytes(), received),
        content: Content::of(&body, None).map_err(|_| Refusal::Unavailable)?,
        reply_to: None,
        received,
        reply: Reply::Call(reply),
    });
    let outcome = tokio::time::timeout(DEADLINE, outcome).await;
    outcome.map_err(|_| Refusal::Unavailable)?.map_err(|_| Refusal::Unavailable)?
}
