//! An organization with an event, made over the public interface as organizers would.

use journeys::people::{PASSWORD, Person, uuid};
use journeys::{Answer, eventually};
use reqwest::{Method, StatusCode};
use serde_json::json;
use uuid::Uuid;

/// An approved organization with an event.
#[derive(Debug)]
pub struct Venue {
    /// Where Steward is reached.
    pub url: String,
    /// The owner, signed in.
    pub owner: Person,
    /// The event.
    pub event: Uuid,
}

fn made(answer: Answer) -> serde_json::Value {
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    answer.body
}

impl Venue {
    /// Registers an organization and makes its event.
    pub async fn open(url: &str) -> Self {
        let email = format!("owner-{}@example.org", Uuid::now_v7().simple());
        let body = json!({
            "organization": { "name": "Harbour Club", "address": "Pier 1" },
            "owner": { "name": "Olga", "email": email, "password": PASSWORD },
        });
        made(Person::stranger(url).post("/auth/v1/organizations", body).await);
        let owner = Person::sign_in(url, &email).await;
        let body = json!({ "name": "Harbour Lights", "address": "Pier 1", "starts_at": "2090-07-03T16:00:00Z",
            "ends_at": "2090-07-05T23:00:00Z", "emergency_number": "112", "zones": [{ "name": "Gate A" }] });
        let event = uuid(&made(owner.post("/core/v1/events", body).await)["id"]);
        let venue = Self { url: url.to_owned(), owner, event };
        let offer = json!({ "events": [event], "capacity": 0 });
        eventually("messenger-api knows the event", async || {
            let answer = venue.owner.call(Method::PUT, "/messenger/v1/availability", offer.clone()).await;
            (answer.status == StatusCode::OK).then_some(())
        })
        .await;
        venue
    }

    /// A new staff member, signed in.
    pub async fn staff(&self) -> Person {
        let email = format!("staff-{}@example.org", Uuid::now_v7().simple());
        let body = json!({ "name": "Sam", "email": email, "password": PASSWORD, "role": "staff" });
        made(self.owner.post("/auth/v1/members", body).await);
        Person::sign_in(&self.url, &email).await
    }
}
