//! What a tag is.

use unicode_normalization::UnicodeNormalization;

use crate::messages::model::InvalidContent;

/// Most tags of a conversation.
pub const TAGS: usize = 10;
/// Most characters of a tag.
pub const TAG_CHARACTERS: usize = 30;

/// Tags as they are kept: lower case, single spaces, each once, in the order given.
pub fn normalise(tags: &[String]) -> Result<Vec<String>, InvalidContent> {
    let mut kept: Vec<String> = Vec::new();
    for tag in tags.iter().map(|tag| one(tag)) {
        if tag.is_empty() || tag.chars().count() > TAG_CHARACTERS || tag.chars().any(char::is_control) {
            let reason = format!("each tag must have 1 to {TAG_CHARACTERS} characters");
            return Err(InvalidContent { field: "tags", reason });
        }
        if !kept.contains(&tag) {
            kept.push(tag);
        }
    }
    if kept.len() > TAGS {
        return Err(InvalidContent { field: "tags", reason: format!("must be at most {TAGS}") });
    }
    Ok(kept)
}

/// One tag, or the beginning of one, as it is kept.
pub fn one(tag: &str) -> String {
    let words: Vec<String> =
        tag.nfkc().collect::<String>().split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tags: &[&str]) -> Result<Vec<String>, InvalidContent> {
        normalise(&tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn the_same_word_is_one_tag_however_it_is_written() {
        assert_eq!(check(&[" Lost  Child ", "lost child", "ŁÓDŹ"]).unwrap(), ["lost child", "łódź"]);
        assert_eq!(check(&[]).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn tags_are_few_and_short() {
        assert!(check(&["ü".repeat(30).as_str()]).is_ok());
        assert!(check(&["ü".repeat(31).as_str()]).is_err());
        assert!(check(&["  "]).is_err());
        let many: Vec<String> = (0..11).map(|number| format!("tag {number}")).collect();
        assert!(normalise(&many).is_err());
        assert!(normalise(many.get(..10).unwrap()).is_ok());
    }
}
