//! What is organised.
