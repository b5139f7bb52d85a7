//! What availability is.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Most conversations that one member may have at once: far more than a person can, enough for a machine that
/// answers.
pub const MAX_CAPACITY: i32 = 20_000;
/// Conversations at once of a member who takes somebody by hand before having said how many.
pub const CAPACITY_BY_HAND: i32 = 3;

/// A member's availability.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Availability {
    /// Requests of these events are pushed to the member. Empty: none are, but they can be taken by hand.
    pub events: Vec<Uuid>,
    /// Most conversations at once; 0 is off.
    pub capacity: i32,
    /// Conversations the member has now.
    pub active: i32,
}
