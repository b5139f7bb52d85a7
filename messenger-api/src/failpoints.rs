//! Places where a test can make the process die, to prove that nothing acknowledged is lost. They exist in debug
//! builds only; a release build contains none of this.

/// Where the process may die.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::enum_variant_names, reason = "each is the moment before a step")]
pub enum Failpoint {
    /// Messages are sent to the store, or written, but not known to be committed.
    BeforeCommit,
    /// Committed, but nobody was told.
    BeforeAcknowledgement,
    /// Acknowledged to the sender, but not yet shown to the others.
    BeforePublishing,
}

/// Dies here when the variable `STEWARD_FAILPOINT` names this place as `NAME` or, to die at the n-th visit,
/// `NAME:n`.
#[cfg(debug_assertions)]
pub fn reach(place: Failpoint) {
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicU32, Ordering};

    static ARMED: OnceLock<Option<(String, u32)>> = OnceLock::new();
    static VISITS: AtomicU32 = AtomicU32::new(0);

    let armed = ARMED.get_or_init(|| {
        let text = std::env::var("STEWARD_FAILPOINT").ok()?;
        let (name, visit) = text.split_once(':').unwrap_or((&text, "1"));
        Some((name.to_owned(), visit.parse().unwrap_or(1)))
    });
    let Some((name, visit)) = armed else { return };
    if *name == format!("{place:?}") && VISITS.fetch_add(1, Ordering::SeqCst) + 1 == *visit {
        std::process::abort();
    }
}

/// Nothing, in a release build.
#[cfg(not(debug_assertions))]
#[inline]
pub fn reach(_: Failpoint) {}
