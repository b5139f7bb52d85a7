//! What availability is.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Most conversations that one person may have at once.
pub const MAX_CAPACITY: i32 = 50;

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
