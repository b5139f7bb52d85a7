//! The start of a socket: welcome, states, replay of the named positions, `synced`. `POST /updates` begins alike.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::Utc;
use service_kit::identity::Subject;
use uuid::Uuid;

use super::beginnings::{Beginning, OPEN_CONVERSATIONS, StartError};
use super::figures::FIGURES;
use super::frames::{FrameLimits, ServerFrame};
use super::protocol::{Position, Topic};
use super::socket::{Following, Socket};
use crate::availability;
use crate::config::{REPLAY_BYTES, REPLAY_MESSAGES, TEXT_CHARACTERS};
use crate::conversations::model::{Conversation, ConversationStatus, Part};
use crate::conversations::store as conversations;
use crate::help_requests::model::{HelpRequest, RequestStatus};
use crate::help_requests::show::Duty;
use crate::help_requests::store as help_requests;
use crate::messages::store as messages;
use crate::state::App;

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

/// Greets a socket: once it is known how closely it will be watched, and before all that its start brought.
pub fn welcome(app: &App, socket: &Socket, heartbeat_s: u64) {
    socket.push_first(&ServerFrame::Welcome {
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

/// A socket that has started.
#[derive(Debug, Clone, Copy)]
pub struct Started {
    /// Whether that brought anything the client did not have.
    pub news: bool,
    /// Whether the person takes part in a conversation that is open.
    pub is_busy: bool,
}

/// Brings a registered socket up to date.
pub async fn start(app: &App, socket: &Arc<Socket>, known: &Known<'_>) -> Result<Started, StartError> {
    let went_back = known.epoch.is_some_and(|epoch| epoch != app.epoch);
    if went_back {
        FIGURES.resets.inc();
        socket.push(&ServerFrame::Reset { conversation: None, epoch: app.epoch });
    }
    let positions = if went_back { &[] } else { known.positions };
    let named: HashMap<Uuid, Position> =
        positions.iter().map(|position| (position.conversation, *position)).collect();
    let beginning = app.beginnings.read(socket, named.keys().copied().collect()).await?;
    let Beginning { states, refused, is_busy } = beginning;
    refused.iter().for_each(|id| refuse_unknown(socket, *id));
    // A refusal is news, too.
    let mut news = went_back || !refused.is_empty();
    for state in &states {
        news |= introduce(app, socket, state, named.get(&state.id));
    }
    news |= replay(app, socket, &states, &named).await?;
    send_places(app, socket, &states).await?;
    follow_queues(app, socket).await?;
    socket.push(&ServerFrame::Synced {});
    for state in &states {
        // What it was found not to be in any more was left just before it was read.
        let is_over = state.status == ConversationStatus::Closed || socket.part_in(state) == Part::Supervises;
        let is_due =
            |following: &Following| following.has_ended || (is_over && following.version <= state.version);
        app.hub.unsubscribe_if(state.id, socket, is_due);
    }
    socket.release();
    Ok(Started { news, is_busy })
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
    socket.introduce(state);
    let seq = named.map_or(state.last_seq, |position| position.seq);
    if seq > state.last_seq {
        FIGURES.resets.inc();
        socket.push(&ServerFrame::Reset { conversation: Some(state.id), epoch: app.epoch });
    }
    named.and_then(|position| position.version) != Some(state.version) || seq > state.last_seq
}

/// Replays what follows the named positions, within bounds; what does not fit is named as behind. What comes live
/// meanwhile waits for the end of its conversation's replay: it may be in what is read here.
async fn replay(
    app: &App,
    socket: &Socket,
    states: &[Conversation],
    named: &HashMap<Uuid, Position>,
) -> Result<bool, StartError> {
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
            let _turn = app.beginnings.alone().await?;
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
async fn send_places(app: &App, socket: &Socket, states: &[Conversation]) -> Result<(), StartError> {
    if !matches!(socket.subject, Subject::Participant { .. }) {
        return Ok(());
    }
    let waiting = |state: &&Conversation| {
        state.request.as_ref().is_some_and(|request| request.status == RequestStatus::Waiting)
    };
    for request in states.iter().filter(waiting).filter_map(|state| state.request.as_ref()) {
        let _turn = app.beginnings.alone().await?;
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
async fn follow_queues(app: &App, socket: &Arc<Socket>) -> Result<(), StartError> {
    if !matches!(socket.subject, Subject::Member { .. }) {
        return Ok(());
    }
    let _turn = app.beginnings.alone().await?;
    availability::store::stamp(&app.pool, &[socket.person], &[0.0]).await?;
    availability::presence::are_here(app, &[socket.person]).await?;
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

/// Queues and places again, for a socket that had no room for what changed in them.
pub async fn retell(app: &App, socket: &Arc<Socket>) -> Result<(), StartError> {
    if matches!(socket.subject, Subject::Participant { .. }) {
        let open = conversations::open_of_people(&app.pool, &[socket.person], OPEN_CONVERSATIONS).await?;
        let ids: Vec<Uuid> = open.into_iter().map(|(_, id)| id).collect();
        send_places(app, socket, &conversations::states(&app.pool, &ids).await?).await?;
    }
    follow_queues(app, socket).await
}
