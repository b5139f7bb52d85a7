//! Plots as SVG, drawn with the page's own colours so that they fit light and dark.

use std::fmt::Write;

use super::page::escaped;
use crate::numbers::written;
use crate::outcome::Plot;

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 300.0;
/// Room for the numbers beside the axes.
const LEFT: f64 = 74.0;
const RIGHT: f64 = 18.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 50.0;
/// Colours that the page has for lines.
const COLOURS: usize = 5;

/// An axis: from where to where, whether by factors, and over which stretch of the picture.
struct Axis {
    from: f64,
    to: f64,
    by_factors: bool,
    begin: f64,
    end: f64,
}

impl Axis {
    fn place(&self, value: f64) -> f64 {
        let scale = |value: f64| if self.by_factors { value.max(1e-9).log10() } else { value };
        let (from, to) = (scale(self.from), scale(self.to));
        let share = if to > from { (scale(value) - from) / (to - from) } else { 0.5 };
        self.begin + share * (self.end - self.begin)
    }

    /// Where numbers stand.
    fn ticks(&self) -> Vec<f64> {
        if self.by_factors { factors(self.from, self.to) } else { steps(self.from, self.to) }
    }
}

/// Round numbers between two, about five.
fn steps(from: f64, to: f64) -> Vec<f64> {
    let rough = (to - from).max(1e-9) / 5.0;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|by| by * power).find(|step| *step >= rough);
    let step = step.unwrap_or(rough);
    let first = (from / step).ceil() * step;
    (0..12).map(|number| first + f64::from(number) * step).take_while(|at| *at <= to + step * 1e-6).collect()
}

/// Powers of ten between two; with their halves and fifths when there are few.
fn factors(from: f64, to: f64) -> Vec<f64> {
    let powers: Vec<f64> = (-4..9).map(|power| 10_f64.powi(power)).collect();
    let within = |value: &f64| *value >= from * 0.999 && *value <= to * 1.001;
    let few = (to / from.max(1e-9)).log10() < 2.5;
    let by: &[f64] = if few { &[1.0, 2.0, 5.0] } else { &[1.0] };
    powers.iter().flat_map(|power| by.iter().map(move |by| by * power)).filter(within).collect()
}

/// The picture, with its legend.
pub fn svg(plot: &Plot, across_by_factors: bool) -> String {
    let points = || plot.lines.iter().flat_map(|line| line.points.iter().copied());
    if points().next().is_none() {
        return String::new();
    }
    let (left, right) = bounds(points().map(|(x, _)| x), across_by_factors);
    let (low, high) = bounds(points().map(|(_, y)| y), plot.by_factors);
    let low = if plot.by_factors { low } else { low.min(0.0) };
    let across =
        Axis { from: left, to: right, by_factors: across_by_factors, begin: LEFT, end: WIDTH - RIGHT };
    let high = if plot.by_factors { high } else { high + (high - low) * 0.06 };
    let up = Axis { from: low, to: high, by_factors: plot.by_factors, begin: HEIGHT - BOTTOM, end: TOP };
    let mut out = String::new();
    let _ = write!(
        out,
        "<figure><figcaption>{}</figcaption><svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">",
        escaped(&plot.title),
        escaped(&plot.title)
    );
    grid(&mut out, plot, &across, &up);
    for (number, line) in plot.lines.iter().enumerate() {
        draw(&mut out, number % COLOURS, &line.name, &line.points, &across, &up);
    }
    out.push_str("</svg>");
    legend(&mut out, plot);
    out.push_str("</figure>");
    out
}

/// The smallest and the largest; nothing below what factors can show.
fn bounds(values: impl Iterator<Item = f64>, by_factors: bool) -> (f64, f64) {
    let values = values.map(|value| if by_factors { value.max(0.01) } else { value });
    let (low, high) =
        values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
    match (by_factors, high > low) {
        (true, _) => (10_f64.powf((low * 0.9).log10()), 10_f64.powf((high * 1.15).log10())),
        (false, true) => (low, high),
        (false, false) => (low.min(0.0), high.max(low.min(0.0) + 1.0)),
    }
}

