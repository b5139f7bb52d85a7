//! The start of a socket: welcome, states, replay of the named positions, `synced`. `POST /updates` begins alike.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::Utc;
use service_kit::identity::Subject;
use sqlx::PgPool;
use uuid::Uuid;

use super::figures::FIGURES;
use super::frames::{FrameLimits, ServerFrame};
use super::protocol::{Position, Topic};
use super::socket::Socket;
use crate::announcements::store as announcements;
use crate::availability;
use crate::config::{REPLAY_BYTES, REPLAY_MESSAGES, TEXT_CHARACTERS};
use crate::conversations::model::{Conversation, ConversationStatus};
use crate::conversations::store as conversations;
use crate::help_requests::model::{HelpRequest, RequestStatus};
use crate::help_requests::show::Duty;
use crate::help_requests::store as help_requests;
use crate::messages::store as messages;
use crate::state::App;

/// Most open conversations whose states come at the start: as many as a member may have.
const OPEN_CONVERSATIONS: i64 = 20_000;
/// Requests of a queue that come at the start.
const QUEUE_REQUESTS: i64 = 200;

/// What the client said of itself.
#[derive(Debug)]
pub struct Known<'a> {
    /// The store's life its positions belong to.
    pub epoch: Option<Uuid>,
    /// How far it has come.
    pub positions: &'a [Position],
}

/// Greets a socket.
pub fn welcome(app: &App, socket: &Socket, heartbeat_s: u64) {
    socket.push(&ServerFrame::Welcome {
        connection: socket.id,
        epoch: app.epoch,
        heartbeat_s,
        limits: FrameLimits {
            frame_bytes: app.limits.frame_bytes,
            text_characters: TEXT_CHARACTERS,
            unacknowledged: app.limits.unacknowledged,
        },
        now: Utc::now(),
    });
}

/// Brings a registered socket up to date; says whether that brought anything the client did not have.
pub async fn start(app: &App, socket: &Arc<Socket>, known: &Known<'_>) -> Result<bool, sqlx::Error> {
    let went_back = known.epoch.is_some_and(|epoch| epoch != app.epoch);
    if went_back {
        FIGURES.resets.inc();
        socket.push(&ServerFrame::Reset { conversation: None, epoch: app.epoch });
    }
    let positions = if went_back { &[] } else { known.positions };
    let open = conversations::open_of_person(&app.pool, socket.person, OPEN_CONVERSATIONS).await?;
    open.iter().for_each(|id| app.hub.subscribe(*id, socket, 0));

    let named: HashMap<Uuid, Position> =
        positions.iter().map(|position| (position.conversation, *position)).collect();
    let heard = hear(app, socket, &named).await?;
    let permitted = permitted(app, socket, &open, &heard, &named).await?;
    let mut states = conversations::states(&app.pool, &permitted).await?;
    states.extend(heard);
    // A refusal is news, too.
    let found: HashSet<Uuid> = states.iter().map(|state| state.id).collect();
    let mut news = went_back || named.keys().any(|id| !found.contains(id));
    for state in &states {
        news |= introduce(app, socket, state, named.get(&state.id));
    }
    news |= replay(app, socket, &states, &named).await?;
    send_places(app, socket, &states).await?;
    follow_queues(app, socket).await?;
    socket.push(&ServerFrame::Synced {});
    for state in states.iter().filter(|state| state.status == ConversationStatus::Closed) {
        app.hub.unsubscribe(state.id, socket);
    }
    socket.release();
    Ok(news)
}

/// A participant hears what is announced at their events.
async fn hear(
    app: &App,
    socket: &Arc<Socket>,
    named: &HashMap<Uuid, Position>,
) -> Result<Vec<Conversation>, sqlx::Error> {
    if !matches!(socket.subject, Subject::Participant { .. }) {
        return Ok(Vec::new());
    }
    let named: Vec<Uuid> = named.keys().copied().collect();
    let heard = announcements::heard(&app.pool, &[socket.person], &named).await?;
    let states: Vec<Conversation> = heard.into_iter().map(|heard| heard.state).collect();
    states.iter().for_each(|state| app.hub.subscribe(state.id, socket, state.last_seq));
    Ok(states)
}

/// The open conversations and the named ones that are the person's, without those that are heard; the others are
/// refused.
async fn permitted(
    app: &App,
    socket: &Socket,
    open: &[Uuid],
    heard: &[Conversation],
    named: &HashMap<Uuid, Position>,
) -> Result<Vec<Uuid>, sqlx::Error> {
    let is_known = |id: &&Uuid| open.contains(id) || heard.iter().any(|state| state.id == **id);
    let others: Vec<Uuid> = named.keys().filter(|id| !is_known(id)).copied().collect();
    let mine = if others.is_empty() {
        Vec::new()
    } else {
        conversations::of_person(&app.pool, socket.person, &others).await?
    };
    for id in others.iter().filter(|id| !mine.contains(id)) {
        refuse_unknown(socket, *id);
    }
    Ok(open.iter().chain(&mine).copied().collect())
}

/// Unknown and not yours get the same answer.
pub fn refuse_unknown(socket: &Socket, conversation: Uuid) {
    socket.push(&ServerFrame::Refused {
        client_id: None,
        conversation: Some(conversation),
        code: "not_found",
        retry: false,
        after_ms: None,
        detail: "There is no such conversation, or it is not yours.",
    });
}

