//! Puts a transcript on pages.

use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;

use super::fonts::{Fonts, Weight};
use super::model::Block;
use super::shape::Words;

/// A4, in points.
const PAGE: (f32, f32) = (595.0, 842.0);
/// Empty at each side.
const MARGIN: f32 = 56.0;
/// Height of the letters, and of a line.
const TEXT: (f32, f32) = (10.0, 14.5);
/// The same of small ones.
const SMALL: (f32, f32) = (8.5, 12.5);
/// The same of the title.
const TITLE: (f32, f32) = (18.0, 28.0);
/// How far the values stand from the names of facts.
const FACT_INDENT: f32 = 96.0;
/// How far a note stands in from its frame.
const NOTE_INDENT: f32 = 10.0;

type Colour = (u8, u8, u8);
const BLACK: Colour = (20, 28, 26);
const QUIET: Colour = (92, 104, 100);
const NOTE: Colour = (253, 243, 215);

/// One line at its place.
struct Line<'a> {
    left: f32,
    /// Where words that begin at the right begin.
    right: f32,
    words: Words<'a>,
    size: f32,
    height: f32,
    colour: Colour,
    /// Empty above it.
    above: f32,
    /// On the colour of notes.
    note: bool,
    /// Starts something that should not stand alone at the end of a page.
    leads: bool,
}

/// The document; none if it could not be made.
pub fn pdf(blocks: &[Block]) -> Option<Vec<u8>> {
    let fonts = Fonts::open()?;
    let lines: Vec<Line<'_>> = blocks.iter().flat_map(|block| lines_of(block, &fonts)).collect();
    let pages = pages_of(lines);
    let mut document = Document::new();
    document.set_metadata(Metadata::new().title("Transcript".to_owned()).creator("Steward".to_owned()));
    let count = pages.len();
    for (index, lines) in pages.iter().enumerate() {
        let mut page = document.start_page_with(PageSettings::from_wh(PAGE.0, PAGE.1)?);
        let mut surface = page.surface();
        let mut top = MARGIN;
        for line in lines {
            top += line.above;
            draw(&mut surface, line, top);
            top += line.height;
        }
        let foot = fonts.line(&format!("{} / {count}", index + 1), Weight::Regular);
        let left = PAGE.0 - MARGIN - foot.width * SMALL.0;
        draw(&mut surface, &line(foot, left, SMALL, QUIET, 0.0), PAGE.1 - MARGIN + 12.0);
        surface.finish();
        page.finish();
    }
    document.finish().ok()
}

fn draw(surface: &mut Surface<'_>, line: &Line<'_>, top: f32) {
    if line.note {
        let frame = Rect::from_xywh(MARGIN, top, PAGE.0 - 2.0 * MARGIN, line.height);
        let mut path = PathBuilder::new();
        if let Some(frame) = frame {
            path.push_rect(frame);
        }
        if let Some(path) = path.finish() {
            surface.set_fill(Some(fill(NOTE)));
            surface.draw_path(&path);
        }
    }
    surface.set_fill(Some(fill(line.colour)));
    let words = &line.words;
    let left = if words.is_from_right { line.right - words.width * line.size } else { line.left };
    for run in &words.runs {
        let start = Point::from_xy(left + run.left * line.size, top + line.size);
        surface.draw_glyphs(start, &run.glyphs, run.letters.font.clone(), &run.text, line.size, false);
    }
}

fn fill((red, green, blue): Colour) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }
}

fn line(words: Words<'_>, left: f32, (size, height): (f32, f32), colour: Colour, above: f32) -> Line<'_> {
    Line { left, right: PAGE.0 - MARGIN, words, size, height, colour, above, note: false, leads: false }
}

/// A block in lines.
fn lines_of<'a>(block: &Block, fonts: &'a Fonts) -> Vec<Line<'a>> {
    let bold = |text: &str| fonts.line(text, Weight::Bold);
    let said = |text: &str, left: f32, colour: Colour, above: f32| {
        let lines = fonts.lines(text, TEXT.0, PAGE.0 - MARGIN - left).into_iter();
        lines.map(move |words| line(words, left, TEXT, colour, above)).collect::<Vec<_>>()
    };
    match block {
        Block::Title(text) => vec![line(bold(text), MARGIN, TITLE, BLACK, 0.0)],
        Block::Fact(name, value) => {
            let name = line(fonts.line(name, Weight::Regular), MARGIN, TEXT, QUIET, 1.0);
            let values = said(value, MARGIN + FACT_INDENT, BLACK, 0.0).into_iter();
            // The name stands at the left of the first line of the value, which begins beside it in any script.
            let values =
                values.map(|line| Line { words: Words { is_from_right: false, ..line.words }, ..line });
            std::iter::once(Line { height: 0.0, leads: true, ..name }).chain(values).collect()
        }
        Block::Day(text) => vec![Line { leads: true, ..line(bold(text), MARGIN, TEXT, QUIET, 18.0) }],
        Block::Notice(text) => said(text, MARGIN, QUIET, 4.0),
        Block::Said { who, at, text } => {
            let head = line(bold(&format!("{at}  {who}")), MARGIN, TEXT, BLACK, 8.0);
            let words = said(text, MARGIN, BLACK, 0.0);
            std::iter::once(Line { leads: true, ..head }).chain(words).collect()
        }
        Block::Note { who, at, text } => {
            let left = MARGIN + NOTE_INDENT;
            let head = bold(&format!("{at}  Note by {who}, for colleagues only"));
            let head = Line { leads: true, ..line(head, left, SMALL, BLACK, 8.0) };
            let lines = fonts.lines(text, TEXT.0, PAGE.0 - 2.0 * left).into_iter();
            let words = lines.map(|words| line(words, left, TEXT, BLACK, 0.0));
            let all = std::iter::once(head).chain(words);
            all.map(|line| Line { note: true, right: PAGE.0 - left, ..line }).collect()
        }
    }
}

/// Lines on pages: what leads to something stands on the page of what follows it.
fn pages_of(lines: Vec<Line<'_>>) -> Vec<Vec<Line<'_>>> {
    let bottom = PAGE.1 - MARGIN;
    let mut pages: Vec<Vec<Line<'_>>> = vec![Vec::new()];
    let mut top = MARGIN;
    for line in lines {
        let room = if line.leads { 2.0 * TEXT.1 } else { 0.0 };
        if top + line.above + line.height + room > bottom {
            pages.push(Vec::new());
            top = MARGIN;
        }
        top += line.above + line.height;
        if let Some(page) = pages.last_mut() {
            page.push(line);
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_stands_below_the_foot_of_a_page() {
        let fonts = Fonts::open().unwrap();
        let said = |number: usize| Block::Said {
            who: "Anna".to_owned(),
            at: "10:00".to_owned(),
            text: "word ".repeat(number % 70 + 1),
        };
        let lines = (0..200).flat_map(|number| lines_of(&said(number), &fonts)).collect();
        let pages = pages_of(lines);
        assert!(pages.len() > 10);
        for page in pages {
            let height: f32 = page.iter().map(|line| line.above + line.height).sum();
            assert!(height <= PAGE.1 - 2.0 * MARGIN);
            assert!(!page.last().unwrap().leads, "a name stands with what was said");
        }
    }
}
