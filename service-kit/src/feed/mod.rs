//! Feeds: how one service tells the others what changed.
//!
//! A change and its feed row share one transaction. The feed is compacted: it keeps the newest state of each
//! entity (or its deletion), so that reading it from the start is a full snapshot. Readers see rows in the order
//! of (transaction, id) and only those below the oldest running transaction, so that a row that was committed
//! late is never skipped. A reader stores its cursor in the transaction that applies the rows.

mod cursors;
mod figures;
mod follow;
mod model;
mod serve;
mod store;
mod turn;

pub use cursors::{SourceState, sources};
pub use figures::Figures;
pub use follow::{Applier, FollowError, Source, follow};
pub use model::{Batch, Cursor, Entry};
pub use serve::{ServiceToken, router};
pub use store::Feed;
pub use turn::Turn;
