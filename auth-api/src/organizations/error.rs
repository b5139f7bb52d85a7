//! Why a decision about an organization is refused.

use service_kit::Problem;

use super::model::Organization;

/// Why a call about an organization failed.
#[derive(Debug, thiserror::Error)]
pub enum OrganizationError {
    /// It does not exist.
    #[error("there is no such organization")]
    NotFound,
    /// It cannot go into that state.
    #[error("was decided already; choose approved or blocked")]
    Undecided,
    /// It was changed meanwhile.
    #[error("The organization was changed meanwhile.")]
    VersionConflict(Box<Organization>),
    /// The database did not answer.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

impl From<OrganizationError> for Problem {
    fn from(error: OrganizationError) -> Self {
        let detail = error.to_string();
        match error {
            OrganizationError::NotFound => Self::not_found("organization"),
            OrganizationError::Undecided => Self::invalid("status", detail),
            OrganizationError::VersionConflict(current) => {
                let current = serde_json::to_value(current).unwrap_or_default();
                Self::conflict("version_conflict", detail).with("current", current)
            }
            OrganizationError::Database(error) => error.into(),
        }
    }
}
