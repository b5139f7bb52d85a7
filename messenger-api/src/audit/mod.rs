//! The audit log: who read or took away what is not their own. Rows only come; nobody changes or deletes one.

pub mod list;
pub mod model;
pub mod store;
