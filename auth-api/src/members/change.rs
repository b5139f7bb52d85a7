//! Changing a member's name or role.

use axum::extract::State;
use service_kit::contract::{Always, BodyRefused, NotFound, TokenRefused};
use service_kit::identity::{Manager, Role};
use service_kit::{Json, Path, Problem};
use uuid::Uuid;

use super::error::MemberError;
use super::model::{Member, MemberChange, may_manage};
use super::store;
use crate::accounts::store::{self as accounts, Details};
use crate::contract::LastOne;
use crate::sessions;
use crate::state::App;

/// Changes a member's name or role. With another role their tokens end at once, everywhere; their dashboard
/// stays signed in and fetches a token of the new role.
#[utoipa::path(
    patch,
    path = "/auth/v1/members/{id}",
    operation_id = "change_member",
    tag = "members",
    params(("id" = Uuid, Path, description = "The member")),
    request_body = MemberChange,
    security(("token" = [])),
    responses((status = 200, body = Member), BodyRefused, TokenRefused, NotFound, LastOne, Always)
)]
pub async fn change(
    State(app): State<App>,
    Manager(caller): Manager,
    Path(id): Path<Uuid>,
    Json(change): Json<MemberChange>,
) -> Result<Json<Member>, Problem> {
    let mut transaction = app.organizers.begin().await?;
    let owners = store::lock_owners(&mut transaction, caller.organization).await?;
    let member = store::find(&mut transaction, id).await?;
    let member = member.filter(|member| member.organization == caller.organization);
    let member = member.ok_or(MemberError::NotFound)?;
    let role = change.role.unwrap_or(member.role);
    if !may_manage(caller.role, member.role) || !may_manage(caller.role, role) {
        return Err(MemberError::AboveYou.into());
    }
    if role != Role::Owner && owners == [id] {
        return Err(MemberError::LastOwner.into());
    }
    let details = Details { name: change.name, phone: None, locale: None };
    accounts::change(&mut transaction, id, &details).await?;
    let role_changed = role != member.role;
    if role_changed {
        store::set_role(&mut transaction, id, role).await?;
        sessions::store::renew_of_account(&mut transaction, id).await?;
    }
    store::record(&mut transaction, id).await?;
    let member = store::find(&mut transaction, id).await?.ok_or(MemberError::NotFound)?;
    transaction.commit().await?;
    if role_changed {
        app.stand_anew().await;
    }
    Ok(Json(member))
}
