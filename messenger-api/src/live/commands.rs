//! What a client's frames do.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::Utc;
use service_kit::identity::{Claims, Role, Subject};
use uuid::Uuid;

use super::close::{Close, close_of};
use super::figures::FIGURES;
use super::frames::ServerFrame;
use super::limits::{BadFrames, FrameBucket};
use super::protocol::{ClientFrame, Locate, Mark, Send, Topic, parse};
use super::publication::Publication;
use super::socket::{Following, Socket};
use super::start::{refuse_unknown, send_queue};
use crate::attachments::carried;
use crate::audit;
use crate::availability::presence;
use crate::bus::Subject as BusSubject;
use crate::conversations::model::{ConversationStatus, Part, access, sender};
use crate::conversations::store as conversations;
use crate::copies::store as copies;
use crate::help_requests::pass_on;
use crate::live_locations::share;
use crate::messages::content::Content;
use crate::messages::model::check_content;
use crate::sequencer::{Refusal, Reply, Submission};
use crate::state::App;
use crate::traces::Way;

/// Between two `typing` of one socket.
const TYPING_EVERY: Duration = Duration::from_secs(3);
/// Between two `locate` of one socket: whoever runs is 10 metres further by then.
const LOCATE_EVERY: Duration = Duration::from_secs(2);
/// Seconds past its end after which a token closes the socket that it opened.
const TOKEN_GRACE_SECONDS: i64 = 60 * 60;

/// Takes the frames of one socket.
pub struct Commands {
    app: App,
    socket: Arc<Socket>,
    device: String,
    claims: Claims,
    frames: FrameBucket,
    bad: BadFrames,
    typed: Option<Instant>,
    located: Option<Instant>,
}

/// Issuer and audience were checked; a socket need not keep them.
fn without_names(claims: Claims) -> Claims {
    Claims { iss: String::new(), aud: Vec::new(), ..claims }
}

impl Commands {
    /// For a verified person on a device.
    pub fn new(app: App, socket: Arc<Socket>, device: String, claims: Claims) -> Self {
        let frames = FrameBucket::new(app.limits.frames);
        let claims = without_names(claims);
        Self { app, socket, device, claims, frames, bad: BadFrames::default(), typed: None, located: None }
    }

    /// Takes one frame; an error closes the socket.
    pub async fn take(&mut self, text: &str) -> Result<(), Close> {
        let received = Instant::now();
        if !self.frames.take(received) {
            return Err(Close::TooFast);
        }
        match parse(text) {
            Ok(frame) => {
                FIGURES.receive(frame.kind(), text.len());
                self.act(frame, received).await
            }
            Err(invalid) => {
                FIGURES.receive("invalid", text.len());
                self.refuse(invalid.client_id, "invalid", &invalid.detail);
                if self.bad.add(received) { Err(Close::Abuse) } else { Ok(()) }
            }
        }
    }

    async fn act(&mut self, frame: ClientFrame, received: Instant) -> Result<(), Close> {
        match frame {
            ClientFrame::Pong => {}
            ClientFrame::Hello(_) => self.refuse(None, "forbidden", "hello was said already."),
            ClientFrame::Unknown => {
                self.refuse(None, "unknown", "This node does not know this type of frame.");
            }
            ClientFrame::Token(token) => return self.renew(&token).await,
            ClientFrame::Send(send) => self.send(send, received).await,
            ClientFrame::Received(mark) => self.mark(mark, false).await,
            ClientFrame::Seen(mark) => self.mark(mark, true).await,
            ClientFrame::Typing(conversation) => self.type_in(conversation).await,
            ClientFrame::Locate(locate) => self.locate(locate).await,
            ClientFrame::Watch(topic, seq) => self.watch(topic, seq).await,
            ClientFrame::Unwatch(Some(topic)) => self.unwatch(topic),
            ClientFrame::Unwatch(None) => {}
        }
        Ok(())
    }

    fn refuse(&self, client_id: Option<Uuid>, code: &str, detail: &str) {
        self.socket.push(&ServerFrame::Refused {
            client_id,
            conversation: None,
            code,
            retry: false,
            after_ms: None,
            detail,
        });
    }

    /// A fresh token must be of the same person and session.
    async fn renew(&mut self, token: &str) -> Result<(), Close> {
        let claims = self.app.gate.check(token).await.map_err(close_of)?;
        if claims.sub != self.claims.sub || claims.sid != self.claims.sid {
            return Err(Close::NotAuthenticated);
        }
        self.claims = without_names(claims);
        Ok(())
    }

    /// Whether the session still stands; the end of a token alone closes only long after, and never while the same
    /// token would be let in.
    pub fn check_standing(&self) -> Result<(), Close> {
        self.app.gate.stands(&self.claims).map_err(close_of)?;
        let grace = TOKEN_GRACE_SECONDS.max(self.app.gate.grace(&self.claims));
        let is_old = Utc::now().timestamp() > self.claims.exp.saturating_add(grace);
        if is_old { Err(Close::NotAuthenticated) } else { Ok(()) }
    }

