//! An organization and its states.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use crate::input::{self, Email};
use crate::members::model::Member;
use crate::passwords;

/// What an organization may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = OrganizationStatus)]
pub enum Status {
    /// Registered, waiting for an administrator: may prepare events, which nobody sees yet.
    Pending,
    /// May run events.
    Approved,
    /// May do nothing; its sessions are ended.
    Blocked,
}

/// Whether an administrator may lead from one state to the other: what was decided is never undecided again.
pub fn may_become(from: Status, to: Status) -> bool {
    from == to || to != Status::Pending
}

/// The tenant: a company or club that runs events.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Organization {
    /// The organization.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Its postal address.
    pub address: String,
    /// Its web address.
    pub website: Option<String>,
    /// What it may do.
    pub status: Status,
    /// When it registered.
    pub created_at: DateTime<Utc>,
    /// Rises with every change.
    pub version: i64,
    /// Whom to ask: its first owner.
    pub owner: Option<Contact>,
}

/// Whom to ask about an organization.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Contact {
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
}

/// What the other services know of an organization.
#[derive(Serialize)]
pub struct Entry<'a> {
    /// The organization.
    pub id: Uuid,
    /// Its name.
    pub name: &'a str,
    /// What it may do.
    pub status: Status,
}

/// An organization that registers, with its owner.
#[derive(Deserialize, Validate, ToSchema)]
pub struct NewOrganization {
    /// The organization.
    #[validate(nested)]
    pub organization: OrganizationDetails,
    /// Its first member.
    #[validate(nested)]
    pub owner: NewOwner,
}

/// What an organization says about itself.
#[derive(Deserialize, Validate, ToSchema)]
pub struct OrganizationDetails {
    /// Its name.
    #[validate(length(min = 1, max = 100), custom(function = "input::line"))]
    #[schema(min_length = 1, max_length = 100)]
    pub name: String,
    /// Its postal address.
    #[validate(length(min = 1, max = 300), custom(function = "input::line"))]
    #[schema(min_length = 1, max_length = 300)]
    pub address: String,
    /// Its web address.
    #[validate(custom(function = "input::website"))]
    #[schema(max_length = 200)]
    pub website: Option<String>,
}

/// The person who registers an organization.
#[derive(Deserialize, Validate, ToSchema)]
pub struct NewOwner {
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
    /// Telephone number.
    #[validate(custom(function = "input::phone"))]
    #[schema(max_length = 32)]
    pub phone: Option<String>,
}

/// A registered organization and its owner.
#[derive(Serialize, ToSchema)]
pub struct RegisteredOrganization {
    /// The organization.
    pub organization: Organization,
    /// Its owner, who can sign in now.
    pub member: Member,
}

/// What an administrator decides.
#[derive(Deserialize, Validate, ToSchema)]
pub struct Decision {
    /// The new state: `approved` or `blocked`.
    pub status: Status,
    /// Refuse if the organization has another version than this.
    pub version: Option<i64>,
}

/// Which organizations to list.
#[derive(Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// Only those in this state.
    pub status: Option<Status>,
    /// Only those whose name holds this text.
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub text: Option<String>,
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
    fn nothing_becomes_undecided_again() {
        use Status::{Approved, Blocked, Pending};
        assert!(may_become(Pending, Approved) && may_become(Pending, Blocked));
        assert!(may_become(Approved, Blocked) && may_become(Blocked, Approved));
        assert!(!may_become(Approved, Pending) && !may_become(Blocked, Pending));
        assert!(may_become(Pending, Pending));
    }
}