fn grid(out: &mut String, plot: &Plot, across: &Axis, up: &Axis) {
    for tick in up.ticks() {
        let y = up.place(tick);
        let _ = write!(
            out,
            "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>\
             <text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            WIDTH - RIGHT,
            LEFT - 8.0,
            y + 4.0,
            tick_text(tick)
        );
    }
    for tick in across.ticks() {
        let x = across.place(tick);
        let _ = write!(
            out,
            "<line class=\"grid\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{TOP}\" y2=\"{}\"/>\
             <text x=\"{x:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            HEIGHT - BOTTOM,
            HEIGHT - BOTTOM + 19.0,
            tick_text(tick)
        );
    }
    let middle = f64::midpoint(LEFT, WIDTH - RIGHT);
    let _ = write!(
        out,
        "<text class=\"axis\" x=\"{middle}\" y=\"{}\" text-anchor=\"middle\">{}</text>\
         <text class=\"axis\" transform=\"translate(15 {}) rotate(-90)\" text-anchor=\"middle\">{}</text>",
        HEIGHT - 8.0,
        escaped(plot.across),
        f64::midpoint(TOP, HEIGHT - BOTTOM),
        escaped(plot.up)
    );
}

/// Numbers on axes are round, so they need no more digits than they have.
fn tick_text(tick: f64) -> String {
    let text = written(tick);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

fn draw(out: &mut String, colour: usize, name: &str, points: &[(f64, f64)], across: &Axis, up: &Axis) {
    let places: Vec<String> =
        points.iter().map(|(x, y)| format!("{:.1},{:.1}", across.place(*x), up.place(*y))).collect();
    let _ = write!(out, "<polyline class=\"line c{colour}\" points=\"{}\"/>", places.join(" "));
    // Dots only where they stay apart; each says its numbers when pointed at.
    if points.len() > 24 {
        return;
    }
    for (x, y) in points {
        let _ = write!(
            out,
            "<circle class=\"dot c{colour}\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"3.2\"><title>{}: {} at {}</title></circle>",
            across.place(*x),
            up.place(*y),
            escaped(name),
            written(*y),
            written(*x)
        );
    }
}

fn legend(out: &mut String, plot: &Plot) {
    if plot.lines.len() < 2 {
        return;
    }
    out.push_str("<ul class=\"legend\">");
    for (number, line) in plot.lines.iter().enumerate() {
        let _ = write!(out, "<li><i class=\"c{}\"></i>{}</li>", number % COLOURS, escaped(&line.name));
    }
    out.push_str("</ul>");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcome::Line;

    #[test]
    fn axes_have_round_numbers() {
        assert_eq!(steps(0.0, 10.0), [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        assert_eq!(factors(0.8, 60.0), [1.0, 2.0, 5.0, 10.0, 20.0, 50.0]);
        assert_eq!(factors(1.0, 100_000.0), [1.0, 10.0, 100.0, 1_000.0, 10_000.0, 100_000.0]);
    }

    #[test]
    fn higher_values_stand_higher_and_names_are_escaped() {
        let line = Line { name: "<p99>".to_owned(), points: vec![(1_000.0, 1.0), (10_000.0, 100.0)] };
        let plot = Plot {
            title: "a & b".to_owned(),
            across: "offered",
            up: "ms",
            by_factors: true,
            lines: vec![line],
        };
        let svg = svg(&plot, false);
        assert!(svg.contains("a &amp; b") && svg.contains("&lt;p99&gt;") && !svg.contains("<p99>"));
        let places = svg.split_once("points=\"").unwrap().1.split_once('"').unwrap().0;
        let y: Vec<f64> =
            places.split(' ').map(|at| at.split_once(',').unwrap().1.parse().unwrap()).collect();
        assert!(y[0] > y[1], "{places}");
    }

    #[test]
    fn a_plot_without_points_is_left_out() {
        let plot = Plot { title: String::new(), across: "", up: "", by_factors: false, lines: Vec::new() };
        assert_eq!(svg(&plot, false), "");
    }
}
