//! What was found, as a table for people and as JSON for programs.

use std::collections::BTreeMap;
use std::io::Write;

use serde::Serialize;

use crate::machine::Machine;
use crate::measure::{Latency, Tally};

/// More stolen processor time than this makes a run worthless for comparisons, in cores.
const STOLEN: f64 = 0.1;

/// One run of a scenario.
#[derive(Debug, Serialize)]
pub struct Run {
    /// Messages offered a second.
    pub rate: u32,
    /// Its length in seconds.
    pub seconds: u64,
    /// Sockets.
    pub sockets: usize,
    /// Messages that fell due.
    pub offered: u64,
    /// From due to acknowledged, in ms.
    pub acknowledged: Latency,
    /// From due to the peer's socket, in ms.
    pub delivered: Latency,
    /// Refusals by code.
    pub refused: BTreeMap<String, u64>,
    /// Acknowledged, and missing at one side.
    pub lost: u64,
    /// Shown twice.
    pub doubled: u64,
    /// Shown out of order.
    pub disordered: u64,
    /// Without an answer at the end.
    pub unanswered: u64,
    /// Sockets that broke.
    pub broken: u64,
    /// Cores taken from the machine meanwhile.
    pub stolen_cores: f64,
    /// Cores used by the service.
    pub service_cores: f64,
    /// Cores used by its database.
    pub database_cores: f64,
    /// Cores used by the generator.
    pub generator_cores: f64,
    /// Memory of the service at the end in MiB.
    pub service_mib: Option<f64>,
}

impl Run {
    /// A run's figures.
    pub fn new(
        rate: u32,
        seconds: u64,
        sockets: usize,
        tally: &Tally,
        stolen: f64,
        cores: &[f64],
        memory: Option<f64>,
    ) -> Self {
        let used = |group: usize| cores.get(group).copied().unwrap_or(0.0);
        Self {
            rate,
            seconds,
            sockets,
            offered: tally.offered,
            acknowledged: (&tally.acknowledged).into(),
            delivered: (&tally.delivered).into(),
            refused: tally.refused.clone(),
            lost: tally.lost,
            doubled: tally.doubled,
            disordered: tally.disordered,
            unanswered: tally.unanswered,
            broken: tally.broken,
            stolen_cores: stolen,
            service_cores: used(0),
            database_cores: used(1),
            generator_cores: used(2),
            service_mib: memory,
        }
    }

    fn is_clean(&self) -> bool {
        self.lost + self.doubled + self.disordered + self.broken == 0
    }
}

/// A scenario's runs on a machine.
#[derive(Debug, Serialize)]
pub struct Report {
    machine: Machine,
    /// When it was made.
    at: chrono::DateTime<chrono::Utc>,
    /// Settings that were not the defaults.
    settings: BTreeMap<&'static str, String>,
    runs: Vec<Run>,
}

impl Report {
    /// Puts the runs together.
    pub fn new(settings: Vec<(&'static str, String)>, runs: Vec<Run>) -> Self {
        let settings = settings.into_iter().collect();
        Self { machine: Machine::look(), at: chrono::Utc::now(), settings, runs }
    }

    /// Whether every promise was kept in every run.
    pub fn is_clean(&self) -> bool {
        self.runs.iter().all(Run::is_clean)
    }

    /// For programs.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// For people.
    pub fn print(&self) {
        // A closed terminal needs no table.
        let _ = self.write(&mut std::io::stdout().lock());
    }

    fn write(&self, out: &mut impl Write) -> std::io::Result<()> {
        writeln!(
            out,
            "{} cores, {}, {} MiB",
            self.machine.cores, self.machine.processor, self.machine.memory_mib
        )?;
        for (name, value) in &self.settings {
            writeln!(out, "with {name}={value}")?;
        }
        writeln!(out)?;
        writeln!(
            out,
            "  offered  sockets   to the peer, ms: p50    p95    p99    max   acknowledged: p50    p99   \
             cores: service database generator stolen   memory"
        )?;
        for run in &self.runs {
            write_run(out, run)?;
        }
        Ok(())
    }
}

fn write_run(out: &mut impl Write, run: &Run) -> std::io::Result<()> {
    writeln!(
        out,
        "{:>7}/s {:>8} {:>21.1} {:>6.1} {:>6.1} {:>6.0} {:>19.1} {:>6.1} {:>16.2} {:>8.2} {:>9.2} {:>6.2} {:>8}",
        run.rate,
        run.sockets,
        run.delivered.p50,
        run.delivered.p95,
        run.delivered.p99,
        run.delivered.max,
        run.acknowledged.p50,
        run.acknowledged.p99,
        run.service_cores,
        run.database_cores,
        run.generator_cores,
        run.stolen_cores,
        run.service_mib.map_or_else(|| "-".to_owned(), |mib| format!("{mib:.0} MiB")),
    )?;
    if !run.refused.is_empty() || run.unanswered > 0 {
        writeln!(out, "          refused {:?}, without an answer {}", run.refused, run.unanswered)?;
    }
    if !run.is_clean() {
        writeln!(
            out,
            "          BROKEN PROMISES: lost {}, doubled {}, out of order {}, broken sockets {}",
            run.lost, run.doubled, run.disordered, run.broken
        )?;
    }
    if run.stolen_cores > STOLEN {
        writeln!(out, "          {:.2} cores were stolen meanwhile: run it again", run.stolen_cores)?;
    }
    Ok(())
}
