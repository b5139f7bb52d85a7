//! Who may do it, as arguments: a handler that names none of these cannot get at a person or a tenant.

use axum::extract::{FromRef, FromRequestParts};
use axum::http::header;
use axum::http::request::Parts;
use uuid::Uuid;

use super::claims::{Claims, Role, Subject};
use super::gate::Gate;
use crate::Problem;

/// Anybody with a valid token.
#[derive(Debug, Clone)]
pub struct Caller(pub Claims);

impl<S> FromRequestParts<S> for Caller
where
    S: Send + Sync,
    Gate: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let missing = || Problem::unauthenticated("Send the access token as `Authorization: Bearer …`.");
        let value = parts.headers.get(header::AUTHORIZATION).ok_or_else(missing)?;
        let value = value.to_str().map_err(|_| missing())?;
        let (scheme, token) = value.split_once(' ').ok_or_else(missing)?;
        if !scheme.eq_ignore_ascii_case("bearer") {
            return Err(missing());
        }
        Ok(Self(Gate::from_ref(state).check(token.trim()).await?))
    }
}

/// A participant, guest or registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Participant {
    /// The person.
    pub id: Uuid,
    /// The session of this device.
    pub session: Uuid,
    /// Whether they have not registered.
    pub guest: bool,
}

/// A member of an organization, of any role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// The person.
    pub id: Uuid,
    /// Their session.
    pub session: Uuid,
    /// Their organization: the tenant of everything they may touch.
    pub organization: Uuid,
    /// Their role.
    pub role: Role,
}

/// A member who is manager or owner.
#[derive(Debug, Clone, Copy)]
pub struct Manager(pub Member);

/// A member who is owner.
#[derive(Debug, Clone, Copy)]
pub struct Owner(pub Member);

/// A person of the platform.
#[derive(Debug, Clone, Copy)]
pub struct Administrator {
    /// The person.
    pub id: Uuid,
    /// Their session.
    pub session: Uuid,
}

impl TryFrom<&Claims> for Participant {
    type Error = Problem;

    fn try_from(claims: &Claims) -> Result<Self, Problem> {
        match claims.subject {
            Subject::Participant { guest } => Ok(Self { id: claims.sub, session: claims.sid, guest }),
            _ => Err(Problem::forbidden("This is for participants.")),
        }
    }
}

impl TryFrom<&Claims> for Member {
    type Error = Problem;

    fn try_from(claims: &Claims) -> Result<Self, Problem> {
        match claims.subject {
            Subject::Member { organization, role } => {
                Ok(Self { id: claims.sub, session: claims.sid, organization, role })
            }
            _ => Err(Problem::forbidden("This is for members of an organization.")),
        }
    }
}

impl TryFrom<&Claims> for Manager {
    type Error = Problem;

    fn try_from(claims: &Claims) -> Result<Self, Problem> {
        let member = Member::try_from(claims)?;
        if member.role < Role::Manager {
            return Err(Problem::forbidden("This is for managers and owners."));
        }
        Ok(Self(member))
    }
}

impl TryFrom<&Claims> for Owner {
    type Error = Problem;

    fn try_from(claims: &Claims) -> Result<Self, Problem> {
        let member = Member::try_from(claims)?;
        if member.role < Role::Owner {
            return Err(Problem::forbidden("This is for owners."));
        }
        Ok(Self(member))
    }
}

impl TryFrom<&Claims> for Administrator {
    type Error = Problem;

    fn try_from(claims: &Claims) -> Result<Self, Problem> {
        match claims.subject {
            Subject::Administrator => Ok(Self { id: claims.sub, session: claims.sid }),
            _ => Err(Problem::forbidden("This is for administrators.")),
        }
    }
}

macro_rules! extract_from_claims {
    ($($person:ty),*) => {$(
        impl<S> FromRequestParts<S> for $person
        where
            S: Send + Sync,
            Gate: FromRef<S>,
        {
            type Rejection = Problem;

            async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
                let Caller(claims) = Caller::from_request_parts(parts, state).await?;
                Self::try_from(&claims)
            }
        }
    )*};
}

extract_from_claims!(Participant, Member, Manager, Owner, Administrator);
