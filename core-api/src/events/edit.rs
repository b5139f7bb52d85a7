//! `PATCH /core/v1/events/{id}`: an organizer edits an event.

use axum::extract::State;
use service_kit::contract::{Always, BodyRefused, NotFound, TokenRefused};
use service_kit::identity::Manager;
use service_kit::{Json, Path, Problem};
use sqlx::PgPool;
use uuid::Uuid;

use super::error::EventError;
use super::input::EditEvent;
use super::model::Event;
use super::store;

/// Edit an event.
///
/// What is left out stays as it is. `zones` and `contacts` are whole lists: an entry with an id keeps it, one
/// without is new, one left out is removed. `version` is the version that was edited: when somebody else changed
/// the event in between, nothing happens and `current` of the problem is the event as it is now.
#[utoipa::path(
    patch,
    path = "/core/v1/events/{id}",
    operation_id = "edit_event",
    tag = "events",
    security(("token" = [])),
    params(("id" = Uuid, Path, description = "The event")),
    request_body = EditEvent,
    responses(
        (status = 200, description = "The event after the edit", body = Event),
        (status = 409, description = "`version_conflict`: somebody else changed it; see `current`",
            body = Problem, content_type = "application/problem+json"),
        BodyRefused,
        NotFound,
        TokenRefused,
        Always,
    ),
)]
pub async fn edit(
    State(pool): State<PgPool>,
    Manager(member): Manager,
    Path(id): Path<Uuid>,
    Json(edit): Json<EditEvent>,
) -> Result<Json<Event>, Problem> {
    let mut transaction = pool.begin().await?;
    if !store::lock(&mut transaction, member.organization, id).await? {
        return Err(EventError::NotFound.into());
    }
    let current = store::load_one(&mut *transaction, id).await?;
    if current.version != edit.version {
        return Err(EventError::VersionConflict(Box::new(current)).into());
    }
    let status = edit.status.unwrap_or(current.status);
    let details = edit.details(&current.details, Uuid::now_v7).map_err(EventError::Invalid)?;
    store::update(&mut transaction, &current, status, &details).await?;
    let event = store::tell(&mut transaction, id).await?;
    transaction.commit().await?;
    Ok(Json(event))
}
