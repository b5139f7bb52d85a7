//! Sessions: the dashboard's cookie sessions, and the list of all sessions of a person. A session ends after twelve
//! hours without use, after seven days, or when somebody ends it; its token is good for ten minutes.

pub mod caller;
pub mod cookie;
pub mod current;
pub mod end;
pub mod exchange;
pub mod list;
pub mod model;
pub mod sign_in;
pub mod store;
mod user_agent;

pub use cookie::Origin;
pub use user_agent::UserAgent;
