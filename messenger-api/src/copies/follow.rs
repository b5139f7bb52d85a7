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
        team::store::hold(connection, &organizations_of(entries)).await?;
        let mut changes = Changes::default();
        for entry in entries {
            apply(connection, entry, &mut changes).await?;
        }
        let organizations: Vec<Uuid> = changes.organizations.into_iter().collect();
        team::store::follow(connection, &organizations, &changes.renamed).await
    }

    fn applied(&self, _: &[Entry]) {
        self.app.state_changed();
    }
}

/// What the channels of teams follow.
#[derive(Default)]
struct Changes {
    /// Whose members or events there was news of.
    organizations: BTreeSet<Uuid>,
    /// Members who are new, or have another name.
    renamed: Vec<Uuid>,
}

/// Every organization that entries name: their rows are locked first, and in one order.
fn organizations_of(entries: &[Entry]) -> Vec<Uuid> {
    let named = entries.iter().filter_map(|entry| match entry.kind.as_str() {
        "organization" => Some(entry.entity),
        "member" | "event" => entry.data.as_ref()?.get("organization")?.as_str()?.parse().ok(),
        _ => None,
    });
    named.collect::<BTreeSet<Uuid>>().into_iter().collect()
}

/// A source that begins again repeats the newest state of everything, so taking each state is enough; what no
/// longer exists there is only reached by what no longer exists either. What cannot be read changes nothing.
async fn apply(
    connection: &mut PgConnection,
    entry: &Entry,
    changes: &mut Changes,
) -> Result<(), sqlx::Error> {
    match entry.kind.as_str() {
        "organization" => apply_organization(connection, entry, changes).await,
        "member" => apply_member(connection, entry, changes).await,
        "event" => apply_event(connection, entry, changes).await,
        "incident" => apply_incident(connection, entry).await,
        "person" => apply_person(connection, entry).await,
        "session" => apply_session(connection, entry).await,
        // A newer service tells more than this one needs.
        _ => Ok(()),
    }
}

async fn apply_organization(
    connection: &mut PgConnection,
    entry: &Entry,
    changes: &mut Changes,
) -> Result<(), sqlx::Error> {
    let Some(organization) = entry.read::<Organization>() else { return Ok(()) };
    store::put_organization(connection, &organization).await?;
    changes.organizations.insert(organization.id);
    let status = json!({ "status": organization.status });
    FEED.record(connection, "organization", organization.id, &status).await
}

async fn apply_member(
    connection: &mut PgConnection,
    entry: &Entry,
    changes: &mut Changes,
) -> Result<(), sqlx::Error> {
    if entry.is_gone() {
        store::switch_off(connection, entry.entity).await?;
        changes.organizations.extend(store::remove_member(connection, entry.entity).await?);
        return Ok(());
    }
    let Some(member) = entry.read::<Member>() else { return Ok(()) };
    if store::put_member(connection, &member).await? {
        changes.renamed.push(member.id);
    }
    changes.organizations.insert(member.organization);
    if !member.active {
        store::switch_off(connection, member.id).await?;
    }
    Ok(())
}

async fn apply_event(
    connection: &mut PgConnection,
    entry: &Entry,
    changes: &mut Changes,
) -> Result<(), sqlx::Error> {
    let Some(event) = entry.read::<Event>() else { return Ok(()) };
    store::put_event(connection, &event).await?;
    changes.organizations.insert(event.organization);
    Ok(())
}

async fn apply_incident(connection: &mut PgConnection, entry: &Entry) -> Result<(), sqlx::Error> {
    if entry.is_gone() {
        return incidents::store::forget(connection, entry.entity).await;
    }
    let Some(incident) = entry.read::<Incident>() else { return Ok(()) };
    incidents::store::put(connection, &incident).await
}

async fn apply_person(connection: &mut PgConnection, entry: &Entry) -> Result<(), sqlx::Error> {
    if entry.is_gone() {
        store::delete_person(connection, entry.entity).await?;
    } else {
        let Some(person) = entry.read::<Person>() else { return Ok(()) };
        store::put_person(connection, &person).await?;
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
