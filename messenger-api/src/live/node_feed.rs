//! Every node follows messenger's own feed and turns its rows into frames, so that no change of state depends on
//! the bus: a hint only makes it look at once.

use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;
use service_kit::Tasks;
use service_kit::feed::{Batch, Cursor, Entry, Figures};
use sqlx::PgPool;
use tokio::sync::Notify;
use uuid::Uuid;

use super::close::Close;
use super::frames::ServerFrame;
use super::socket::{Following, Socket};
use crate::announcements::store as announcements;
use crate::availability::store as availability;
use crate::bus::{Subject, Subscription};
use crate::conversations::model::{Conversation, ConversationStatus, Part};
use crate::conversations::store::{self as conversations, FEED};
use crate::copies::store as copies;
use crate::help_requests::store as help_requests;
use crate::state::App;
use service_kit::identity::Subject as Kind;

/// How often it looks without a hint.
const EVERY: Duration = Duration::from_secs(1);
/// What a hint is about may still be held back by an older transaction: pauses before each look while it is.
const LOOKS_MS: [u64; 8] = [0, 2, 5, 10, 20, 40, 80, 160];

/// Follows the feed until shutdown.
pub async fn run(app: App, start: Cursor, tasks: Tasks) {
    let hint = Arc::new(Notify::new());
    let _subscription = listen(&app, &hint);
    let figures = Figures::of("messenger");
    let mut cursor = start;
    loop {
        let hinted = tokio::select! {
            () = tasks.stopping() => break,
            () = hint.notified() => true,
            () = tokio::time::sleep(EVERY) => false,
        };
        let looks = if hinted { LOOKS_MS.as_slice() } else { LOOKS_MS.get(..1).unwrap_or_default() };
        for pause in looks {
            tokio::time::sleep(Duration::from_millis(*pause)).await;
            match look(&app, &mut cursor, &figures).await {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    figures.failed();
                    tracing::warn!(%error, "the own feed could not be followed");
                    break;
                }
            }
        }
    }
}

fn listen(app: &App, hint: &Arc<Notify>) -> Subscription {
    let hint = Arc::clone(hint);
    app.bus.subscribe(Subject::Feed, Arc::new(move |_, _| hint.notify_one()))
}

/// Reads and tells what is new; says whether more is there that is still held back.
async fn look(app: &App, cursor: &mut Cursor, figures: &Figures) -> Result<bool, sqlx::Error> {
    loop {
        let Batch { cursor: next, entries, more, withheld, .. } = FEED.read(&app.pool, Some(*cursor)).await?;
        tell(app, &entries).await?;
        figures.followed(entries.len(), more);
        if let Ok(next) = next.parse() {
            *cursor = next;
        }
        if !more {
            return Ok(withheld);
        }
    }
}

#[derive(Deserialize)]
struct OfEvent {
    event: Uuid,
}

#[derive(Deserialize)]
struct WithStatus {
    status: String,
}

async fn tell(app: &App, entries: &[Entry]) -> Result<(), sqlx::Error> {
    let of_kind =
        |kind: &str| entries.iter().filter(|entry| entry.kind == kind).map(|entry| entry.entity).collect();
    let changed: Vec<Uuid> = of_kind("conversation");
    for state in conversations::states(&app.pool, &changed).await? {
        tell_conversation(app, &state);
    }
    let requests: Vec<Uuid> = of_kind("request");
    if !requests.is_empty() {
        tell_requests(app, entries, &requests).await?;
    }
    tell_offers(app, of_kind("availability")).await?;
    tell_participations(app, of_kind("participation")).await?;
    for session in of_kind("session") as Vec<Uuid> {
        app.gate.end_session(session);
        app.hub.close_where(Close::Revoked, |socket| socket.session == session);
    }
    tell_organizations(app, entries).await
}

/// Everybody in a conversation, and whoever follows it, gets its state; those who came begin to follow it, those
/// who went end.
fn tell_conversation(app: &App, state: &Conversation) {
    let frame = ServerFrame::Conversation { conversation: state.id, state }.encode();
    let is_open = state.status == ConversationStatus::Open;
    let mut told = Vec::new();
    for person in state.people() {
        for socket in app.hub.sockets_of(person) {
            told.push(socket.id);
            if is_open {
                app.hub.take_in(state, &frame, &socket);
            } else {
                socket.restate(state, &frame);
                end(app, state, &socket);
            }
        }
    }
    for socket in app.hub.listeners(state.id).iter() {
        if told.contains(&socket.id) {
            continue;
        }
        socket.restate(state, &frame);
        // Whoever has come meanwhile is in it, and stays.
        let is_outside = |following: &Following| following.part == Part::Supervises && !following.is_watched;
        app.hub.unsubscribe_if(state.id, socket, is_outside);
        if !is_open {
            end(app, state, socket);
        }
    }
}

