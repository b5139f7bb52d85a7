//! What a token says.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Issuer of every token.
pub const ISSUER: &str = "steward";
/// The services that tokens of apps are for.
pub const AUDIENCES: [&str; 3] = ["auth", "core", "messenger"];
/// Life of a token in seconds.
pub const TOKEN_SECONDS: i64 = 600;

/// A member's role in their organization, weakest first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema, sqlx::Type,
)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Role {
    /// Helps participants.
    Staff,
    /// Also sets events up and runs the team.
    Manager,
    /// Also owns the organization.
    Owner,
}

impl Role {
    /// The word that tokens and tables use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Manager => "manager",
            Self::Owner => "owner",
        }
    }
}

impl std::str::FromStr for Role {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "staff" => Ok(Self::Staff),
            "manager" => Ok(Self::Manager),
            "owner" => Ok(Self::Owner),
            other => Err(format!("`{other}` is not a role")),
        }
    }
}

/// What kind of person a token stands for, with what belongs to that kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Subject {
    /// A person at an event.
    Participant {
        /// Whether they have not registered.
        guest: bool,
    },
    /// A person of an organization.
    Member {
        /// Their organization.
        organization: Uuid,
        /// Their role in it.
        role: Role,
    },
    /// A person of the platform.
    Administrator,
}

/// The claims of a token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// Always [`ISSUER`].
    pub iss: String,
    /// The person; never changes, also when a guest registers.
    pub sub: Uuid,
    /// The services this token is for.
    pub aud: Vec<String>,
    /// When it was issued, in seconds since 1970.
    pub iat: i64,
    /// From when it is valid.
    pub nbf: i64,
    /// Until when it is valid.
    pub exp: i64,
    /// The session it belongs to: ending that session ends the token.
    pub sid: Uuid,
    /// The kind of person.
    #[serde(flatten)]
    pub subject: Subject,
}

impl Claims {
    /// The claims of a new token, valid from `now` (seconds since 1970) for [`TOKEN_SECONDS`].
    pub fn new(person: Uuid, session: Uuid, subject: Subject, now: i64) -> Self {
        Self {
            iss: ISSUER.to_owned(),
            sub: person,
            aud: AUDIENCES.map(str::to_owned).to_vec(),
            iat: now,
            nbf: now,
            exp: now + TOKEN_SECONDS,
            sid: session,
            subject,
        }
    }
}
