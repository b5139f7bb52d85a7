//! `GET /core/v1/incidents/{id}/comments`: what members said about an incident.

use axum::extract::State;
use serde::Deserialize;
use service_kit::contract::{Always, NotFound, QueryRefused, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Page, Path, Problem, Query, page};
use sqlx::PgPool;
use utoipa::IntoParams;
use uuid::Uuid;
use validator::Validate;

use super::super::error::IncidentError;
use super::super::store as incidents;
use super::model::Comment;
use super::store;
use crate::cursor::Cursor;

/// Which part of the list.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// The `next` of the page before.
    after: Option<String>,
    /// Most comments in the page, 1 to 200; 50 when left out.
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
}

/// List the comments of an incident, newest first.
#[utoipa::path(
    get,
    path = "/core/v1/incidents/{id}/comments",
    operation_id = "list_incident_comments",
    tag = "incidents",
    security(("token" = [])),
    params(("id" = Uuid, Path, description = "The incident"), Asked),
    responses(
        (status = 200, description = "A page of comments", body = Page<Comment>),
        QueryRefused,
        NotFound,
        TokenRefused,
        Always,
    ),
)]
pub async fn list(
    State(pool): State<PgPool>,
    member: Member,
    Path(id): Path<Uuid>,
    Query(asked): Query<Asked>,
) -> Result<Json<Page<Comment>>, Problem> {
    if !incidents::belongs(&pool, member.organization, id).await? {
        return Err(IncidentError::NotFound.into());
    }
    let limit = page::limit(asked.limit);
    let after = Cursor::parameter(asked.after.as_deref())?;
    let comments = store::list(&pool, id, after, limit + 1).await?;
    let limit = usize::try_from(limit).unwrap_or_default();
    Ok(Json(Page::from_surplus(comments, limit, |comment| {
        Cursor { at: comment.created_at, id: comment.id }.to_string()
    })))
}
