//! An administrator.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A person of the platform.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Administrator {
    /// The person.
    pub id: Uuid,
    /// Their name.
    pub name: String,
    /// Where they sign in with.
    pub email: String,
    /// Telephone number.
    pub phone: Option<String>,
    /// The language of their dashboard.
    pub locale: Option<String>,
}
