//! What a message says, encoded once: the same bytes are compared, sent to the store, and shown to whoever is there.

use serde_json::value::{RawValue, to_raw_value};
use sha2::{Digest, Sha256};

use super::model::{Body, DIGEST_BYTES, Location};

/// A checked content on its way into the store.
#[derive(Debug, Clone)]
pub struct Content {
    /// The [`Body`] as JSON.
    pub body: Box<RawValue>,
    /// The [`Location`] as JSON.
    pub location: Option<Box<RawValue>>,
    /// The same client id with the same digest is a repeat, with another a conflict.
    pub digest: Vec<u8>,
}

impl Content {
    /// Encodes a body and a location.
    pub fn of(body: &Body, location: Option<Location>) -> Result<Self, sqlx::Error> {
        let encode = |error: serde_json::Error| sqlx::Error::Encode(error.into());
        let body = to_raw_value(body).map_err(encode)?;
        let location = location.map(|location| to_raw_value(&location)).transpose().map_err(encode)?;
        let digest = digest(&body, location.as_deref());
        Ok(Self { body, location, digest })
    }
}

/// The digest of both as one JSON array.
fn digest(body: &RawValue, location: Option<&RawValue>) -> Vec<u8> {
    let mut hasher = Sha256::new();
    for part in ["[", body.get(), ",", location.map_or("null", RawValue::get), "]"] {
        hasher.update(part);
    }
    hasher.finalize().iter().take(DIGEST_BYTES).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::model;

    #[test]
    fn a_digest_tells_contents_apart() {
        let digest = |text: &str, location| {
            Content::of(&Body::Text { text: text.to_owned() }, location).unwrap().digest
        };
        let here = Some(Location { latitude: 1.0, longitude: 2.0, accuracy: None });
        assert_eq!(digest("a", None), digest("a", None));
        assert_ne!(digest("a", None), digest("b", None));
        assert_ne!(digest("a", None), digest("a", here));
    }

    #[test]
    fn what_was_stored_before_is_known_again() {
        let body = Body::Text { text: "Where is \"north\"?".to_owned() };
        for location in [None, Some(Location { latitude: 1.5, longitude: 2.0, accuracy: Some(3.0) })] {
            assert_eq!(Content::of(&body, location).unwrap().digest, model::digest(&(&body, location)));
        }
    }
}
