//! `POST /conversations/{id}/messages`: sends a message over REST, with the same promises as over the socket.

use std::time::{Duration, Instant};

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use service_kit::contract::{Always, BodyRefused, NotFound, TokenRefused};
use service_kit::identity::{Caller, Claims};
use service_kit::{Json, Path, Problem};
use tokio::sync::oneshot;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::content::Content;
use super::model::{Acknowledged, Body, Location, check_content};
use crate::attachments::carried;
use crate::conversations::model::sender;
use crate::conversations::show::permit;
use crate::sequencer::{Refusal, Reply, Submission};
use crate::state::App;
use crate::traces::Way;

/// How long the store may take.
const DEADLINE: Duration = Duration::from_secs(10);
/// The device that limits of REST calls count for.
const REST: &str = "rest";

/// A message to send.
#[derive(Debug, Deserialize, Validate, ToSchema)]
pub struct NewMessage {
    /// Chosen by the sender; makes sending repeatable.
    client_id: Uuid,
    /// The client id of the sender's message before it, when that was not acknowledged yet.
    previous: Option<Uuid>,
    body: Body,
    /// Number of the message it answers.
    reply_to: Option<i64>,
    location: Option<Location>,
}

/// Sends a message. The same `client_id` with the same content gives the first answer again.
#[utoipa::path(post, operation_id = "send_message", path = "/messenger/v1/conversations/{id}/messages", tag = "messages",
    params(("id" = Uuid, Path, description = "The conversation.")), request_body = NewMessage,
    responses(Always, TokenRefused, BodyRefused, NotFound, (status = 201, body = Acknowledged), (status = 200, description = "A repeat.", body = Acknowledged),
        (status = 409, description = "`closed`, `conflict`, `order`", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "`too_many_requests`", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "`unavailable`: send the same again", body = Problem, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn send(
    State(app): State<App>,
    Caller(claims): Caller,
    Path(id): Path<Uuid>,
    Json(mut new): Json<NewMessage>,
) -> Result<(StatusCode, Json<Acknowledged>), Problem> {
    check_content(&new.body, new.location.as_ref())
        .map_err(|invalid| Problem::invalid(invalid.field, invalid.reason))?;
    let access = permit(&app, &claims, id).await?;
    if !access.part.writes() {
        return Err(Problem::not_found("conversation"));
    }
    if !access.part.takes(&new.body) {
        return Err(Refusal::Kind.into());
    }
    app.rates
        .check_send(claims.subject, claims.sub, REST)
        .map_err(|milliseconds| Problem::too_many_requests(milliseconds.div_ceil(1_000)))?;
    carried::check(&app, claims.sub, id, &mut new.body).await?;
    let (reply, outcome) = oneshot::channel();
    app.sequencer.submit(submission(&claims, id, access.version, new, Reply::Call(reply))?);
    let outcome = tokio::time::timeout(DEADLINE, outcome).await;
    let acknowledged = outcome.map_err(|_| Problem::unavailable())?.map_err(|_| Problem::unavailable())??;
    let status = if acknowledged.duplicate { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(acknowledged)))
}

fn submission(
    claims: &Claims,
    conversation: Uuid,
    version: i64,
    new: NewMessage,
    reply: Reply,
) -> Result<Submission, Problem> {
    let received = Instant::now();
    Ok(Submission {
        conversation,
        version,
        sender: sender(claims).ok_or_else(|| Problem::forbidden("Conversations are for their people."))?,
        client_id: new.client_id,
        way: Way::begin(new.client_id, conversation, new.body.bytes(), received),
        previous: new.previous,
        content: Content::of(&new.body, new.location)?,
        reply_to: new.reply_to,
        received,
        reply,
    })
}
