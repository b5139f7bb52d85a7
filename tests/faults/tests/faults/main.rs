//! What can go wrong at an event, each fault on purpose. Every test prints what it saw. The quick ones run with
//! `make test`, the others with `make faults`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used
)]

mod bus;
mod clients;
mod database;
mod endurance;
mod hosts;
mod network;
mod nodes;
mod object_store;
mod restore;
mod services;
mod uploads;
