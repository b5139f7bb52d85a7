//! Who of the organization may change something about a conversation.

use service_kit::identity::{Member, Role};
use uuid::Uuid;

use super::error::ConversationError;
use super::store;
use crate::state::App;

/// Lets those through who take part in it, and the managers and owners of its organization; for everybody else it does
/// not exist.
pub async fn colleague(app: &App, member: Member, conversation: Uuid) -> Result<(), ConversationError> {
    let facts = store::access_facts(&app.pool, conversation, member.id).await?;
    let facts = facts.filter(|facts| facts.organization == member.organization);
    let is_let = facts.is_some_and(|facts| facts.belongs || leads(member));
    is_let.then_some(()).ok_or(ConversationError::NotFound)
}

/// Whether they lead the organization.
pub fn leads(member: Member) -> bool {
    member.role >= Role::Manager
}