    async fn send(&mut self, mut send: Send, received: Instant) {
        let client_id = send.client_id;
        if let Err(invalid) = check_content(&send.body, send.location.as_ref()) {
            return self.refuse(Some(client_id), "invalid", &invalid.to_string());
        }
        if let Err(after_ms) = self.app.rates.check_send(self.claims.subject, self.claims.sub, &self.device) {
            return self.refuse_for_now(client_id, "too_fast", after_ms, "Too many messages a second.");
        }
        if !self.socket.begin_send(send.client_id, self.app.limits.unacknowledged) {
            let detail = "Too many sends wait for their answers.";
            return self.refuse_for_now(client_id, "too_many_unacknowledged", 200, detail);
        }
        let version = match self.authorize(send.conversation).await {
            Ok(Some((version, part))) if part.takes(&send.body) => version,
            Ok(Some(_)) => return self.socket.refuse(client_id, Refusal::Kind),
            Ok(None) => return self.socket.refuse(client_id, Refusal::NotFound),
            Err(error) => {
                tracing::warn!(%error, "a sender could not be authorized");
                return self.socket.refuse(client_id, Refusal::Unavailable);
            }
        };
        let carried = carried::check(&self.app, self.claims.sub, send.conversation, &mut send.body);
        if let Err(refusal) = carried.await {
            return self.socket.refuse(client_id, refusal);
        }
        match self.submission(send, version, received) {
            Some(submission) => self.app.sequencer.submit(submission),
            None => self.socket.refuse(client_id, Refusal::NotFound),
        }
    }

    fn submission(&self, send: Send, version: i64, received: Instant) -> Option<Submission> {
        let way = Way::begin(send.client_id, send.conversation, send.body.bytes(), received);
        Some(Submission {
            conversation: send.conversation,
            version,
            sender: sender(&self.claims)?,
            client_id: send.client_id,
            previous: send.previous,
            content: Content::of(&send.body, send.location).ok()?,
            reply_to: send.reply_to,
            received,
            way,
            reply: Reply::Socket(Arc::clone(&self.socket)),
        })
    }

    fn refuse_for_now(&self, client_id: Uuid, code: &str, after_ms: u64, detail: &str) {
        self.socket.push(&ServerFrame::Refused {
            client_id: Some(client_id),
            conversation: None,
            code,
            retry: true,
            after_ms: Some(after_ms),
            detail,
        });
    }

    /// What this person is to a conversation, and under which version; what the socket does not follow is asked of
    /// the store.
    async fn standing(&self, conversation: Uuid) -> Result<Option<(i64, Part)>, sqlx::Error> {
        if let Some(standing) = self.socket.standing(conversation) {
            return Ok(Some(standing));
        }
        let facts = conversations::access_facts(&self.app.pool, conversation, self.claims.sub).await?;
        let access = facts.and_then(|facts| access(&self.claims, &facts));
        Ok(access.map(|access| (access.version, access.part)))
    }

    /// The version under which this person may write there, and what they are to it.
    async fn authorize(&self, conversation: Uuid) -> Result<Option<(i64, Part)>, sqlx::Error> {
        let standing = self.standing(conversation).await?;
        Ok(standing.filter(|(_, part)| part.writes()))
    }

    async fn mark(&self, mark: Mark, seen: bool) {
        match self.standing(mark.conversation).await {
            Ok(Some((_, Part::Talks | Part::Notes))) => {
                self.app.receipts.note(mark.conversation, self.claims.sub, mark.seq, seen);
                if seen {
                    self.touch(mark.conversation).await;
                }
            }
            Ok(Some((_, Part::Hears))) => {
                self.app.heard.note(mark.conversation, self.claims.sub, mark.seq, seen);
            }
            Ok(_) => refuse_unknown(&self.socket, mark.conversation),
            // A mark that is lost is made up for by the next one.
            Err(error) => tracing::debug!(%error, "a mark was not taken"),
        }
    }

    async fn type_in(&mut self, conversation: Uuid) {
        if self.typed.is_some_and(|at| at.elapsed() < TYPING_EVERY) {
            return;
        }
        match self.authorize(conversation).await {
            Ok(Some(_)) => {
                self.typed = Some(Instant::now());
                self.touch(conversation).await;
                self.publish(conversation, &ServerFrame::Typing { conversation, person: self.claims.sub });
            }
            Ok(None) => refuse_unknown(&self.socket, conversation),
            Err(error) => tracing::debug!(%error, "typing was not taken"),
        }
    }

    /// Notes where the participant is. What comes too soon is passed over: the next place is better.
    async fn locate(&mut self, locate: Locate) {
        if self.located.is_some_and(|at| at.elapsed() < LOCATE_EVERY) {
            return;
        }
        let conversation = locate.conversation;
        match self.authorize(conversation).await {
            Ok(Some(_)) if matches!(self.claims.subject, Subject::Participant { .. }) => {}
            Ok(Some(_)) => return self.refuse(None, "forbidden", "Only participants share where they are."),
            Ok(None) => return refuse_unknown(&self.socket, conversation),
            // A place that is lost is made up for by the next one.
            Err(error) => return tracing::debug!(%error, "a place was not taken"),
        }
        self.located = Some(Instant::now());
        let place = locate.location();
        if let Err(error) = share::note(&self.app, self.claims.sub, conversation, place, self.socket.id).await
        {
            self.socket.push(&ServerFrame::Refused {
                client_id: None,
                conversation: Some(conversation),
                code: error.code(),
                retry: false,
                after_ms: None,
                detail: &error.to_string(),
            });
        }
    }

