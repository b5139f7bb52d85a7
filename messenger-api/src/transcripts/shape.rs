//! Words as they are drawn: broken into lines, in the order in which they are seen, and shaped, so that letters join
//! and pictures of several characters are one.

use std::collections::BTreeSet;
use std::ops::Range;

use krilla::text::{GlyphId, KrillaGlyph};
use rustybuzz::{Direction, UnicodeBuffer};
use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_segmentation::UnicodeSegmentation;

use super::fonts::{Fonts, Letters, Weight};

/// Glyphs of the same letters, side by side.
pub struct Run<'a> {
    /// Whose glyphs.
    pub letters: &'a Letters,
    /// What they say.
    pub text: String,
    /// From left to right, in shares of the size.
    pub glyphs: Vec<KrillaGlyph>,
    /// Where they begin, from the left of the line, in shares of the size.
    pub left: f32,
}

/// A line of words.
#[derive(Default)]
pub struct Words<'a> {
    /// From left to right.
    pub runs: Vec<Run<'a>>,
    /// How wide it is, in shares of the size.
    pub width: f32,
    /// Whether it begins at the right.
    pub is_from_right: bool,
}

impl Fonts {
    /// One line that begins at the left, whatever it says.
    pub fn line(&self, text: &str, weight: Weight) -> Words<'_> {
        let text = self.known(text);
        self.words(&ParagraphBidiInfo::new(&text, Some(Level::ltr())), 0..text.len(), weight)
    }

    /// Regular words in lines that are at most so wide, in points. A word that is wider is broken.
    pub fn lines(&self, text: &str, size: f32, width: f32) -> Vec<Words<'_>> {
        let mut lines = Vec::new();
        for paragraph in text.lines() {
            let paragraph = self.known(paragraph);
            let order = ParagraphBidiInfo::new(&paragraph, None);
            let ranges = self.broken(&paragraph, width / size).into_iter();
            lines.extend(ranges.map(|range| self.words(&order, range, Weight::Regular)));
        }
        lines
    }

    fn broken(&self, text: &str, width: f32) -> Vec<Range<usize>> {
        let (mut lines, mut start, mut end, mut used) = (Vec::new(), 0, 0, 0.0);
        for word in text.split_inclusive(' ') {
            let needed = self.width(word.trim_end());
            // What fits into no line is broken between any two signs.
            let parts: Vec<&str> = if needed > width { word.graphemes(true).collect() } else { vec![word] };
            for part in parts {
                if used > 0.0 && used + self.width(part.trim_end()) > width {
                    lines.push(start..end);
                    (start, used) = (end, 0.0);
                }
                used += self.width(part);
                end += part.len();
            }
        }
        lines.push(start..end);
        lines
    }

    fn width(&self, text: &str) -> f32 {
        text.graphemes(true).map(|sign| self.advance(sign, Weight::Regular)).sum()
    }

    /// A part of a paragraph, as it is seen.
    fn words(&self, order: &ParagraphBidiInfo<'_>, line: Range<usize>, weight: Weight) -> Words<'_> {
        let mut words = Words { is_from_right: order.paragraph_level.is_rtl(), ..Words::default() };
        if line.is_empty() {
            return words;
        }
        let (levels, parts) = order.visual_runs(line);
        for part in parts {
            let is_from_right = levels.get(part.start).is_some_and(Level::is_rtl);
            let mut spans = self.spans(order.text.get(part).unwrap_or_default(), weight);
            if is_from_right {
                spans.reverse();
            }
            for (letters, text) in spans {
                let glyphs = shaped(letters, &text, is_from_right);
                let width: f32 = glyphs.iter().map(|glyph| glyph.x_advance).sum();
                words.runs.push(Run { letters, text, glyphs, left: words.width });
                words.width += width;
            }
        }
        words
    }

    /// A text in parts of the same letters, in the order in which it was written.
    fn spans<'a>(&'a self, text: &str, weight: Weight) -> Vec<(&'a Letters, String)> {
        let mut spans: Vec<(&'a Letters, String)> = Vec::new();
        let mut push = |letters: &'a Letters, part: &str| match spans.last_mut() {
            Some((last, text)) if std::ptr::eq(*last, letters) => text.push_str(part),
            _ => spans.push((letters, part.to_owned())),
        };
        for sign in text.graphemes(true) {
            if let Some(letters) = self.of(sign, weight) {
                push(letters, sign);
                continue;
            }
            for character in sign.chars() {
                let mut bytes = [0; 4];
                let part = &*character.encode_utf8(&mut bytes);
                push(self.of(part, weight).unwrap_or_else(|| self.main(weight)), part);
            }
        }
        spans
    }
}

