//! argon2id (19 MiB, two passes, one lane: the OWASP minimum), a bounded number at a time.

use std::sync::Arc;
use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use service_kit::Problem;
use tokio::sync::Semaphore;

/// Memory of one hash, in KiB.
const MEMORY_KIB: u32 = 19 * 1024;
/// Passes over the memory.
const PASSES: u32 = 2;
/// Parallel lanes.
const LANES: u32 = 1;
/// How long a request waits for its turn before it is told to come back.
const MAX_WAIT: Duration = Duration::from_secs(4);

/// Why a password could not be hashed or verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Too many others wait already.
    #[error("too many passwords are being checked")]
    Busy,
    /// The hash function failed, or the stored hash is not one.
    #[error("the password could not be hashed")]
    Failed,
}

impl From<PasswordError> for Problem {
    fn from(error: PasswordError) -> Self {
        tracing::warn!(%error, "a password was not checked");
        match error {
            PasswordError::Busy => Self::unavailable().retry_after(3),
            PasswordError::Failed => Self::unavailable(),
        }
    }
}

/// Hashes and verifies passwords. Clones share one bound.
#[derive(Clone)]
pub struct Passwords {
    turns: Arc<Semaphore>,
    /// Hash of a password that nobody has: verified when there is no account, so that it takes as long.
    nobody: Arc<str>,
    /// How long a request waits for its turn.
    max_wait: Duration,
}

impl std::fmt::Debug for Passwords {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Passwords").field("turns", &self.turns).finish_non_exhaustive()
    }
}

impl Passwords {
    /// At most `concurrency` at a time.
    pub fn new(concurrency: usize) -> Result<Self, PasswordError> {
        let nobody = hash(&rand::random::<[u8; 32]>())?;
        Ok(Self {
            turns: Arc::new(Semaphore::new(concurrency.max(1))),
            nobody: nobody.into(),
            max_wait: MAX_WAIT,
        })
    }

    /// The hash to keep, with its salt and parameters.
    pub async fn hash(&self, password: String) -> Result<String, PasswordError> {
        self.in_turn(move || hash(password.as_bytes())).await?
    }

    /// Whether the password is the one of the stored hash. Takes as long without one, and is then false.
    pub async fn verify(&self, password: String, stored: Option<String>) -> Result<bool, PasswordError> {
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| self.nobody.to_string());
        let right = self.in_turn(move || verify(password.as_bytes(), &stored)).await??;
        Ok(known && right)
    }

    /// Runs on a thread where waiting harms nobody; the turn is kept even if the request goes away.
    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, PasswordError> {
        let turn = tokio::time::timeout(self.max_wait, self.turns.clone().acquire_owned()).await;
        let turn = turn.map_err(|_| PasswordError::Busy)?.map_err(|_| PasswordError::Failed)?;
        let done = tokio::task::spawn_blocking(move || {
            let result = work();
            drop(turn);
            result
        });
        done.await.map_err(|_| PasswordError::Failed)
    }
}

fn hash(password: &[u8]) -> Result<String, PasswordError> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|_| PasswordError::Failed)?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hash: PasswordHash = argon2.hash_password(password).map_err(|_| PasswordError::Failed)?;
    Ok(hash.to_string())
}

fn verify(password: &[u8], stored: &str) -> Result<bool, PasswordError> {
    use argon2::password_hash::Error;
    let stored = PasswordHash::new(stored).map_err(|_| PasswordError::Failed)?;
    match Argon2::default().verify_password(password, &stored) {
        Ok(()) => Ok(true),
        Err(Error::PasswordInvalid) => Ok(false),
        Err(_) => Err(PasswordError::Failed),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    #[tokio::test]
    async fn a_password_is_verified_by_its_hash_alone() {
        let passwords = Passwords::new(1).unwrap();
        let stored = passwords.hash("correct horse".into()).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert_eq!(passwords.verify("correct horse".into(), Some(stored.clone())).await, Ok(true));
        assert_eq!(passwords.verify("wrong horse".into(), Some(stored)).await, Ok(false));
        assert_eq!(passwords.verify("correct horse".into(), None).await, Ok(false));
    }

    #[tokio::test]
    async fn nobody_takes_as_long_as_somebody() {
        let passwords = Passwords::new(1).unwrap();
        let stored = passwords.hash("correct horse".into()).await.unwrap();
        let mut fastest = [Duration::MAX; 2];
        // A busy machine may disturb each of a few rounds: then it takes more of them.
        for round in 1..=100 {
            for (which, hash) in [Some(stored.clone()), None].into_iter().enumerate() {
                let begun = Instant::now();
                passwords.verify("wrong horse".into(), hash).await.unwrap();
                fastest[which] = fastest[which].min(begun.elapsed());
            }
            if round >= 5 && fastest[1] > fastest[0] / 2 && fastest[1] < fastest[0] * 2 {
                return;
            }
        }
        panic!("{fastest:?}");
    }

    #[tokio::test]
    async fn who_waits_too_long_is_told_to_come_back() {
        let mut passwords = Passwords::new(1).unwrap();
        passwords.max_wait = Duration::from_millis(20);
        let _turn = passwords.turns.clone().acquire_owned().await.unwrap();
        assert_eq!(passwords.hash("correct horse".into()).await, Err(PasswordError::Busy));
    }
}
