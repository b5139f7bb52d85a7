//! `PUT /core/v1/incidents/{id}/comments/{comment}`: a member says something about an incident, or says it differently.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::contract::{Always, BodyRefused, NotFound, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Path, Problem};
use sqlx::PgPool;
use uuid::Uuid;

use super::super::error::IncidentError;
use super::super::{rules, store as incidents};
use super::model::{Comment, CommentText};
use super::store;

/// Write or change a comment.
///
/// The writer chooses its id, so that repeating the call after a lost answer says nothing twice. Only its author changes
/// a comment.
#[utoipa::path(
    put,
    path = "/core/v1/incidents/{id}/comments/{comment}",
    operation_id = "write_incident_comment",
    tag = "incidents",
    security(("token" = [])),
    params(
        ("id" = Uuid, Path, description = "The incident"),
        ("comment" = Uuid, Path, description = "The comment, by an id of the writer's choice"),
    ),
    request_body = CommentText,
    responses(
        (status = 201, description = "The new comment", body = Comment),
        (status = 200, description = "The comment as it is now", body = Comment),
        BodyRefused,
        NotFound,
        TokenRefused,
        Always,
    ),
)]
pub async fn put(
    State(pool): State<PgPool>,
    member: Member,
    Path((id, comment)): Path<(Uuid, Uuid)>,
    Json(new): Json<CommentText>,
) -> Result<(StatusCode, Json<Comment>), Problem> {
    let text = rules::comment(&new.text).map_err(IncidentError::from)?;
    let mut transaction = pool.begin().await?;
    if !incidents::lock(&mut transaction, member.organization, id).await? {
        return Err(IncidentError::NotFound.into());
    }
    let (status, comment) = match store::read(&mut transaction, id, comment).await? {
        None => {
            let kept = store::insert(&mut transaction, id, comment, member.id, &text).await?;
            (StatusCode::CREATED, kept)
        }
        Some(current) if current.author != member.id => return Err(IncidentError::NotTheAuthor.into()),
        Some(current) if current.text == text => (StatusCode::OK, current),
        Some(_) => (StatusCode::OK, store::update(&mut transaction, id, comment, &text).await?),
    };
    transaction.commit().await?;
    Ok((status, Json(comment)))
}
