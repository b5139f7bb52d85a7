//! Who you are.
