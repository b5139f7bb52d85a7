//! Lists that come in pages: `items` and the cursor of the `next` page.

use serde::Serialize;
use utoipa::ToSchema;

/// One page of a list. Pass `next` as `after` to read on; null means that this was the last page.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Page<T> {
    /// The entries of this page, in the list's order.
    pub items: Vec<T>,
    /// Cursor of the next page.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// Builds a page from up to `limit + 1` rows: the surplus row only shows that there is more.
    pub fn from_surplus(mut items: Vec<T>, limit: usize, cursor: impl Fn(&T) -> String) -> Self {
        let more = items.len() > limit;
        items.truncate(limit);
        let next = if more { items.last().map(cursor) } else { None };
        Self { items, next }
    }
}

/// Entries in a page when the caller does not say.
const DEFAULT_LIMIT: i64 = 50;
/// Most entries in a page: the listings' own checks refuse more.
const MAX_LIMIT: i64 = 200;

/// How many entries a page has. The clamp only guards the database against a listing that forgot its check.
pub fn limit(asked: Option<i64>) -> i64 {
    asked.unwrap_or(DEFAULT_LIMIT).clamp(1, MAX_LIMIT)
}
