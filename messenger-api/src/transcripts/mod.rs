//! Transcripts: a conversation on paper, with times and names; for the participant, or with notes for colleagues.

mod fonts;
mod layout;
pub mod make;
mod model;
mod shape;
