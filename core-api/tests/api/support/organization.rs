//! An organization and the tokens of its members.

use std::sync::OnceLock;

use service_kit::identity::{Role, Subject};
use service_kit::testing::Signer;
use uuid::Uuid;

static SIGNER: OnceLock<Signer> = OnceLock::new();

/// An organization.
pub struct Organization {
    pub id: Uuid,
    pub name: String,
}

impl Organization {
    pub fn new() -> Self {
        let id = Uuid::now_v7();
        Self { id, name: format!("Organization {id}") }
    }

    /// The key of this process's tests.
    pub fn signer() -> Signer {
        SIGNER.get_or_init(Signer::default).clone()
    }

    /// What a token of a member says.
    pub fn subject(&self, role: Role) -> Subject {
        Subject::Member { organization: self.id, role }
    }

    pub fn owner(&self) -> String {
        Self::signer().token(self.subject(Role::Owner))
    }

    pub fn manager(&self) -> String {
        Self::signer().token(self.subject(Role::Manager))
    }

    pub fn staff(&self) -> String {
        Self::signer().token(self.subject(Role::Staff))
    }
}
