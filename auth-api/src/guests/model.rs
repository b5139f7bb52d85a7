//! What a guest says about themselves.

use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use crate::input;

/// A device whose person wants help without registering.
#[derive(Deserialize, Validate, ToSchema)]
pub struct NewGuest {
    /// What the app calls this device, such as `Pixel 9`; shown in the list of sessions.
    #[validate(length(min = 1, max = 64), custom(function = "input::line"))]
    #[schema(min_length = 1, max_length = 64)]
    pub device: String,
    /// How staff may call the person.
    #[validate(length(min = 1, max = 100), custom(function = "input::line"))]
    #[schema(min_length = 1, max_length = 100)]
    pub name: Option<String>,
    /// The language of the app, such as `de`.
    #[validate(custom(function = "input::locale"))]
    #[schema(max_length = 35)]
    pub locale: Option<String>,
}
