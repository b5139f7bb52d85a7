//! Searching events and incidents by words: what is stored of a text, and what is asked of it. A query matches when each
//! of its words begins a word of what is looked for; case and accents do not matter.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters of a word that count; Postgres takes at most 2 KB.
const WORD_CHARACTERS: usize = 64;
/// Words of a query that count.
const QUERY_WORDS: usize = 16;

/// The words of these texts, each once.
pub fn words<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let words: BTreeSet<String> = texts.into_iter().flat_map(split).collect();
    words.into_iter().collect()
}

/// The text-search query of what a person typed; none when there is no word in it. Words hold only letters and
/// digits, so that nothing in them has a meaning of its own to Postgres.
pub fn query(text: &str) -> Option<String> {
    let words = split(text).take(QUERY_WORDS).map(|word| format!("'{word}':*"));
    let query = words.collect::<Vec<_>>().join(" & ");
    if query.is_empty() { None } else { Some(query) }
}

fn split(text: &str) -> impl Iterator<Item = String> {
    let small = text.nfkd().flat_map(char::to_lowercase);
    let plain: String = small.filter(|c| !is_combining_mark(*c)).collect();
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| word.chars().take(WORD_CHARACTERS).collect()).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn case_accents_and_punctuation_do_not_matter() {
        assert_eq!(words(["Fête du Vieux-Port", "DU 2026"]), ["2026", "du", "fete", "port", "vieux"]);
        assert_eq!(words(["İstanbul"]), ["istanbul"]);
        assert_eq!(query("  FÊTE, vie "), Some("'fete':* & 'vie':*".to_owned()));
    }

    #[test]
    fn a_text_without_words_asks_nothing() {
        assert_eq!(query(""), None);
        assert_eq!(query("?! ' \\ :* &"), None);
    }

    proptest! {
        #[test]
        fn a_query_never_carries_a_sign_of_its_own(text in ".{0,80}") {
            for part in query(&text).iter().flat_map(|query| query.split(" & ")) {
                let word = part.strip_prefix('\'').and_then(|rest| rest.strip_suffix("':*")).unwrap();
                prop_assert!(word.chars().all(char::is_alphanumeric));
            }
        }

        #[test]
        fn every_event_is_found_by_its_own_words(text in ".{0,80}") {
            let stored = words([text.as_str()]);
            prop_assert!(split(&text).all(|word| stored.contains(&word)));
        }
    }
}
