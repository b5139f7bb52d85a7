//! The join code of an event: short enough to type in a crowd, random, and forgiving about look-alikes.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;
use utoipa::ToSchema;

/// Crockford's base 32: no I, L, O or U.
const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters of a code: 32^6 is a billion codes.
const LENGTH: u32 = 6;

/// The join code of an event.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[schema(value_type = String, min_length = 6, max_length = 6, pattern = "^[0-9A-HJKMNP-TV-Z]{6}$", example = "FEST26")]
pub struct JoinCode(String);

/// The text is no join code, however kindly it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a join code is six letters and digits")]
pub struct NotACode;

impl JoinCode {
    /// The code that the lowest 30 bits of `number` spell; a random number gives a random code.
    pub fn from_bits(number: u32) -> Self {
        let digit = |place: u32| ((number >> (5 * place)) & 31) as usize;
        Self((0..LENGTH).filter_map(|place| ALPHABET.chars().nth(digit(place))).collect())
    }

    /// The six characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for JoinCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for JoinCode {
    type Err = NotACode;

    /// Reads what a person typed: case, spaces and hyphens do not matter, O is 0, I and L are 1.
    fn from_str(text: &str) -> Result<Self, NotACode> {
        let typed = text.chars().filter(|c| !c.is_whitespace() && *c != '-');
        let code: String = typed.take(LENGTH as usize + 1).map(read_kindly).collect();
        let right = code.chars().count() == LENGTH as usize && code.chars().all(|c| ALPHABET.contains(c));
        if right { Ok(Self(code)) } else { Err(NotACode) }
    }
}

fn read_kindly(character: char) -> char {
    match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn look_alikes_and_case_do_not_matter() {
        let code: JoinCode = "1001FE".parse().unwrap();
        for typed in ["ioOlfe", "LOOIFE", " 100-1fe ", "i o o l f e"] {
            assert_eq!(typed.parse(), Ok(code.clone()), "{typed}");
        }
        assert_eq!("FEST26".parse::<JoinCode>().unwrap().as_str(), "FEST26");
    }

    #[test]
    fn other_texts_are_no_codes() {
        for text in ["", "FEST2", "FEST266", "FESTU6", "FEST2é", "FEST2\0", "______"] {
            assert_eq!(text.parse::<JoinCode>(), Err(NotACode), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn every_number_spells_a_code_that_is_read_again(number: u32) {
            let code = JoinCode::from_bits(number);
            prop_assert_eq!(code.as_str().len(), 6);
            prop_assert!(code.as_str().chars().all(|c| ALPHABET.contains(c)));
            prop_assert_eq!(code.to_string().to_lowercase().parse(), Ok(code));
        }

        #[test]
        fn numbers_that_differ_in_the_lowest_bits_spell_other_codes(a in 0_u32..1 << 30, b in 0_u32..1 << 30) {
            prop_assert_eq!(a == b, JoinCode::from_bits(a) == JoinCode::from_bits(b));
        }

        #[test]
        fn what_is_read_is_always_a_code(text in ".{0,12}") {
            if let Ok(code) = text.parse::<JoinCode>() {
                prop_assert_eq!(code.as_str().parse(), Ok(code.clone()));
            }
        }
    }
}
