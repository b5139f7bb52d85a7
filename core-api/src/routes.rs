//! Every route on one screen.

use service_kit::contract::Common;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::State;
use crate::{events, public_events, saved_replies};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Steward core-api",
        description = "What is organised: events with their zones and contacts, saved replies."
    ),
    tags(
        (name = "events", description = "The events of the caller's organization"),
        (name = "saved replies", description = "Texts that staff write again and again"),
        (name = "public events", description = "What anybody may see: published events of approved organizations"),
    ),
    modifiers(&Common),
)]
struct Document;

/// The public routes, with their contract.
pub fn public() -> OpenApiRouter<State> {
    OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(events::list::list, events::create::create))
        .routes(routes!(events::read::read, events::edit::edit, events::archive::archive))
        .routes(routes!(saved_replies::list::list, saved_replies::create::create))
        .routes(routes!(saved_replies::edit::edit, saved_replies::delete::delete))
        .routes(routes!(public_events::search::search))
        .routes(routes!(public_events::read::read))
        .routes(routes!(public_events::find_by_code::find_by_code))
}

/// The contract of core-api.
pub fn openapi() -> utoipa::openapi::OpenApi {
    public().into_openapi()
}
