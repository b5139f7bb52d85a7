//! Satisfaction: how a participant found the help they got, told with one tap after it ended.

mod error;
pub mod model;
pub mod rate;
mod store;
