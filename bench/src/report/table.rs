//! The table for the terminal.

use std::fmt::Write;

use super::{Report, load, title};
use crate::numbers::written;
use crate::outcome::{Figure, Outcome, Target};

/// Everything that was found.
pub fn table(report: &Report) -> String {
    let mut out = String::new();
    let machine = &report.machine;
    line(
        &mut out,
        format_args!("{} cores, {}, {} MiB", machine.cores, machine.processor, machine.memory_mib),
    );
    let mut scenario = "";
    for outcome in &report.outcomes {
        if outcome.scenario != scenario {
            scenario = outcome.scenario;
            line(&mut out, format_args!("\n{}", scenario.to_uppercase()));
        }
        case(&mut out, outcome);
    }
    if !report.ratios.is_empty() {
        line(&mut out, format_args!("\nBESIDE ITS PEERS"));
    }
    for ratio in &report.ratios {
        let (ours, theirs) = (written(ratio.ours), written(ratio.theirs));
        let times = written(ratio.times);
        line(
            &mut out,
            format_args!(
                "  {} {}: {ours} {} to {theirs} of {}, {times} times{}",
                ratio.scenario,
                ratio.figure,
                ratio.unit,
                ratio.peer,
                aim(ratio.target, ratio.times)
            ),
        );
    }
    out
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{text}");
}

fn case(out: &mut String, outcome: &Outcome) {
    line(out, format_args!("  {}", title(outcome)));
    for one in &outcome.figures {
        line(out, format_args!("    {}", figure(one, outcome.runs)));
    }
    line(out, format_args!("    {}", load(outcome)));
    if !outcome.settings.is_empty() {
        let settings: Vec<_> =
            outcome.settings.iter().map(|(name, value)| format!("{name}={value}")).collect();
        line(out, format_args!("    with {}", settings.join(" ")));
    }
    if !outcome.refused.is_empty() {
        let refused: Vec<_> = outcome.refused.iter().map(|(code, times)| format!("{code} {times}")).collect();
        line(out, format_args!("    refused: {}", refused.join(", ")));
    }
    for note in &outcome.notes {
        line(out, format_args!("    {note}"));
    }
    for broken in &outcome.broken {
        line(out, format_args!("    BROKEN PROMISE: {broken}"));
    }
    if outcome.contended {
        line(out, format_args!("    the machine was shared with others meanwhile: measure again"));
    }
}

fn figure(figure: &Figure, runs: usize) -> String {
    let value = format!("{} {}", written(figure.value), figure.unit);
    let spread = if runs > 1 {
        format!("  ({} to {} in {runs} runs)", written(figure.lowest), written(figure.highest))
    } else {
        String::new()
    };
    format!("{:<28} {:>16}{spread}{}", figure.name, value.trim_end(), aim(figure.target, figure.value))
}

fn aim(target: Option<Target>, value: f64) -> String {
    let words = match target {
        None => return String::new(),
        Some(Target::AtMost(most)) => format!("at most {}", written(most)),
        Some(Target::AtLeast(least)) => format!("at least {}", written(least)),
    };
    let met = target.is_some_and(|target| target.is_met(value));
    format!("  aim: {words}{}", if met { "" } else { ", missed" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_promise_and_a_missed_aim_are_named() {
        let mut outcome = Outcome::new("chats", "2,000 a second");
        outcome.aimed("p99 to the peer", "ms", 40.0, Target::AtMost(25.0));
        outcome.broken.push("1 shown twice".to_owned());
        outcome.settings.insert("MESSENGER_FRAMES", "100".to_owned());
        let table = table(&Report::new(vec![outcome]));
        for words in [
            "CHATS",
            "p99 to the peer",
            "40.0 ms",
            "missed",
            "BROKEN PROMISE: 1 shown twice",
            "MESSENGER_FRAMES=100",
        ] {
            assert!(table.contains(words), "{words} in\n{table}");
        }
    }
}
