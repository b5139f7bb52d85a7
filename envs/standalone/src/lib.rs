//! Steward in one process.
