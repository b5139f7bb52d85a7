//! The page: one file without anything from elsewhere, readable in light and dark.

use std::fmt::Write;

use super::{Ratio, Report, load, plot, title};
use crate::numbers::written;
use crate::outcome::{Figure, Line, Outcome, Plot, Target};
use crate::scenarios;

/// The look.
const STYLE: &str = include_str!("page.css");

/// The whole page.
pub fn page(report: &Report) -> String {
    let mut out = String::new();
    let machine = &report.machine;
    let _ = write!(
        out,
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>Steward measured</title><style>{STYLE}</style></head><body><main>\
         <h1>Steward measured</h1><p class=\"soft\">{} · {} cores that service, database and generator share · {} · {} MiB</p>",
        report.at.format("%-d %B %Y, %H:%M UTC"),
        machine.cores,
        escaped(&machine.processor),
        written(crate::numbers::float(machine.memory_mib)),
    );
    verdict(&mut out, report);
    if !report.ratios.is_empty() {
        out.push_str("<h2>Beside its peers</h2><p class=\"soft\">The same load on the same machine in the same run.</p>");
        report.ratios.iter().for_each(|ratio| ratio_card(&mut out, ratio));
    }
    let mut rest = report.outcomes.as_slice();
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|outcome| outcome.scenario == first.scenario).count();
        let (group, others) = rest.split_at(count);
        scenario(&mut out, group);
        rest = others;
    }
    out.push_str("</main></body></html>\n");
    out
}

fn verdict(out: &mut String, report: &Report) {
    let broken: usize = report.outcomes.iter().map(|outcome| outcome.broken.len()).sum();
    let (class, words) = match broken {
        0 => ("verdict", "Every promise was kept: nothing lost, doubled or out of order".to_owned()),
        1 => ("verdict bad", "One promise was broken: see below".to_owned()),
        _ => ("verdict bad", format!("{broken} promises were broken: see below")),
    };
    let _ = write!(out, "<p class=\"{class}\">{words}</p>");
}

fn ratio_card(out: &mut String, ratio: &Ratio) {
    let most = ratio.ours.max(ratio.theirs).max(1e-9);
    let bar = |name: &str, value: f64, colour: usize| {
        format!(
            "<span>{}</span><span><span class=\"bar c{colour}\" style=\"display:block;width:{:.1}%\"></span></span>\
             <span>{} {}</span>",
            escaped(name),
            value / most * 100.0,
            written(value),
            escaped(ratio.unit)
        )
    };
    let _ = write!(
        out,
        "<div class=\"card\"><h3>{}, {}: {} times {}</h3><div class=\"bars\">{}{}</div>{}</div>",
        ratio.scenario,
        escaped(&ratio.figure),
        written(ratio.times),
        escaped(ratio.peer),
        bar("Steward", ratio.ours, 0),
        bar(ratio.peer, ratio.theirs, 4),
        ratio
            .target
            .map_or_else(String::new, |target| format!("<p class=\"load\">{}</p>", aim(target, ratio.times))),
    );
}

fn scenario(out: &mut String, group: &[Outcome]) {
    let Some(first) = group.first() else { return };
    let _ = write!(
        out,
        "<h2 id=\"{0}\">{0}</h2><p class=\"soft\">{1}</p>",
        first.scenario,
        escaped(scenarios::purpose(first.scenario))
    );
    if let Some(plot) = across_cases(group) {
        let _ =
            write!(out, "<div class=\"card\"><div class=\"plots\">{}</div></div>", plot::svg(&plot, false));
    }
    group.iter().for_each(|outcome| case(out, outcome));
}

/// Latencies over the offered rates, where a scenario has several.
fn across_cases(group: &[Outcome]) -> Option<Plot> {
    let lines = ["p50 to the peer", "p95 to the peer", "p99 to the peer"].map(|name| Line {
        name: name.to_owned(),
        points: group.iter().filter_map(|one| Some((one.value("offered")?, one.value(name)?))).collect(),
    });
    let several = lines.iter().all(|line| line.points.len() > 1);
    several.then(|| Plot {
        title: "Latency by rate".to_owned(),
        across: "messages a second, offered",
        up: "ms",
        by_factors: true,
        lines: lines.to_vec(),
    })
}

