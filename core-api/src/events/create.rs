//! `POST /core/v1/events`: an organizer creates an event.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::contract::{Always, BodyRefused, TokenRefused};
use service_kit::identity::Manager;
use service_kit::{Json, Problem};
use sha2::{Digest, Sha256};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use super::code::JoinCode;
use super::error::EventError;
use super::input::NewEvent;
use super::model::{Details, Event};
use super::store;
use crate::idempotency::IdempotencyKey;

/// Random codes that are tried. With a hundred million events stored, one in ten is taken: ten in a row, never.
const ATTEMPTS: usize = 10;

/// Create an event.
///
/// Its join code is made by Steward. It is published at once, and visible to the public when its organization is
/// approved. With an `Idempotency-Key`, repeating the same creation within a day answers the same event.
#[utoipa::path(
    post,
    path = "/core/v1/events",
    operation_id = "create_event",
    tag = "events",
    security(("token" = [])),
    params(("Idempotency-Key" = Option<String>, Header, description = "Any unique text of up to 200 characters")),
    request_body = NewEvent,
    responses(
        (status = 201, description = "The new event", body = Event),
        (status = 200, description = "The event that this key created before", body = Event),
        (status = 409, description = "`conflict`: the key was used with another body", body = Problem,
            content_type = "application/problem+json"),
        BodyRefused,
        TokenRefused,
        Always,
    ),
)]
pub async fn create(
    State(pool): State<PgPool>,
    Manager(member): Manager,
    IdempotencyKey(key): IdempotencyKey,
    Json(new): Json<NewEvent>,
) -> Result<(StatusCode, Json<Event>), Problem> {
    let body = fingerprint(&new);
    let details = new.details(Uuid::now_v7).map_err(EventError::Invalid)?;
    let id = Uuid::now_v7();
    let mut transaction = pool.begin().await?;
    if let Some(key) = key
        && let Some((earlier, event)) = store::take_key(&mut transaction, member.id, &key, &body, id).await?
    {
        if earlier != body {
            return Err(EventError::KeyReused.into());
        }
        return Ok((StatusCode::OK, Json(store::load_one(&mut *transaction, event).await?)));
    }
    insert_with_random_code(&mut transaction, id, member.organization, &details).await?;
    let event = store::tell(&mut transaction, id).await?;
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(event)))
}

/// Creates an event whose code is known beforehand, for demonstrations; when the organization has an event of
/// this code already, that one is returned as it is.
pub async fn create_with_code(
    pool: &PgPool,
    organization: Uuid,
    code: &JoinCode,
    new: NewEvent,
) -> Result<Event, EventError> {
    let details = new.details(Uuid::now_v7)?;
    let id = Uuid::now_v7();
    let mut transaction = pool.begin().await?;
    if store::insert(&mut transaction, id, organization, code, &details).await? {
        let event = store::tell(&mut transaction, id).await?;
        transaction.commit().await?;
        return Ok(event);
    }
    let existing = store::of_code(&mut transaction, organization, code).await?.ok_or(EventError::NoCode)?;
    Ok(store::load_one(&mut *transaction, existing).await?)
}

async fn insert_with_random_code(
    connection: &mut PgConnection,
    id: Uuid,
    organization: Uuid,
    details: &Details,
) -> Result<(), EventError> {
    for _ in 0..ATTEMPTS {
        let code = JoinCode::from_bits(rand::random());
        if store::insert(connection, id, organization, &code, details).await? {
            return Ok(());
        }
    }
    Err(EventError::NoCode)
}

/// Tells bodies apart that ask for different events.
fn fingerprint(new: &NewEvent) -> Vec<u8> {
    Sha256::digest(serde_json::to_vec(new).unwrap_or_default()).to_vec()
}
