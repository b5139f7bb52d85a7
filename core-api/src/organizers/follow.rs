//! Following auth-api's feed of organizers.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use service_kit::feed::{Applier, Entry};
use sqlx::PgConnection;
use uuid::Uuid;

use super::store;

/// Name of the feed's cursor.
pub const SOURCE: &str = "auth.organizers";

/// Takes auth-api's organizers feed into the own tables.
#[derive(Debug, Clone, Copy)]
pub struct OrganizersFeed;

#[derive(Debug, Deserialize)]
struct Organization {
    id: Uuid,
    name: String,
    status: String,
}

#[derive(Debug, Deserialize)]
struct Session {
    id: Uuid,
    ended_at: DateTime<Utc>,
}

impl Applier for OrganizersFeed {
    async fn apply(
        &self,
        connection: &mut PgConnection,
        restart: bool,
        entries: &[Entry],
    ) -> Result<(), sqlx::Error> {
        if restart {
            store::forget_all(connection).await?;
        }
        for entry in entries {
            apply_one(connection, entry).await?;
        }
        Ok(())
    }

    fn applied(&self, _: &[Entry]) {}
}

/// Kinds that core-api has no use for are passed over.
async fn apply_one(connection: &mut PgConnection, entry: &Entry) -> Result<(), sqlx::Error> {
    match (entry.kind.as_str(), &entry.data) {
        ("organization", None) => store::forget_organization(connection, entry.entity).await,
        ("organization", Some(_)) => match entry.read::<Organization>() {
            Some(organization) => {
                let Organization { id, name, status } = organization;
                store::put_organization(connection, id, &name, &status).await
            }
            None => Ok(()),
        },
        ("session", Some(_)) => match entry.read::<Session>() {
            Some(session) => store::put_ended_session(connection, session.id, session.ended_at).await,
            None => Ok(()),
        },
        _ => Ok(()),
    }
}
