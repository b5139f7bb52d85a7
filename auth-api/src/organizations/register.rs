//! Registering an organization with its owner.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::contract::{Always, BodyRefused};
use service_kit::identity::Role;
use service_kit::{Json, Problem};
use sqlx::PgConnection;
use uuid::Uuid;

use super::model::{NewOrganization, RegisteredOrganization, Status};
use super::store;
use crate::accounts;
use crate::accounts::error::AccountError;
use crate::accounts::model::NewAccount;
use crate::contract::EmailTaken;
use crate::members;
use crate::state::App;

/// Registers an organization with its owner, who can sign in at once. It is `pending` until an administrator
/// approves it, unless the platform approves by itself.
#[utoipa::path(
    post,
    path = "/auth/v1/organizations",
    operation_id = "register_organization",
    tag = "organizations",
    request_body = NewOrganization,
    responses((status = 201, body = RegisteredOrganization), BodyRefused, EmailTaken, Always)
)]
pub async fn register(
    State(app): State<App>,
    Json(new): Json<NewOrganization>,
) -> Result<(StatusCode, Json<RegisteredOrganization>), Problem> {
    let NewOrganization { organization: details, owner } = new;
    let status = if app.approve_organizations { Status::Approved } else { Status::Pending };
    let account = NewAccount {
        id: Uuid::now_v7(),
        name: owner.name,
        email: owner.email,
        password: app.passwords.hash(owner.password).await?,
        phone: owner.phone,
    };
    let organization = Uuid::now_v7();
    let mut transaction = app.organizers.begin().await?;
    store::insert(&mut transaction, organization, &details, status).await?;
    accounts::store::insert(&mut transaction, &account).await.map_err(AccountError::from)?;
    members::store::insert(&mut transaction, account.id, organization, Role::Owner).await?;
    let registered = read(&mut transaction, organization, account.id).await?;
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(registered)))
}

async fn read(
    connection: &mut PgConnection,
    organization: Uuid,
    owner: Uuid,
) -> Result<RegisteredOrganization, Problem> {
    let organization = store::find(connection, organization).await?.ok_or_else(Problem::unavailable)?;
    let member = members::store::find(connection, owner).await?.ok_or_else(Problem::unavailable)?;
    Ok(RegisteredOrganization { organization, member })
}
