//! The person behind the token, whoever they are: read, change, export, delete.

pub mod change;
pub mod delete;
pub mod export;
pub mod model;
pub mod read;
