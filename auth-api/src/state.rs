//! What handlers share.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::FromRef;
use chrono::Utc;
use service_kit::Problem;
use service_kit::identity::{Claims, Gate};
use sqlx::PgPool;

use crate::keys::SigningKeys;
use crate::passwords::{Passwords, Throttle};
use crate::sessions::Origin;

/// What handlers share. Clones share one state.
#[derive(Debug, Clone)]
pub struct App {
    /// The database `participants`.
    pub participants: PgPool,
    /// The database `organizers`.
    pub organizers: PgPool,
    /// Verifies tokens.
    pub gate: Gate,
    /// Signs tokens.
    pub keys: SigningKeys,
    /// Hashes and verifies passwords.
    pub passwords: Passwords,
    /// Slows down who guesses passwords.
    pub throttle: Throttle,
    /// Where the dashboard is served from.
    pub origin: Arc<Origin>,
    /// Whether organizations are approved by themselves.
    pub approve_organizations: bool,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Arc<[IpAddr]>,
}

impl App {
    /// Signs what a person may show for the next ten minutes.
    pub fn access_token(&self, claims: &Claims) -> Result<String, Problem> {
        self.keys.sign(claims).ok_or_else(Problem::unavailable)
    }

    /// The service's clock, in seconds since 1970: tokens are checked against clocks, not databases.
    pub fn now(&self) -> i64 {
        Utc::now().timestamp()
    }
}

impl FromRef<App> for Gate {
    fn from_ref(app: &App) -> Self {
        app.gate.clone()
    }
}
