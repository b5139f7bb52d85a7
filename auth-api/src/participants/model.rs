//! A participant, and what signing in gives them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use service_kit::Problem;
use service_kit::identity::{Claims, Subject, TOKEN_SECONDS};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use crate::input::{self, Email};
use crate::passwords;
use crate::state::App;
use crate::tokens::model::RefreshToken;

/// A person at an event.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Participant {
    /// Never changes, also when a guest registers.
    pub id: Uuid,
    /// Whether they have not registered.
    pub guest: bool,
    /// How staff may call them.
    pub name: Option<String>,
    /// Where they sign in with; none for a guest.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// The language of their app.
    pub locale: Option<String>,
    /// When they first came.
    pub created_at: DateTime<Utc>,
}

/// What the other services know of a participant.
#[derive(Serialize)]
pub struct Person<'a> {
    /// The participant.
    pub id: Uuid,
    /// Their name.
    pub name: Option<&'a str>,
    /// Their e-mail address.
    pub email: Option<&'a str>,
    /// Their telephone number.
    pub phone: Option<&'a str>,
    /// Whether they have not registered.
    pub guest: bool,
}

impl<'a> From<&'a Participant> for Person<'a> {
    fn from(participant: &'a Participant) -> Self {
        Self {
            id: participant.id,
            name: participant.name.as_deref(),
            email: participant.email.as_deref(),
            phone: participant.phone.as_deref(),
            guest: participant.guest,
        }
    }
}

/// What a participant says about themselves.
#[derive(Debug, Clone, Default)]
pub struct Details {
    /// How staff may call them.
    pub name: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// The language of their app.
    pub locale: Option<String>,
}

/// Where a participant signs in with.
pub struct Login {
    /// The e-mail address.
    pub email: Email,
    /// The hash of the password.
    pub password: String,
}

/// A person who registers.
#[derive(Deserialize, Validate, ToSchema)]
pub struct NewParticipant {
    /// Where they sign in with.
    #[validate(custom(function = "input::email"))]
    pub email: Email,
    /// 8 to 128 characters, not among the most common ones.
    #[validate(custom(function = "passwords::acceptable"))]
    #[schema(min_length = 8, max_length = 128, format = Password)]
    pub password: String,
    /// How staff may call them.
    #[validate(length(min = 1, max = 100), custom(function = "input::line"))]
    #[schema(min_length = 1, max_length = 100)]
    pub name: String,
    /// Telephone number.
    #[validate(custom(function = "input::phone"))]
    #[schema(max_length = 32)]
    pub phone: Option<String>,
    /// The language of the app.
    #[validate(custom(function = "input::locale"))]
    #[schema(max_length = 35)]
    pub locale: Option<String>,
    /// What the app calls this device.
    #[validate(length(min = 1, max = 64), custom(function = "input::line"))]
    #[schema(min_length = 1, max_length = 64)]
    pub device: Option<String>,
}

/// E-mail address and password of a participant.
#[derive(Deserialize, Validate, ToSchema)]
pub struct Credentials {
    /// Where they sign in with.
    #[validate(custom(function = "input::email"))]
    pub email: Email,
    /// Their password.
    #[validate(length(min = 1, max = 128))]
    #[schema(min_length = 1, max_length = 128, format = Password)]
    pub password: String,
    /// What the app calls this device.
    #[validate(length(min = 1, max = 64), custom(function = "input::line"))]
    #[schema(min_length = 1, max_length = 64)]
    pub device: Option<String>,
}

/// A participant on a device that is signed in.
#[derive(Serialize, ToSchema)]
pub struct SignedIn {
    /// The person.
    pub participant: Participant,
    /// To be sent as `Authorization: Bearer …`.
    pub access_token: String,
    /// To be exchanged for new tokens before the access token ends.
    pub refresh_token: String,
    /// Life of the access token in seconds.
    #[schema(examples(600))]
    pub expires_in: i64,
}

impl SignedIn {
    /// Signs the access token of a session.
    pub fn new(app: &App, participant: Participant, token: &RefreshToken) -> Result<Self, Problem> {
        let subject = Subject::Participant { guest: participant.guest };
        let claims = Claims::new(participant.id, token.session(), subject, app.now());
        let access_token = app.access_token(&claims)?;
        Ok(Self { participant, access_token, refresh_token: token.to_string(), expires_in: TOKEN_SECONDS })
    }
}
