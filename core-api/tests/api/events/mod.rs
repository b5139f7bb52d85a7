//! Events as their organization works with them.

mod archive;
mod create;
mod edit;
mod list;
mod repeat;
