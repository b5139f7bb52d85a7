//! What the input of several features is read with.

use serde::{Deserialize, Deserializer};

/// Tells a field that is null from one that is left out.
pub fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
