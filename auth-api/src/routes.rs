//! Every route on one screen.

use service_kit::contract::Common;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::contract::SessionCookie;
use crate::state::App;
use crate::{guests, keys, me, members, organizations, participants, sessions, tokens};

#[derive(OpenApi)]
#[openapi(
    info(title = "Steward auth-api", description = "Who you are: people, organizations, sessions and token keys."),
    tags(
        (name = "guests", description = "People at an event, without registration"),
        (name = "participants", description = "Registered people at an event"),
        (name = "tokens", description = "How a device stays signed in"),
        (name = "sessions", description = "Signing in to the dashboard; where a person is signed in"),
        (name = "me", description = "The person behind the token"),
        (name = "organizations", description = "Tenants: registering, approving, blocking"),
        (name = "members", description = "The people of the caller's organization"),
        (name = "keys", description = "The keys that tokens are verified with"),
    ),
    modifiers(&Common, &SessionCookie),
)]
struct Document;

/// The public routes, with their contract.
pub fn public() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(guests::create::create))
        .routes(routes!(participants::register::register))
        .routes(routes!(participants::sign_in::sign_in))
        .routes(routes!(participants::sign_out::sign_out))
        .routes(routes!(tokens::refresh::refresh))
        .routes(routes!(sessions::sign_in::sign_in, sessions::list::list))
        .routes(routes!(sessions::exchange::exchange))
        .routes(routes!(sessions::current::current, sessions::end::end_current))
        .routes(routes!(sessions::end::end))
        .routes(routes!(me::read::read, me::change::change, me::delete::delete))
        .routes(routes!(me::export::export))
        .routes(routes!(organizations::register::register, organizations::list::list))
        .routes(routes!(organizations::decide::decide))
        .routes(routes!(members::list::list, members::add::add))
        .routes(routes!(members::change::change, members::remove::remove))
        .routes(routes!(keys::publish::publish))
        .routes(routes!(keys::publish::publish_at_root))
}

/// The contract of auth-api.
pub fn openapi() -> utoipa::openapi::OpenApi {
    public().into_openapi()
}
