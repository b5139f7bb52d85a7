//! Why a change among members is refused.

use service_kit::Problem;

/// Why a call about members failed.
#[derive(Debug, thiserror::Error)]
pub enum MemberError {
    /// Not a member of the caller's organization.
    #[error("there is no such member")]
    NotFound,
    /// The caller's role is too weak for this.
    #[error("Only owners add, change or remove owners.")]
    AboveYou,
    /// Nobody would own the organization.
    #[error("This is the last owner of the organization. Make somebody else owner first.")]
    LastOwner,
    /// The database did not answer.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

impl From<MemberError> for Problem {
    fn from(error: MemberError) -> Self {
        let detail = error.to_string();
        match error {
            MemberError::NotFound => Self::not_found("member"),
            MemberError::AboveYou => Self::forbidden(detail),
            MemberError::LastOwner => Self::conflict("last_owner", detail),
            MemberError::Database(error) => error.into(),
        }
    }
}
