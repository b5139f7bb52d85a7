//! `GET /conversations/{id}/transcript`: a conversation as a PDF.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::FixedOffset;
use serde::Deserialize;
use service_kit::contract::{Always, NotFound, QueryRefused, TokenRefused};
use service_kit::identity::Caller;
use service_kit::{Path, Problem, Query};
use tokio::sync::Semaphore;
use utoipa::IntoParams;
use uuid::Uuid;
use validator::Validate;

use super::layout;
use super::model::{Source, blocks};
use crate::archive::store::details;
use crate::audit::model::Action;
use crate::conversations::show::{permit_member, read};
use crate::copies::store::member_names;
use crate::messages::model::Message;
use crate::messages::store::read_after;
use crate::state::App;
use crate::{audit, notes, tags};

/// Most messages, and most notes, of a transcript.
const MESSAGES: usize = 5_000;
/// Messages that are read at once.
const PAGE: i64 = 500;
/// Transcripts that are laid out at once: each takes a processor for a moment.
static TURNS: Semaphore = Semaphore::const_new(2);

/// For whom, and by which clock.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Reader {
    /// With notes, tags and outcome, for colleagues; without, for the participant.
    #[serde(default)]
    notes: bool,
    /// Minutes by which the reader's clock is ahead of UTC, -840 to 840; 0 when not given.
    #[serde(default)]
    #[validate(range(min = -840, max = 840))]
    #[param(minimum = -840, maximum = 840)]
    utc_offset_minutes: i32,
}

/// A help conversation with times and names, as a PDF. The first 5,000 messages stand in it.
#[utoipa::path(get, operation_id = "make_transcript", path = "/messenger/v1/conversations/{id}/transcript", tag = "archive",
    params(("id" = Uuid, Path, description = "The help conversation."), Reader),
    responses(Always, TokenRefused, QueryRefused, NotFound,
        (status = 200, description = "The transcript.", body = Vec<u8>, content_type = "application/pdf")),
    security(("token" = [])))]
pub async fn make(
    State(app): State<App>,
    Caller(claims): Caller,
    Path(id): Path<Uuid>,
    Query(reader): Query<Reader>,
) -> Result<Response, Problem> {
    let member = permit_member(&app, &claims, id).await?;
    audit::store::note(&app.pool, member.organization, member.id, Action::TranscriptMade, id).await?;
    let source = source(&app, id, &reader).await?;
    let _turn = TURNS.acquire().await.map_err(|_| Problem::unavailable())?;
    let pdf = tokio::task::spawn_blocking(move || layout::pdf(&blocks(&source))).await;
    let pdf = pdf.ok().flatten().ok_or_else(Problem::unavailable)?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"transcript.pdf\""),
    ];
    Ok((headers, pdf).into_response())
}

async fn source(app: &App, id: Uuid, reader: &Reader) -> Result<Source, Problem> {
    let mut conversation = read(app, id).await?;
    if conversation.request.is_none() {
        return Err(Problem::not_found("conversation"));
    }
    tags::store::fill(&app.pool, std::slice::from_mut(&mut conversation)).await?;
    let (messages, is_cut) = all(app, id).await?;
    let notes = match (reader.notes, notes::store::beside(&app.pool, id).await?) {
        (false, _) => None,
        (true, None) => Some(Vec::new()),
        (true, Some(notes)) => Some(all(app, notes).await?.0),
    };
    let mut writers: Vec<Uuid> =
        messages.iter().chain(notes.iter().flatten()).map(|message| message.sender.id).collect();
    writers.sort_unstable();
    writers.dedup();
    Ok(Source {
        names: member_names(&app.pool, &writers).await?,
        details: details(&app.pool, &[id]).await?.remove(&id).unwrap_or_default(),
        clock: FixedOffset::east_opt(reader.utc_offset_minutes * 60).ok_or_else(Problem::unavailable)?,
        conversation,
        messages,
        notes,
        is_cut,
    })
}

/// The first messages of a conversation, and whether there are more.
async fn all(app: &App, id: Uuid) -> Result<(Vec<Message>, bool), sqlx::Error> {
    let mut messages: Vec<Message> = Vec::new();
    loop {
        let page = read_after(&app.pool, id, messages.last().map_or(0, |message| message.seq), PAGE).await?;
        let is_last = i64::try_from(page.len()).unwrap_or_default() < PAGE;
        messages.extend(page);
        if is_last || messages.len() >= MESSAGES {
            return Ok((messages, !is_last));
        }
    }
}