/// A conversation has ended: whoever has all of it stops following, the others catch up first. Who watches goes on.
fn end(app: &App, state: &Conversation, socket: &Arc<Socket>) {
    socket.end(state);
    app.hub.unsubscribe_if(state.id, socket, Following::is_over);
}

/// Whoever came to an event begins to hear its announcements, on every device; whoever left ends.
async fn tell_participations(app: &App, mut people: Vec<Uuid>) -> Result<(), sqlx::Error> {
    people.retain(|person| !app.hub.sockets_of(*person).is_empty());
    if people.is_empty() {
        return Ok(());
    }
    let heard = announcements::heard(&app.pool, &people, &[]).await?;
    for person in people {
        let states: Vec<&Conversation> =
            heard.iter().filter(|heard| heard.person == person).map(|heard| &heard.state).collect();
        for socket in app.hub.sockets_of(person) {
            for state in states.iter().filter(|state| !socket.follows(state.id)) {
                let frame = ServerFrame::Conversation { conversation: state.id, state }.encode();
                app.hub.let_in(state, &frame, &socket);
            }
            let left = socket.conversations_as(Part::Hears).into_iter();
            left.filter(|id| states.iter().all(|state| state.id != *id))
                .for_each(|id| app.hub.unsubscribe(id, &socket));
        }
    }
    Ok(())
}

async fn tell_requests(app: &App, entries: &[Entry], ids: &[Uuid]) -> Result<(), sqlx::Error> {
    let read = |entry: &Entry| entry.read::<OfEvent>().map(|of| of.event);
    let mut events: Vec<Uuid> =
        entries.iter().filter(|entry| entry.kind == "request").filter_map(read).collect();
    events.sort_unstable();
    events.dedup();
    events.iter().for_each(|event| app.places.mark(*event));
    events.retain(|event| !app.hub.watchers(*event).is_empty());
    if events.is_empty() {
        return Ok(());
    }
    let requests = help_requests::by_ids(&app.pool, ids).await?;
    for event in events {
        let waiting = help_requests::count_waiting(&app.pool, event).await?;
        for request in requests.values().filter(|request| request.event == event) {
            let frame = ServerFrame::Request { event, request, waiting }.encode();
            app.hub.tell_watchers(event, &frame);
        }
    }
    Ok(())
}

/// Members who changed what they offer hear the queues of their events, on whatever node they are connected to.
async fn tell_offers(app: &App, members: Vec<Uuid>) -> Result<(), sqlx::Error> {
    for member in members.into_iter().filter(|member| !app.hub.sockets_of(*member).is_empty()) {
        let offered = availability::read(&app.pool, member).await?;
        if let Some(offered) = offered.filter(|offered| offered.capacity > 0) {
            app.hub.follow_queues(member, &offered.events);
        }
    }
    Ok(())
}

/// Blocking an organization ends the sockets of its members at once.
async fn tell_organizations(app: &App, entries: &[Entry]) -> Result<(), sqlx::Error> {
    let organizations = entries.iter().filter(|entry| entry.kind == "organization");
    let is_blocked =
        |entry: &&Entry| entry.read::<WithStatus>().is_some_and(|state| state.status == "blocked");
    let blocked: Vec<Uuid> = organizations.filter(is_blocked).map(|entry| entry.entity).collect();
    if blocked.is_empty() {
        return Ok(());
    }
    app.gate.set_standing(copies::standing(&app.pool).await?);
    app.assigner.look_everywhere();
    app.hub.close_where(Close::Revoked, |socket| {
        matches!(socket.subject, Kind::Member { organization, .. } if blocked.contains(&organization))
    });
    Ok(())
}

/// Where a node begins: from now on. What came before stands in the states that each socket's start reads.
pub async fn beginning(pool: &PgPool) -> Result<Cursor, sqlx::Error> {
    FEED.newest(pool).await
}
