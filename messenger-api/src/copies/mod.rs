//! Messenger's own small copy of what the other services own, filled from their feeds: it goes on when they are
//! away.

pub mod follow;
pub mod model;
pub mod patience;
pub mod store;
