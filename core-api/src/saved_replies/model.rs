//! What a saved reply is, and what it must keep to.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use service_kit::identity::{Member, Role};
use service_kit::problem::FieldError;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// Most characters of a shortcut: it is typed in a hurry.
const SHORTCUT: usize = 32;
/// Most characters of a text: those of a message.
const TEXT: usize = 4_000;
/// Most replies of an organization, and of a member: all of them are read at once.
pub const MOST: i64 = 500;

/// Who uses a saved reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Everybody of the organization; managers and owners keep them.
    Organization,
    /// Its member alone.
    Personal,
}

impl Scope {
    /// Whose replies of this scope are, for this member: nobody's in particular, or theirs.
    pub fn owner(self, member: &Member) -> Option<Uuid> {
        match self {
            Self::Organization => None,
            Self::Personal => Some(member.id),
        }
    }

    /// Whether this member may change replies of this scope.
    pub fn permits(self, member: &Member) -> bool {
        self == Self::Personal || member.role >= Role::Manager
    }
}

/// A text to be written again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct SavedReply {
    /// Which one.
    pub id: Uuid,
    /// Who uses it.
    pub scope: Scope,
    /// What is typed after `/` to get it.
    pub shortcut: String,
    /// What it says.
    pub text: String,
    /// Grows with every edit.
    pub version: i32,
    /// When it was changed last.
    pub updated_at: DateTime<Utc>,
}

/// A text to be kept.
#[derive(Debug, Deserialize, Validate, ToSchema)]
pub struct NewSavedReply {
    /// Who is to use it.
    pub scope: Scope,
    /// Small letters, digits and `-`, 1 to 32; one of a kind in its scope.
    #[schema(min_length = 1, max_length = 32)]
    pub shortcut: String,
    /// What it says. `{name}`, `{event}`, `{zone}` and `{me}` are filled in where it is used.
    #[schema(min_length = 1, max_length = 4000)]
    pub text: String,
}

/// A change: what is left out stays as it is.
#[derive(Debug, Deserialize, Validate, ToSchema)]
pub struct EditSavedReply {
    /// The version that was edited.
    pub version: i32,
    /// Small letters, digits and `-`, 1 to 32.
    #[schema(min_length = 1, max_length = 32)]
    pub shortcut: Option<String>,
    /// What it says.
    #[schema(min_length = 1, max_length = 4000)]
    pub text: Option<String>,
}

/// Shortcut and text without what typing leaves behind, if they keep to the rules; otherwise why not.
pub fn checked(shortcut: &str, text: &str) -> Result<(String, String), Vec<FieldError>> {
    let (shortcut, text) = (shortcut.trim().to_lowercase(), text.trim().to_owned());
    let mut refused = Vec::new();
    let is_typed = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    if shortcut.is_empty() || shortcut.len() > SHORTCUT || !shortcut.chars().all(is_typed) {
        let reason = format!("must be 1 to {SHORTCUT} letters without accents, digits or hyphens");
        refused.push(FieldError { field: "shortcut".to_owned(), reason });
    }
    if text.is_empty() || text.chars().count() > TEXT {
        let reason = format!("must be 1 to {TEXT} characters long");
        refused.push(FieldError { field: "text".to_owned(), reason });
    }
    if refused.is_empty() { Ok((shortcut, text)) } else { Err(refused) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(shortcut: &str, text: &str) -> Vec<String> {
        checked(shortcut, text).err().into_iter().flatten().map(|error| error.field).collect()
    }

    #[test]
    fn a_shortcut_is_quick_to_type() {
        let kept = checked(" On-My-Way2 ", " I am coming. ");
        assert_eq!(kept.unwrap(), ("on-my-way2".to_owned(), "I am coming.".to_owned()));
        for bad in ["", "a b", "über", "/a", &"a".repeat(33)] {
            assert_eq!(refused(bad, "text"), ["shortcut"], "{bad}");
        }
        assert_eq!(refused("", " "), ["shortcut", "text"]);
        assert_eq!(refused("a", &"ü".repeat(4_001)), ["text"]);
        assert!(refused("a", &"ü".repeat(4_000)).is_empty());
    }

    #[test]
    fn managers_keep_the_organization_s_and_everybody_their_own() {
        let member =
            |role| Member { id: Uuid::now_v7(), session: Uuid::now_v7(), organization: Uuid::now_v7(), role };
        assert!(!Scope::Organization.permits(&member(Role::Staff)));
        assert!(Scope::Organization.permits(&member(Role::Manager)));
        assert!(Scope::Personal.permits(&member(Role::Staff)));
    }
}
