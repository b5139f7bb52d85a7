//! Adding a member.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::contract::{Always, BodyRefused, TokenRefused};
use service_kit::identity::Manager;
use service_kit::{Json, Problem};
use uuid::Uuid;

use super::error::MemberError;
use super::model::{Member, NewMember, may_manage};
use super::store;
use crate::accounts;
use crate::accounts::error::AccountError;
use crate::accounts::model::NewAccount;
use crate::contract::EmailTaken;
use crate::state::App;

/// Adds a member to the caller's organization, who can sign in at once. Managers add staff and managers, owners
/// anybody.
#[utoipa::path(
    post,
    path = "/auth/v1/members",
    operation_id = "add_member",
    tag = "members",
    request_body = NewMember,
    security(("token" = [])),
    responses((status = 201, body = Member), BodyRefused, TokenRefused, EmailTaken, Always)
)]
pub async fn add(
    State(app): State<App>,
    Manager(caller): Manager,
    Json(new): Json<NewMember>,
) -> Result<(StatusCode, Json<Member>), Problem> {
    if !may_manage(caller.role, new.role) {
        return Err(MemberError::AboveYou.into());
    }
    let password = app.passwords.hash(new.password).await?;
    let id = Uuid::now_v7();
    let account = NewAccount { id, name: new.name, email: new.email, password, phone: new.phone };
    let mut transaction = app.organizers.begin().await?;
    accounts::store::insert(&mut transaction, &account).await.map_err(AccountError::from)?;
    store::insert(&mut transaction, id, caller.organization, new.role).await?;
    let member = store::find(&mut transaction, id).await?.ok_or(MemberError::NotFound)?;
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(member)))
}
