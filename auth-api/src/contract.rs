//! Problems that several operations of auth-api answer.

use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};
use utoipa::{Modify, openapi::OpenApi};

service_kit::problem_groups! {
    /// Operations that check a password.
    SignInRefused {
        "401": "`wrong_credentials`: no such account, or not its password",
        "403": "`organization_blocked`: an administrator blocked the organization",
        "429": "`too_many_requests`: too many wrong passwords from this address; wait `Retry-After`",
    }
    /// Operations that take a refresh token.
    RefreshRefused {
        "401": "`refresh_token_invalid`: sign in again",
    }
    /// Operations that make a login.
    EmailTaken {
        "409": "`email_taken`: somebody signs in with this e-mail address already",
    }
    /// Registering, with or without a token.
    RegistrationRefused {
        "401": "`unauthenticated`, `session_ended`: a token was sent that is not valid (any more)",
        "403": "`forbidden`: the token is not a participant's",
        "409": "`email_taken`, `already_registered`",
    }
    /// Operations that need the session cookie.
    CookieRefused {
        "401": "`unauthenticated`: no session, or it has ended",
        "403": "`csrf`: a browser sent it without the header `X-Requested-With: steward`, or the call comes from another site; \
                `organization_blocked`",
    }
    /// Operations that need the session cookie or a token.
    SessionRefused {
        "401": "`unauthenticated`, `session_ended`: neither a session nor a valid token",
        "403": "`forbidden`; `csrf`: with the cookie, a browser sent it without the header `X-Requested-With: steward`, or the \
                call comes from another site; `organization_blocked`",
    }
    /// Operations that may leave an organization without an owner, or the platform without an administrator.
    LastOne {
        "409": "`last_owner`, `last_administrator`: nobody would be left to do this work",
    }
    /// Changing an organization.
    OrganizationConflict {
        "409": "`version_conflict`: it was changed meanwhile; `current` is how it is now",
    }
}

/// Adds the security scheme `session`: the dashboard's cookie.
#[derive(Debug, Clone, Copy)]
pub struct SessionCookie;

impl Modify for SessionCookie {
    fn modify(&self, document: &mut OpenApi) {
        let cookie = ApiKeyValue::with_description(
            "__Host-steward",
            "The dashboard's session; called `steward` where Steward is not served by https.",
        );
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    }
}