/// Glyphs from left to right: joined, combined and mirrored as their script wants it.
fn shaped(letters: &Letters, text: &str, is_from_right: bool) -> Vec<KrillaGlyph> {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    buffer.set_direction(if is_from_right { Direction::RightToLeft } else { Direction::LeftToRight });
    let output = rustybuzz::shape(&letters.face, &[], buffer);
    let place = |cluster: u32| usize::try_from(cluster).unwrap_or_default();
    let starts: BTreeSet<usize> = output.glyph_infos().iter().map(|info| place(info.cluster)).collect();
    let units = letters.font.units_per_em();
    // Advances of a glyph fit into 16 bits, whatever the font.
    let share = |distance: i32| f32::from(i16::try_from(distance).unwrap_or(i16::MAX)) / units;
    let glyph = |(info, position): (&rustybuzz::GlyphInfo, &rustybuzz::GlyphPosition)| {
        let start = place(info.cluster);
        let end = starts.range(start + 1..).next().copied().unwrap_or(text.len());
        KrillaGlyph::new(
            GlyphId::new(info.glyph_id),
            share(position.x_advance),
            share(position.x_offset),
            share(position.y_offset),
            share(position.y_advance),
            start..end,
            None,
        )
    };
    output.glyph_infos().iter().zip(output.glyph_positions()).map(glyph).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(words: &Words<'_>) -> Vec<String> {
        words.runs.iter().map(|run| run.text.clone()).collect()
    }

    #[test]
    fn no_line_is_wider_than_it_may_be_and_nothing_is_lost() {
        let fonts = Fonts::open().unwrap();
        for long in ["x", "س", "🆘", "救"] {
            let text = format!("A few words and {} then more words", long.repeat(300));
            let lines = fonts.lines(&text, 10.0, 120.0);
            assert!(lines.len() > 5);
            let widest = lines.iter().map(|line| line.width * 10.0).fold(0.0, f32::max);
            // A space at the end of a line is not seen.
            assert!(widest <= 120.0 + 3.0, "{widest} with {long}");
            let all: String = lines.iter().flat_map(said).collect();
            assert_eq!(all.chars().count(), fonts.known(&text).chars().count());
        }
    }

    #[test]
    fn words_from_the_right_stand_as_they_are_read() {
        let fonts = Fonts::open().unwrap();
        let line = &fonts.lines("أنا في Gate 12 الآن", 10.0, 400.0)[0];
        assert!(line.is_from_right);
        let seen = said(line);
        let place = |word: &str| seen.iter().position(|run| run.contains(word)).unwrap();
        assert!(place("الآن") < place("Gate 12") && place("Gate 12") < place("أنا"), "{seen:?}");
        let lefts: Vec<f32> = line.runs.iter().map(|run| run.left).collect();
        assert!(lefts.is_sorted(), "{lefts:?}");
        // Within a run the last letter stands at the left.
        let first = &line.runs[0].glyphs[0];
        assert!(first.text_range.start > 0, "{:?}", first.text_range);
        assert!(!fonts.line("10:00 أحمد", Weight::Bold).is_from_right, "a time and a name begin at the left");
    }

    #[test]
    fn letters_join_and_pictures_of_several_characters_are_one() {
        let fonts = Fonts::open().unwrap();
        let glyphs = |text: &str| fonts.line(text, Weight::Regular).runs[0].glyphs.clone();
        let ids = |text: &str| glyphs(text).iter().map(|glyph| glyph.glyph_id.to_u32()).collect::<Vec<_>>();
        assert_ne!(ids("سس")[0], ids("س")[0], "the last letter of a word looks otherwise than alone");
        for picture in ["👩‍⚕️", "👍🏽", "🇺🇦"] {
            let seen = glyphs(picture).iter().filter(|glyph| glyph.x_advance > 0.0).count();
            assert_eq!(seen, 1, "{picture}");
        }
        for text in ["Hilfe", "مساعدة", "עזרה", "मदद", "ช่วย", "🆘", "[U+52A9]"] {
            assert!(!ids(text).contains(&0), "{text} is drawn");
        }
    }
}
