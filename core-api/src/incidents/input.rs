//! What is said to create or edit an incident, and what the incident is then.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::model::{Details, Priority, Severity, Status};
use super::rules::Refusals;
use crate::input::present;

/// What creates an incident.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema, Validate)]
pub struct NewIncident {
    /// The event at which it happens.
    pub event: Uuid,
    /// What happened, in one line.
    #[schema(min_length = 1, max_length = 120)]
    pub title: String,
    /// More about it.
    #[schema(max_length = 4000)]
    pub description: Option<String>,
    /// Where, in words.
    #[schema(max_length = 200)]
    pub place: Option<String>,
    /// How soon it has to be seen to; `normal` when left out.
    pub priority: Option<Priority>,
    /// How much harm it does; `minor` when left out.
    pub severity: Option<Severity>,
    /// The member who sees to it.
    pub owner: Option<Uuid>,
    /// The conversations that tell of it.
    #[schema(max_items = 500)]
    pub conversations: Option<Vec<Uuid>>,
}

/// What edits an incident: what is left out stays as it is.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
pub struct EditIncident {
    /// The version that this edit was made from.
    pub version: i32,
    /// What happened, in one line.
    #[schema(min_length = 1, max_length = 120)]
    pub title: Option<String>,
    /// More about it.
    #[schema(max_length = 4000)]
    pub description: Option<String>,
    /// Where, in words.
    #[schema(max_length = 200)]
    pub place: Option<String>,
    /// How far the work is.
    pub status: Option<Status>,
    /// How soon it has to be seen to.
    pub priority: Option<Priority>,
    /// How much harm it does.
    pub severity: Option<Severity>,
    /// The member who sees to it; null makes it nobody's.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Uuid>)]
    pub owner: Option<Option<Uuid>>,
}

impl NewIncident {
    /// The details of the new incident, if they keep the rules.
    pub fn details(&self) -> Result<Details, Refusals> {
        let details = Details {
            title: self.title.clone(),
            description: self.description.clone().unwrap_or_default(),
            place: self.place.clone().unwrap_or_default(),
            status: Status::ToDo,
            priority: self.priority.unwrap_or_default(),
            severity: self.severity.unwrap_or_default(),
            owner: self.owner,
        };
        details.checked()
    }
}

impl EditIncident {
    /// The details after this edit, if they keep the rules.
    pub fn details(self, current: &Details) -> Result<Details, Refusals> {
        let current = current.clone();
        let details = Details {
            title: self.title.unwrap_or(current.title),
            description: self.description.unwrap_or(current.description),
            place: self.place.unwrap_or(current.place),
            status: self.status.unwrap_or(current.status),
            priority: self.priority.unwrap_or(current.priority),
            severity: self.severity.unwrap_or(current.severity),
            owner: self.owner.unwrap_or(current.owner),
        };
        details.checked()
    }
}
