//! Steward beside its peers: figures of the same name, of the same scenario, in the same run.

use serde::Serialize;

use crate::outcome::{Outcome, Target};

/// How often Steward's figure is a peer's.
#[derive(Debug, Clone, Serialize)]
pub struct Ratio {
    /// The scenario.
    pub scenario: &'static str,
    /// The figure.
    pub figure: String,
    /// Its unit.
    pub unit: &'static str,
    /// The peer.
    pub peer: &'static str,
    /// Steward's.
    pub ours: f64,
    /// The peer's.
    pub theirs: f64,
    /// Ours by theirs.
    pub times: f64,
    /// What it should be.
    pub target: Option<Target>,
}

/// What the ratio of a figure should be: from the wish of being clearly better than what is there.
fn target(peer: &str, scenario: &str) -> Option<Target> {
    match (peer, scenario) {
        ("ejabberd", "highest") => Some(Target::AtLeast(12.0)),
        ("socket.io", "announce") => Some(Target::AtLeast(2.5)),
        ("socket.io", "echo") => Some(Target::AtLeast(3.0)),
        ("socket.io", "idle") => Some(Target::AtMost(1.0 / 3.0)),
        _ => None,
    }
}

/// The figure of a scenario in which peers are compared.
fn compared(scenario: &str) -> Option<&'static str> {
    match scenario {
        "highest" | "echo" => Some("messages"),
        "announce" => Some("frames"),
        "idle" => Some("memory a socket"),
        _ => None,
    }
}

/// Every ratio that the outcomes allow.
pub fn of(outcomes: &[Outcome]) -> Vec<Ratio> {
    let peers = outcomes.iter().filter(|outcome| outcome.system != "Steward");
    let ratios = peers.filter_map(|peer| {
        let name = compared(peer.scenario)?;
        let ours = outcomes.iter().find(|one| one.system == "Steward" && one.scenario == peer.scenario)?;
        let figure = ours.figures.iter().find(|figure| figure.name == name)?;
        let theirs = peer.value(name).filter(|value| *value > 0.0)?;
        Some(Ratio {
            scenario: peer.scenario,
            figure: name.to_owned(),
            unit: figure.unit,
            peer: peer.system,
            ours: figure.value,
            theirs,
            times: figure.value / theirs,
            target: target(peer.system, peer.scenario),
        })
    });
    ratios.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_figure_of_the_same_scenario_is_compared() {
        let outcome = |system, scenario, name: &str, value| {
            let mut outcome = Outcome::new(scenario, "case");
            outcome.system = system;
            outcome.figure(name, "kB", value);
            outcome
        };
        let outcomes = [
            outcome("Steward", "idle", "memory a socket", 4.0),
            outcome("Steward", "chats", "p99", 4.0),
            outcome("socket.io", "idle", "memory a socket", 16.0),
            outcome("socket.io", "echo", "messages", 20_000.0),
        ];
        let ratios = of(&outcomes);
        assert_eq!(ratios.len(), 1);
        assert!((ratios[0].times - 0.25).abs() < 1e-9);
        assert!(ratios[0].target.unwrap().is_met(ratios[0].times));
    }
}
