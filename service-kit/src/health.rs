//! Probes: `/health/live` (the process runs) and `/health/ready` (nobody who is sent here is sent in vain).

use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use sqlx::PgPool;
use tokio::time::timeout;

use crate::{Problem, Tasks, feed};

/// How long a database may take to answer: less than load balancers wait for a probe.
const PATIENCE: Duration = Duration::from_secs(2);

/// What a service needs before it can serve.
#[derive(Debug, Clone)]
pub struct Readiness {
    pools: Vec<PgPool>,
    copies: Option<(PgPool, &'static [&'static str])>,
    tasks: Tasks,
}

impl Readiness {
    /// A service that needs these databases, until its process leaves.
    pub fn new(pools: Vec<PgPool>, tasks: &Tasks) -> Self {
        Self { pools, copies: None, tasks: tasks.clone() }
    }

    /// It also needs a copy of each of these feeds: read to its end once. Feeds that are away later do not matter, the
    /// service goes on with its copy.
    #[must_use]
    pub fn with_copies(self, pool: PgPool, sources: &'static [&'static str]) -> Self {
        Self { copies: Some((pool, sources)), ..self }
    }

    /// Nothing, or what is missing.
    pub async fn check(&self) -> Result<(), Problem> {
        if self.tasks.is_leaving() {
            return Err(missing("This process is leaving."));
        }
        for pool in &self.pools {
            let asked = timeout(PATIENCE, sqlx::query("SELECT 1").execute(pool)).await;
            if !matches!(asked, Ok(Ok(_))) {
                return Err(missing("The database does not answer."));
            }
        }
        let Some((pool, sources)) = &self.copies else { return Ok(()) };
        let Ok(Ok(known)) = timeout(PATIENCE, feed::sources(pool)).await else {
            return Err(missing("The database does not answer."));
        };
        let is_there = |name: &str| known.iter().any(|source| source.name == name && source.caught_up);
        match sources.iter().find(|name| !is_there(name)) {
            Some(name) => Err(missing(&format!("The feed `{name}` was not read to its end yet."))),
            None => Ok(()),
        }
    }
}

fn missing(detail: &str) -> Problem {
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, "not_ready", detail)
}

/// The probes of a service.
pub fn router(readiness: Readiness) -> Router {
    Router::new()
        .route("/health/live", get(|| async { StatusCode::OK }))
        .route("/health/ready", get(ready))
        .with_state(readiness)
}

async fn ready(State(readiness): State<Readiness>) -> Result<StatusCode, Problem> {
    readiness.check().await.map(|()| StatusCode::OK)
}
