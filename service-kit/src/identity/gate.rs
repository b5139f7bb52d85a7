//! The gate: checks a token's signature and claims, and whether its session and organization still stand.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, RwLock};

use chrono::Utc;
use jsonwebtoken::{Algorithm, Validation, decode, decode_header};
use uuid::Uuid;

use super::claims::{Claims, ISSUER, Subject};
use super::keys::Keys;
use crate::Problem;

/// Seconds that clocks of two machines may differ.
const LEEWAY_SECONDS: i64 = 5;
/// Seconds for which a participant's token counts past its end while auth-api is away: somebody who needs help
/// must not be signed out by an outage.
const GRACE_SECONDS: i64 = 2 * 60 * 60;

/// Why a token was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// Not a token of Steward, not for this service, or not valid (any more).
    #[error("The token is missing, expired or not valid. Sign in again.")]
    Invalid,
    /// Its session was ended.
    #[error("This session was ended. Sign in again.")]
    SessionEnded,
    /// Its organization was blocked by an administrator.
    #[error("This organization is blocked.")]
    OrganizationBlocked,
}

impl From<TokenError> for Problem {
    fn from(error: TokenError) -> Self {
        use axum::http::StatusCode;
        match error {
            TokenError::Invalid => Self::unauthenticated(error.to_string()),
            TokenError::SessionEnded => {
                Self::new(StatusCode::UNAUTHORIZED, "session_ended", error.to_string())
            }
            TokenError::OrganizationBlocked => {
                Self::new(StatusCode::FORBIDDEN, "organization_blocked", error.to_string())
            }
        }
    }
}

/// What may end a token before its time. Each service keeps its own copy and refreshes it every second.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// Sessions that were ended and whose tokens may still be around.
    pub ended_sessions: HashSet<Uuid>,
    /// Organizations that are blocked.
    pub blocked_organizations: HashSet<Uuid>,
}

/// Verifies tokens for one service. Clones share one state.
#[derive(Debug, Clone)]
pub struct Gate {
    audience: &'static str,
    keys: Arc<Keys>,
    standing: Arc<RwLock<Standing>>,
    auth_is_away: Arc<AtomicBool>,
}

impl Gate {
    /// A gate of the service that tokens name as `audience`.
    pub fn new(audience: &'static str, keys: Arc<Keys>) -> Self {
        Self { audience, keys, standing: Arc::default(), auth_is_away: Arc::default() }
    }

    /// The keys this gate verifies with.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// Takes a fresh copy of what was ended and blocked.
    pub fn set_standing(&self, standing: Standing) {
        if let Ok(mut current) = self.standing.write() {
            *current = standing;
        }
    }

    /// Adds one ended session, before the next fresh copy has it.
    pub fn end_session(&self, session: Uuid) {
        if let Ok(mut current) = self.standing.write() {
            current.ended_sessions.insert(session);
        }
    }

    /// Says whether auth-api's feed is out of reach, which lets participants' tokens count longer.
    pub fn set_auth_away(&self, away: bool) {
        self.auth_is_away.store(away, Ordering::Relaxed);
    }

    /// Verifies a token and returns what it says.
    pub async fn check(&self, token: &str) -> Result<Claims, TokenError> {
        let header = decode_header(token).map_err(|_| TokenError::Invalid)?;
        if header.alg != Algorithm::EdDSA {
            return Err(TokenError::Invalid);
        }
        let id = header.kid.ok_or(TokenError::Invalid)?;
        let key = self.keys.find(&id).await.ok_or(TokenError::Invalid)?;
        let claims =
            decode::<Claims>(token, &key, &self.validation()).map_err(|_| TokenError::Invalid)?.claims;
        if Utc::now().timestamp() > claims.exp.saturating_add(self.grace(&claims)) {
            return Err(TokenError::Invalid);
        }
        self.stands(&claims)?;
        Ok(claims)
    }

    /// Seconds for which a token counts past its end.
    pub fn grace(&self, claims: &Claims) -> i64 {
        match claims.subject {
            Subject::Participant { .. } if self.auth_is_away.load(Ordering::Relaxed) => GRACE_SECONDS,
            _ => LEEWAY_SECONDS,
        }
    }

    /// Whether the session and the organization of a verified token still stand.
    pub fn stands(&self, claims: &Claims) -> Result<(), TokenError> {
        let standing = self.standing.read().map_err(|_| TokenError::Invalid)?;
        if standing.ended_sessions.contains(&claims.sid) {
            return Err(TokenError::SessionEnded);
        }
        match claims.subject {
            Subject::Member { organization, .. }
                if standing.blocked_organizations.contains(&organization) =>
            {
                Err(TokenError::OrganizationBlocked)
            }
            _ => Ok(()),
        }
    }

    /// The algorithm is pinned and every claim required; the end is checked by [`Gate::check`] itself, because
    /// an outage of auth-api prolongs it.
    fn validation(&self) -> Validation {
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_required_spec_claims(&["exp", "nbf", "aud", "iss", "sub"]);
        validation.set_audience(&[self.audience]);
        validation.set_issuer(&[ISSUER]);
        validation.validate_exp = false;
        validation.validate_nbf = true;
        validation.leeway = LEEWAY_SECONDS.unsigned_abs();
        validation
    }
}
