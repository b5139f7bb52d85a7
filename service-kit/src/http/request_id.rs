//! The id of a request: finds the lines of the log that belong to what a person reports.

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use uuid::Uuid;

/// Where a proxy or client names it, and where the answer does.
pub const HEADER: HeaderName = HeaderName::from_static("x-request-id");
/// Most characters of an id that somebody else chose.
const LONGEST: usize = 64;

/// The id that the request came with, when it is one that may stand in a log, else a new one.
pub fn of(headers: &HeaderMap) -> HeaderValue {
    let is_plain = |value: &&HeaderValue| {
        let bytes = value.as_bytes();
        (1..=LONGEST).contains(&bytes.len())
            && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(byte))
    };
    let given = headers.get(HEADER).filter(is_plain).cloned();
    given
        .or_else(|| HeaderValue::try_from(Uuid::new_v4().to_string()).ok())
        .unwrap_or(HeaderValue::from_static("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_given(given: &str) -> String {
        let mut headers = HeaderMap::new();
        headers.insert(HEADER, given.parse().unwrap());
        of(&headers).to_str().unwrap().to_owned()
    }

    #[test]
    fn only_a_plain_id_is_taken_over() {
        assert_eq!(of_given("front-1.7_a"), "front-1.7_a");
        for bad in ["", "a b", "a=\"b\"", &"a".repeat(65)] {
            assert!(of_given(bad).parse::<Uuid>().is_ok(), "{bad}");
        }
    }
}
