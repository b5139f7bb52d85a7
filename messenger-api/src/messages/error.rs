//! Why a message was refused over REST.

use service_kit::Problem;

use crate::sequencer::Refusal;

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let detail = refusal.to_string();
        match refusal {
            Refusal::NotFound => Self::not_found("conversation"),
            Refusal::Closed | Refusal::Conflict | Refusal::Order => Self::conflict(refusal.code(), detail),
            Refusal::ReplyTo => Self::invalid("reply_to", "there is no such message in this conversation"),
            Refusal::Attachment => {
                Self::invalid("body", "carries what is not uploaded, or not yours to send here")
            }
            Refusal::Kind => {
                Self::invalid("body.kind", "notes stand in a conversation of notes, and nothing else does")
            }
            Refusal::Overloaded | Refusal::Unavailable => Self::unavailable(),
        }
    }
}
