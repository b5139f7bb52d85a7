//! Who says what, live.