fn case(out: &mut String, outcome: &Outcome) {
    let _ = write!(out, "<div class=\"card\"><h3>{}</h3><table>", escaped(&title(outcome)));
    let spread = if outcome.runs > 1 { format!("spread of {} runs", outcome.runs) } else { String::new() };
    let _ = write!(
        out,
        "<tr><th>figure</th><th class=\"number\">value</th><th class=\"number\">{spread}</th><th>aim</th></tr>"
    );
    outcome.figures.iter().for_each(|figure| row(out, figure, outcome.runs));
    let _ = write!(out, "</table><p class=\"load\">{}</p>", escaped(&load(outcome)));
    if !outcome.settings.is_empty() {
        let settings: Vec<_> =
            outcome.settings.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let _ = write!(out, "<p class=\"settings\">with {}</p>", escaped(&settings.join(" · ")));
    }
    if !outcome.refused.is_empty() {
        let refused: Vec<_> = outcome.refused.iter().map(|(code, times)| format!("{code} {times}")).collect();
        let _ = write!(out, "<p class=\"load\">refused: {}</p>", escaped(&refused.join(", ")));
    }
    for note in &outcome.notes {
        let _ = write!(out, "<p class=\"load\">{}</p>", escaped(note));
    }
    for broken in &outcome.broken {
        let _ = write!(out, "<p class=\"alert bad\">Broken promise: {}</p>", escaped(broken));
    }
    if outcome.contended {
        out.push_str("<p class=\"alert\">The machine was shared with others meanwhile: measure again.</p>");
    }
    if !outcome.plots.is_empty() {
        out.push_str("<div class=\"plots\">");
        for picture in &outcome.plots {
            out.push_str(&plot::svg(picture, picture.across.starts_with("one in")));
        }
        out.push_str("</div>");
    }
    out.push_str("</div>");
}

fn row(out: &mut String, figure: &Figure, runs: usize) {
    let spread = if runs > 1 {
        format!("{} – {}", written(figure.lowest), written(figure.highest))
    } else {
        String::new()
    };
    let _ = write!(
        out,
        "<tr><td>{}</td><td class=\"number\">{} {}</td><td class=\"number soft\">{spread}</td><td>{}</td></tr>",
        escaped(&figure.name),
        written(figure.value),
        escaped(figure.unit),
        figure.target.map_or_else(String::new, |target| aim(target, figure.value)),
    );
}

fn aim(target: Target, value: f64) -> String {
    let words = match target {
        Target::AtMost(most) => format!("at most {}", written(most)),
        Target::AtLeast(least) => format!("at least {}", written(least)),
    };
    let (class, verdict) = if target.is_met(value) { ("met", "met") } else { ("missed", "missed") };
    format!("<span class=\"{class}\">{words}: {verdict}</span>")
}

/// Text as it may stand in a page.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chats(rate: f64, p99: f64) -> Outcome {
        let mut outcome = Outcome::new("chats", format!("{rate} a second"));
        outcome.figure("offered", "a second", rate);
        for name in ["p50 to the peer", "p95 to the peer"] {
            outcome.figure(name, "ms", 1.0);
        }
        outcome.aimed("p99 to the peer", "ms", p99, Target::AtMost(25.0));
        outcome
    }

    #[test]
    fn the_page_stands_alone_and_names_what_was_missed() {
        let page = page(&Report::new(vec![chats(1_000.0, 5.0), chats(5_000.0, 40.0)]));
        assert!(page.contains("Every promise was kept"));
        assert!(page.contains("Latency by rate") && page.contains("<polyline"));
        assert!(page.contains("at most 25.0: met") && page.contains("at most 25.0: missed"));
        assert!(!page.contains("http://") && !page.contains("https://") && !page.contains("<script"));
    }

    #[test]
    fn broken_promises_stand_at_the_top_and_are_escaped() {
        let mut outcome = chats(1_000.0, 5.0);
        outcome.broken.push("<lost>".to_owned());
        let page = page(&Report::new(vec![outcome]));
        assert!(page.contains("One promise was broken") && page.contains("&lt;lost&gt;"));
    }
}