    /// Whoever reads or writes what they were given keeps it. One who writes is noticed by their message.
    async fn touch(&self, conversation: Uuid) {
        if !self.socket.take_untouched(conversation) {
            return;
        }
        if let Err(error) = pass_on::keep(&self.app, conversation, self.claims.sub).await {
            tracing::debug!(%error, "a look was not noted");
        }
    }

    fn publish(&self, conversation: Uuid, frame: &ServerFrame<'_>) {
        let payload = Publication::ephemeral(frame, self.socket.id);
        self.app.bus.publish(BusSubject::Conversation(conversation), payload);
    }

    /// Tells everybody this person talks with that they came.
    pub fn announce_arrival(&self) {
        self.announce(&self.socket.conversations_as(Part::Talks), true);
    }

    /// Tells everybody this person talked with, in these conversations, that their last socket here has ended.
    pub fn announce_leaving(&self, talked: &[Uuid]) {
        if matches!(self.claims.subject, Subject::Member { .. }) {
            presence::has_left(&self.app, self.claims.sub);
        }
        self.announce(talked, false);
    }

    fn announce(&self, conversations: &[Uuid], online: bool) {
        for &conversation in conversations {
            let frame = ServerFrame::Presence { conversation, person: self.claims.sub, online };
            self.publish(conversation, &frame);
        }
    }

    async fn watch(&self, topic: Option<Topic>, seq: Option<i64>) {
        let watched = match topic {
            Some(Topic::Queue(event)) => self.watch_queue(event).await,
            Some(Topic::Conversation(conversation)) => self.supervise(conversation, seq).await,
            None => Ok(false),
        };
        match watched {
            Ok(true) => {}
            Ok(false) => self.refuse(None, "not_found", "There is no such topic, or it is not yours."),
            Err(error) => {
                tracing::warn!(%error, "a topic could not be joined");
                self.socket.push(&ServerFrame::Refused {
                    client_id: None,
                    conversation: None,
                    code: "unavailable",
                    retry: true,
                    after_ms: Some(500),
                    detail: "The topic could not be joined right now.",
                });
            }
        }
    }

    async fn watch_queue(&self, event: Uuid) -> Result<bool, sqlx::Error> {
        let Subject::Member { organization, .. } = self.claims.subject else { return Ok(false) };
        if copies::events_of(&self.app.pool, organization, &[event]).await?.is_empty() {
            return Ok(false);
        }
        self.app.hub.watch_queue(event, &self.socket);
        send_queue(&self.app, &self.socket, event).await?;
        Ok(true)
    }

    /// Managers and owners may follow any conversation of their organization.
    async fn supervise(&self, conversation: Uuid, seq: Option<i64>) -> Result<bool, sqlx::Error> {
        let Subject::Member { role, .. } = self.claims.subject else { return Ok(false) };
        let facts = conversations::access_facts(&self.app.pool, conversation, self.claims.sub).await?;
        let access = facts.and_then(|facts| access(&self.claims, &facts));
        let Some(access) = access.filter(|_| role >= Role::Manager) else { return Ok(false) };
        if access.part == Part::Supervises {
            audit::store::note_reading(&self.app.pool, self.claims.sub, conversation).await?;
        }
        // Before it hears anything: whoever hears a conversation and neither is in it nor follows it has left it.
        let topic = Topic::Conversation(conversation);
        let is_new = self.socket.add_topic(topic);
        self.app.hub.subscribe(conversation, &self.socket, 0);
        let state = match conversations::state(&self.app.pool, conversation).await {
            Ok(Some(state)) => state,
            nothing => {
                if is_new {
                    self.unwatch(topic);
                }
                return nothing.map(|_| false);
            }
        };
        self.socket.introduce(&state);
        // Who follows it already, and names no number, goes on where they are.
        if seq.is_some() || self.socket.standing(conversation).is_none() {
            let delivered = seq.unwrap_or(state.last_seq).clamp(0, state.last_seq);
            self.socket.begin_after(conversation, delivered);
        }
        if state.status == ConversationStatus::Closed {
            self.socket.end(&state);
        }
        self.socket.look_again(conversation);
        Ok(true)
    }

    fn unwatch(&self, topic: Topic) {
        self.app.hub.unwatch(topic, &self.socket);
        if let Topic::Conversation(conversation) = topic {
            // Who is in it hears it on, while it goes on.
            let is_due = |following: &Following| following.part == Part::Supervises || following.has_ended;
            self.app.hub.unsubscribe_if(conversation, &self.socket, is_due);
        }
    }
}
