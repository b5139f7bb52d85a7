//! What is said to create or edit an event, and what the event is then.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use service_kit::problem::FieldError;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::model::{Contact, Details, Status, Zone};
use crate::input::present;

/// What creates an event.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema, Validate)]
pub struct NewEvent {
    /// What people call it.
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
    /// More about it.
    #[schema(max_length = 4000)]
    pub description: Option<String>,
    /// Where it takes place, in words.
    #[schema(min_length = 1, max_length = 300)]
    pub address: String,
    /// Degrees north; together with `longitude` or not at all.
    #[schema(minimum = -90, maximum = 90)]
    pub latitude: Option<f64>,
    /// Degrees east; together with `latitude` or not at all.
    #[schema(minimum = -180, maximum = 180)]
    pub longitude: Option<f64>,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends; later than it begins.
    pub ends_at: DateTime<Utc>,
    /// Whom to call when Steward cannot help.
    #[schema(max_length = 40)]
    pub emergency_number: Option<String>,
    /// Its parts.
    #[schema(max_items = 200)]
    pub zones: Option<Vec<ZoneInput>>,
    /// Whom to call.
    #[schema(max_items = 50)]
    pub contacts: Option<Vec<ContactInput>>,
}

/// What edits an event: what is left out stays as it is.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
pub struct EditEvent {
    /// The version that this edit was made from.
    pub version: i32,
    /// What people call it.
    #[schema(min_length = 1, max_length = 120)]
    pub name: Option<String>,
    /// More about it.
    #[schema(max_length = 4000)]
    pub description: Option<String>,
    /// Where it takes place, in words.
    #[schema(min_length = 1, max_length = 300)]
    pub address: Option<String>,
    /// Degrees north; null takes the place off the map.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<f64>, minimum = -90, maximum = 90)]
    pub latitude: Option<Option<f64>>,
    /// Degrees east; null takes the place off the map.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<f64>, minimum = -180, maximum = 180)]
    pub longitude: Option<Option<f64>>,
    /// When it begins.
    pub starts_at: Option<DateTime<Utc>>,
    /// When it ends; later than it begins.
    pub ends_at: Option<DateTime<Utc>>,
    /// Whom to call when Steward cannot help; null removes it.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 40)]
    pub emergency_number: Option<Option<String>>,
    /// Publishes an archived event again, or archives it.
    pub status: Option<Status>,
    /// All its parts: those with an id are kept, those without are new, those left out are removed.
    #[schema(max_items = 200)]
    pub zones: Option<Vec<ZoneInput>>,
    /// All contacts: those with an id are kept, those without are new, those left out are removed.
    #[schema(max_items = 50)]
    pub contacts: Option<Vec<ContactInput>>,
}

/// A zone as it is to be.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ZoneInput {
    /// The zone of this event that is kept; none makes a new one.
    pub id: Option<Uuid>,
    /// Such as "Gate A".
    #[schema(min_length = 1, max_length = 80)]
    pub name: String,
}

/// A contact as it is to be.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ContactInput {
    /// The contact of this event that is kept; none makes a new one.
    pub id: Option<Uuid>,
    /// Who answers.
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
    /// What they are there for.
    #[schema(max_length = 80)]
    pub role: Option<String>,
    /// Their number.
    #[schema(min_length = 2, max_length = 40)]
    pub phone: String,
}

/// The fields that were refused, and why.
pub type Refusals = Vec<FieldError>;

impl NewEvent {
    /// The details of the new event, if they keep the rules. All zones and contacts are new, also where an id is
    /// named (of the event that was copied).
    pub fn details(self, mut new_id: impl FnMut() -> Uuid) -> Result<Details, Refusals> {
        let zones = self.zones.unwrap_or_default().into_iter();
        let contacts = self.contacts.unwrap_or_default().into_iter();
        let details = Details {
            name: self.name,
            description: self.description.unwrap_or_default(),
            address: self.address,
            latitude: self.latitude,
            longitude: self.longitude,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            emergency_number: self.emergency_number,
            zones: zones.map(|zone| zone.identified(new_id())).collect(),
            contacts: contacts.map(|contact| contact.identified(new_id())).collect(),
        };
        details.tidy().checked()
    }
}

impl EditEvent {
    /// The details after this edit, if they keep the rules.
    pub fn details(self, current: &Details, mut new_id: impl FnMut() -> Uuid) -> Result<Details, Refusals> {
        let mut details = current.clone();
        replace(&mut details.name, self.name);
        replace(&mut details.description, self.description);
        replace(&mut details.address, self.address);
        replace(&mut details.latitude, self.latitude);
        replace(&mut details.longitude, self.longitude);
        replace(&mut details.starts_at, self.starts_at);
        replace(&mut details.ends_at, self.ends_at);
        replace(&mut details.emergency_number, self.emergency_number);
        if let Some(zones) = self.zones {
            let known = current.zones.iter().map(|zone| zone.id).collect();
            check_ids("zones", known, zones.iter().map(|zone| zone.id))?;
            let kept = zones.into_iter().map(|zone| (zone.id.unwrap_or_else(&mut new_id), zone));
            details.zones = kept.map(|(id, zone)| zone.identified(id)).collect();
        }
        if let Some(contacts) = self.contacts {
            let known = current.contacts.iter().map(|contact| contact.id).collect();
            check_ids("contacts", known, contacts.iter().map(|contact| contact.id))?;
            let kept = contacts.into_iter().map(|contact| (contact.id.unwrap_or_else(&mut new_id), contact));
            details.contacts = kept.map(|(id, contact)| contact.identified(id)).collect();
        }
        details.tidy().checked()
    }
}

impl ZoneInput {
    fn identified(self, id: Uuid) -> Zone {
        Zone { id, name: self.name }
    }
}

impl ContactInput {
    fn identified(self, id: Uuid) -> Contact {
        Contact { id, name: self.name, role: self.role, phone: self.phone }
    }
}

fn replace<T>(field: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *field = value;
    }
}

/// Ids name what the event has, each at most once.
fn check_ids(
    list: &str,
    mut known: HashSet<Uuid>,
    named: impl Iterator<Item = Option<Uuid>>,
) -> Result<(), Refusals> {
    let unknown = named.enumerate().filter_map(|(index, id)| {
        let refused = id.is_some_and(|id| !known.remove(&id));
        let reason = "this event has nothing of this id, or it stands twice".to_owned();
        refused.then(|| FieldError { field: format!("{list}[{index}].id"), reason })
    });
    let refusals: Refusals = unknown.collect();
    if refusals.is_empty() { Ok(()) } else { Err(refusals) }
}
