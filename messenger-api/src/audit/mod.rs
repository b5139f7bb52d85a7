//! The audit log: who read or took away what is not their own, and who changed what. Rows only come; nobody changes or
//! deletes one.

pub mod list;
pub mod model;
pub mod store;
