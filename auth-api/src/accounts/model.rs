//! An account, and who it is.

use serde::Serialize;
use service_kit::identity::Subject;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::administrators::model::Administrator;
use crate::input::Email;
use crate::members::model::Member;
use crate::organizations::model::Status;

/// What every account has.
pub struct NewAccount {
    /// The person.
    pub id: Uuid,
    /// Their name.
    pub name: String,
    /// Where they sign in with.
    pub email: Email,
    /// The hash of their password.
    pub password: String,
    /// Telephone number.
    pub phone: Option<String>,
}

/// Who an account is.
#[derive(Debug, Clone)]
pub enum Profile {
    /// A person of an organization.
    Member(Member),
    /// A person of the platform.
    Administrator(Administrator),
}

impl Profile {
    /// The person.
    pub fn id(&self) -> Uuid {
        match self {
            Self::Member(member) => member.id,
            Self::Administrator(administrator) => administrator.id,
        }
    }

    /// What their tokens say of them.
    pub fn subject(&self) -> Subject {
        match self {
            Self::Member(member) => Subject::Member { organization: member.organization, role: member.role },
            Self::Administrator(_) => Subject::Administrator,
        }
    }

    /// Whether their organization is blocked.
    pub fn is_blocked(&self) -> bool {
        matches!(self, Self::Member(member) if member.organization_status == Status::Blocked)
    }
}

/// The kind of person who uses the dashboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A person of an organization.
    Member,
    /// A person of the platform.
    Administrator,
}
