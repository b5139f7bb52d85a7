//! Removing a member.

use axum::extract::State;
use axum::http::StatusCode;
use service_kit::contract::{Always, NotFound, TokenRefused};
use service_kit::identity::Manager;
use service_kit::{Path, Problem};
use sqlx::PgConnection;
use uuid::Uuid;

use super::error::MemberError;
use super::model::{Member, may_manage};
use super::store;
use crate::accounts;
use crate::contract::LastOne;
use crate::sessions;
use crate::state::App;

/// Removes a member and their account; their sessions end at once, everywhere.
#[utoipa::path(
    delete,
    path = "/auth/v1/members/{id}",
    operation_id = "remove_member",
    tag = "members",
    params(("id" = Uuid, Path, description = "The member")),
    security(("token" = [])),
    responses((status = 204), TokenRefused, NotFound, LastOne, Always)
)]
pub async fn remove(
    State(app): State<App>,
    Manager(caller): Manager,
    Path(id): Path<Uuid>,
) -> Result<StatusCode, Problem> {
    let mut transaction = app.organizers.begin().await?;
    let member = store::find(&mut transaction, id).await?;
    let member = member.filter(|member| member.organization == caller.organization);
    let member = member.ok_or(MemberError::NotFound)?;
    if !may_manage(caller.role, member.role) {
        return Err(MemberError::AboveYou.into());
    }
    leave(&mut transaction, &member).await?;
    transaction.commit().await?;
    app.stand_anew().await;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a member out of their organization, unless nobody else owns it.
pub async fn leave(connection: &mut PgConnection, member: &Member) -> Result<(), MemberError> {
    if store::lock_owners(connection, member.organization).await? == [member.id] {
        return Err(MemberError::LastOwner);
    }
    sessions::store::end_of_account(connection, member.id).await?;
    accounts::store::delete(connection, member.id).await?;
    store::record_deletion(connection, member.id).await?;
    Ok(())
}
