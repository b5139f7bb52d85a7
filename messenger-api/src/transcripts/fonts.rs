//! The letters of a transcript: Noto Sans, which has those of all our languages, and behind it what else people write.
//! Only the letters that are used end up in the document.

use std::fmt::Write;

use krilla::text::Font;
use rustybuzz::Face;

const REGULAR: &[u8] = include_bytes!("../../fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../fonts/NotoSans-Bold.ttf");
/// What Noto Sans does not have. No Chinese, Japanese and Korean: their letters alone are larger than Steward.
const OTHERS: [&[u8]; 6] = [
    include_bytes!("../../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansDevanagari-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansThai-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansGeorgian-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansArmenian-Regular.ttf"),
];
const EMOJI: &[u8] = include_bytes!("../../fonts/NotoEmoji-Regular.ttf");

/// How heavy letters are; those of other scripts have one weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Words.
    Regular,
    /// Names and titles.
    Bold,
}

/// Letters that can be drawn and measured.
pub struct Letters {
    /// For drawing.
    pub font: Font,
    /// For shaping.
    pub face: Face<'static>,
}

impl Letters {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        Some(Self { font: Font::new(bytes.into(), 0)?, face: Face::from_slice(bytes, 0)? })
    }

    fn has(&self, character: char) -> bool {
        self.face.glyph_index(character).is_some()
    }

    /// The share of the size that a letter takes by itself.
    fn advance(&self, character: char) -> f32 {
        let glyph = self.face.glyph_index(character);
        let units = glyph.and_then(|glyph| self.face.glyph_hor_advance(glyph)).unwrap_or_default();
        f32::from(units) / self.font.units_per_em()
    }
}

/// All letters.
pub struct Fonts {
    regular: Letters,
    bold: Letters,
    others: Vec<Letters>,
    emoji: Letters,
}

impl Fonts {
    /// Reads them; none if a font that was built in cannot be read.
    pub fn open() -> Option<Self> {
        Some(Self {
            regular: Letters::read(REGULAR)?,
            bold: Letters::read(BOLD)?,
            others: OTHERS.into_iter().map(Letters::read).collect::<Option<_>>()?,
            emoji: Letters::read(EMOJI)?,
        })
    }

    /// Those that most is written in.
    pub fn main(&self, weight: Weight) -> &Letters {
        if weight == Weight::Bold { &self.bold } else { &self.regular }
    }

    fn all(&self, weight: Weight) -> impl Iterator<Item = &Letters> {
        std::iter::once(self.main(weight)).chain(&self.others).chain([&self.emoji])
    }

    /// The first that have everything of what is one sign for a reader, such as an accented letter or a flag.
    pub fn of(&self, sign: &str, weight: Weight) -> Option<&Letters> {
        // What asks to be a picture is one, also where letters have it: a heart, a digit in a box.
        let picture = sign.contains(['\u{fe0f}', '\u{20e3}']).then_some(&self.emoji);
        let mut all = picture.into_iter().chain(self.all(weight));
        all.find(|letters| sign.chars().all(|character| is_hidden(character) || letters.has(character)))
    }

    /// The share of the size that a sign takes; close enough to break lines by.
    pub fn advance(&self, sign: &str, weight: Weight) -> f32 {
        let letters = self.of(sign, weight).unwrap_or_else(|| self.main(weight));
        // However many characters a picture is made of, it is one.
        let characters = if std::ptr::eq(letters, &raw const self.emoji) { 1 } else { usize::MAX };
        let seen = sign.chars().filter(|character| !is_hidden(*character)).take(characters);
        seen.map(|character| letters.advance(character)).sum()
    }

    /// A text of letters that are here: the others become their number in Unicode, by which they can be looked up;
    /// control characters become spaces.
    pub fn known(&self, text: &str) -> String {
        let mut known = String::with_capacity(text.len());
        for character in text.chars() {
            if character.is_control() || matches!(character, '\u{2028}' | '\u{2029}') {
                known.push(' ');
            } else if is_hidden(character) || self.all(Weight::Regular).any(|letters| letters.has(character))
            {
                known.push(character);
            } else {
                // Writing to a text cannot fail.
                let _ = write!(known, "[U+{:04X}]", u32::from(character));
            }
        }
        known
    }
}

/// Characters that say how others are to be shown, and are not seen themselves: joiners, directions, variants, tags.
fn is_hidden(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0020}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_our_languages_and_of_our_guests_are_known() {
        let fonts = Fonts::open().unwrap();
        for text in [
            "Zażółć gęślą jaźń",
            "Ґанок, їжа, щось, є",
            "¿Dónde? ñ",
            "Straße ÄÖÜ",
            "Où ça, œuf, « là »",
            "Βοήθεια",
            "أحتاج إلى مساعدة",
            "אני צריך עזרה",
            "मुझे मदद चाहिए",
            "ขอความช่วยเหลือ",
            "დახმარება",
            "Օգնություն",
            "🆘 👩‍⚕️ 👍🏽 🇺🇦 ❤️ 1️⃣",
        ] {
            assert_eq!(fonts.known(text), text);
        }
    }

    #[test]
    fn what_is_not_known_can_be_looked_up() {
        let fonts = Fonts::open().unwrap();
        assert_eq!(fonts.known("助けて!\ta\u{2028}b"), "[U+52A9][U+3051][U+3066]! a b");
    }
}
