//! `GET /archive/export`: takes what a search finds away, as a stream of bounded memory, however much it is.

use std::collections::{HashMap, VecDeque};

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use serde::Deserialize;
use service_kit::contract::{Always, QueryRefused, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Problem, Query};
use utoipa::IntoParams;
use uuid::Uuid;
use validator::Validate;

use super::formats::{Format, csv_head, csv_line, json_head, json_messages};
use super::model::{Filter, Wanted};
use super::store::{self, Details};
use crate::audit::model::Action;
use crate::conversations::model::Conversation;
use crate::conversations::store::states;
use crate::messages::store::read_after;
use crate::state::App;
use crate::{audit, notes, tags};

/// Conversations that are read at once.
const CONVERSATIONS: i64 = 50;
/// Messages that are read at once.
const MESSAGES: i64 = 200;

/// In which form.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Form {
    /// `csv`: one line a conversation. `json`: each with its messages and notes.
    #[param(inline)]
    format: Format,
}

/// What a search finds, newest first, as a file: staff take those they are in, managers and owners all.
#[utoipa::path(get, operation_id = "export_archive", path = "/messenger/v1/archive/export", tag = "archive", params(Wanted, Form),
    responses(Always, TokenRefused, QueryRefused, (status = 200, description = "The file.", content(
        (String = "text/csv"), (Object = "application/json")))),
    security(("token" = [])))]
pub async fn export(
    State(app): State<App>,
    member: Member,
    Query(wanted): Query<Wanted>,
    Query(form): Query<Form>,
) -> Result<Response, Problem> {
    let Member { id, organization, .. } = member;
    audit::store::note(&app.pool, organization, id, Action::ArchiveExported, organization).await?;
    let export = Export::new(app, Filter::of(member, wanted), form.format);
    let chunks = stream::try_unfold(export, |mut export| async move {
        Ok::<_, sqlx::Error>(export.next().await?.map(|chunk| (Bytes::from(chunk), export)))
    });
    let headers = [
        (header::CONTENT_TYPE, form.format.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", form.format.file_name())),
    ];
    Ok((headers, Body::from_stream(chunks)).into_response())
}

/// Where an export stands.
enum Step {
    Begin,
    /// Between two conversations.
    Next,
    /// Among the messages, or notes, of one: read up to a number.
    Messages {
        of: Uuid,
        after: i64,
        notes: Option<Uuid>,
    },
    Notes {
        of: Uuid,
        after: i64,
    },
    Done,
}

struct Export {
    app: App,
    filter: Filter,
    format: Format,
    step: Step,
    page: VecDeque<Conversation>,
    details: HashMap<Uuid, Details>,
    after: Option<Uuid>,
    is_last_page: bool,
    is_first: bool,
}

impl Export {
    fn new(app: App, filter: Filter, format: Format) -> Self {
        Self {
            app,
            filter,
            format,
            step: Step::Begin,
            page: VecDeque::new(),
            details: HashMap::new(),
            after: None,
            is_last_page: false,
            is_first: true,
        }
    }

    /// The next part of the file; none at its end.
    async fn next(&mut self) -> Result<Option<String>, sqlx::Error> {
        let step = std::mem::replace(&mut self.step, Step::Next);
        let chunk = match step {
            Step::Begin if self.format == Format::Csv => csv_head(),
            Step::Begin => "{\"items\":[".to_owned(),
            Step::Next => {
                if let Some(conversation) = self.next_conversation().await? {
                    self.begin(&conversation).await?
                } else {
                    self.step = Step::Done;
                    if self.format == Format::Csv { String::new() } else { "\n]}\n".to_owned() }
                }
            }
            Step::Messages { of, after, notes } => self.messages(of, after, notes).await?,
            Step::Notes { of, after } => self.notes(of, after).await?,
            Step::Done => return Ok(None),
        };
        Ok(Some(chunk))
    }

    async fn next_conversation(&mut self) -> Result<Option<Conversation>, sqlx::Error> {
        if self.page.is_empty() && !self.is_last_page {
            let ids = store::find(&self.app.pool, &self.filter, self.after, CONVERSATIONS).await?;
            self.is_last_page = i64::try_from(ids.len()).unwrap_or_default() < CONVERSATIONS;
            self.after = ids.last().copied();
            let mut conversations = states(&self.app.pool, &ids).await?;
            tags::store::fill(&self.app.pool, &mut conversations).await?;
            conversations.sort_by_key(|conversation| std::cmp::Reverse(conversation.id));
            self.details = store::details(&self.app.pool, &ids).await?;
            self.page = conversations.into();
        }
        Ok(self.page.pop_front())
    }

    async fn begin(&mut self, conversation: &Conversation) -> Result<String, sqlx::Error> {
        let details = self.details.remove(&conversation.id).unwrap_or_default();
        if self.format == Format::Csv {
            return Ok(csv_line(conversation, &details));
        }
        let notes = notes::store::beside(&self.app.pool, conversation.id).await?;
        self.step = Step::Messages { of: conversation.id, after: 0, notes };
        Ok(json_head(conversation, &details, std::mem::take(&mut self.is_first)))
    }

    async fn messages(&mut self, of: Uuid, after: i64, notes: Option<Uuid>) -> Result<String, sqlx::Error> {
        let page = read_after(&self.app.pool, of, after, MESSAGES).await?;
        let chunk = json_messages(&page, after == 0);
        let Some(last) = page.last() else {
            return Ok(match notes {
                Some(notes) => {
                    self.step = Step::Notes { of: notes, after: 0 };
                    "],\"notes\":[".to_owned()
                }
                None => "],\"notes\":[]}".to_owned(),
            });
        };
        self.step = Step::Messages { of, after: last.seq, notes };
        Ok(chunk)
    }

    async fn notes(&mut self, of: Uuid, after: i64) -> Result<String, sqlx::Error> {
        let page = read_after(&self.app.pool, of, after, MESSAGES).await?;
        let Some(last) = page.last() else { return Ok("]}".to_owned()) };
        self.step = Step::Notes { of, after: last.seq };
        Ok(json_messages(&page, after == 0))
    }
}
