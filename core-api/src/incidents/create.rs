//! `POST /core/v1/incidents`: a member notes that something goes wrong, with the conversations that tell of it.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::contract::{Always, BodyRefused, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Problem};
use sha2::{Digest, Sha256};
use sqlx::PgPool;
use uuid::Uuid;

use super::error::IncidentError;
use super::input::NewIncident;
use super::model::Incident;
use super::{rules, store};
use crate::events;
use crate::idempotency::IdempotencyKey;

/// Create an incident.
///
/// Every member may, and may link conversations at once. With an `Idempotency-Key`, repeating the same creation answers
/// the same incident.
#[utoipa::path(
    post,
    path = "/core/v1/incidents",
    operation_id = "create_incident",
    tag = "incidents",
    security(("token" = [])),
    params(("Idempotency-Key" = Option<String>, Header, description = "Any unique text of up to 200 characters")),
    request_body = NewIncident,
    responses(
        (status = 201, description = "The new incident", body = Incident),
        (status = 200, description = "The incident that this key created before", body = Incident),
        (status = 409, description = "`conflict`: the key was used with another body", body = Problem,
            content_type = "application/problem+json"),
        BodyRefused,
        TokenRefused,
        Always,
    ),
)]
pub async fn create(
    State(pool): State<PgPool>,
    member: Member,
    IdempotencyKey(key): IdempotencyKey,
    Json(new): Json<NewIncident>,
) -> Result<(StatusCode, Json<Incident>), Problem> {
    let details = new.details().map_err(IncidentError::from)?;
    let conversations = rules::conversations(new.conversations.as_deref().unwrap_or_default());
    let conversations = conversations.map_err(IncidentError::from)?;
    if !events::store::belongs(&pool, member.organization, new.event).await? {
        return Err(IncidentError::unknown_event().into());
    }
    let body = Sha256::digest(serde_json::to_vec(&new).unwrap_or_default()).to_vec();
    let origin = store::Origin {
        organization: member.organization,
        event: new.event,
        created_by: member.id,
        key: key.as_deref(),
        body: &body,
    };
    let id = Uuid::now_v7();
    let mut transaction = pool.begin().await?;
    if store::insert(&mut transaction, id, origin, &details).await? {
        store::link(&mut transaction, id, &conversations, member.id).await?;
        let incident = store::tell(&mut transaction, id).await?;
        transaction.commit().await?;
        return Ok((StatusCode::CREATED, Json(incident)));
    }
    let earlier = store::of_key(&mut transaction, member.id, key.as_deref().unwrap_or_default()).await?;
    // It may just have been deleted: then the same call makes a new one.
    let (earlier, asked) = earlier.ok_or_else(Problem::unavailable)?;
    if asked != body {
        return Err(IncidentError::KeyReused.into());
    }
    let earlier = store::load(&mut *transaction, &[earlier]).await?.pop().ok_or_else(Problem::unavailable)?;
    Ok((StatusCode::OK, Json(earlier)))
}
