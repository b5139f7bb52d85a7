//! Every route on one screen.

use service_kit::contract::Common;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::State;
use crate::{events, incidents, public_events, saved_replies};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Steward core-api",
        description = "What is organised: events with their zones and contacts, incidents, saved replies."
    ),
    tags(
        (name = "events", description = "The events of the caller's organization"),
        (name = "incidents", description = "What goes wrong at an event, and the conversations that tell of it"),
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
        .routes(routes!(incidents::list::list, incidents::create::create))
        .routes(routes!(incidents::read::read, incidents::edit::edit, incidents::delete::delete))
        .routes(routes!(incidents::link::link, incidents::unlink::unlink))
        .routes(routes!(incidents::comments::list::list))
        .routes(routes!(incidents::comments::put::put, incidents::comments::delete::delete))
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
