//! What the contracts (OpenAPI documents) of all services have in common: the token, and the problems that
//! operations answer. Name the groups in `responses(…)` of an operation.

use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{Content, OpenApi, Ref, RefOr, Response, ResponseBuilder};
use utoipa::{Modify, PartialSchema, ToSchema};

use crate::Problem;

/// Adds the security scheme `token`, which operations name as `security(("token" = []))`, and the schema of
/// problems.
#[derive(Debug, Clone, Copy)]
pub struct Common;

impl Modify for Common {
    fn modify(&self, document: &mut OpenApi) {
        let token = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build();
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("token", SecurityScheme::Http(token));
        let mut schemas = Vec::new();
        Problem::schemas(&mut schemas);
        schemas.push((Problem::name().into_owned(), Problem::schema()));
        components.schemas.extend(schemas);
    }
}

/// A documented problem answer.
pub fn problem(description: &str) -> RefOr<Response> {
    let schema = Ref::from_schema_name(Problem::name());
    let content = Content::new(Some(schema));
    ResponseBuilder::new()
        .description(description)
        .content("application/problem+json", content)
        .build()
        .into()
}

/// Declares groups of problems that operations answer, to be named in `responses(…)`:
///
/// ```
/// service_kit::problem_groups! {
///     /// Operations that make a thing with a name.
///     NameRefused { "409": "`name_taken`" }
/// }
/// ```
#[macro_export]
macro_rules! problem_groups {
    ($($(#[$about:meta])* $name:ident { $($status:literal: $description:literal),* $(,)? })*) => {$(
        $(#[$about])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl utoipa::IntoResponses for $name {
            fn responses() -> std::collections::BTreeMap<String, utoipa::openapi::RefOr<utoipa::openapi::Response>> {
                std::collections::BTreeMap::from(
                    [$(($status.to_owned(), $crate::contract::problem($description))),*]
                )
            }
        }
    )*};
}

problem_groups! {
    /// Every operation: the service is not able to answer right now.
    Always {
        "503": "`unavailable`: try again after `Retry-After`",
    }
    /// Operations that read a body.
    BodyRefused {
        "400": "`invalid`: the body is not JSON",
        "413": "`too_large`: the body is too large",
        "415": "`invalid`: the body is not sent as JSON",
        "422": "`invalid`: `errors` names the fields that were refused, and why",
    }
    /// Operations that read a query string.
    QueryRefused {
        "422": "`invalid`: `errors` names the parameters that were refused, and why",
    }
    /// Operations that need a token.
    TokenRefused {
        "401": "`unauthenticated`, `session_ended`: no token, or one that is not valid (any more)",
        "403": "`forbidden`, `organization_blocked`: this person may not do it",
    }
    /// Operations on one thing.
    NotFound {
        "404": "`not_found`: it does not exist, or it is not yours",
    }
}
