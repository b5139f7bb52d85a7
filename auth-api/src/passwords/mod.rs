//! Passwords: which are acceptable, how they are kept, and how guessing is slowed down.

mod hash;
mod rules;
mod throttle;

pub use hash::{PasswordError, Passwords};
pub use rules::acceptable;
pub use throttle::{Throttle, address::ClientAddress};
