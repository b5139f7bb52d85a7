//! Words as the archive knows them: the same whatever the language, the case and the accents, so that somebody finds
//! "Łódź" by typing "lodz". What is indexed and what is looked for go through the same rules.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Most characters of a word; what is longer is no word that anybody looks for.
const WORD_CHARACTERS: usize = 40;
/// Most bytes of words that are taken from what is new of a conversation at once: Postgres keeps at most a megabyte
/// of them together.
const BYTES: usize = 200_000;
/// Most words that are looked for together.
const WANTED: usize = 8;

/// The words of a text, each once, in order.
pub fn words_of<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let mut bytes = 0;
    for word in texts.flat_map(split) {
        let word = fold(word);
        if word.is_empty() || word.chars().count() > WORD_CHARACTERS {
            continue;
        }
        let length = word.len();
        if bytes + length > BYTES {
            break;
        }
        if words.insert(word) {
            bytes += length;
        }
    }
    words
}

/// What is looked for: words that have to begin so, at most eight.
pub fn wanted(text: &str) -> Vec<String> {
    split(text).map(fold).filter(|word| !word.is_empty()).take(WANTED).collect()
}

/// The same as Postgres takes it: all of them, a single character as a whole word only. Words are letters and digits,
/// so nothing has to be quoted. Nothing when there is no word.
pub fn query(wanted: &[String]) -> Option<String> {
    let terms: Vec<String> = wanted
        .iter()
        .map(|word| if word.chars().count() > 1 { format!("{word}:*") } else { word.clone() })
        .collect();
    (!terms.is_empty()).then(|| terms.join(" & "))
}

/// How many of the wanted words a text has.
pub fn count_in(text: &str, wanted: &[String]) -> usize {
    let words: BTreeSet<String> = split(text).map(fold).collect();
    wanted.iter().filter(|wanted| words.iter().any(|word| word.starts_with(wanted.as_str()))).count()
}

/// A text in parts, those that were looked for marked.
pub fn mark(text: &str, wanted: &[String]) -> Vec<(String, bool)> {
    let mut parts: Vec<(String, bool)> = Vec::new();
    for piece in pieces(text) {
        let folded = fold(piece);
        let is_marked = !folded.is_empty() && wanted.iter().any(|wanted| folded.starts_with(wanted.as_str()));
        match parts.last_mut() {
            Some((last, marked)) if *marked == is_marked => last.push_str(piece),
            _ => parts.push((piece.to_owned(), is_marked)),
        }
    }
    parts
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character)
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character| !is_of_word(character)).filter(|word| !word.is_empty())
}

/// Words and what stands between them, in order and without a gap.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_word = is_of_word(rest.chars().next()?);
        let end = rest.find(|character| is_of_word(character) != is_word).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

/// Lower case without accents; letters that are no accented ones of another become what people type for them.
fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for character in
        word.nfkd().filter(|character| !is_combining_mark(*character)).flat_map(char::to_lowercase)
    {
        match character {
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'đ' => folded.push('d'),
            'ı' => folded.push('i'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            _ if character.is_alphanumeric() => folded.push(character),
            _ => {}
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<String> {
        words_of(std::iter::once(text)).into_iter().collect()
    }

    #[test]
    fn a_word_is_found_however_it_is_written() {
        assert_eq!(words("Łódź, STRASSE straße!"), ["lodz", "strasse"]);
        assert_eq!(words("Ґанок; їжа"), words("ґанок їжа"));
        assert_eq!(wanted("  anna@example.org "), ["anna", "example", "org"]);
        assert_eq!(query(&wanted("Gate a-12")).unwrap(), "gate:* & a & 12:*");
        assert_eq!(query(&wanted("'& | !:*")), None);
    }

    #[test]
    fn what_was_looked_for_is_marked_and_nothing_is_lost() {
        let parts = mark("Near Straße 5, gate A", &wanted("strasse gat"));
        let marked: Vec<&str> = parts.iter().filter(|part| part.1).map(|part| part.0.as_str()).collect();
        assert_eq!(marked, ["Straße", "gate"]);
        assert_eq!(parts.iter().map(|part| part.0.as_str()).collect::<String>(), "Near Straße 5, gate A");
        assert_eq!(count_in("Near Straße 5, gate A", &wanted("strasse gate five")), 2);
    }

    proptest! {
        #[test]
        fn marking_keeps_every_character(text in ".{0,80}", looked in ".{0,20}") {
            let parts = mark(&text, &wanted(&looked));
            prop_assert_eq!(parts.into_iter().map(|part| part.0).collect::<String>(), text);
        }

        #[test]
        fn every_word_of_a_text_finds_it(text in ".{0,80}") {
            let words = words(&text);
            for wanted in wanted(&text) {
                prop_assert!(wanted.chars().count() > WORD_CHARACTERS || words.contains(&wanted));
            }
        }

        #[test]
        fn a_query_holds_letters_and_digits_alone(text in ".{0,40}") {
            let terms = query(&wanted(&text)).unwrap_or_default();
            prop_assert!(terms.split(" & ").all(|term| term.trim_end_matches(":*").chars().all(char::is_alphanumeric)));
        }
    }
}
