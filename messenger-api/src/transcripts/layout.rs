//! Puts a transcript on pages.

use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::text::TextDirection;

use super::fonts::Letters;
use super::model::Block;

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
struct Line {
    left: f32,
    text: String,
    size: f32,
    height: f32,
    bold: bool,
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
    let (regular, bold) = (Letters::regular()?, Letters::bold()?);
    let lines: Vec<Line> = blocks.iter().flat_map(|block| lines_of(block, &regular, &bold)).collect();
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
            draw(&mut surface, line, top, if line.bold { &bold } else { &regular });
            top += line.height;
        }
        let foot = format!("{} / {count}", index + 1);
        let left = PAGE.0 - MARGIN - regular.width(&foot, SMALL.0);
        draw(&mut surface, &line(foot, left, SMALL, false, QUIET, 0.0), PAGE.1 - MARGIN + 12.0, &regular);
        surface.finish();
        page.finish();
    }
    document.finish().ok()
}

fn draw(surface: &mut Surface<'_>, line: &Line, top: f32, letters: &Letters) {
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
    let start = Point::from_xy(line.left, top + line.size);
    surface.draw_text(start, letters.font.clone(), line.size, &line.text, false, TextDirection::Auto);
}

fn fill((red, green, blue): Colour) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }
}

fn line(text: String, left: f32, (size, height): (f32, f32), bold: bool, colour: Colour, above: f32) -> Line {
    Line { left, text, size, height, bold, colour, above, note: false, leads: false }
}

/// A block in lines.
fn lines_of(block: &Block, regular: &Letters, bold: &Letters) -> Vec<Line> {
    let width = PAGE.0 - 2.0 * MARGIN;
    match block {
        Block::Title(text) => vec![line(bold.known(text), MARGIN, TITLE, true, BLACK, 0.0)],
        Block::Fact(name, value) => fact(name, value, regular),
        Block::Day(text) => {
            vec![Line { leads: true, ..line(bold.known(text), MARGIN, TEXT, true, QUIET, 18.0) }]
        }
        Block::Notice(text) => {
            let lines = regular.lines(text, TEXT.0, width).into_iter();
            lines.map(|text| line(text, MARGIN, TEXT, false, QUIET, 4.0)).collect()
        }
        Block::Said { who, at, text } => {
            let head = line(bold.known(&format!("{at}  {who}")), MARGIN, TEXT, true, BLACK, 8.0);
            let words = regular.lines(text, TEXT.0, width).into_iter();
            let words = words.map(|text| line(text, MARGIN, TEXT, false, BLACK, 0.0));
            std::iter::once(Line { leads: true, ..head }).chain(words).collect()
        }
        Block::Note { who, at, text } => {
            let left = MARGIN + NOTE_INDENT;
            let head = format!("{at}  Note by {who}, for colleagues only");
            let head = line(bold.known(&head), left, SMALL, true, BLACK, 8.0);
            let words = regular.lines(text, TEXT.0, width - 2.0 * NOTE_INDENT).into_iter();
            let words = words.map(|text| line(text, left, TEXT, false, BLACK, 0.0));
            let all = std::iter::once(Line { leads: true, ..head }).chain(words);
            all.map(|line| Line { note: true, ..line }).collect()
        }
    }
}

/// The name at the left of the first line of the value.
fn fact(name: &str, value: &str, regular: &Letters) -> Vec<Line> {
    let left = MARGIN + FACT_INDENT;
    let values = regular.lines(value, TEXT.0, PAGE.0 - MARGIN - left).into_iter();
    let mut lines =
        vec![Line { height: 0.0, leads: true, ..line(name.to_owned(), MARGIN, TEXT, false, QUIET, 1.0) }];
    lines.extend(values.map(|text| line(text, left, TEXT, false, BLACK, 0.0)));
    lines
}

/// Lines on pages: what leads to something stands on the page of what follows it.
fn pages_of(lines: Vec<Line>) -> Vec<Vec<Line>> {
    let bottom = PAGE.1 - MARGIN;
    let mut pages: Vec<Vec<Line>> = vec![Vec::new()];
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
        let (regular, bold) = (Letters::regular().unwrap(), Letters::bold().unwrap());
        let said = |number: usize| Block::Said {
            who: "Anna".to_owned(),
            at: "10:00".to_owned(),
            text: "word ".repeat(number % 70 + 1),
        };
        let lines = (0..200).flat_map(|number| lines_of(&said(number), &regular, &bold)).collect();
        let pages = pages_of(lines);
        assert!(pages.len() > 10);
        for page in pages {
            let height: f32 = page.iter().map(|line| line.above + line.height).sum();
            assert!(height <= PAGE.1 - 2.0 * MARGIN);
            assert!(!page.last().unwrap().leads, "a name stands with what was said");
        }
    }
}
