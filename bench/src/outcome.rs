//! What a scenario found: figures with their spread, what they are measured against, and whether every promise
//! was kept. Table, JSON and pages are all made from this.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::system::machine::Load;

/// A figure of one case, the median of its runs.
#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    /// What it is, such as `p99 to the peer`.
    pub name: String,
    /// Its unit, such as `ms`; empty for a count.
    pub unit: &'static str,
    /// The median.
    pub value: f64,
    /// The smallest of the runs.
    pub lowest: f64,
    /// The largest of the runs.
    pub highest: f64,
    /// What it should be, on a machine of two cores. Never decides about failure.
    pub target: Option<Target>,
}

/// What a figure should be.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// Not more.
    AtMost(f64),
    /// Not less.
    AtLeast(f64),
}

impl Target {
    /// Whether a value keeps it.
    pub fn is_met(self, value: f64) -> bool {
        match self {
            Self::AtMost(most) => value <= most,
            Self::AtLeast(least) => value >= least,
        }
    }
}

/// A line of a plot.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// Its name in the legend.
    pub name: String,
    /// Its points.
    pub points: Vec<(f64, f64)>,
}

/// A picture of a case.
#[derive(Debug, Clone, Serialize)]
pub struct Plot {
    /// What it shows.
    pub title: String,
    /// The horizontal axis.
    pub across: &'static str,
    /// The vertical axis.
    pub up: &'static str,
    /// Whether the vertical axis grows by factors.
    pub by_factors: bool,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// What one case of a scenario found.
#[derive(Debug, Clone, Serialize)]
pub struct Outcome {
    /// The scenario, such as `chats`.
    pub scenario: &'static str,
    /// What was measured: Steward, or a peer.
    pub system: &'static str,
    /// The case, such as `2,000 a second`.
    pub case: String,
    /// The figures.
    pub figures: Vec<Figure>,
    /// Promises that were broken, in words. Empty is the only good answer.
    pub broken: Vec<String>,
    /// Refusals by code.
    pub refused: BTreeMap<String, u64>,
    /// What else a reader must know.
    pub notes: Vec<String>,
    /// Pictures.
    pub plots: Vec<Plot>,
    /// Settings of the server that were not the defaults.
    pub settings: BTreeMap<&'static str, String>,
    /// What the machine did meanwhile.
    pub load: Load,
    /// How often it was measured.
    pub runs: usize,
    /// Whether the machine was not left to the measurement.
    pub contended: bool,
}

impl Outcome {
    /// An empty one of Steward.
    pub fn new(scenario: &'static str, case: impl Into<String>) -> Self {
        Self {
            scenario,
            system: "Steward",
            case: case.into(),
            figures: Vec::new(),
            broken: Vec::new(),
            refused: BTreeMap::new(),
            notes: Vec::new(),
            plots: Vec::new(),
            settings: BTreeMap::new(),
            load: Load::default(),
            runs: 1,
            contended: false,
        }
    }

    /// Adds a figure.
    pub fn figure(&mut self, name: impl Into<String>, unit: &'static str, value: f64) -> &mut Self {
        self.push(name.into(), unit, value, None);
        self
    }

    /// Adds a figure that has a target.
    pub fn aimed(
        &mut self,
        name: impl Into<String>,
        unit: &'static str,
        value: f64,
        target: Target,
    ) -> &mut Self {
        self.push(name.into(), unit, value, Some(target));
        self
    }

    fn push(&mut self, name: String, unit: &'static str, value: f64, target: Option<Target>) {
        self.figures.push(Figure { name, unit, value, lowest: value, highest: value, target });
    }

    /// The value of a figure.
    pub fn value(&self, name: &str) -> Option<f64> {
        self.figures.iter().find(|figure| figure.name == name).map(|figure| figure.value)
    }

    /// Adds what the machine did meanwhile.
    pub fn under(mut self, load: Load) -> Self {
        self.contended = load.is_contended();
        self.load = load;
        self
    }

    /// Several runs as one: each figure is the median, with its spread; broken promises of any run stay.
    pub fn of_runs(mut runs: Vec<Self>) -> Option<Self> {
        let count = runs.len();
        let mut one = runs.pop()?;
        for figure in &mut one.figures {
            let mut values = vec![figure.value];
            values.extend(runs.iter().filter_map(|run| run.value(&figure.name)));
            values.sort_by(f64::total_cmp);
            figure.lowest = values.first().copied().unwrap_or(figure.value);
            figure.highest = values.last().copied().unwrap_or(figure.value);
            figure.value = median(&values).unwrap_or(figure.value);
        }
        for run in runs {
            one.contended |= run.contended;
            one.broken.extend(run.broken);
            for (code, times) in run.refused {
                *one.refused.entry(code).or_default() += times;
            }
        }
        one.runs = count;
        Some(one)
    }
}

/// The middle of sorted values; between two, their mean.
fn median(sorted: &[f64]) -> Option<f64> {
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = *sorted.get((sorted.len() - 1) / 2)?;
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(value: f64) -> Outcome {
        let mut outcome = Outcome::new("chats", "one");
        outcome.figure("p99", "ms", value);
        outcome
    }

    #[test]
    fn runs_become_their_median_with_a_spread() {
        let mut bad = run(30.0);
        bad.broken.push("lost 1".to_owned());
        bad.refused.insert("overloaded".to_owned(), 2);
        let one = Outcome::of_runs(vec![bad, run(10.0), run(12.0)]).unwrap();
        let figure = &one.figures[0];
        assert_eq!((figure.lowest, figure.value, figure.highest), (10.0, 12.0, 30.0));
        assert_eq!(one.broken, ["lost 1"]);
        assert_eq!(one.refused["overloaded"], 2);
        assert_eq!(one.runs, 3);
    }

    #[test]
    fn the_median_of_two_lies_between() {
        assert_eq!(median(&[1.0, 2.0]), Some(1.5));
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn targets_include_their_bound() {
        assert!(Target::AtMost(4.0).is_met(4.0) && !Target::AtMost(4.0).is_met(4.1));
        assert!(Target::AtLeast(4.0).is_met(4.0) && !Target::AtLeast(4.0).is_met(3.9));
    }
}
