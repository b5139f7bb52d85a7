//! `GET /colleagues`: who is there, and could go on with a conversation or help with it.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use service_kit::contract::{Always, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Problem};
use utoipa::ToSchema;
use uuid::Uuid;

use super::store;
use crate::state::App;

/// Colleagues in one answer: more than the team of any event.
const MOST: i64 = 1_000;

/// A member of the caller's organization, as far as it matters to whom a conversation can be handed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Colleague {
    /// Who.
    pub id: Uuid,
    /// Their name.
    pub name: String,
    /// Whether they take conversations, and were seen lately.
    pub on_duty: bool,
    /// Most conversations at once.
    pub capacity: i32,
    /// Conversations they have now.
    pub active: i32,
    /// The events whose requests are pushed to them while they are on duty; empty: they take by hand.
    pub events: Vec<Uuid>,
    /// Whether a dashboard of theirs is connected.
    pub connected: bool,
    /// When they were last there; null when never.
    pub seen_at: Option<DateTime<Utc>>,
}

/// The colleagues.
#[derive(Debug, Serialize, ToSchema)]
pub struct Colleagues {
    /// Those on duty first, the least loaded of them before others; at most 1,000.
    items: Vec<Colleague>,
}

/// The active members of the caller's organization but the caller: who is there, and how busy they are.
#[utoipa::path(get, operation_id = "list_colleagues", path = "/messenger/v1/colleagues", tag = "availability",
    responses(Always, TokenRefused, (status = 200, body = Colleagues)),
    security(("token" = [])))]
pub async fn list(State(app): State<App>, member: Member) -> Result<Json<Colleagues>, Problem> {
    let items = store::colleagues(&app.pool, member.organization, member.id, app.member_gone(), MOST).await?;
    Ok(Json(Colleagues { items }))
}
