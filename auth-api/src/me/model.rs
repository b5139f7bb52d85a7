//! The person behind the token.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::accounts::model::Profile;
use crate::administrators::model::Administrator;
use crate::input;
use crate::members::model::Member;
use crate::participants::model::Participant;
use crate::sessions::model::Session;

/// The person behind the token; `kind` tells which of the three they are.
#[derive(Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Me {
    /// A person at an event.
    Participant(Participant),
    /// A person of an organization.
    Member(Member),
    /// A person of the platform.
    Administrator(Administrator),
}

impl From<Profile> for Me {
    fn from(profile: Profile) -> Self {
        match profile {
            Profile::Member(member) => Self::Member(member),
            Profile::Administrator(administrator) => Self::Administrator(administrator),
        }
    }
}

/// What the person changes about themselves: what is left out stays, null clears.
#[derive(Deserialize, Validate, ToSchema)]
pub struct MeChange {
    /// Their name; only guests may be without.
    #[serde(default, deserialize_with = "input::clearable")]
    #[validate(length(min = 1, max = 100), custom(function = "input::line"))]
    #[schema(value_type = Option<String>, min_length = 1, max_length = 100)]
    pub name: Option<Option<String>>,
    /// Telephone number.
    #[serde(default, deserialize_with = "input::clearable")]
    #[validate(custom(function = "input::phone"))]
    #[schema(value_type = Option<String>, max_length = 32)]
    pub phone: Option<Option<String>>,
    /// The language of their app.
    #[serde(default, deserialize_with = "input::clearable")]
    #[validate(custom(function = "input::locale"))]
    #[schema(value_type = Option<String>, max_length = 35)]
    pub locale: Option<Option<String>>,
}

/// All that auth-api stores about a person, except the hash of their password.
#[derive(Serialize, ToSchema)]
pub struct Export {
    /// When it was put together.
    pub exported_at: DateTime<Utc>,
    /// The person.
    pub person: Me,
    /// Where they are signed in.
    pub sessions: Vec<Session>,
}
