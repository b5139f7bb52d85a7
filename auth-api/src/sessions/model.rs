//! A session, and what signing in to the dashboard answers.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use crate::accounts::model::{Kind, Profile};
use crate::administrators::model::Administrator;
use crate::input::Email;
use crate::members::model::Member;

/// What a cookie session knows.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SignedInAs {
    /// What tokens, lists and the feed call the session.
    pub session: Uuid,
    /// Who signed in.
    pub account: Uuid,
    /// With which browser.
    pub user_agent: Option<String>,
}

/// One place where a person is signed in.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Session {
    /// The session.
    pub id: Uuid,
    /// When the person signed in.
    pub created_at: DateTime<Utc>,
    /// When it last fetched a token.
    pub last_used_at: DateTime<Utc>,
    /// What its browser says of itself.
    pub user_agent: Option<String>,
    /// What the phone app calls the device.
    pub device: Option<String>,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// E-mail address and password of a member or administrator.
#[derive(Deserialize, Validate, ToSchema)]
pub struct SignIn {
    /// Where they sign in with.
    #[validate(custom(function = "crate::input::email"))]
    pub email: Email,
    /// Their password.
    #[validate(length(min = 1, max = 128))]
    #[schema(min_length = 1, max_length = 128, format = Password)]
    pub password: String,
}

/// Who is signed in to the dashboard.
#[derive(Serialize, ToSchema)]
pub struct DashboardSession {
    /// Which of the two is given.
    pub kind: Kind,
    /// The member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<Member>,
    /// The administrator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub administrator: Option<Administrator>,
}

impl From<Profile> for DashboardSession {
    fn from(profile: Profile) -> Self {
        match profile {
            Profile::Member(member) => Self { kind: Kind::Member, member: Some(member), administrator: None },
            Profile::Administrator(administrator) => {
                Self { kind: Kind::Administrator, member: None, administrator: Some(administrator) }
            }
        }
    }
}

/// A token for the dashboard, which keeps it in memory only.
#[derive(Serialize, ToSchema)]
pub struct AccessToken {
    /// To be sent as `Authorization: Bearer …`.
    pub access_token: String,
    /// Life of the token in seconds.
    #[schema(examples(600))]
    pub expires_in: i64,
}
