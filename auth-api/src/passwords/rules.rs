//! Which passwords are acceptable: 8 to 128 characters, of any kind, and not among the most common ones.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use validator::ValidationError;

/// Characters of the shortest and the longest password.
const CHARACTERS: std::ops::RangeInclusive<usize> = 8..=128;

/// Passwords that everybody tries first, in lower case.
static COMMON: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("common.txt").lines().map(str::trim).collect());

/// Refuses what is too short, too long, or guessed first.
pub fn acceptable(password: &str) -> Result<(), ValidationError> {
    if !CHARACTERS.contains(&password.chars().count()) {
        return refuse("must be 8 to 128 characters long");
    }
    let lower = password.to_lowercase();
    let distinct = lower.chars().collect::<HashSet<_>>().len();
    if distinct < 3 || COMMON.contains(lower.as_str()) {
        return refuse("is one of the most common passwords; choose another");
    }
    Ok(())
}

fn refuse(reason: &'static str) -> Result<(), ValidationError> {
    Err(ValidationError::new("password").with_message(Cow::Borrowed(reason)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_counts_characters_not_bytes() {
        assert!(acceptable("seven77").is_err());
        assert!(acceptable("eight888").is_ok());
        assert!(acceptable(&"äöü€".repeat(32)).is_ok());
        assert!(acceptable(&"äöü€".repeat(33)).is_err());
    }

    #[test]
    fn common_ones_are_refused_in_any_case() {
        for password in ["password", "PassWord1", "12345678", "qwertyuiop", "aaaaaaaaaaaa", "abababababab"] {
            assert!(acceptable(password).is_err(), "{password}");
        }
    }

    #[test]
    fn no_listed_password_is_too_short_to_matter() {
        assert!(COMMON.len() > 200);
        assert!(COMMON.iter().all(|password| password.len() >= 8 && *password == password.to_lowercase()));
    }
}