/// Sends a state; says whether the client did not have it.
fn introduce(app: &App, socket: &Socket, state: &Conversation, named: Option<&Position>) -> bool {
    // A change that came while the states were read was told already, and is newer.
    if socket.version(state.id) <= state.version {
        socket.push(&ServerFrame::Conversation { conversation: state.id, state });
    }
    let seq = named.map_or(state.last_seq, |position| position.seq);
    if seq > state.last_seq {
        FIGURES.resets.inc();
        socket.push(&ServerFrame::Reset { conversation: Some(state.id), epoch: app.epoch });
    }
    socket.introduce(state, state.part_of(socket.person));
    named.and_then(|position| position.version) != Some(state.version) || seq > state.last_seq
}

/// Replays what follows the named positions, within bounds; what does not fit is named as behind. What comes live
/// meanwhile waits for the end of its conversation's replay: it may be in what is read here.
async fn replay(
    app: &App,
    socket: &Socket,
    states: &[Conversation],
    named: &HashMap<Uuid, Position>,
) -> Result<bool, sqlx::Error> {
    let (mut messages_left, mut bytes_left) = (REPLAY_MESSAGES, REPLAY_BYTES);
    let mut news = false;
    for state in states {
        let Some(position) = named.get(&state.id).filter(|position| position.seq < state.last_seq) else {
            socket.begin_after(state.id, state.last_seq);
            continue;
        };
        news = true;
        let mut delivered = position.seq;
        if messages_left > 0 && bytes_left > 0 {
            let limit = i64::try_from(messages_left).unwrap_or(i64::MAX);
            let page = messages::read_after(&app.pool, state.id, position.seq, limit).await?;
            for message in page {
                let frame = ServerFrame::Message(&message).encode();
                if frame.len() > bytes_left {
                    bytes_left = 0;
                    break;
                }
                bytes_left -= frame.len();
                messages_left -= 1;
                delivered = message.seq;
                socket.push_encoded(frame);
            }
        }
        if delivered < state.last_seq {
            socket.push(&ServerFrame::Behind { conversation: state.id, head: state.last_seq });
            delivered = state.last_seq;
        }
        socket.begin_after(state.id, delivered);
    }
    Ok(news)
}

/// The place of each waiting request of a participant.
async fn send_places(app: &App, socket: &Socket, states: &[Conversation]) -> Result<(), sqlx::Error> {
    if !matches!(socket.subject, Subject::Participant { .. }) {
        return Ok(());
    }
    let waiting = |state: &&Conversation| {
        state.request.as_ref().is_some_and(|request| request.status == RequestStatus::Waiting)
    };
    for request in states.iter().filter(waiting).filter_map(|state| state.request.as_ref()) {
        if let Some(place) = help_requests::place_of(&app.pool, request.id).await? {
            let estimated_seconds = Duty::of(app, request.event).await?.estimate(place);
            let frame = place_frame(request, place, estimated_seconds).encode();
            socket.place(request.id, place, estimated_seconds, &frame);
        }
    }
    Ok(())
}

fn place_frame(request: &HelpRequest, place: i64, estimated_seconds: Option<i64>) -> ServerFrame<'static> {
    ServerFrame::Place {
        request: request.id,
        conversation: request.conversation,
        event: request.event,
        place,
        estimated_seconds,
    }
}

/// A member who is on duty hears the queues of their events; topics joined by hand stay joined.
async fn follow_queues(app: &App, socket: &Arc<Socket>) -> Result<(), sqlx::Error> {
    if !matches!(socket.subject, Subject::Member { .. }) {
        return Ok(());
    }
    availability::store::stamp(&app.pool, &[socket.person]).await?;
    let offered = availability::store::read(&app.pool, socket.person).await?;
    for event in offered.filter(|offered| offered.capacity > 0).into_iter().flat_map(|offered| offered.events)
    {
        app.hub.watch_queue(event, socket);
        app.assigner.look_at(event);
    }
    for topic in socket.topics() {
        if let Topic::Queue(event) = topic {
            send_queue(app, socket, event).await?;
        }
    }
    Ok(())
}

/// The first of an event's queue, and how many wait.
pub async fn send_queue(app: &App, socket: &Socket, event: Uuid) -> Result<(), sqlx::Error> {
    let ids = help_requests::queue(&app.pool, event, QUEUE_REQUESTS).await?;
    let waiting = help_requests::count_waiting(&app.pool, event).await?;
    let requests = help_requests::of_conversations(&app.pool, &ids).await?;
    for request in ids.iter().filter_map(|id| requests.get(id)) {
        socket.push(&ServerFrame::Request { event, request, waiting });
    }
    socket.push(&ServerFrame::Queue { event, waiting });
    Ok(())
}

/// Everything again, for a socket whose queue overflowed with states.
pub async fn restate(app: &App, socket: &Arc<Socket>) -> Result<(), sqlx::Error> {
    let open = open_states(&app.pool, socket).await?;
    for state in &open {
        let frame = ServerFrame::Conversation { conversation: state.id, state }.encode();
        socket.restate(state, &frame);
    }
    send_places(app, socket, &open).await?;
    follow_queues(app, socket).await
}

async fn open_states(pool: &PgPool, socket: &Socket) -> Result<Vec<Conversation>, sqlx::Error> {
    let ids = conversations::open_of_person(pool, socket.person, OPEN_CONVERSATIONS).await?;
    let mut states = conversations::states(pool, &ids).await?;
    let heard = announcements::heard(pool, &[socket.person], &[]).await?;
    states.extend(heard.into_iter().map(|heard| heard.state));
    Ok(states)
}
