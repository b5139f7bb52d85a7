//! `GET /tags`: tags that the organization used before.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use service_kit::contract::{Always, QueryRefused, TokenRefused};
use service_kit::identity::Member;
use service_kit::{Json, Problem, Query};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use super::{model, store};
use crate::state::App;

/// Most suggestions.
const SUGGESTIONS: i64 = 20;

/// What narrows the suggestions.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Beginning {
    /// Only tags that begin like this.
    #[validate(length(max = 30))]
    text: Option<String>,
}

/// Tags to suggest.
#[derive(Debug, Serialize, ToSchema)]
pub struct Suggestions {
    /// At most 20, the most used ones first.
    tags: Vec<String>,
}

/// Tags that the organization used before.
#[utoipa::path(get, operation_id = "suggest_tags", path = "/messenger/v1/tags", tag = "tags", params(Beginning),
    responses(Always, TokenRefused, QueryRefused, (status = 200, body = Suggestions)),
    security(("token" = [])))]
pub async fn list(
    State(app): State<App>,
    member: Member,
    Query(beginning): Query<Beginning>,
) -> Result<Json<Suggestions>, Problem> {
    let text = model::one(beginning.text.as_deref().unwrap_or_default());
    Ok(Json(Suggestions { tags: store::suggest(&app.pool, member.organization, &text, SUGGESTIONS).await? }))
}
