//! Every route on one screen.

use service_kit::contract::Common;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::App;
use crate::{
    announcements, archive, attachments, audit, availability, conversations, events, help_requests,
    incidents, live, live_locations, messages, notes, participations, satisfaction, tags, team, transcripts,
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Steward messenger-api",
        description = "Who says what, live: help requests and their queue, conversations and messages. What the \
                       socket at `/messenger/v1/live` can do stands in `docs/protocol.md`."
    ),
    components(schemas(live::frames::ServerFrame)),
    tags(
        (name = "help requests", description = "Calls for help and their queue"),
        (name = "availability", description = "Whom requests are pushed to"),
        (name = "conversations", description = "Who talks with whom"),
        (name = "notes", description = "What members tell each other of a conversation, beside it"),
        (name = "team", description = "What the members of an event's organization tell each other"),
        (name = "tags", description = "What conversations are filed under"),
        (name = "archive", description = "Every conversation, to be found again and taken away"),
        (name = "audit", description = "Who read or took away what"),
        (name = "messages", description = "What they say"),
        (name = "attachments", description = "Photos and voice clips"),
        (name = "announcements", description = "Who is at an event, and what is said to all of them"),
        (name = "events", description = "What the people in a conversation need to know of its event"),
        (name = "incidents", description = "Who told of an incident, and what is said to all of them"),
        (name = "live", description = "The socket, and what stands in for it"),
    ),
    modifiers(&Common),
)]
struct Document;

/// The public routes, with their contract.
pub fn public() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(help_requests::open::open, help_requests::list::list))
        .routes(routes!(help_requests::show::show, help_requests::cancel::cancel, help_requests::edit::edit))
        .routes(routes!(help_requests::take::take))
        .routes(routes!(help_requests::take::take_next))
        .routes(routes!(satisfaction::rate::rate))
        .routes(routes!(help_requests::decline::decline))
        .routes(routes!(availability::show::show, availability::set::set))
        .routes(routes!(availability::colleagues::list))
        .routes(routes!(conversations::list::list))
        .routes(routes!(conversations::show::show))
        .routes(routes!(conversations::close::close))
        .routes(routes!(live_locations::share::share, live_locations::stop::stop))
        .routes(routes!(conversations::reopen::reopen))
        .routes(routes!(conversations::transfer::transfer))
        .routes(routes!(conversations::handovers::list))
        .routes(routes!(conversations::invite::invite))
        .routes(routes!(conversations::leave::leave))
        .routes(routes!(conversations::earlier::list))
        .routes(routes!(notes::show::show, notes::open::open))
        .routes(routes!(team::show::show, team::open::open))
        .routes(routes!(tags::set::set))
        .routes(routes!(tags::list::list))
        .routes(routes!(archive::search::search))
        .routes(routes!(archive::export::export))
        .routes(routes!(transcripts::make::make))
        .routes(routes!(audit::list::list))
        .routes(routes!(messages::list::list, messages::send::send))
        .routes(routes!(attachments::begin::begin))
        .routes(routes!(attachments::append::append, attachments::show::show))
        .routes(routes!(attachments::show::show_thumbnail))
        .routes(routes!(participations::join::join, participations::leave::leave))
        .routes(routes!(announcements::list::list, announcements::post::post))
        .routes(routes!(incidents::conversations::list))
        .routes(routes!(incidents::answer::answer))
        .routes(routes!(events::show::show))
        .routes(routes!(live::connect::connect))
        .routes(routes!(live::updates::updates))
}

/// The contract of messenger-api.
pub fn openapi() -> utoipa::openapi::OpenApi {
    public().into_openapi()
}
