//! Help requests: one participant's call for help at one event, in the queue until it is taken, cancelled or
//! expired.

pub mod assign;
pub mod cancel;
pub mod decline;
pub mod edit;
pub mod end;
pub mod error;
pub mod figures;
pub mod give_back;
pub mod list;
pub mod model;
pub mod open;
pub mod pass_on;
pub mod passing;
pub mod show;
pub mod store;
pub mod take;
