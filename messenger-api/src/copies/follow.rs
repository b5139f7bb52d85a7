//! Following the feeds of auth-api and core-api.

use serde_json::json;
use service_kit::Tasks;
use service_kit::feed::{Applier, Entry, ServiceToken, Source, follow, sources};
use sqlx::PgConnection;
use std::collections::BTreeSet;
use std::time::Duration;
use uuid::Uuid;

use super::model::{EndedSession, Event, Member, Organization, Person};
use super::store;
use crate::config::Settings;
use crate::conversations;
use crate::conversations::store::FEED;
use crate::incidents::model::Incident;
use crate::state::App;
use crate::{help_requests, incidents, team};

/// The feeds that are followed.
pub const SOURCES: [&str; 3] = ["auth.organizers", "auth.participants", "core"];
/// How often the copy of what was ended and blocked is read again.
const STANDING_EVERY: Duration = Duration::from_secs(1);

/// Starts following all sources.
pub fn start(app: &App, settings: &Settings, tasks: &Tasks) {
    let token = ServiceToken::new(settings.service_token.as_str());
    let auth = settings.auth_internal_url.trim_end_matches('/');
    let core = settings.core_internal_url.trim_end_matches('/');
    let addresses = [
        format!("{auth}/internal/v1/organizers/feed"),
        format!("{auth}/internal/v1/participants/feed"),
        format!("{core}/internal/v1/feed"),
    ];
    for (name, url) in SOURCES.into_iter().zip(addresses) {
        let source = Source { name, url, token: token.clone() };
        let copier = Copier { app: app.clone() };
        tasks.spawn(follow(source, app.pool.clone(), copier, tasks.clone()));
    }
    tasks.spawn(keep_standing(app.clone(), tasks.clone()));
}

struct Copier {
    app: App,
}

impl Applier for Copier {
    async fn apply(
        &self,
        connection: &mut PgConnection,
        _: bool,
        entries: &[Entry],
    ) -> Result<(), sqlx::Error> {
        let mut organizations = BTreeSet::new();
        for entry in entries {
            organizations.extend(apply(connection, entry).await?);
        }
        let organizations: Vec<Uuid> = organizations.into_iter().collect();
        team::store::follow(connection, &organizations).await
    }

    fn applied(&self, _: &[Entry]) {
        self.app.state_changed();
    }
}

/// A source that begins again repeats the newest state of everything, so taking each state is enough; what no
/// longer exists there is only reached by what no longer exists either. Gives the organization whose members or events
/// it is about: the channels of their teams follow.
async fn apply(connection: &mut PgConnection, entry: &Entry) -> Result<Option<Uuid>, sqlx::Error> {
    match entry.kind.as_str() {
        "organization" => apply_organization(connection, entry).await,
        "member" => apply_member(connection, entry).await,
        "event" => apply_event(connection, entry).await,
        "incident" => apply_incident(connection, entry).await.map(|()| None),
        "person" => apply_person(connection, entry).await.map(|()| None),
        "session" => apply_session(connection, entry).await.map(|()| None),
        // A newer service tells more than this one needs.
        _ => Ok(None),
    }
}

async fn apply_organization(
    connection: &mut PgConnection,
    entry: &Entry,
) -> Result<Option<Uuid>, sqlx::Error> {
    let Some(organization) = entry.read::<Organization>() else { return Ok(None) };
    store::put_organization(connection, &organization).await?;
    let status = json!({ "status": organization.status });
    FEED.record(connection, "organization", organization.id, &status).await?;
    Ok(Some(organization.id))
}

async fn apply_member(connection: &mut PgConnection, entry: &Entry) -> Result<Option<Uuid>, sqlx::Error> {
    let Some(member) = entry.read::<Member>() else {
        store::switch_off(connection, entry.entity).await?;
        return store::remove_member(connection, entry.entity).await;
    };
    store::put_member(connection, &member).await?;
    if !member.active {
        store::switch_off(connection, member.id).await?;
    }
    Ok(Some(member.organization))
}

async fn apply_event(connection: &mut PgConnection, entry: &Entry) -> Result<Option<Uuid>, sqlx::Error> {
    let Some(event) = entry.read::<Event>() else { return Ok(None) };
    store::put_event(connection, &event).await?;
    Ok(Some(event.organization))
}

async fn apply_incident(connection: &mut PgConnection, entry: &Entry) -> Result<(), sqlx::Error> {
    if entry.data.is_none() {
        return incidents::store::forget(connection, entry.entity).await;
    }
    match entry.read::<Incident>() {
        Some(incident) => incidents::store::put(connection, &incident).await,
        None => Ok(()),
    }
}

async fn apply_person(connection: &mut PgConnection, entry: &Entry) -> Result<(), sqlx::Error> {
    match entry.read::<Person>() {
        Some(person) => store::put_person(connection, &person).await?,
        None => store::delete_person(connection, entry.entity).await?,
    }
    // The name may come after the request was shown. Request first, then conversation, as everywhere.
    for held in help_requests::store::lock_open_of_participant(connection, entry.entity).await? {
        help_requests::store::record(connection, held.id, held.event).await?;
        conversations::store::changed(connection, held.conversation).await?;
    }
    Ok(())
}

async fn apply_session(connection: &mut PgConnection, entry: &Entry) -> Result<(), sqlx::Error> {
    let Some(session) = entry.read::<EndedSession>() else { return Ok(()) };
    store::put_ended_session(connection, &session).await?;
    FEED.record(connection, "session", session.id, &json!({})).await
}

async fn keep_standing(app: App, tasks: Tasks) {
    loop {
        if let Err(error) = stand_anew(&app).await {
            tracing::warn!(%error, "what was ended and blocked could not be read");
        }
        if !tasks.pause(STANDING_EVERY).await {
            break;
        }
    }
}

/// What was ended and blocked, and whether auth-api answers whichever node follows its feeds.
async fn stand_anew(app: &App) -> Result<(), sqlx::Error> {
    app.gate.set_standing(store::standing(&app.pool).await?);
    let feeds = sources(&app.pool).await?;
    let is_away = feeds.iter().any(|source| source.name.starts_with("auth.") && !source.reachable);
    app.gate.set_auth_away(is_away);
    Ok(())
}
