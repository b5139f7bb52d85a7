//! What is handed to the sequencer, and what comes of it.

use std::sync::Arc;
use std::time::Instant;

use tokio::sync::oneshot;
use uuid::Uuid;

use crate::live::Socket;
use crate::messages::content::Content;
use crate::messages::model::{Acknowledged, Sender};
use crate::traces::Way;

/// A checked message on its way into the store.
#[derive(Debug)]
pub struct Submission {
    /// Where it goes.
    pub conversation: Uuid,
    /// The conversation's version under which its sender was authorized.
    pub version: i64,
    /// Who wrote it.
    pub sender: Sender,
    /// The id that its writer gave it.
    pub client_id: Uuid,
    /// The sender's message before it, when that was not acknowledged yet.
    pub previous: Option<Uuid>,
    /// What it says.
    pub content: Content,
    /// What it answers.
    pub reply_to: Option<i64>,
    /// When it was received.
    pub received: Instant,
    /// Its way so far, when that is followed.
    pub way: Way,
    /// Who waits for the outcome.
    pub reply: Reply,
}

/// Who waits for the outcome of a submission.
#[derive(Debug)]
pub enum Reply {
    /// A call over REST.
    Call(oneshot::Sender<Outcome>),
    /// A socket; it gets the acknowledgement as a frame before the message is published.
    Socket(Arc<Socket>),
}

/// What came of a submission.
pub type Outcome = Result<Acknowledged, Refusal>;

/// Why a message was not stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Unknown, or not the sender's: the answer is the same.
    #[error("There is no such conversation, or it is not yours.")]
    NotFound,
    /// The conversation has ended.
    #[error("This conversation is closed.")]
    Closed,
    /// The client id was used for another content.
    #[error("This client id was used before with another content.")]
    Conflict,
    /// The message before it is not stored yet.
    #[error("The message before this one has not arrived yet.")]
    Order,
    /// It answers a message that does not exist.
    #[error("reply_to: there is no such message in this conversation.")]
    ReplyTo,
    /// It carries what is not ready, is something else, or belongs elsewhere.
    #[error("body: what this message carries is not uploaded, or is not yours to send here.")]
    Attachment,
    /// A note where somebody is helped, or something else among notes.
    #[error("body.kind: notes stand in a conversation of notes, and nothing else does.")]
    Kind,
    /// Too many messages wait.
    #[error("Too many messages are on their way. Try again shortly.")]
    Overloaded,
    /// The store is away, or the outcome is unknown: sending the same again is safe.
    #[error("The message could not be stored right now. Try again.")]
    Unavailable,
}

impl Refusal {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::Closed => "closed",
            Self::Conflict => "conflict",
            Self::Order => "order",
            Self::ReplyTo | Self::Attachment | Self::Kind => "invalid",
            Self::Overloaded => "overloaded",
            Self::Unavailable => "unavailable",
        }
    }

    /// Whether the same message may be sent again.
    pub fn retry(self) -> bool {
        matches!(self, Self::Order | Self::Overloaded | Self::Unavailable)
    }

    /// Milliseconds after which to try again.
    pub fn after_ms(self) -> Option<u64> {
        match self {
            Self::Overloaded => Some(1_000),
            Self::Unavailable => Some(500),
            _ => None,
        }
    }
}

impl Submission {
    /// Tells whoever waits that it was not stored.
    pub fn refuse(mut self, refusal: Refusal) {
        self.way.refuse(refusal.code());
        match self.reply {
            // A caller who went away needs no answer.
            Reply::Call(waiting) => drop(waiting.send(Err(refusal))),
            Reply::Socket(socket) => socket.refuse(self.client_id, refusal),
        }
    }

    /// Tells whoever waits that it is stored; the rest of its way is to everybody else.
    pub fn acknowledge(mut self, acknowledged: Acknowledged) -> Way {
        self.way.publish(acknowledged.seq, acknowledged.duplicate);
        match self.reply {
            Reply::Call(waiting) => drop(waiting.send(Ok(acknowledged))),
            Reply::Socket(socket) => socket.acknowledge(&acknowledged),
        }
        self.way
    }

    /// The connection it came from, which gets no copy of its own message.
    pub fn origin(&self) -> Uuid {
        match &self.reply {
            Reply::Call(_) => Uuid::nil(),
            Reply::Socket(socket) => socket.id,
        }
    }
}
