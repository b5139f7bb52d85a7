//! Tokens for tests, signed by a key that exists only in the test.

use chrono::Utc;
use jsonwebtoken::jwk::{Jwk, JwkSet};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use uuid::Uuid;

use crate::identity::{Claims, Subject};

/// What stands before the 32 bytes of an Ed25519 key in PKCS#8 (RFC 8410, section 7).
const PKCS8_HEAD: [u8; 16] =
    [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/// Signs tokens as auth-api does, with a random key.
#[derive(Clone)]
pub struct Signer {
    id: String,
    key: EncodingKey,
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Signer").field("id", &self.id).finish_non_exhaustive()
    }
}

impl Default for Signer {
    fn default() -> Self {
        let secret: [u8; 32] = rand::random();
        let key = EncodingKey::from_ed_der(&[PKCS8_HEAD.as_slice(), secret.as_slice()].concat());
        Self { id: Uuid::now_v7().to_string(), key }
    }
}

#[allow(clippy::expect_used, reason = "a test that cannot sign has failed")]
impl Signer {
    /// The public half, as auth-api publishes it.
    ///
    /// # Panics
    /// When the key is not usable, which fails the test.
    pub fn published(&self) -> JwkSet {
        let mut key = Jwk::from_encoding_key(&self.key, Algorithm::EdDSA).expect("an Ed25519 key");
        key.common.key_id = Some(self.id.clone());
        JwkSet { keys: vec![key] }
    }

    /// A token with these claims.
    ///
    /// # Panics
    /// When signing fails, which fails the test.
    pub fn sign(&self, claims: &Claims) -> String {
        let header = Header { kid: Some(self.id.clone()), ..Header::new(Algorithm::EdDSA) };
        encode(&header, claims, &self.key).expect("the claims are signed")
    }

    /// A valid token of a person, in a session of its own.
    pub fn token(&self, subject: Subject) -> String {
        self.sign(&Claims::new(Uuid::now_v7(), Uuid::now_v7(), subject, Utc::now().timestamp()))
    }
}
