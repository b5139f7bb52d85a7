//! Finding the event that a call is about.

use uuid::Uuid;

use super::error::EventError;
use crate::copies::patience::Patience;
use crate::copies::store::{self as copies, EventFacts};
use crate::state::App;

/// An event that goes on, of an approved organization. One that was made just now may still be on its way here.
pub async fn open(app: &App, id: Uuid) -> Result<EventFacts, EventError> {
    let mut looks = Patience::default();
    loop {
        let event = copies::event_facts(&app.pool, id).await?;
        match event.filter(|event| event.organization_status == "approved") {
            Some(event) if event.status == "published" => return Ok(event),
            Some(event) => {
                let number = event.emergency_number.unwrap_or_else(|| "112".to_owned());
                return Err(EventError::Closed(number));
            }
            None if looks.again().await => {}
            None => return Err(EventError::NotFound),
        }
    }
}

/// The same for the organization whose it is; for others it does not exist.
pub async fn open_of(app: &App, id: Uuid, organization: Uuid) -> Result<EventFacts, EventError> {
    let found = open(app, id).await;
    let is_theirs = !copies::events_of(&app.pool, organization, &[id]).await?.is_empty();
    if is_theirs { found } else { Err(EventError::NotFound) }
}
