//! Who is asking: signed tokens that every service verifies by itself, and extractors that put the required
//! role into a handler's signature.

mod claims;
mod extractors;
mod gate;
mod keys;

pub use claims::{AUDIENCES, Claims, ISSUER, Role, Subject, TOKEN_SECONDS};
pub use extractors::{Administrator, Caller, Manager, Member, Owner, Participant};
pub use gate::{Gate, Standing, TokenError};
pub use keys::Keys;
