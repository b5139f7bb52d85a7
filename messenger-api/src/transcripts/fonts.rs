//! The letters of a transcript: Noto Sans, which has those of all our languages. Only the letters that are used end up
//! in the document.

use krilla::text::Font;
use ttf_parser::Face;

const REGULAR: &[u8] = include_bytes!("../../fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../fonts/NotoSans-Bold.ttf");
/// Stands for a letter that the font does not have.
const UNKNOWN: char = '\u{fffd}';

/// A font that can be drawn and measured.
pub struct Letters {
    /// For drawing.
    pub font: Font,
    face: Face<'static>,
}

impl Letters {
    /// Upright letters; none if the font that was built in cannot be read.
    pub fn regular() -> Option<Self> {
        Self::read(REGULAR)
    }

    /// Bold letters.
    pub fn bold() -> Option<Self> {
        Self::read(BOLD)
    }

    fn read(bytes: &'static [u8]) -> Option<Self> {
        Some(Self { font: Font::new(bytes.into(), 0)?, face: Face::parse(bytes, 0).ok()? })
    }

    /// How wide a text is at a size, in points; close enough to break lines by.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        text.chars().map(|character| self.advance(character)).sum::<f32>() * size
    }

    /// The share of the size that a letter takes.
    fn advance(&self, character: char) -> f32 {
        let glyph = self.face.glyph_index(character);
        let units = glyph.and_then(|glyph| self.face.glyph_hor_advance(glyph)).unwrap_or_default();
        f32::from(units) / f32::from(self.face.units_per_em())
    }

    /// A text of letters that the font has: others become a sign that says so, control characters spaces.
    pub fn known(&self, text: &str) -> String {
        let known = |character: char| match character {
            _ if character.is_control() => ' ',
            _ if self.face.glyph_index(character).is_some() => character,
            _ => UNKNOWN,
        };
        text.chars().map(known).collect()
    }

    /// A text in lines that are at most so wide. A word that is wider is broken.
    pub fn lines(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        text.lines().flat_map(|line| self.wrap(&self.known(line), size, width)).collect()
    }

    fn wrap(&self, line: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines = vec![String::new()];
        let mut used = 0.0;
        for word in line.split_inclusive(' ') {
            let needed = self.width(word.trim_end(), size);
            if used > 0.0 && used + needed > width {
                lines.push(String::new());
                used = 0.0;
            }
            if needed <= width {
                push(&mut lines, word);
                used += self.width(word, size);
                continue;
            }
            for character in word.chars() {
                let advance = self.advance(character) * size;
                if used > 0.0 && used + advance > width {
                    lines.push(String::new());
                    used = 0.0;
                }
                push(&mut lines, character.encode_utf8(&mut [0; 4]));
                used += advance;
            }
        }
        lines
    }
}

fn push(lines: &mut [String], text: &str) {
    if let Some(last) = lines.last_mut() {
        last.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_our_languages_are_known() {
        let letters = Letters::regular().unwrap();
        for text in
            ["Zażółć gęślą jaźń", "Ґанок, їжа, щось, є", "¿Dónde? ñ", "Straße ÄÖÜ", "Où ça, œuf, « là »"]
        {
            assert_eq!(letters.known(text), text);
            assert_eq!(Letters::bold().unwrap().known(text), text);
        }
        assert_eq!(letters.known("a\u{1f198}\tb"), "a\u{fffd} b");
    }

    #[test]
    fn no_line_is_wider_than_it_may_be_and_nothing_is_lost() {
        let letters = Letters::regular().unwrap();
        let text = format!("A few words and {} then more words", "x".repeat(300));
        let lines = letters.lines(&text, 10.0, 120.0);
        assert!(lines.len() > 5);
        assert!(lines.iter().all(|line| letters.width(line.trim_end(), 10.0) <= 120.0), "{lines:?}");
        assert_eq!(lines.concat(), text);
    }
}
