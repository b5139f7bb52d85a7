//! Reading requests: strict JSON, queries and paths whose refusals name the field and the reason.

mod extract;
pub mod strict;

pub use extract::{Json, Path, Query};
pub use strict::{InputError, parse};
