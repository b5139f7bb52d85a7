//! A member, and who may do what to whom.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use service_kit::identity::Role;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use crate::input::{self, Email};
use crate::organizations::model::Status;
use crate::passwords;

/// A person of an organization.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Member {
    /// The person.
    pub id: Uuid,
    /// Their organization.
    pub organization: Uuid,
    /// Its name.
    pub organization_name: String,
    /// What it may do.
    pub organization_status: Status,
    /// Their name.
    pub name: String,
    /// Where they sign in with.
    pub email: String,
    /// Telephone number.
    pub phone: Option<String>,
    /// The language of their dashboard.
    pub locale: Option<String>,
    /// What they may do.
    pub role: Role,
    /// Since when they are a member.
    pub created_at: DateTime<Utc>,
}

/// What the other services know of a member.
#[derive(Serialize)]
pub struct Entry<'a> {
    /// The person.
    pub id: Uuid,
    /// Their organization.
    pub organization: Uuid,
    /// Their name.
    pub name: &'a str,
    /// Their e-mail address.
    pub email: &'a str,
    /// What they may do.
    pub role: Role,
    /// Whether they still work there: who left is deleted.
    pub active: bool,
}

impl<'a> From<&'a Member> for Entry<'a> {
    fn from(member: &'a Member) -> Self {
        Self {
            id: member.id,
            organization: member.organization,
            name: &member.name,
            email: &member.email,
            role: member.role,
            active: true,
        }
    }
}

/// Whether a person of role `actor` may add, change or remove somebody of role `other`: owners everybody,
/// managers everybody but owners.
pub fn may_manage(actor: Role, other: Role) -> bool {
    match actor {
        Role::Owner => true,
        Role::Manager => other < Role::Owner,
        Role::Staff => false,
    }
}

/// A person who joins the caller's organization.
#[derive(Deserialize, Validate, ToSchema)]
pub struct NewMember {
    /// Their name.
    #[validate(length(min = 1, max = 100), custom(function = "input::line"))]
    #[schema(min_length = 1, max_length = 100)]
    pub name: String,
    /// Where they sign in with.
    #[validate(custom(function = "input::email"))]
    pub email: Email,
    /// 8 to 128 characters, not among the most common ones.
    #[validate(custom(function = "passwords::acceptable"))]
    #[schema(min_length = 8, max_length = 128, format = Password)]
    pub password: String,
    /// What they may do.
    pub role: Role,
    /// Telephone number.
    #[validate(custom(function = "input::phone"))]
    #[schema(max_length = 32)]
    pub phone: Option<String>,
}

/// What changes about a member; what is left out stays.
#[derive(Deserialize, Validate, ToSchema)]
pub struct MemberChange {
    /// Their name.
    #[validate(length(min = 1, max = 100), custom(function = "input::line"))]
    #[schema(min_length = 1, max_length = 100)]
    pub name: Option<String>,
    /// What they may do.
    pub role: Option<Role>,
}

/// Which page of members to list.
#[derive(Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// `next` of the page before.
    pub after: Option<Uuid>,
    /// Entries in a page: 50 unless told, at most 200.
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_manages_above_themselves() {
        use Role::{Manager, Owner, Staff};
        assert!([Staff, Manager, Owner].into_iter().all(|other| may_manage(Owner, other)));
        assert!(may_manage(Manager, Staff) && may_manage(Manager, Manager) && !may_manage(Manager, Owner));
        assert!(![Staff, Manager, Owner].into_iter().any(|other| may_manage(Staff, other)));
    }
}
