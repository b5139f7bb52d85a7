//! Which key signs, which are published, and when a new one is due.

use std::sync::{Arc, RwLock};

use chrono::{DateTime, Duration, Utc};
use jsonwebtoken::jwk::{Jwk, JwkSet, PublicKeyUse};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use service_kit::identity::Claims;
use uuid::Uuid;

/// What stands before the 32 bytes of an Ed25519 key in PKCS#8 (RFC 8410, section 7).
const PKCS8_HEAD: [u8; 16] =
    [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/// How long a new key is published before it signs: every node has read it by then.
pub const PUBLISHED_BEFORE: Duration = Duration::minutes(10);
/// How long a replaced key stays published: a token lives ten minutes, and two hours more for participants while
/// auth-api is away.
pub const PUBLISHED_AFTER: Duration = Duration::hours(3);

/// A key as it is stored.
#[derive(Clone)]
pub struct StoredKey {
    /// The `kid` of its tokens.
    pub id: Uuid,
    /// The private half in PKCS#8.
    pub private: Vec<u8>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// From when it signs.
    pub active_from: DateTime<Utc>,
}

impl StoredKey {
    /// A new key from 32 random bytes.
    pub fn new(id: Uuid, secret: [u8; 32], now: DateTime<Utc>, active_from: DateTime<Utc>) -> Self {
        let private = [PKCS8_HEAD.as_slice(), secret.as_slice()].concat();
        Self { id, private, created_at: now, active_from }
    }

    fn encoding(&self) -> EncodingKey {
        EncodingKey::from_ed_der(&self.private)
    }
}

/// Whether a new key is due: there is none, or the newest is older than `max_age`.
pub fn is_due(keys: &[StoredKey], now: DateTime<Utc>, max_age: Duration) -> bool {
    keys.iter().map(|key| key.created_at).max().is_none_or(|newest| now - newest >= max_age)
}

/// The key that signs now: the one that became active last.
pub fn signing(keys: &[StoredKey], now: DateTime<Utc>) -> Option<&StoredKey> {
    keys.iter().filter(|key| key.active_from <= now).max_by_key(|key| (key.active_from, key.id))
}

/// Keys that nobody needs any more: replaced for longer than [`PUBLISHED_AFTER`].
pub fn retired(keys: &[StoredKey], now: DateTime<Utc>) -> Vec<Uuid> {
    let replaced_at = |key: &StoredKey| {
        keys.iter().filter(|other| other.active_from > key.active_from).map(|other| other.active_from).min()
    };
    let retired = |key: &&StoredKey| replaced_at(key).is_some_and(|at| now - at > PUBLISHED_AFTER);
    keys.iter().filter(retired).map(|key| key.id).collect()
}

/// A stored key cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The database did not answer.
    #[error("the keys could not be read: {0}")]
    Database(#[from] sqlx::Error),
    /// A stored key is not an Ed25519 key.
    #[error("a stored key is not usable: {0}")]
    Unusable(#[from] jsonwebtoken::errors::Error),
}

struct Current {
    id: String,
    key: EncodingKey,
}

/// The keys of this process. Clones share one state.
#[derive(Clone, Default)]
pub struct SigningKeys {
    current: Arc<RwLock<Option<Current>>>,
    published: Arc<RwLock<JwkSet>>,
}

impl std::fmt::Debug for SigningKeys {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("SigningKeys(…)")
    }
}

impl SigningKeys {
    /// Takes what is stored now.
    pub fn replace(&self, keys: &[StoredKey], now: DateTime<Utc>) -> Result<JwkSet, KeyError> {
        let published = JwkSet { keys: keys.iter().map(public_half).collect::<Result<_, _>>()? };
        let signing = signing(keys, now).map(|key| Current { id: key.id.to_string(), key: key.encoding() });
        if let (Ok(mut current), Ok(mut shown)) = (self.current.write(), self.published.write()) {
            *current = signing;
            *shown = published.clone();
        }
        Ok(published)
    }

    /// A token with these claims; none when there is no key.
    pub fn sign(&self, claims: &Claims) -> Option<String> {
        let current = self.current.read().ok()?;
        let current = current.as_ref()?;
        let header = Header { kid: Some(current.id.clone()), ..Header::new(Algorithm::EdDSA) };
        encode(&header, claims, &current.key)
            .inspect_err(|error| tracing::error!(%error, "a token could not be signed"))
            .ok()
    }

    /// The public halves.
    pub fn published(&self) -> JwkSet {
        self.published.read().map_or(JwkSet { keys: Vec::new() }, |set| set.clone())
    }
}

fn public_half(key: &StoredKey) -> Result<Jwk, jsonwebtoken::errors::Error> {
    let mut public = Jwk::from_encoding_key(&key.encoding(), Algorithm::EdDSA)?;
    public.common.key_id = Some(key.id.to_string());
    public.common.public_key_use = Some(PublicKeyUse::Signature);
    Ok(public)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(created: i64, active: i64) -> StoredKey {
        let at = |minutes| DateTime::UNIX_EPOCH + Duration::minutes(minutes);
        StoredKey::new(Uuid::now_v7(), [7; 32], at(created), at(active))
    }

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + Duration::minutes(minutes)
    }

    #[test]
    fn a_key_is_due_when_there_is_none_or_it_is_old() {
        assert!(is_due(&[], at(0), Duration::minutes(60)));
        let keys = [key(0, 0)];
        assert!(!is_due(&keys, at(59), Duration::minutes(60)));
        assert!(is_due(&keys, at(60), Duration::minutes(60)));
    }

    #[test]
    fn the_old_key_signs_until_the_new_one_is_active() {
        let keys = [key(0, 0), key(60, 70)];
        assert_eq!(signing(&keys, at(69)).map(|key| key.id), Some(keys[0].id));
        assert_eq!(signing(&keys, at(70)).map(|key| key.id), Some(keys[1].id));
        assert!(signing(&[key(60, 70)], at(65)).is_none());
    }

    #[test]
    fn a_replaced_key_is_retired_after_the_overlap() {
        let keys = [key(0, 0), key(60, 70)];
        assert!(retired(&keys, at(70 + 180)).is_empty());
        assert_eq!(retired(&keys, at(70 + 181)), vec![keys[0].id]);
    }
}
