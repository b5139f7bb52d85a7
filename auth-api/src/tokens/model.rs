//! The tokens, how a successor is derived, and what a presented token means.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use service_kit::identity::TOKEN_SECONDS;
use sha2::{Digest, Sha256};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// Input of a refresh.
#[derive(Deserialize, Validate, ToSchema)]
pub struct Refresh {
    /// The newest refresh token of this device.
    #[validate(length(min = 1, max = 256))]
    #[schema(min_length = 1, max_length = 256)]
    pub refresh_token: String,
}

/// A new pair of tokens.
#[derive(Serialize, ToSchema)]
pub struct Tokens {
    /// To be sent as `Authorization: Bearer …`.
    pub access_token: String,
    /// To be exchanged for the next pair; replaces the one that was sent.
    pub refresh_token: String,
    /// Life of the access token in seconds.
    #[schema(examples(600))]
    pub expires_in: i64,
}

impl Tokens {
    /// A pair with the usual life.
    pub fn new(access_token: String, refresh: &RefreshToken) -> Self {
        Self { access_token, refresh_token: refresh.to_string(), expires_in: TOKEN_SECONDS }
    }
}

const PROOF_BYTES: usize = 16;
const TOKEN_BYTES: usize = 16 + 32 + PROOF_BYTES;

/// A refresh token: its session, 32 secret bytes, and a proof that Steward made it.
#[derive(Clone, PartialEq, Eq)]
pub struct RefreshToken {
    session: Uuid,
    seed: [u8; 32],
    proof: [u8; PROOF_BYTES],
}

impl RefreshToken {
    /// The session it belongs to.
    pub fn session(&self) -> Uuid {
        self.session
    }

    /// What is stored of it.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::new().chain_update(self.session.as_bytes()).chain_update(self.seed).finalize().into()
    }
}

impl fmt::Display for RefreshToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [self.session.as_bytes().as_slice(), &self.seed, &self.proof].concat();
        formatter.write_str(&URL_SAFE_NO_PAD.encode(bytes))
    }
}

/// The text is not a refresh token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

impl FromStr for RefreshToken {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Self, Unreadable> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| Unreadable)?;
        let bytes: [u8; TOKEN_BYTES] = bytes.try_into().map_err(|_| Unreadable)?;
        let (session, rest) = bytes.split_first_chunk::<16>().ok_or(Unreadable)?;
        let (seed, proof) = rest.split_first_chunk::<32>().ok_or(Unreadable)?;
        let proof = proof.try_into().map_err(|_| Unreadable)?;
        Ok(Self { session: Uuid::from_bytes(*session), seed: *seed, proof })
    }
}

/// The secret of one session, from which its tokens are derived. With it alone (a stolen database) no token can
/// be made, since each also needs the one before.
#[derive(Clone, Copy)]
pub struct Secret(pub [u8; 64]);

impl Secret {
    /// The first token of a session.
    pub fn first(&self, session: Uuid, seed: [u8; 32]) -> RefreshToken {
        let mac = self.mac(b"proof", &[session.as_bytes(), &seed]);
        let mut proof = [0; PROOF_BYTES];
        proof.iter_mut().zip(mac).for_each(|(proof, byte)| *proof = byte);
        RefreshToken { session, seed, proof }
    }

    /// The token that replaces this one.
    pub fn successor(&self, token: &RefreshToken) -> RefreshToken {
        self.first(token.session, self.mac(b"successor", &[token.session.as_bytes(), &token.seed]))
    }

    /// Whether this token was ever one of this session's.
    fn made(&self, token: &RefreshToken) -> bool {
        self.begin(b"proof", &[token.session.as_bytes(), &token.seed])
            .verify_truncated_left(&token.proof)
            .is_ok()
    }

    fn mac(&self, purpose: &[u8], parts: &[&[u8]]) -> [u8; 32] {
        self.begin(purpose, parts).finalize().into_bytes().into()
    }

    fn begin(&self, purpose: &[u8], parts: &[&[u8]]) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new(&self.0.into());
        mac.update(purpose);
        for part in parts {
            mac.update(part);
        }
        mac
    }
}

/// What a presented token means.
#[derive(Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is the newest: this successor replaces it.
    Advance(RefreshToken),
    /// It is the one before the newest: the same successor is given again.
    Repeat(RefreshToken),
    /// It is older: two hold the session, and one of them should not.
    Reused,
    /// Steward never made it.
    Unknown,
}

/// Decides about a token, given the secret of its session and the digest of the newest token.
pub fn judge(secret: &Secret, newest: &[u8], token: &RefreshToken) -> Verdict {
    if !secret.made(token) {
        return Verdict::Unknown;
    }
    let successor = secret.successor(token);
    if token.digest() == newest {
        Verdict::Advance(successor)
    } else if successor.digest() == newest {
        Verdict::Repeat(successor)
    } else {
        Verdict::Reused
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain() -> (Secret, Vec<RefreshToken>) {
        let secret = Secret([7; 64]);
        let first = secret.first(Uuid::now_v7(), [1; 32]);
        let second = secret.successor(&first);
        let third = secret.successor(&second);
        (secret, vec![first, second, third])
    }

    #[test]
    fn a_token_survives_its_text() {
        let (_, tokens) = chain();
        assert!(tokens[0].to_string().parse() == Ok(tokens[0].clone()));
        assert!("".parse::<RefreshToken>().is_err());
        assert!("A".repeat(85).parse::<RefreshToken>().is_err());
        assert!("ä".parse::<RefreshToken>().is_err());
    }

    #[test]
    fn the_newest_advances_the_one_before_repeats_and_older_is_reuse() {
        let (secret, tokens) = chain();
        let newest = tokens[2].digest();
        assert!(judge(&secret, &newest, &tokens[2]) == Verdict::Advance(secret.successor(&tokens[2])));
        assert!(judge(&secret, &newest, &tokens[1]) == Verdict::Repeat(tokens[2].clone()));
        assert!(judge(&secret, &newest, &tokens[0]) == Verdict::Reused);
    }

    #[test]
    fn a_token_that_was_made_up_ends_nothing() {
        let (secret, tokens) = chain();
        let newest = tokens[2].digest();
        let made_up = RefreshToken { seed: [9; 32], ..tokens[0].clone() };
        assert!(judge(&secret, &newest, &made_up) == Verdict::Unknown);
        assert!(judge(&Secret([8; 64]), &newest, &tokens[2]) == Verdict::Unknown);
    }
}
